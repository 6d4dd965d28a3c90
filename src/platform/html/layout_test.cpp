#include "platform/html/layout.h"

#include <string>

#include <gtest/gtest.h>

#include "base/embedded.h"
#include "platform/html/assets.h"
#include "platform/html/facts.h"
#include "platform/html/moment.h"

namespace {

html::PageFrame campaign_page(base::Locale locale) {
    html::PageFrame frame;
    frame.translator = i18n::Translator{locale};
    frame.campaign = "All Together Now";
    frame.title = "Equality <Pledge>";
    frame.description = "Sign & share";
    frame.path = "/en/petitions/equality-pledge";
    frame.other_path = "/fr/petitions/equality-pledge";
    frame.base_url = "https://example.org";
    frame.picture_url = "/share/equality-pledge.en.png";
    frame.navigation = {{.label = "Campaign", .url = "/en/", .current = html::Current::page}};
    frame.main = html::render<"<h1>{}</h1>">(frame.title);
    return frame;
}

bool holds(const html::SafeHtml& markup, std::string_view part) {
    return markup.view().find(part) != std::string_view::npos;
}

int count_of(const html::SafeHtml& markup, std::string_view part) {
    int count = 0;
    for (auto at = markup.view().find(part); at != std::string_view::npos; at = markup.view().find(part, at + 1))
        ++count;
    return count;
}

TEST(PageFrame, EverythingASearchEngineAsks) {
    const auto document = html::page(campaign_page(base::Locale::english));
    EXPECT_TRUE(document.view().starts_with(R"(<!doctype html><html lang="en"><head><meta charset="utf-8">)"));
    EXPECT_TRUE(holds(document, "<title>Equality &lt;Pledge&gt; - All Together Now</title>"));
    EXPECT_TRUE(holds(document, R"(<link rel="canonical" href="https://example.org/en/petitions/equality-pledge">)"));
    EXPECT_TRUE(holds(document, R"(hreflang="fr" href="https://example.org/fr/petitions/equality-pledge">)"));
    EXPECT_TRUE(holds(document, R"(property="og:image" content="https://example.org/share/equality-pledge.en.png")"));
    EXPECT_TRUE(holds(document, R"(name="description" content="Sign &amp; share")"));
}

TEST(PageFrame, OtherLanguageIsNamedInItself) {
    const auto document = html::page(campaign_page(base::Locale::english));
    EXPECT_TRUE(holds(document, R"(href="/fr/petitions/equality-pledge" hreflang="fr" lang="fr">Français</a>)"));
    auto french = campaign_page(base::Locale::french);
    french.other_path.clear();
    EXPECT_TRUE(holds(html::page(french), R"(href="/en/" hreflang="en" lang="en">English</a>)"));
}

TEST(PageFrame, KeyboardReachesTheContentFirst) {
    const auto document = html::page(campaign_page(base::Locale::french));
    EXPECT_TRUE(
        holds(document, R"(<body class="page accent-1"><a class="skip-link" href="#main">Aller au contenu</a>)"));
    EXPECT_TRUE(holds(document, R"(<main class="page__main" id="main" tabindex="-1"><h1>)"));
    EXPECT_TRUE(holds(document, R"(href="/en/" aria-current="page">Campaign</a>)"));
}

TEST(PageFrame, TitleTellsOfProblems) {
    auto frame = campaign_page(base::Locale::french);
    frame.form_state = html::FormState::has_problems;
    EXPECT_TRUE(holds(html::page(frame), "<title>Erreur\u00a0: Equality"));
}

TEST(PageFrame, StaffPagesAreNotIndexed) {
    auto frame = campaign_page(base::Locale::english);
    frame.audience = html::Audience::staff;
    frame.staff_bar = html::StaffBar{.who = "Amélie Roy", .account_url = "/en/staff/account", .sign_out_url = "/out"};
    const auto document = html::page(frame);
    EXPECT_TRUE(holds(document, R"(<meta name="robots" content="noindex">)"));
    EXPECT_TRUE(holds(document, R"(<nav class="staff-nav" aria-label="Staff menu">)"));
    EXPECT_TRUE(holds(document, R"(<form class="staff-header__form" method="post" action="/out">)"));
    EXPECT_FALSE(holds(document, "og:title"));
}

// Amélie reads her mailings: their group is open, the others wait folded, and what has no heading stands alone.
TEST(PageFrame, TheStaffMenuIsFoldedByHeadings) {
    auto frame = campaign_page(base::Locale::english);
    frame.audience = html::Audience::staff;
    frame.navigation = {{.label = "Overview", .url = "/en/staff"},
                        {.label = "News", .url = "/en/staff/news", .heading = "Texts"},
                        {.label = "People", .url = "/en/staff/people", .heading = "Mail"},
                        {.label = "Mailings", .url = "/en/m", .current = html::Current::page, .heading = "Mail"}};
    const auto document = html::page(frame);
    EXPECT_EQ(count_of(document, "<details class=\"staff-nav__group\">"), 1);
    EXPECT_EQ(count_of(document, "<details class=\"staff-nav__group\" open>"), 1);
    EXPECT_EQ(count_of(document, "staff-nav__link\""), 4);
    const std::string_view text = document.view();
    EXPECT_LT(text.find("/en/staff\""), text.find("<details class=\"staff-nav__group"));
    EXPECT_LT(text.find(" open>"), text.find("/en/staff/people"));
}

TEST(PageFrame, NothingNeedsInlineScriptOrStyle) {
    auto frame = campaign_page(base::Locale::english);
    frame.flash = html::Flash{.tone = html::Tone::error, .text = "No <b>"};
    frame.staff_bar = html::StaffBar{.who = "A", .account_url = "/a", .sign_out_url = "/o", .links = {{"Edit", "/e"}}};
    frame.demo_mailbox_url = "/en/demo/mailbox";
    const auto document = html::page(frame);
    EXPECT_FALSE(holds(document, "<style"));
    EXPECT_FALSE(holds(document, " style="));
    EXPECT_FALSE(holds(document, "<script>"));
    EXPECT_TRUE(holds(document, R"(<div class="flash flash--error" role="alert">)"));
    EXPECT_TRUE(holds(document, "No &lt;b&gt;"));
    EXPECT_TRUE(holds(document, "/en/demo/mailbox"));
}

TEST(ErrorPage, SaysWhatHappenedInBothLanguages) {
    for (const int status : {400, 403, 404, 405, 410, 413, 415, 418, 422, 429, 500, 502, 503}) {
        const auto english = html::error_page(campaign_page(base::Locale::english), {.status = status});
        const auto french =
            html::error_page(campaign_page(base::Locale::french), {.status = status, .reference = "r7"});
        const auto code = "<p class=\"moment__code\">" + std::to_string(status) + "</p>";
        EXPECT_TRUE(holds(english, code));
        EXPECT_TRUE(holds(english, R"(href="/en/">Go to the home page</a>)"));
        EXPECT_TRUE(holds(french, R"(href="/fr/">Aller à l’accueil</a>)"));
        EXPECT_TRUE(holds(french, "Référence pour notre équipe\u00a0: <code>r7</code>"));
        EXPECT_FALSE(holds(french, "Please")) << status;
        EXPECT_TRUE(holds(english, R"(content="noindex")"));
    }
}

TEST(Moment, SaysOneThingAndWhatCanBeDoneNext) {
    const i18n::Translator t{base::Locale::french};
    const auto links = html::moment_links({{"/fr/", "Aller"}, {"mailto:nora@example.org", "Écrire", "quiet"}});
    const auto thanks = html::moment({html::MomentTone::success, "mail", "Merci <b>", "Un mot", links});
    EXPECT_TRUE(holds(thanks, R"(<section class="moment moment--success">)"));
    EXPECT_TRUE(holds(thanks, R"(<h1 class="moment__title">Merci &lt;b&gt;</h1>)"));
    EXPECT_TRUE(holds(thanks, R"(<a class="button button--quiet" href="mailto:nora@example.org">Écrire</a>)"));
    const auto buttons = html::moment_buttons(t, {{"/a", "Oui"}, {"/b", "Non", html::ButtonKind::quiet}});
    EXPECT_EQ(count_of(buttons, R"(method="post")"), 2);
    EXPECT_TRUE(holds(html::broken_link(t), R"(href="/fr/">)")) << "nobody is left without a way on";
}

TEST(Facts, OneWithoutAValueIsLeftOut) {
    html::Out out;
    html::write_fact(out, {"Where", ""});
    html::write_fact(out, {"Why", "<3 Montréal", "fr"});
    EXPECT_EQ(std::move(out).finish().view(),
              R"(<div class="facts__row"><dt class="facts__term">Why</dt><dd class="facts__value" lang="fr">&lt;3 )"
              "Montréal</dd></div>");
}

TEST(Assets, UrlOfEachFileLeadsToIt) {
    ASSERT_FALSE(embedded::assets().empty());
    for (const auto* name : {"site.css", "site.js", "icons.svg", "favicon.svg"}) {
        ASSERT_TRUE(html::has_asset(name)) << name;
        const auto asset = html::find_asset(html::asset_url(name).view());
        ASSERT_TRUE(asset.has_value());
        EXPECT_FALSE(asset->content.empty());
        EXPECT_FALSE(asset->gzip.empty());
        EXPECT_FALSE(asset->brotli.empty());
        EXPECT_NE(asset->content_type, "application/octet-stream");
    }
}

TEST(Assets, NothingElseIsServed) {
    EXPECT_FALSE(html::find_asset("/assets/site.css"));
    EXPECT_FALSE(html::find_asset("/assets/assets.txt"));
    EXPECT_FALSE(html::find_asset("/assets/missing"));
    EXPECT_EQ(html::asset_url("no-such.css").view(), "/assets/missing");
}

}  // namespace
