// What staff do: Amélie writes a letter in both languages, publishes it, and looks at what came back.
#include "features/letters/staff_handlers.h"

#include "features/letters/handlers_house_test.h"

namespace letters {
namespace {

class StaffLetters : public house::LetterHouse {
protected:
    StaffLetters() : LetterHouse(test_support::Kind::sqlite) {}

    static http::Request as_amelie(http::Request request) {
        auth::Principal amelie{.id = auth::StaffId{1},
                               .name = "Amélie Roy",
                               .email = *base::EmailAddress::parse("amelie@example.org"),
                               .grants = {{auth::Role::owner, std::nullopt}},
                               .session = auth::SessionId{1}};
        request.staff = std::make_shared<const auth::Principal>(std::move(amelie));
        return request;
    }
    http::Response page(const std::string& slug) {
        const auto request = as_amelie(http::testing::get("/en/staff/letters/" + slug, {{"slug", slug}}));
        return database->read([&](db::Read& read) { return staff.show(request, read); });
    }
    http::WriteResult act(http::WriteResult (StaffHandlers::*step)(const CampaignAct&, db::Write&) const,
                          std::string_view slug) {
        const auto form = staff.read_act(as_amelie(http::testing::post("/en/staff/letters/x/y", {{"slug", slug}}, {})));
        return database->write([&](db::Write& write) { return (staff.*step)(*form, write); });
    }
    void begin() {
        const auto edit = staff.read_new(as_amelie(
            http::testing::post("/en/staff/letters/new", {}, {{"slug", "clean-water"}, {"level", "canada"}})));
        ASSERT_TRUE(edit);
        ASSERT_TRUE(database->write([&](db::Write& write) { return staff.create(*edit, write); }));
    }
    http::WriteResult save(const std::vector<http::Fields::Field>& fields) {
        auto request = as_amelie(http::testing::post("/en/staff/letters/clean-water/text", {{"slug", "clean-water"}},
                                                     {{"level", "canada"}, {"own", "federal"}}));
        for (const auto& each : fields) request.form.add(each);
        const auto edit = staff.read_edit(request);
        if (!edit) return edit.error();
        return database->write([&](db::Write& write) { return staff.save(*edit, write); });
    }

    StaffHandlers staff{services};
};

TEST_F(StaffLetters, a_letter_is_published_only_in_both_languages) {
    begin();
    const std::vector<http::Fields::Field> english{{"title_en", "Clean water"},   {"why_en", "Because."},
                                                   {"opening_en", "I write."},    {"closing_en", "Will you?"},
                                                   {"subject_1_en", "Our water"}, {"address_asked", "1"}};
    ASSERT_TRUE(save(english));
    const auto refused = act(&StaffHandlers::publish, "clean-water");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().size(), 5U);
    const auto seen = [&] {
        const auto request =
            as_amelie(http::testing::get("/en/staff/letters/clean-water/text", {{"slug", "clean-water"}}));
        const std::string body{database->read([&](db::Read& read) { return staff.edit(request, read); }).body.view()};
        constexpr std::string_view kField = "name=\"seen\" value=\"";
        const auto at = body.find(kField) + kField.size();
        return body.substr(at, body.find('"', at) - at);
    }();
    auto both = english;
    for (const auto& [name, text] : {std::pair{"title_fr", "De l’eau propre"}, std::pair{"why_fr", "Parce que."},
                                     std::pair{"opening_fr", "Je vous écris."},
                                     std::pair{"closing_fr", "Le ferez-vous?"}, std::pair{"subject_1_fr", "Notre eau"}})
        both.push_back({name, text});
    both.push_back({"seen", seen});
    ASSERT_TRUE(save(both));
    ASSERT_TRUE(act(&StaffHandlers::publish, "clean-water"));
    EXPECT_EQ(database->read([](db::Read& read) { return store::find(read, "clean-water"); })->stage("2027-01-15"),
              Stage::open);
    EXPECT_TRUE(page("clean-water").body.view().contains("Pause it"));
}

TEST_F(StaffLetters, two_who_write_at_once_do_not_overwrite_each_other) {
    begin();
    ASSERT_TRUE(save({{"title_en", "Clean water"}, {"address_asked", "1"}}));
    const auto late = save({{"title_en", "Clear water"}, {"address_asked", "1"}});
    ASSERT_FALSE(late) << "it was sent without having seen what stands there";
    EXPECT_EQ(late.error().front().field, "title_en");
}

TEST_F(StaffLetters, the_overview_shows_what_waits_and_what_came_back) {
    const auto ann = confirmed_letter("ann");
    confirmed_letter("bea");
    database->write([&](db::Write& write) {
        const auto taken = store::take_due(write, {write.now() + base::minutes(10), 1});
        const store::LetterOutcome outcome{ann, taken.at(0).due_at, LetterState::bounced, write.now(), "550 No such"};
        store::record(write, {&outcome, 1});
    });
    const auto shown = page("post-office");
    EXPECT_TRUE(shown.body.view().contains("550 No such"));
    EXPECT_TRUE(shown.body.view().contains("the last by January 15, 2027"));
    ASSERT_TRUE(act(&StaffHandlers::resend, "post-office"));
    EXPECT_EQ(letter(ann).state, LetterState::waiting);
    ASSERT_TRUE(act(&StaffHandlers::pause, "post-office"));
    EXPECT_TRUE(page("post-office").body.view().contains("Go on"));
    ASSERT_TRUE(act(&StaffHandlers::resume, "post-office"));
    ASSERT_TRUE(act(&StaffHandlers::stop, "post-office"));
    EXPECT_EQ(letter(ann).state, LetterState::stopped);
}

TEST_F(StaffLetters, the_file_of_letters_starts_no_formula) {
    confirmed_letter("ann");
    const auto request =
        as_amelie(http::testing::get("/en/staff/letters/post-office/letters.csv", {{"slug", "post-office"}}));
    auto answer = database->read([&](db::Read& read) { return staff.export_csv(request, read); });
    ASSERT_TRUE(answer.make_body);
    std::string file;
    database->read([&](db::Read& read) { answer.make_body(read, [&](std::string_view part) { file += part; }); });
    EXPECT_TRUE(file.starts_with("letter,to,office,state,"));
    EXPECT_TRUE(file.contains("Odette Lafleur,mp,waiting,"));
}

}  // namespace
}  // namespace letters
