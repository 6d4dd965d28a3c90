#include "features/site/handlers.h"

#include <gtest/gtest.h>

#include "features/site/seed.h"
#include "features/site/slice.h"
#include "features/site/staff_handlers.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace site {
namespace {

using http::testing::get;
using http::testing::post;

std::string body_of(const http::Response& response) { return std::string{response.body.view()}; }

// A site with the demo's content, one open action, and Amélie, who edits everything.
class Site : public testing::Test {
protected:
    Site() {
        database->write([](db::Write& write) { seed_demo(write); });
        actions.add([](db::Read&, base::Locale locale) {
            return std::vector<ports::Action>{
                {.key = "equality-pledge",
                 .path = "/" + std::string{base::code(locale)} + "/petitions/equality-pledge",
                 .figure = ports::LiveFigure{48'213, "signatures", "/api/v1/petitions/equality-pledge/count/stream"}}};
        });
        documents.add(search_documents());
    }

    template <class Handler>
    http::Response ask(Handler handler, const http::Request& request) {
        return database->read([&](db::Read& read) { return (handlers.*handler)(request, read); });
    }
    template <class Handler>
    http::Response ask_staff(Handler handler, const http::Request& request) {
        return database->read([&](db::Read& read) { return (staff.*handler)(request, read); });
    }
    // parse, then apply, as the server does.
    template <class Parse, class Apply>
    http::WriteResult send(Parse parse, Apply apply, const http::Request& request) {
        auto form = (staff.*parse)(request);
        if (!form) return form.error();
        return database->write([&](db::Write& write) { return (staff.*apply)(*form, write); });
    }
    base::LevelId level(std::string_view slug) {
        return database->read([&](db::Read& read) { return people::find_level(read, slug)->id; });
    }
    http::Request signed_in(http::Request request, auth::Grant grant = {auth::Role::owner, std::nullopt}) {
        request.staff =
            std::make_shared<auth::Principal>(auth::Principal{auth::StaffId{1},
                                                              "Amélie Roy",
                                                              *base::EmailAddress::parse("amelie@example.org"),
                                                              {grant},
                                                              auth::SessionId{1}});
        return request;
    }
    std::vector<auth::StoredAuditEntry> audit(std::string action) {
        return database->read(
            [&](db::Read& read) { return auth::read_audit(read, {.action_prefix = std::move(action)}); });
    }

    test_support::TestDatabase database{test_support::Kind::sqlite};
    ports::PageFrames frames{{.public_url = "https://campaign.example", .campaign = campaign_name}};
    ports::ActionRegistry actions;
    ports::HubBlockRegistry blocks;
    ports::SearchDocuments documents;
    Services services{frames, actions, blocks, documents};
    Handlers handlers{services};
    StaffHandlers staff{services};
};

TEST_F(Site, TheHubShowsEveryCallToActionAndItsLiveCount) {
    const auto page = body_of(ask(&Handlers::national_hub, get("/en/")));
    EXPECT_NE(page.find("All Together Now"), std::string::npos);
    EXPECT_NE(page.find("48,213"), std::string::npos);
    EXPECT_NE(page.find(R"(data-live-count="/api/v1/petitions/equality-pledge/count/stream")"), std::string::npos);
    EXPECT_NE(page.find("/en/petitions/equality-pledge"), std::string::npos);
    std::size_t coming = 0;
    for (auto at = page.find("action--soon"); at != std::string::npos; at = page.find("action--soon", at + 1)) ++coming;
    EXPECT_EQ(coming, 7u) << "the other seven of the mission";
}

TEST_F(Site, TheFrenchHubIsTheSameInFrench) {
    const auto page = body_of(ask(&Handlers::national_hub, get("/fr/")));
    EXPECT_NE(page.find("Tous ensemble"), std::string::npos);
    EXPECT_NE(page.find("Huit façons d’agir"), std::string::npos);
    EXPECT_EQ(page.find("Eight ways to act"), std::string::npos);
    EXPECT_NE(page.find(R"(hreflang="en")"), std::string::npos);
}

TEST_F(Site, ALocalShowsItsProvincesCampaignAndAProvinceTheNations) {
    const auto local = body_of(ask(&Handlers::level_hub, get("/fr/levels/val-clair", {{"slug", "val-clair"}})));
    EXPECT_NE(local.find("Ce qui est à nous, on le garde"), std::string::npos);
    EXPECT_NE(local.find("Val-Clair ·"), std::string::npos);
    const auto province = body_of(ask(&Handlers::level_hub, get("/en/levels/sk", {{"slug", "sk"}})));
    EXPECT_NE(province.find("Eight ways to act"), std::string::npos);
    EXPECT_NE(province.find("/en/levels/two-creeks"), std::string::npos);
    EXPECT_NE(province.find("accent-3"), std::string::npos) << "in its own colour";
}

TEST_F(Site, UnknownLevelsAndPagesAreNotFound) {
    EXPECT_EQ(ask(&Handlers::level_hub, get("/en/levels/atlantis", {{"slug", "atlantis"}})).status, 404);
    EXPECT_EQ(ask(&Handlers::content_page, get("/en/pages/x", {{"slug", "x"}})).status, 404);
    EXPECT_EQ(ask(&Handlers::level_hub, get("/en/levels/canada", {{"slug", "canada"}})).status, 301);
}

TEST_F(Site, TheRootLeadsToTheVisitorsLanguage) {
    auto request = get("/");
    request.locale = base::Locale::french;
    const auto response = Handlers::choose_language(request);
    EXPECT_EQ(response.status, 302);
    EXPECT_EQ(response.headers.view("Location"), "/fr/");
    EXPECT_EQ(response.headers.view("Vary"), "Accept-Language");
}

TEST_F(Site, PagesOfTextHaveBothLanguages) {
    EXPECT_NE(body_of(ask(&Handlers::content_page, get("/en/pages/privacy", {{"slug", "privacy"}})))
                  .find("<h1 class=\"page-head__title\">Privacy</h1>"),
              std::string::npos);
    EXPECT_NE(body_of(ask(&Handlers::content_page, get("/fr/pages/privacy", {{"slug", "privacy"}}))).find("Vie privée"),
              std::string::npos);
}

TEST_F(Site, SearchEnginesFindEveryPublicPageInBothLanguages) {
    const auto map = body_of(ask(&Handlers::sitemap, get("/sitemap.xml")));
    for (const auto* path : {"/en/", "/fr/", "/en/levels/qc", "/fr/pages/about", "/en/pages/accessibility"})
        EXPECT_NE(map.find("<loc>https://campaign.example" + std::string{path} + "</loc>"), std::string::npos) << path;
    const auto robots = body_of(handlers.robots(get("/robots.txt")));
    EXPECT_NE(robots.find("Disallow: /fr/staff"), std::string::npos);
    EXPECT_NE(robots.find("Sitemap: https://campaign.example/sitemap.xml"), std::string::npos);
}

TEST_F(Site, TheShareCardIsAPicture) {
    const auto card = ask(&Handlers::national_card, get("/fr/share-card.png"));
    EXPECT_EQ(card.headers.view("Content-Type"), "image/png");
    EXPECT_EQ(card.body.view().substr(1, 3), "PNG");
}

TEST_F(Site, AnEditorWritesABlockAndNobodySeesItBeforeItIsPublished) {
    const auto added = send(&StaffHandlers::read_new_block, &StaffHandlers::add_block,
                            signed_in(post("/en/staff/hubs/on/blocks", {{"level", "on"}}, {{"kind", "hero"}})));
    ASSERT_TRUE(added);
    const std::string path{added->headers.view("Location")};
    const auto id = path.substr(path.rfind('/') + 1);
    const auto saved = send(&StaffHandlers::read_block_edit, &StaffHandlers::save_block,
                            signed_in(post(path, {{"level", "on"}, {"block", id}},
                                           {{"heading_en", "From Kenora to Cornwall"}, {"heading_fr", ""}})));
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->status, 303);
    const auto ontario = [&] { return body_of(ask(&Handlers::level_hub, get("/en/levels/on", {{"slug", "on"}}))); };
    EXPECT_EQ(ontario().find("From Kenora"), std::string::npos);
    EXPECT_NE(
        body_of(ask_staff(&StaffHandlers::preview_hub, signed_in(get("/en/staff/hubs/on/preview", {{"level", "on"}}))))
            .find("From Kenora"),
        std::string::npos);

    const auto publish = [&](std::initializer_list<http::Fields::Field> fields) {
        return send(&StaffHandlers::read_hub_act, &StaffHandlers::publish_hub,
                    signed_in(post("/en/staff/hubs/on/publication", {{"level", "on"}}, fields)));
    };
    const auto refused = publish({});
    ASSERT_FALSE(refused) << "French is missing: that takes a decision";
    EXPECT_TRUE(base::find_problem(refused.error(), "one_language"));
    ASSERT_TRUE(publish({{"one_language", "1"}}));
    EXPECT_NE(ontario().find("From Kenora to Cornwall"), std::string::npos);
    const auto log = audit("site.publish_hub");
    ASSERT_EQ(log.size(), 1u);
    EXPECT_EQ(log[0].entry.actor.name, "Amélie Roy");
    EXPECT_EQ(log[0].entry.changes.back(), (auth::Change{"published_without", "", "fr"}));
}

TEST_F(Site, AnEditorOfOneProvinceCannotTouchAnother) {
    const auth::Grant grant{auth::Role::editor, level("qc")};
    const auto quebec = signed_in(get("/fr/staff/hubs/qc", {{"level", "qc"}}), grant);
    EXPECT_EQ(ask_staff(&StaffHandlers::hub, quebec).status, 200);
    const auto local = signed_in(get("/fr/staff/hubs/val-clair", {{"level", "val-clair"}}), grant);
    EXPECT_EQ(ask_staff(&StaffHandlers::hub, local).status, 200);
    const auto ontario = signed_in(get("/fr/staff/hubs/on", {{"level", "on"}}), grant);
    EXPECT_EQ(ask_staff(&StaffHandlers::hub, ontario).status, 404);
    const auto added = send(&StaffHandlers::read_new_block, &StaffHandlers::add_block,
                            signed_in(post("/fr/staff/hubs/on/blocks", {{"level", "on"}}, {{"kind", "text"}}), grant));
    EXPECT_EQ(added->status, 403);
}

TEST_F(Site, APageIsWrittenSideBySideAndPublished) {
    const auto begun = send(&StaffHandlers::read_new_page, &StaffHandlers::create_page,
                            signed_in(post("/en/staff/pages", {}, {{"slug", "buses"}, {"level", "canada"}})));
    ASSERT_TRUE(begun);
    const auto save = [&](std::initializer_list<http::Fields::Field> fields) {
        return send(&StaffHandlers::read_page, &StaffHandlers::save_page,
                    signed_in(post("/en/staff/pages/buses", {{"slug", "buses"}}, fields)));
    };
    EXPECT_FALSE(save({{"title_en", "Buses"}, {"body_en", ""}}));
    ASSERT_TRUE(
        save({{"title_en", "Buses"}, {"body_en", "They run."}, {"title_fr", "Autobus"}, {"body_fr", "Ils passent."}}));
    EXPECT_EQ(ask(&Handlers::content_page, get("/fr/pages/buses", {{"slug", "buses"}})).status, 404);
    ASSERT_TRUE(send(&StaffHandlers::read_page_act, &StaffHandlers::publish_page,
                     signed_in(post("/en/staff/pages/buses/publication", {{"slug", "buses"}}, {}))));
    EXPECT_NE(body_of(ask(&Handlers::content_page, get("/fr/pages/buses", {{"slug", "buses"}}))).find("Ils passent."),
              std::string::npos);
    EXPECT_EQ(audit("site.change_page").size(), 1u);
}

TEST_F(Site, WhatStaffTypedComesBackWithItsProblems) {
    const auto request = signed_in(
        post("/en/staff/pages/about", {{"slug", "about"}}, {{"title_en", ""}, {"body_en", "Kept <b>text</b>"}}));
    const auto form = staff.read_page(request);
    ASSERT_FALSE(form);
    const auto again = database->read([&](db::Read& read) { return staff.page_again(request, form.error(), read); });
    EXPECT_EQ(again.status, 422);
    EXPECT_NE(body_of(again).find("Kept &lt;b&gt;text&lt;/b&gt;"), std::string::npos);
    EXPECT_NE(body_of(again).find("Please give the title."), std::string::npos);
}

TEST_F(Site, EveryStaffPageIsDrawnInBothLanguages) {
    for (const auto* locale : {"en", "fr"}) {
        const auto prefix = "/" + std::string{locale} + "/staff/";
        EXPECT_EQ(ask_staff(&StaffHandlers::hubs, signed_in(get(prefix + "hubs"))).status, 200);
        EXPECT_EQ(ask_staff(&StaffHandlers::hub, signed_in(get(prefix + "hubs/canada", {{"level", "canada"}}))).status,
                  200);
        EXPECT_EQ(ask_staff(&StaffHandlers::pages, signed_in(get(prefix + "pages"))).status, 200);
        EXPECT_EQ(ask_staff(&StaffHandlers::page, signed_in(get(prefix + "pages/about", {{"slug", "about"}}))).status,
                  200);
        EXPECT_EQ(ask_staff(&StaffHandlers::preview_page, signed_in(get(prefix + "x", {{"slug", "about"}}))).status,
                  200);
        EXPECT_EQ(ask_staff(&StaffHandlers::levels, signed_in(get(prefix + "levels"))).status, 200);
    }
}

TEST_F(Site, AnOwnerAddsALocal) {
    const auto create = [&](std::string_view slug) {
        return send(&StaffHandlers::read_new_level, &StaffHandlers::create_level,
                    signed_in(post("/en/staff/levels", {},
                                   {{"kind", "local"},
                                    {"parent", "mb"},
                                    {"slug", slug},
                                    {"name_en", "Lac-aux-Huards"},
                                    {"name_fr", "Lac-aux-Huards"},
                                    {"accent", "5"}})));
    };
    ASSERT_TRUE(create("lac-aux-huards"));
    EXPECT_FALSE(create("lac-aux-huards"));
    EXPECT_EQ(ask(&Handlers::level_hub, get("/en/levels/lac-aux-huards", {{"slug", "lac-aux-huards"}})).status, 200);
    EXPECT_EQ(audit("site.create_level").size(), 1u);
}

TEST_F(Site, RoutesHaveNamesOfTheirOwn) {
    http::Router router;
    const Slice slice{services};
    slice.add_routes(router);
    EXPECT_NE(router.find("site.national_hub"), nullptr);
    EXPECT_EQ(router.match(http::Method::get, "/en/").route->options.name, "site.national_hub");
    EXPECT_EQ(router.match(http::Method::get, "/fr/levels/qc").route->options.name, "site.level_hub");
    EXPECT_EQ(router.match(http::Method::get, "/de/").route, nullptr);
}

}  // namespace
}  // namespace site
