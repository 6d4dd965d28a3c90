#include "features/site/page_tree.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "base/whole_number.h"

namespace site {
namespace {

constexpr std::int64_t kHighestPlace = 9'999;
constexpr std::size_t kLongestLabel = 40;  // characters

std::size_t number_of(base::Locale locale) { return static_cast<std::size_t>(locale); }

const std::string& label_in(const PlaceForm& form, base::Locale locale) {
    return locale == base::Locale::english ? form.label_en : form.label_fr;
}

void add_marks(PagePlace& place, const PlaceForm& form) {
    for (const base::Locale locale : base::kLocales) {
        if (form.header.at(number_of(locale))) place.marks.push_back({locale, Menu::header, label_in(form, locale)});
        if (form.footer.at(number_of(locale))) place.marks.push_back({locale, Menu::footer, label_in(form, locale)});
    }
}

}  // namespace

std::optional<Menu> menu_of(std::string_view name) {
    for (const Menu menu : kMenus)
        if (name == name_of(menu)) return menu;
    return std::nullopt;
}

PageTree::PageTree(std::vector<ContentPage> pages) : pages_(std::move(pages)) {
    std::ranges::sort(pages_, {}, [](const ContentPage& page) { return std::tie(page.place, page.slug); });
    for (auto& page : pages_)
        if (!is_rooted(page)) page.parent.reset();
}

const ContentPage* PageTree::find(PageId id) const {
    const auto found = std::ranges::find(pages_, id, &ContentPage::id);
    return found == pages_.end() ? nullptr : &*found;
}

const ContentPage* PageTree::find(std::string_view slug) const {
    const auto found = std::ranges::find(pages_, slug, &ContentPage::slug);
    return found == pages_.end() ? nullptr : &*found;
}

// Whether its way up ends at the top.
bool PageTree::is_rooted(const ContentPage& page) const {
    const auto* at = &page;
    for (std::size_t steps = 0; at != nullptr && steps <= pages_.size(); ++steps) {
        if (!at->parent) return true;
        at = find(*at->parent);
    }
    return false;
}

std::vector<const ContentPage*> PageTree::above(const ContentPage& page) const {
    std::vector<const ContentPage*> way;
    const auto* own = find(page.id);
    for (const auto* at = own && own->parent ? find(*own->parent) : nullptr; at != nullptr;
         at = at->parent ? find(*at->parent) : nullptr)
        way.push_back(at);
    std::ranges::reverse(way);
    return way;
}

std::vector<const ContentPage*> PageTree::below(const ContentPage* page) const {
    std::vector<const ContentPage*> children;
    for (const auto& each : pages_)
        if (page ? each.parent == page->id : !each.parent) children.push_back(&each);
    return children;
}

void PageTree::add_rows(std::vector<Row>& rows, const ContentPage* parent, int depth) const {
    for (const auto* page : below(parent)) {
        rows.push_back({page, depth});
        add_rows(rows, page, depth + 1);
    }
}

std::vector<PageTree::Row> PageTree::rows() const {
    std::vector<Row> rows;
    add_rows(rows, nullptr, 0);
    return rows;
}

int PageTree::height(const ContentPage& page) const {
    int highest = 0;
    for (const auto* child : below(&page)) highest = std::max(highest, height(*child));
    return highest + 1;
}

bool PageTree::may_stand(const Move& move) const {
    const auto way = above(move.parent);
    const auto is_page = [&](const ContentPage* each) { return each->id == move.page.id; };
    if (move.parent.id == move.page.id || std::ranges::any_of(way, is_page)) return false;
    return static_cast<int>(way.size()) + 1 + height(move.page) <= kDeepest;
}

PlaceForm form_of(const PagePlace& place, const PageTree& tree) {
    PlaceForm form;
    const auto* parent = place.parent ? tree.find(*place.parent) : nullptr;
    if (parent) form.parent = parent->slug;
    form.place = std::to_string(place.place);
    for (const auto& mark : place.marks) {
        (mark.menu == Menu::header ? form.header : form.footer).at(number_of(mark.locale)) = true;
        if (!mark.label.empty()) (mark.locale == base::Locale::english ? form.label_en : form.label_fr) = mark.label;
    }
    return form;
}

base::Result<PagePlace, base::Problems> read_place(const PlaceForm& form, const ContentPage& page,
                                                   const PageTree& tree) {
    base::Problems problems;
    PagePlace place;
    const auto* parent = form.parent.empty() ? nullptr : tree.find(form.parent);
    if (!form.parent.empty() && !parent)
        problems.push_back({"parent", base::message("Please choose a page that is there.")});
    else if (parent && !tree.may_stand({page, *parent}))
        problems.push_back({"parent", base::message("A page cannot lie below itself, nor more than four pages deep.")});
    else if (parent)
        place.parent = parent->id;
    const auto number = base::whole_number(form.place);
    if (!number || *number < 0 || *number > kHighestPlace)
        problems.push_back({"place", base::message("The order is a whole number from 0 to 9,999.")});
    else
        place.place = *number;
    for (const base::Locale locale : base::kLocales)
        if (base::count_characters(label_in(form, locale)) > kLongestLabel)
            problems.push_back({"label_" + std::string{base::code(locale)},
                                base::message("The name in the menu is too long: at most 40 characters.")});
    if (!problems.empty()) return problems;
    add_marks(place, form);
    return place;
}

}  // namespace site
