// The way of a champion: Noor applies, is trained, stands in the directory, leaves, and is forgotten.
#include "features/champions/handlers.h"

#include <boost/json.hpp>

#include "features/champions/handlers_house_test.h"
#include "features/champions/history_store.h"
#include "features/champions/seed.h"
#include "features/champions/slice.h"
#include "platform/auth/audit.h"

namespace champions {
namespace {

using http::testing::get;

class Champions : public ChampionsHouse {};

TEST_P(Champions, NoorAppliesIsTrainedAndStandsInTheDirectoryOnceSheAgrees) {
    EXPECT_EQ(apply_as("noor@example.org"), "/en/champions/apply/sent");
    EXPECT_FALSE(noor()->confirmed_at);
    EXPECT_FALSE(step("in_training")) << "staff do not see her before her address is confirmed";
    EXPECT_TRUE(confirm(token("/confirm/")));
    EXPECT_EQ(noor()->slug, "noor-haddad");
    for (const char* state : {"in_training", "trained", "active"}) EXPECT_TRUE(step(state)) << state;
    EXPECT_EQ(mails().at(0).order.kind, kWelcomeMail);
    EXPECT_EQ(directory().find("Noor Haddad"), std::string::npos) << "she has not agreed to be shown";
    session = sign_in();
    ASSERT_FALSE(session.empty());
    EXPECT_TRUE(tuesdays());
    EXPECT_TRUE(agree());
    EXPECT_NE(directory().find("Noor Haddad"), std::string::npos);
    EXPECT_NE(directory("?area=ON&language=en").find("Noor Haddad"), std::string::npos);
    EXPECT_EQ(directory("?area=QC").find("Noor Haddad"), std::string::npos);
    EXPECT_EQ(directory("?language=fr").find("Noor Haddad"), std::string::npos);
    EXPECT_TRUE(agree("take_back"));
    EXPECT_EQ(directory().find("Noor Haddad"), std::string::npos);
    const auto log = database->read([&](db::Read& read) { return store::showings(read, noor()->id); });
    ASSERT_EQ(log.size(), 2U);
    EXPECT_NE(log[0].words.find("I agree that my name"), std::string::npos);
    EXPECT_EQ(log[0].version, 1);
}

// At one in the morning of November 10 in Toronto it is eleven in the evening of the 9th in Whitehorse.
TEST_P(Champions, StaffWriteDownTheirDayWhileItIsTheDayBeforeWhereSheLives) {
    apply_as("noor@example.org");
    ASSERT_TRUE(confirm(token("/confirm/")));
    clock = base::Instant{1'794'290'400'000'000};
    auto terms = noor()->terms;
    terms.zone = *i18n::TimeZone::find("America/Whitehorse");
    database->write([&](db::Write& write) { store::write_terms(write, noor()->id, terms); });
    step_day = "2026-11-11";
    EXPECT_FALSE(step("in_training")) << "tomorrow everywhere";
    step_day = "2026-11-10";
    EXPECT_TRUE(step("in_training"));
}

TEST_P(Champions, TheFormAnswersEverybodyTheSameAndLinksWorkOnce) {
    apply_as("noor@example.org");
    const auto first = token("/confirm/");
    EXPECT_EQ(apply_as("noor@example.org"), "/en/champions/apply/sent");
    EXPECT_TRUE(confirm(token("/confirm/"))) << "who applied twice confirms with the newest mail";
    EXPECT_FALSE(confirm("forged")) << "a forged link";
    confirm(first);
    EXPECT_EQ(database->read([&](db::Read& read) { return store::steps(read, noor()->id); }).size(), 1U)
        << "the older link confirms nothing a second time";
    EXPECT_EQ(apply_as("noor@example.org"), "/en/champions/apply/sent");
    EXPECT_EQ(mails().at(0).order.kind, kSignInMail) << "the truth goes by mail";
    const auto link = token("/sign-in/");
    EXPECT_FALSE(enter(link).empty());
    EXPECT_TRUE(enter(link).empty()) << "replayed";
    const auto expired = database->read(
        [&](db::Read& read) { return applications.show_enter(now(get("/en/x", {{"token", link}})), read); });
    EXPECT_EQ(expired.status, 404);
    EXPECT_NE(text(expired).find("does not work any more"), std::string::npos);
}

TEST_P(Champions, TheSessionLastsFourHoursAndOpensNothingElse) {
    become_active();
    const auto page = [&] {
        return database->read(
            [&](db::Read& read) { return own_handlers.overview(own(get("/en/champions/own")), read); });
    };
    EXPECT_EQ(page().status, 200);
    clock = clock + kSessionPeriod;
    EXPECT_EQ(page().headers.text("Location"), "/en/champions/sign-in");
    EXPECT_EQ(tuesdays()->headers.text("Location"), "/en/champions/sign-in") << "nothing is written";
    session = "forged";
    EXPECT_EQ(page().status, 303);
}

TEST_P(Champions, StaffOfAnotherLevelSeeNothingAndLeavingTellsTheOthers) {
    become_active();
    amelie.grants = {{auth::Role::moderator, base::LevelId{999}}};
    EXPECT_FALSE(step("paused"));
    amelie.grants = {{auth::Role::moderator, *ontario}};
    EXPECT_TRUE(step("paused"));
    EXPECT_TRUE(free_times(base::days(9)).empty());
    EXPECT_EQ(ends, (std::vector{ports::ChampionEnd::paused}));
    EXPECT_TRUE(step("active"));
    EXPECT_TRUE(step("left"));
    EXPECT_EQ(ends.back(), ports::ChampionEnd::left);
    EXPECT_EQ(database->read([&](db::Read& read) { return own_handlers.overview(own(get("/en/champions/own")), read); })
                  .status,
              303)
        << "her session ended";
}

TEST_P(Champions, EverythingAboutHerIsKnownExportedAndForgotten) {
    become_active();
    const ports::PersonKey key{hash("noor@example.org")};
    const auto holder = person_data(services);
    const auto sentences =
        database->read([&](db::Read& read) { return person_facts()(read, key, base::Locale::english); });
    ASSERT_EQ(sentences.size(), 4U);
    EXPECT_EQ(sentences.back().sentence, "Champion for Change: Active.");
    const auto held = boost::json::parse(database->read([&](db::Read& read) { return holder.export_json(read, key); }));
    EXPECT_EQ(held.at(0).at("hours").at(0).at("from"), "18:00");
    EXPECT_EQ(held.at(0).at("steps").as_array().size(), 4U);
    const auto slug = noor()->slug;
    database->write([&](db::Write& write) { holder.erase(write, key); });
    const auto log = database->read([](db::Read& read) { return auth::read_audit(read, {}); });
    ASSERT_FALSE(log.empty());
    for (const auto& stored : log) EXPECT_EQ(stored.entry.subject.label.find("Noor"), std::string::npos);
    EXPECT_FALSE(noor());
    EXPECT_EQ(ends.back(), ports::ChampionEnd::erased);
    EXPECT_EQ(
        database
            ->read([&](db::Read& read) { return handlers.one(now(get("/en/champions/x", {{"slug", slug}})), read); })
            .status,
        404);
    EXPECT_EQ(database->read([&](db::Read& read) { return holder.export_json(read, key); }), "[]");
    EXPECT_TRUE(mails().empty()) << "rows of mails hold her address";
    EXPECT_EQ(apply_as("noor@example.org"), "/en/champions/apply/sent") << "she may come back";
}

TEST(ChampionsApi, ALongDirectoryComesPageByPage) {
    const std::vector<Champion> shown;
    const std::vector<ports::Topic> topics;
    const people::LevelTree tree{{}};
    const std::string url = "https://campaign.example";
    const auto next = [&](std::size_t page) {
        return boost::json::parse(directory_json({shown, 120, {page, 3}, topics, tree, url})).at("next").as_int64();
    };
    EXPECT_EQ(next(0), 1);
    EXPECT_EQ(next(1), 2);
    EXPECT_EQ(next(2), 0) << "the last page";
}

TEST_P(Champions, ApplicationsThatNobodyConfirmedGoByThemselves) {
    apply_as("noor@example.org");
    const auto rules = retention_rules(services);
    const auto later = clock + base::days(31);
    EXPECT_EQ(database->read([&](db::Read& read) { return rules[0].count(read, later); }), 1);
    EXPECT_EQ(database->write([&](db::Write& write) { return rules[0].forget(write, {later}).gone; }), 1);
    EXPECT_FALSE(noor());
}

TEST_P(Champions, TheDemoHasADozenInBothLanguagesAndTheApiGivesThem) {
    database->write([&](db::Write& write) {
        for (const char* slug : {"nl", "nb", "sk", "ab", "mb", "yt"})
            people::insert_level(
                write,
                {people::LevelKind::province, slug, slug, slug, 3, national,
                 people::province_of(std::string{static_cast<char>(slug[0] - 32), static_cast<char>(slug[1] - 32)})});
        for (const char* slug : {"north-harbour", "val-clair", "cap-aux-oies", "two-creeks", "saint-alban-du-lac",
                                 "larch-river", "port-ellery", "riviere-aux-pins"})
            people::insert_level(write, {people::LevelKind::local, slug, slug, slug, 3, ontario, people::Province::on});
    });
    seed_demo(*database, services);
    seed_demo(*database, services);
    const auto answer = database->read(
        [&](db::Read& read) { return handlers.api_directory(now(get("/api/v1/champions?language=fr")), read); });
    const auto directory = boost::json::parse(text(answer));
    EXPECT_EQ(directory.at("champions").as_array().size(), 5U);
    EXPECT_EQ(directory.at("total").as_int64(), 5);
    EXPECT_EQ(directory.at("next").as_int64(), 0);
    EXPECT_TRUE(complete_check().run != nullptr);
    database->read([&](db::Read& read) { EXPECT_TRUE(complete_check().run(read).empty()); });
    const auto slots = database->read([&](db::Read& read) {
        return handlers.api_slots(now(get("/api/v1/champions/x/slots?minutes=90", {{"slug", "wade-penney"}})), read);
    });
    const auto json = boost::json::parse(text(slots));
    EXPECT_EQ(json.at("time_zone"), "America/St_Johns");
    EXPECT_FALSE(json.at("starts").as_array().empty());
    for (const std::string wrong : {"minutes=1", "format=by-pigeon", "from=yesterday"})
        EXPECT_EQ(database
                      ->read([&](db::Read& read) {
                          return handlers.api_slots(
                              now(get("/api/v1/champions/x/slots?" + wrong, {{"slug", "wade-penney"}})), read);
                      })
                      .status,
                  422)
            << wrong;
    const auto documents =
        database->read([](db::Read& read) { return champions::search_documents()(read, {.limit = 100}); });
    EXPECT_EQ(documents.size(), 2U + 2U * 10U);
}

INSTANTIATE_TEST_SUITE_P(Both, Champions, testing::Values(test_support::Kind::sqlite, test_support::Kind::postgres),
                         test_support::name_of);

}  // namespace
}  // namespace champions
