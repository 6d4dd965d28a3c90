// features/site/page_tree.h - the tree in which pages of text stand, and the menus that show them. Pure.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "features/site/content_page.h"

namespace site {

enum class Menu : unsigned char { header, footer };
inline constexpr std::array kMenus{Menu::header, Menu::footer};

// "header", "footer", as the database and forms have it.
constexpr std::string_view name_of(Menu menu) { return menu == Menu::header ? "header" : "footer"; }
std::optional<Menu> menu_of(std::string_view name);

// A page in a menu of one language.
struct MenuMark {
    base::Locale locale;
    Menu menu;
    std::string label;  // 0..40 characters; empty: the title of the page
    bool operator==(const MenuMark&) const = default;
};

// Where a page stands.
struct PagePlace {
    std::optional<PageId> parent{};
    std::int64_t place = 100;  // 0..9999; smaller comes first among its neighbours
    std::vector<MenuMark> marks{};
    bool operator==(const PagePlace&) const = default;
};

inline constexpr int kDeepest = 4;  // pages from the top of the tree to a leaf

// All pages, as a tree. A page whose parent is not among them, or that would lie below itself, stands at the top.
class PageTree {
public:
    explicit PageTree(std::vector<ContentPage> pages);

    const ContentPage* find(PageId id) const;
    const ContentPage* find(std::string_view slug) const;
    // From the top of the tree down to the page's parent.
    std::vector<const ContentPage*> above(const ContentPage& page) const;
    // Directly below it, in order; of nullptr: those at the top.
    std::vector<const ContentPage*> below(const ContentPage* page) const;

    struct Row {
        const ContentPage* page;
        int depth;  // 0 at the top
    };
    // Every page once, each followed by those below it.
    std::vector<Row> rows() const;

    // Whether `page` may stand below `parent`: not below itself, and not deeper than kDeepest.
    struct Move {
        const ContentPage& page;
        const ContentPage& parent;
    };
    bool may_stand(const Move& move) const;

private:
    void add_rows(std::vector<Row>& rows, const ContentPage* parent, int depth) const;
    int height(const ContentPage& page) const;
    bool is_rooted(const ContentPage& page) const;

    std::vector<ContentPage> pages_;  // by place, then by slug
};

// The place as typed by staff.
struct PlaceForm {
    std::string parent{}, place{};  // slug; whole number
    std::string label_en{}, label_fr{};
    std::array<bool, 2> header{}, footer{};  // by the number of the language
};
PlaceForm form_of(const PagePlace& place, const PageTree& tree);

// Everything wrong at once; fields parent, place, label_en, label_fr.
base::Result<PagePlace, base::Problems> read_place(const PlaceForm& form, const ContentPage& page,
                                                   const PageTree& tree);

}  // namespace site
