// What staff do, without a socket: Amélie begins, writes and publishes; Tom and Inès write at the same time.
#include "features/petitions/handlers_house_test.h"

namespace petitions {
namespace {

using house::kNow;
using house::kSlug;

// Amélie, an editor everywhere.
class StaffPages : public house::House {
protected:
    http::Request as_amelie(http::Request request) {
        auth::Principal amelie{.id = auth::StaffId{1},
                               .name = "Amélie Roy",
                               .email = *base::EmailAddress::parse("amelie@example.org"),
                               .grants = {{auth::Role::owner, std::nullopt}},
                               .session = auth::SessionId{1}};
        request.staff = std::make_shared<const auth::Principal>(std::move(amelie));
        return request;
    }
    // The form with these fields, as the server runs it: written, or shown again.
    http::Response send_texts(std::string_view slug, std::string_view seen,
                              std::initializer_list<http::Fields::Field> fields) {
        auto request = as_amelie(http::testing::post("/en/staff/petitions/x/text", {{"slug", slug}}, fields));
        request.form.add({"seen", seen});
        base::Problems problems;
        if (const auto edit = texts.read_texts(request)) {
            const auto answer = database->write([&](db::Write& write) { return texts.save(*edit, write); });
            if (answer) return *answer;
            problems = answer.error();
        } else {
            problems = edit.error();
        }
        return database->read([&](db::Read& read) { return texts.show_again(request, problems, read); });
    }
    http::Response editor(std::string_view slug) {
        const auto request = as_amelie(http::testing::get("/en/staff/petitions/x/text", {{"slug", slug}}));
        return database->read([&](db::Read& read) { return texts.show(request, read); });
    }
    // What the form of that page carries.
    static std::string seen_in(const http::Response& page) {
        constexpr std::string_view kField = "name=\"seen\" value=\"";
        const std::string body{page.body.view()};
        const auto at = body.find(kField) + kField.size();
        return body.substr(at, body.find('"', at) - at);
    }
    Text newest(base::Locale locale) {
        return database->read(
            [&](db::Read& read) { return store::versions(read, store::find(read, "library")->id, locale).front(); });
    }
    static bool shows(const http::Response& page, std::string_view text) { return page.body.view().contains(text); }
    std::vector<auth::StoredAuditEntry> audit() {
        return database->read([](db::Read& read) { return auth::read_audit(read, {}); });
    }
};

TEST_F(StaffPages, AmelieBeginsWritesAndPublishesWithoutFrenchOnlyByDecision) {
    const auto begin = staff.read_new(as_amelie(http::testing::post(
        "/en/staff/petitions", {}, {{"slug", "transit"}, {"kind", "pledge"}, {"goal", ""}, {"level", "canada"}})));
    const auto begun = database->write([&](db::Write& write) { return staff.create(*begin, write); });
    EXPECT_EQ(begun->headers.view("Location"), "/en/staff/petitions/transit/text");

    const auto edit =
        texts.read_texts(as_amelie(http::testing::post("/en/staff/petitions/transit/text", {{"slug", "transit"}},
                                                       {{"title_en", "Keep the bus"}, {"body_en", "Every day."}})));
    EXPECT_TRUE(database->write([&](db::Write& write) { return texts.save(*edit, write); }));

    const auto publish = [&](std::initializer_list<http::Fields::Field> fields) {
        const auto act = staff.read_act(
            as_amelie(http::testing::post("/en/staff/petitions/transit/publication", {{"slug", "transit"}}, fields)));
        return database->write([&](db::Write& write) { return staff.publish(*act, write); });
    };
    const auto refused = publish({});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().front().field, "one_language");
    EXPECT_TRUE(publish({{"one_language", "1"}}));
    EXPECT_EQ(audit().front().entry.action, "petitions.publish");
    EXPECT_EQ(audit().front().entry.changes.back().field, "one_language");
    EXPECT_EQ(audit().front().entry.actor.name, "Amélie Roy");
}

TEST_F(StaffPages, WordsThatTomChangedWhileAmelieLookedAreNotPublishedUnseen) {
    const auto newest = [&] {
        return database->read(
            [](db::Read& read) { return store::newest_texts(read, store::find(read, "library")->id); });
    };
    const auto publish = [&](const std::string& seen) {
        const auto act = staff.read_act(as_amelie(
            http::testing::post("/en/staff/petitions/library/publication", {kSlug}, {{ports::kSeenField, seen}})));
        return database->write([&](db::Write& write) { return staff.publish(*act, write); });
    };
    const auto looked_at = staff_pages::seen_words(newest());
    database->write([](db::Write& write) {
        store::save_text(write, *store::find(write, "library"), base::Locale::english,
                         {"Close the library", "", "At once.", ""}, "Tom");
    });
    EXPECT_FALSE(publish(looked_at));
    EXPECT_TRUE(publish(staff_pages::seen_words(newest())));
}

TEST_F(StaffPages, ALanguageThatIsEmptiedAgainCountsAsMissing) {
    const auto save = [&](std::string_view french) {
        return send_texts(
            "transit", seen_in(editor("transit")),
            {{"title_en", "Keep the bus"}, {"body_en", "Every day."}, {"title_fr", french}, {"body_fr", french}});
    };
    const auto begin = staff.read_new(as_amelie(http::testing::post(
        "/en/staff/petitions", {}, {{"slug", "transit"}, {"kind", "pledge"}, {"goal", ""}, {"level", "canada"}})));
    EXPECT_TRUE(database->write([&](db::Write& write) { return staff.create(*begin, write); }));
    EXPECT_EQ(save("Gardons l'autobus").status, 303);
    EXPECT_EQ(save("").status, 303);
    EXPECT_EQ(audit().front().entry.changes.front().before, "Gardons l'autobus");
    const auto act = staff.read_act(
        as_amelie(http::testing::post("/en/staff/petitions/transit/publication", {{"slug", "transit"}}, {})));
    const auto published = database->write([&](db::Write& write) { return staff.publish(*act, write); });
    ASSERT_FALSE(published);
    EXPECT_EQ(published.error().front().field, "one_language");
}

TEST_F(StaffPages, TomWritesEnglishAndInesFrenchAtTheSameTimeAndBothAreKept) {
    const auto seen = seen_in(editor("library"));
    EXPECT_EQ(send_texts("library", seen,
                         {{"title_en", "Save our library"},
                          {"body_en", "Keep it."},
                          {"title_fr", "Sauvons-la"},
                          {"body_fr", "Gardons-la."}})
                  .status,
              303);
    EXPECT_EQ(send_texts("library", seen,
                         {{"title_en", "Save <the> library"},
                          {"body_en", "Keep it."},
                          {"title_fr", "Sauvons notre bibliothèque"},
                          {"body_fr", "Gardons-la."}})
                  .status,
              303);
    EXPECT_EQ(newest(base::Locale::english).title, "Save our library");
    EXPECT_EQ(newest(base::Locale::french).title, "Sauvons notre bibliothèque");
}

TEST_F(StaffPages, TwoWhoChangeTheSameWordsMeetOnAPageThatShowsBoth) {
    const auto seen = seen_in(editor("library"));
    const auto send = [&](const std::string& with, std::string_view title, std::string_view body) {
        return send_texts(
            "library", with,
            {{"title_en", title}, {"body_en", body}, {"title_fr", "Sauvons-la"}, {"body_fr", "Gardons-la."}});
    };
    EXPECT_EQ(send(seen, "Tom's title", "Tom's body.").status, 303);
    const auto met = send(seen, "Save <the> library", "The body of Inès.");
    EXPECT_EQ(met.status, 409);
    EXPECT_TRUE(shows(met, "value=\"Tom&#39;s title\"")) << "only Tom changed the title: it comes in";
    EXPECT_TRUE(shows(met, "The body of Inès.</textarea>")) << "what was typed stays";
    EXPECT_TRUE(shows(met, "<pre class=\"theirs__words\" tabindex=\"0\">Tom&#39;s body.</pre>"));
    EXPECT_TRUE(shows(met, "Amélie Roy saved this on"));
    EXPECT_EQ(newest(base::Locale::english).body, "Tom's body.") << "nothing is written over";

    EXPECT_EQ(send(seen_in(met), "Tom's title", "The body of both.").status, 303);
    EXPECT_EQ(newest(base::Locale::english).body, "The body of both.");
}

TEST_F(StaffPages, AFormThatSaysNothingOfWhatItShowedOverwritesNothing) {
    EXPECT_EQ(send_texts("library", "", {{"title_en", "Mine"}, {"body_en", "Mine."}}).status, 409);
    EXPECT_EQ(newest(base::Locale::english).title, "Save <the> library");
}

TEST_F(StaffPages, PressingCloseTwiceClosesOnce) {
    const auto act = staff.read_act(as_amelie(http::testing::post("/en/staff/petitions/library/closing", {kSlug}, {})));
    for (int i = 0; i < 2; ++i)
        EXPECT_TRUE(database->write([&](db::Write& write) { return staff.close(*act, write); }));
    EXPECT_EQ(audit().size(), 1u);
}

TEST_F(StaffPages, AnExportIsOnRecordAndLeavesForTenMinutesAndToNobodyElse) {
    sign(sign_request("maya@example.org"));
    auto request = as_amelie(http::testing::get("/en/staff/petitions/library/signatures.csv", {kSlug}));
    const auto download = [&] {
        return database->read([&](db::Read& read) { return signatures.download_export(request, read); });
    };
    EXPECT_EQ(download().status, 410) << "nobody has begun it";
    const auto act = staff.read_act(as_amelie(http::testing::post("/en/staff/petitions/library/exports", {kSlug}, {})));
    const auto begun = database->write([&](db::Write& write) { return signatures.begin_export(*act, write); });
    EXPECT_EQ(begun->headers.view("Location"), request.path);
    EXPECT_EQ(audit().front().entry.action, "petitions.export");
    const auto file = database->read([&](db::Read& read) {
        std::string text;
        signatures.download_export(request, read).make_body(read, [&](std::string_view part) { text += part; });
        return text;
    });
    EXPECT_TRUE(file.contains("maya@example.org"));
    const auto amelie = request.staff;
    auth::Principal colleague = *amelie;
    colleague.id = auth::StaffId{2};
    request.staff = std::make_shared<const auth::Principal>(colleague);
    EXPECT_EQ(download().status, 410);
    request.staff = amelie;
    request.received_at = kNow + base::minutes(11);
    EXPECT_EQ(download().status, 410);
}

TEST_F(StaffPages, AnEditorOfAnotherLevelSeesNothingHere) {
    auto request = as_amelie(http::testing::get("/en/staff/petitions/library", {kSlug}));
    auth::Principal elsewhere = *request.staff;
    elsewhere.grants = {{auth::Role::owner, base::LevelId{999}}};
    request.staff = std::make_shared<const auth::Principal>(elsewhere);
    const auto answer = database->read([&](db::Read& read) { return staff.show(request, read); });
    EXPECT_EQ(answer.status, 404);
}

}  // namespace
}  // namespace petitions
