// What the public sees of hubs, levels and pages, without a socket.
#include "features/site/handlers_house_test.h"

namespace site {
namespace {

using house::body_of;
using http::testing::get;
using Site = house::House;

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
    EXPECT_NE(page.find("À vous d’agir"), std::string::npos);
    EXPECT_EQ(page.find("Your way to act"), std::string::npos);
    EXPECT_NE(page.find(R"(hreflang="en")"), std::string::npos);
}

TEST_F(Site, ALocalShowsItsProvincesCampaignAndAProvinceTheNations) {
    const auto local = body_of(ask(&Handlers::level_hub, get("/fr/levels/val-clair", {{"slug", "val-clair"}})));
    EXPECT_NE(local.find("Ce qui est à nous, on le garde"), std::string::npos);
    EXPECT_NE(local.find("Val-Clair ·"), std::string::npos);
    const auto province = body_of(ask(&Handlers::level_hub, get("/en/levels/sk", {{"slug", "sk"}})));
    EXPECT_NE(province.find("Your way to act"), std::string::npos);
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
    EXPECT_TRUE(body_of(ask(&Handlers::sitemap, get("/sitemap.xml")))
                    .contains("<loc>https://campaign.example/sitemaps/1.xml</loc>"));
    const auto part = ask(&Handlers::sitemap_part, get("/sitemaps/1.xml", {{"file", "1.xml"}}));
    std::string map;
    database->read([&](db::Read& read) { part.make_body(read, [&](std::string_view text) { map += text; }); });
    EXPECT_TRUE(map.contains(R"(hreflang="fr" href="https://campaign.example/fr/levels/qc")"));
    EXPECT_EQ(ask(&Handlers::sitemap_part, get("/sitemaps/2.xml", {{"file", "2.xml"}})).status, 404);
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
