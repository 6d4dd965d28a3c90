// Pages in their places: staff move one, and visitors find it there.
#include "features/site/handlers_house_test.h"
#include "features/site/menu_service.h"

namespace site {
namespace {

using house::body_of;
using http::testing::get;
using http::testing::post;

class PagePlaces : public house::House {
protected:
    http::WriteResult place(std::initializer_list<http::Fields::Field> fields) {
        return send(&StaffHandlers::read_page_place, &StaffHandlers::place_page,
                    signed_in(post("/en/staff/pages/privacy/place", {{"slug", "privacy"}}, fields)));
    }
    std::string show(std::string_view address, std::string_view slug) {
        return body_of(ask(&Handlers::content_page, get(address, {{"slug", slug}})));
    }
};

TEST_F(PagePlaces, TheDemoHasItsFourPagesInTheFootOfBothLanguages) {
    const PageMenus menus{*database};
    const std::vector<std::string> wanted{"/fr/pages/about", "/fr/pages/contact", "/fr/pages/privacy",
                                          "/fr/pages/accessibility"};
    std::vector<std::string> found;
    for (const auto& link : menus.links(base::Locale::french, {}).footer) found.push_back(link.url);
    EXPECT_EQ(found, wanted);
    EXPECT_EQ(menus.links(base::Locale::english, level("val-clair")).header.front().label, "About");
    for (const auto* slug : {"about", "contact", "privacy", "accessibility"})
        for (const auto* prefix : {"/en/pages/", "/fr/pages/"})
            EXPECT_EQ(ask(&Handlers::content_page, get(std::string{prefix} + slug, {{"slug", slug}})).status, 200);
}

TEST_F(PagePlaces, AnEditorMovesAPageAndItsWayDownAndMenusFollow) {
    const auto moved = place({{"parent", "about"}, {"place", "5"}, {"header_fr", "1"}, {"label_fr", "Vos données"}});
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->status, 303);
    const auto page = show("/fr/pages/privacy", "privacy");
    EXPECT_TRUE(page.contains(R"(<a class="breadcrumbs__link" href="/fr/pages/about">)"));
    EXPECT_TRUE(show("/fr/pages/about", "about").contains(R"(href="/fr/pages/privacy">Vie privée)"));
    PageMenus menus{*database};
    EXPECT_EQ(menus.links(base::Locale::french, {}).header.front().label, "Vos données");
    for (const auto& link : menus.links(base::Locale::english, {}).footer) EXPECT_NE(link.url, "/en/pages/privacy");
    const auto log = audit("site.place_page");
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0].entry.changes.front(), (auth::Change{"parent", "", "about"}));
}

TEST_F(PagePlaces, AnEditorIsToldWhenTheMenuAtTheTopHasNoRoomForThePage) {
    const auto editor_beside = [&](std::size_t entries) {
        const ports::MenuEntry entry{[](base::Locale) { return std::string{"Campaign"}; }, ""};
        const ports::PageFrames full{{.public_url = "https://campaign.example",
                                      .campaign = [](base::Locale) { return std::string{"All Together Now"}; },
                                      .menu = std::vector(entries, entry)}};
        const Services crowded{full, actions, blocks, documents, pictures};
        const StaffHandlers handlers_there{crowded};
        const auto request = signed_in(get("/en/staff/pages/about", {{"slug", "about"}}));
        return body_of(database->read([&](db::Read& read) { return handlers_there.page(request, read); }));
    };
    EXPECT_FALSE(editor_beside(ports::kMostMenuEntries - 1).contains("The menu at the top is full"));
    EXPECT_TRUE(editor_beside(ports::kMostMenuEntries).contains("The menu at the top is full"));
}

TEST_F(PagePlaces, NothingMovesWhenThePlaceMakesNoSense) {
    const auto refused = place({{"parent", "privacy"}, {"place", "-1"}});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(base::find_problem(refused.error(), "parent"));
    EXPECT_TRUE(base::find_problem(refused.error(), "place"));
    const auto again = database->read([&](db::Read& read) {
        return staff.page_again(signed_in(post("/en/staff/pages/privacy/place", {{"slug", "privacy"}},
                                               {{"parent", "privacy"}, {"place", "-1"}})),
                                refused.error(), read);
    });
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(body_of(again).contains("value=\"-1\""));
    EXPECT_TRUE(audit("site.place_page").empty());
}

}  // namespace
}  // namespace site
