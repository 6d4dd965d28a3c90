// The tree of pages, and the menus that they stand in.
#include "features/site/page_tree.h"

#include <gtest/gtest.h>

#include "features/site/menu_service.h"

namespace site {
namespace {

using base::Locale;
using people::LevelKind;

constexpr base::LevelId kCanada{1}, kQuebec{2}, kValClair{3}, kOntario{4};

ContentPage page(std::int64_t id, std::string slug, std::optional<std::int64_t> parent = {}, std::int64_t place = 100) {
    return {PageId{id}, kCanada, std::move(slug), parent ? std::optional{PageId{*parent}} : std::nullopt, place};
}

std::string drawn(const PageTree& tree) {
    std::string text;
    for (const auto& row : tree.rows())
        text += std::string(static_cast<std::size_t>(row.depth), '-') + row.page->slug + " ";
    return text;
}

TEST(PageTree, is_read_from_the_top_by_place_and_then_by_name) {
    const PageTree tree{{page(1, "contact", 2, 20), page(2, "about", {}, 10), page(3, "story", 2, 5),
                         page(4, "privacy"), page(5, "access")}};
    EXPECT_EQ(drawn(tree), "about -story -contact access privacy ");
    const auto above = tree.above(*tree.find("story"));
    ASSERT_EQ(above.size(), 1U);
    EXPECT_EQ(above.front()->slug, "about");
}

// Two who move pages at the same time could close a ring: it is opened where it is read, and no page is lost.
TEST(PageTree, keeps_pages_that_lie_in_a_ring_or_below_nothing) {
    const PageTree ring{{page(1, "a", 2), page(2, "b", 1), page(3, "c", 99)}};
    EXPECT_EQ(ring.rows().size(), 3U);
}

TEST(PageTree, lets_no_page_lie_below_itself_or_five_deep) {
    const PageTree tree{
        {page(1, "a"), page(2, "b", 1), page(3, "c", 2), page(4, "d", 3), page(5, "e"), page(6, "f", 5)}};
    const auto may = [&](std::string_view inner, std::string_view outer) {
        return tree.may_stand({*tree.find(inner), *tree.find(outer)});
    };
    EXPECT_FALSE(may("a", "a"));
    EXPECT_FALSE(may("a", "d"));
    EXPECT_TRUE(may("f", "c"));
    EXPECT_FALSE(may("e", "c")) << "with f below it, it would be five deep";
    EXPECT_FALSE(may("f", "d"));
}

TEST(PlaceForm, tells_all_that_is_wrong_at_once_and_brings_back_what_is_right) {
    const PageTree tree{{page(1, "about"), page(2, "contact")}};
    const PlaceForm bad{.parent = "contact", .place = "first", .label_fr = std::string(41, 'x')};
    const auto refused = read_place(bad, *tree.find("contact"), tree);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().size(), 3U);
    const PlaceForm good{
        .parent = "about", .place = "7", .label_en = "Write to us", .header = {true, false}, .footer = {false, true}};
    const auto place = read_place(good, *tree.find("contact"), tree);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->parent, PageId{1});
    EXPECT_EQ(place->marks, (std::vector<MenuMark>{{Locale::english, Menu::header, "Write to us"},
                                                   {Locale::french, Menu::footer, ""}}));
}

people::Level level(base::LevelId id, std::string slug, std::optional<base::LevelId> parent) {
    return {id, parent ? LevelKind::province : LevelKind::national, slug, slug, slug, 1, parent, std::nullopt};
}

TEST(Menus, of_a_level_show_its_own_pages_before_those_of_the_levels_above_and_none_of_its_neighbours) {
    const people::LevelTree levels{{level(kCanada, "canada", {}), level(kQuebec, "qc", kCanada),
                                    level(kValClair, "val-clair", kQuebec), level(kOntario, "on", kCanada)}};
    const std::vector<store::MenuRow> rows{{kCanada, Locale::french, Menu::footer, "about", "À propos"},
                                           {kOntario, Locale::french, Menu::footer, "kenora", "Kenora"},
                                           {kQuebec, Locale::french, Menu::footer, "quebec", "Au Québec"},
                                           {kQuebec, Locale::english, Menu::footer, "quebec", "In Quebec"},
                                           {kValClair, Locale::french, Menu::header, "ici", "Ici"}};
    const auto labels = [&](std::optional<base::LevelId> of) {
        std::vector<std::string> found;
        for (const auto& link : menu_links(rows, levels, {Menu::footer, Locale::french, of}))
            found.push_back(link.label);
        return found;
    };
    EXPECT_EQ(labels(kValClair), (std::vector<std::string>{"Au Québec", "À propos"}));
    EXPECT_EQ(labels({}), (std::vector<std::string>{"À propos"}));
    EXPECT_EQ(menu_links(rows, levels, {Menu::footer, Locale::french, kQuebec}).front().url, "/fr/pages/quebec");
}

}  // namespace
}  // namespace site
