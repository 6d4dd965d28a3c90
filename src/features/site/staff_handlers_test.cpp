// What staff do with hubs, pages and levels, without a socket: Amélie alone, then Tom and Inès at the same time.
#include <tuple>

#include "features/site/handlers_house_test.h"

namespace site {
namespace {

using house::body_of;
using http::testing::get;
using http::testing::post;

class StaffOfSite : public house::House {
protected:
    http::Response page_editor(std::string_view slug) {
        return ask_staff(&StaffHandlers::page, signed_in(get("/en/staff/pages/x", {{"slug", slug}})));
    }
    // What the form of that page carries.
    static std::string seen_in(const http::Response& page) {
        constexpr std::string_view kField = "name=\"seen\" value=\"";
        const auto body = body_of(page);
        const auto at = body.find(kField) + kField.size();
        return body.substr(at, body.find('"', at) - at);
    }
    // The form, as the server runs it: written, or shown again by `again`.
    template <class Parse, class Apply, class Again>
    http::Response save(Parse parse, Apply apply, Again again, const http::Request& request) {
        const auto answer = send(parse, apply, request);
        if (answer) return *answer;
        return database->read([&](db::Read& read) { return (staff.*again)(request, answer.error(), read); });
    }
};

TEST_F(StaffOfSite, AnEditorWritesABlockAndNobodySeesItBeforeItIsPublished) {
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

TEST_F(StaffOfSite, AnEditorOfOneProvinceCannotTouchAnother) {
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

TEST_F(StaffOfSite, APageIsWrittenSideBySideAndPublished) {
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

TEST_F(StaffOfSite, WhatStaffTypedComesBackWithItsProblems) {
    auto request = signed_in(
        post("/en/staff/pages/about", {{"slug", "about"}}, {{"title_en", ""}, {"body_en", "Kept <b>text</b>"}}));
    request.form.add({"seen", seen_in(page_editor("about"))});
    const auto form = staff.read_page(request);
    ASSERT_FALSE(form);
    const auto again = database->read([&](db::Read& read) { return staff.page_again(request, form.error(), read); });
    EXPECT_EQ(again.status, 422);
    EXPECT_NE(body_of(again).find("Kept &lt;b&gt;text&lt;/b&gt;"), std::string::npos);
    EXPECT_NE(body_of(again).find("Please give the title."), std::string::npos);
}

TEST_F(StaffOfSite, EveryStaffPageIsDrawnInBothLanguages) {
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
        EXPECT_EQ(ask_staff(&StaffHandlers::level, signed_in(get(prefix + "levels/qc", {{"level", "qc"}}))).status,
                  200);
    }
}

TEST_F(StaffOfSite, AnOwnerAddsALocal) {
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

// Two at the same time --------------------------------------------------------------------------------------------

class AboutPage : public StaffOfSite {
protected:
    http::Response save_page(std::string_view seen, std::string_view english, std::string_view french) {
        auto request = signed_in(
            post("/en/staff/pages/buses", {{"slug", "buses"}},
                 {{"title_en", "Buses"}, {"body_en", english}, {"title_fr", "Autobus"}, {"body_fr", french}}));
        request.form.add({"seen", seen});
        return save(&StaffHandlers::read_page, &StaffHandlers::save_page, &StaffHandlers::page_again, request);
    }
    std::string stored(base::Locale locale) {
        return database->read([&](db::Read& read) {
            const auto page = store::find_page(read, "buses");
            for (const auto& text : store::newest_texts(read, page->id))
                if (text.locale == locale) return text.words.body;
            return std::string{};
        });
    }
    void SetUp() override {
        std::ignore = send(&StaffHandlers::read_new_page, &StaffHandlers::create_page,
                           signed_in(post("/en/staff/pages", {}, {{"slug", "buses"}, {"level", "canada"}})));
        save_page(seen_in(page_editor("buses")), "They run.", "Ils passent.");
    }
};

TEST_F(AboutPage, KeepsTheEnglishOfTomAndTheFrenchOfInes) {
    const auto seen = seen_in(page_editor("buses"));
    EXPECT_EQ(save_page(seen, "They run daily.", "Ils passent.").status, 303);
    EXPECT_EQ(save_page(seen, "They run.", "Ils passent chaque jour.").status, 303);
    EXPECT_EQ(stored(base::Locale::english), "They run daily.");
    EXPECT_EQ(stored(base::Locale::french), "Ils passent chaque jour.");
}

TEST_F(AboutPage, ShowsBothWhereBothChangedTheSame) {
    const auto seen = seen_in(page_editor("buses"));
    EXPECT_EQ(save_page(seen, "Tom's words.", "Ils passent.").status, 303);
    const auto met = save_page(seen, "The words of Inès.", "Ils passent.");
    EXPECT_EQ(met.status, 409);
    EXPECT_NE(body_of(met).find("The words of Inès.</textarea>"), std::string::npos);
    EXPECT_NE(body_of(met).find("Tom&#39;s words.</pre>"), std::string::npos);
    EXPECT_EQ(stored(base::Locale::english), "Tom's words.");
    EXPECT_EQ(save_page(seen_in(met), "The words of both.", "Ils passent.").status, 303);
    EXPECT_EQ(stored(base::Locale::english), "The words of both.");
}

TEST_F(StaffOfSite, TwoWhoChangeOneBlockMeetOnAPageThatShowsBoth) {
    const auto added = send(&StaffHandlers::read_new_block, &StaffHandlers::add_block,
                            signed_in(post("/en/staff/hubs/on/blocks", {{"level", "on"}}, {{"kind", "video"}})));
    const std::string path{added->headers.view("Location")};
    const auto id = path.substr(path.rfind('/') + 1);
    const auto editor = ask_staff(&StaffHandlers::block, signed_in(get(path, {{"level", "on"}, {"block", id}})));
    const auto change = [&](const std::string& seen, std::string_view heading, std::string_view url) {
        auto request = signed_in(post(path, {{"level", "on"}, {"block", id}}, {{"heading_en", heading}, {"url", url}}));
        request.form.add({"seen", seen});
        return save(&StaffHandlers::read_block_edit, &StaffHandlers::save_block, &StaffHandlers::block_again, request);
    };
    EXPECT_EQ(change(seen_in(editor), "A bridge", "/bridge.mp4").status, 303);
    const auto met = change(seen_in(editor), "A bridge", "/other.mp4");
    EXPECT_EQ(met.status, 409);
    EXPECT_NE(body_of(met).find("value=\"/other.mp4\""), std::string::npos);
    EXPECT_NE(body_of(met).find("/bridge.mp4</pre>"), std::string::npos);
    EXPECT_NE(body_of(met).find("Amélie Roy saved this on"), std::string::npos);
    EXPECT_EQ(change(seen_in(met), "A bridge", "/other.mp4").status, 303);
}

TEST_F(StaffOfSite, MireilleComesBackFromTheLibraryWithAPictureAndTheHubShowsIt) {
    const ports::Picture bridge{.id = ports::PictureId{77},
                                .state = ports::PictureState::ready,
                                .width = 640,
                                .height = 480,
                                .alt_en = "Nurses on a bridge",
                                .credit = "Photo: Noor Haddad",
                                .jpeg = {{"/pictures/b-640.jpg", 640}}};
    pictures.keep_in({.find =
                          [bridge](db::Read&, std::span<const ports::PictureId> ids) {
                              return ids.front() == bridge.id ? std::vector{bridge} : std::vector<ports::Picture>{};
                          },
                      .newest = [](db::Read&, std::size_t) { return std::vector<ports::Picture>{}; },
                      .find_file = [](db::Read&, std::string_view) { return std::optional<ports::Picture>{}; }});
    const auto added = send(&StaffHandlers::read_new_block, &StaffHandlers::add_block,
                            signed_in(post("/en/staff/hubs/on/blocks", {{"level", "on"}}, {{"kind", "picture"}})));
    const std::string path{added->headers.view("Location")};
    const auto id = path.substr(path.rfind('/') + 1);
    const auto save = [&](std::initializer_list<http::Fields::Field> fields) {
        return send(&StaffHandlers::read_block_edit, &StaffHandlers::save_block,
                    signed_in(post(path, {{"level", "on"}, {"block", id}}, fields)));
    };
    const auto away = save({{"note_en", "On Friday"}, {"library", "picture"}});
    EXPECT_EQ(away->headers.view("Location"),
              "/en/staff/pictures?back=%2Fen%2Fstaff%2Fhubs%2Fon%2Fblocks%2F" + id + "&field=picture");
    const auto editor =
        ask_staff(&StaffHandlers::block, signed_in(get(path + "?picture=77", {{"level", "on"}, {"block", id}})));
    EXPECT_NE(body_of(editor).find(R"(value="77" checked)"), std::string::npos);
    EXPECT_NE(body_of(editor).find("On Friday"), std::string::npos) << "what was typed is kept";
    ASSERT_TRUE(save({{"note_en", "On Friday"}, {"picture", "77"}}));
    const auto preview =
        body_of(ask_staff(&StaffHandlers::preview_hub, signed_in(get("/en/staff/hubs/on/preview", {{"level", "on"}}))));
    EXPECT_NE(preview.find(R"(alt="Nurses on a bridge")"), std::string::npos);
    EXPECT_NE(preview.find("On Friday"), std::string::npos);
    EXPECT_NE(preview.find("Photo: Noor Haddad"), std::string::npos);
}

// Levels ----------------------------------------------------------------------------------------------------------

TEST_F(StaffOfSite, ALocalMovesAndItsOldAddressLeadsToTheNewOne) {
    const auto change = [&](std::string_view level, std::string_view slug, std::string_view name) {
        return send(&StaffHandlers::read_level_edit, &StaffHandlers::save_level,
                    signed_in(post("/en/staff/levels/x", {{"level", level}},
                                   {{"slug", slug}, {"name_en", name}, {"name_fr", name}, {"accent", "4"}})));
    };
    ASSERT_TRUE(change("val-clair", "val-clair-et-lac", "Val-Clair et lac"));
    const auto old = ask(&Handlers::level_hub, get("/fr/levels/val-clair", {{"slug", "val-clair"}}));
    EXPECT_EQ(old.status, 301);
    EXPECT_EQ(old.headers.view("Location"), "/fr/levels/val-clair-et-lac");
    EXPECT_EQ(ask(&Handlers::level_hub, get("/fr/levels/x", {{"slug", "val-clair-et-lac"}})).status, 200);
    const auto log = audit("site.change_level");
    ASSERT_EQ(log.size(), 1u);
    EXPECT_EQ(log[0].entry.changes[2], (auth::Change{"slug", "val-clair", "val-clair-et-lac"}));
    EXPECT_FALSE(change("val-clair-et-lac", "qc", "Val-Clair")) << "that is the province's";
    ASSERT_TRUE(change("qc", "quebec", "Québec"));
    EXPECT_EQ(ask(&Handlers::level_hub, get("/fr/levels/qc", {{"slug", "qc"}})).status, 200) << "its code stays";
}

TEST_F(StaffOfSite, AnOwnerOfOneProvinceChangesItsLevelsOnly) {
    const auth::Grant grant{auth::Role::owner, level("qc")};
    const auto editor = [&](std::string_view slug) {
        return ask_staff(&StaffHandlers::level, signed_in(get("/fr/staff/levels/x", {{"level", slug}}), grant)).status;
    };
    EXPECT_EQ(editor("val-clair"), 200);
    EXPECT_EQ(editor("qc"), 200);
    EXPECT_EQ(editor("on"), 404);
    EXPECT_EQ(editor("canada"), 404);
}

TEST_F(StaffOfSite, TheFirstPageTellsWhatIsNotPublished) {
    const auto sentences = [&] {
        const auto request = signed_in(get("/en/staff"));
        std::string all;
        for (const auto& task : database->read([&](db::Read& read) { return home_news(read, request); }).tasks)
            all += task.sentence + "\n";
        return all;
    };
    EXPECT_EQ(sentences(), "") << "the demo is all published";
    std::ignore = send(&StaffHandlers::read_new_block, &StaffHandlers::add_block,
                       signed_in(post("/en/staff/hubs/on/blocks", {{"level", "on"}}, {{"kind", "text"}})));
    std::ignore = send(&StaffHandlers::read_new_page, &StaffHandlers::create_page,
                       signed_in(post("/en/staff/pages", {}, {{"slug", "buses"}, {"level", "canada"}})));
    auto request = signed_in(
        post("/en/staff/pages/buses", {{"slug", "buses"}}, {{"title_en", "Buses"}, {"body_en", "They run."}}));
    request.form.add({"seen", seen_in(page_editor("buses"))});
    std::ignore = send(&StaffHandlers::read_page, &StaffHandlers::save_page, request);
    EXPECT_EQ(sentences(),
              "The hub of Ontario has changes that are not published.\n"
              "The page “Buses” has no French text yet.\n"
              "The page “Buses” has words that are not published.\n");
}

}  // namespace
}  // namespace site
