// Amélie plans a mail to the list, types the number, takes it back, sends it, pauses it, and looks who got it.
#include "features/mail_sending/handlers.h"

#include <gtest/gtest.h>

#include "features/mail_sending/slice.h"
#include "people/merging.h"
#include "platform/auth/audit.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"
#include "tests/support/list_mail.h"

namespace mail_sending {
namespace {

using http::Fields;
using test_support::ListMail;

constexpr Fields::Field kMailing{"mailing", "4"};

class PlanningAMail : public test_support::OnBothDatabases {
protected:
    PlanningAMail() {
        list.config.mail.undo_minutes = 5;
        mailing.name = "Bulletin";
        list.mailings.find = [this](db::Read&, MailingId id) {
            return id.value == 4 ? std::optional{mailing} : std::nullopt;
        };
        list.mailings.unsent = [this](db::Read&) { return std::vector{mailing}; };
        list.mailings.freeze = [](db::Write&, MailingId) { return MailingEditionId{9}; };
        database->write([](db::Write& write) {
            people::insert_level(write, {.kind = people::LevelKind::national,
                                         .slug = "canada",
                                         .name_en = "Canada",
                                         .name_fr = "Canada",
                                         .accent = 1});
            for (int i = 0; i < 12; ++i)
                ListMail::join(write, "p" + std::to_string(i) + "@example.org", base::Locale::french);
        });
    }
    static http::Request by_amelie(http::Request request) {
        request.staff =
            std::make_shared<const auth::Principal>(auth::Principal{auth::StaffId{1},
                                                                    "Amélie",
                                                                    *base::EmailAddress::parse("amelie@example.org"),
                                                                    {{auth::Role::owner, std::nullopt}},
                                                                    auth::SessionId{1}});
        request.received_at = db::now();
        return request;
    }
    static std::string body(const http::Response& response) { return std::string{response.body.view()}; }
    std::string page(const std::string& path) {
        const auto request = by_amelie(http::testing::get(path, {{"blast", std::to_string(only().value)}}));
        return body(database->read([&](db::Read& read) { return handlers.show(request, read); }));
    }
    BlastId only() {
        return database->read([](db::Read& read) { return store::blasts(read, std::nullopt, 1).at(0).id; });
    }
    Stage stage() {
        return database->read([&](db::Read& read) { return standing_of(read, only(), db::now())->stage; });
    }
    http::WriteResult plan(std::initializer_list<Fields::Field> fields) {
        const auto form = handlers.read_new(by_amelie(http::testing::post("/en/staff/sending", {}, fields)));
        if (!form) return form.error();
        return database->write([&](db::Write& write) { return handlers.create(*form, write); });
    }
    http::WriteResult confirm(const std::string& number) {
        const auto shown = page("/en/staff/sending/1");
        const auto at = shown.find("name=\"proof\" value=\"") + 20;
        const auto proof = shown.substr(at, shown.find('"', at) - at);
        const auto form = handlers.read_confirming(
            by_amelie(http::testing::post("/en/staff/sending/1/confirmation", {{"blast", std::to_string(only().value)}},
                                          {{"proof", proof}, {"number", number}})));
        if (!form) return form.error();
        return database->write([&](db::Write& write) { return handlers.confirm(*form, write); });
    }
    http::WriteResult press(http::WriteResult (Handlers::*act)(const BlastAct&, db::Write&) const) {
        const auto form = handlers.read_act(
            by_amelie(http::testing::post("/en/staff/sending/1/x", {{"blast", std::to_string(only().value)}}, {})));
        return database->write([&](db::Write& write) { return (handlers.*act)(*form, write); });
    }

    ListMail list{*database, 1};
    ports::MailingSummary mailing{
        .id = MailingId{4}, .name = "", .level = base::LevelId{0}, .segment = {}, .topic = {}};
    const Services services = list.services();
    LiveSendings live{*database};
    const Handlers handlers{services, live};
    const PeopleHandlers people_handlers{services};
};

TEST_P(PlanningAMail, a_mail_to_everybody_needs_its_number_typed) {
    ASSERT_TRUE(plan({kMailing, {"when", "now"}, {"time_zone", "America/Toronto"}}));
    const auto shown = page("/en/staff/sending/1");
    EXPECT_NE(shown.find("12 people will get this mail."), std::string::npos);
    EXPECT_NE(shown.find("p0@example.org"), std::string::npos) << "a sample";
    EXPECT_NE(shown.find("name=\"number\""), std::string::npos);
    EXPECT_FALSE(confirm("11"));
    EXPECT_FALSE(confirm(""));
    EXPECT_EQ(stage(), Stage::planned);
    EXPECT_TRUE(confirm("12"));
    EXPECT_EQ(stage(), Stage::waiting) << "the undo window is open";
    EXPECT_NE(page("/fr/staff/sending/1").find("Annuler l’envoi"), std::string::npos);
}

TEST_P(PlanningAMail, it_can_be_taken_back_and_sent_again) {
    ASSERT_TRUE(plan({kMailing, {"when", "now"}, {"time_zone", "America/Toronto"}}));
    ASSERT_TRUE(confirm("12"));
    EXPECT_TRUE(press(&Handlers::take_back));
    EXPECT_EQ(stage(), Stage::planned);
    EXPECT_FALSE(press(&Handlers::take_back));
    EXPECT_TRUE(confirm("12"));
    EXPECT_TRUE(press(&Handlers::pause));
    EXPECT_EQ(stage(), Stage::paused);
    EXPECT_TRUE(press(&Handlers::resume));
    EXPECT_TRUE(press(&Handlers::stop));
    EXPECT_EQ(stage(), Stage::stopped);
    EXPECT_FALSE(press(&Handlers::pause));
    const auto audited = database->read(
        [](db::Read& read) { return auth::read_audit(read, {.action_prefix = "mail_sending."}).size(); });
    EXPECT_EQ(audited, 7u);
}

TEST_P(PlanningAMail, a_change_of_the_segment_changes_nobodys_mail) {
    std::string rules = "In Ontario";
    std::vector<std::optional<SegmentId>> asked;
    list.audience.segment = [&](db::Read&, SegmentId id, base::Locale) {
        return std::optional{ports::SegmentSummary{id, "Ours", id == SegmentId{7} ? rules : "In Ontario"}};
    };
    list.audience.count = [&](db::Read&, const ports::AudienceQuestion& question) {
        asked.push_back(question.segment);
        return std::int64_t{question.segment ? 3 : 12};
    };
    list.audience.freeze = [](db::Write&, SegmentId) { return std::optional{SegmentId{70}}; };
    ASSERT_TRUE(plan({kMailing, {"segment", "7"}, {"when", "now"}, {"time_zone", "America/Toronto"}}));
    const auto sees_then = [&](const std::string& meanwhile) {
        const auto shown = page("/en/staff/sending/1");
        const auto at = shown.find("name=\"proof\" value=\"") + 20;
        const auto form = handlers.read_confirming(
            by_amelie(http::testing::post("/en/staff/sending/1/confirmation", {{"blast", std::to_string(only().value)}},
                                          {{"proof", shown.substr(at, shown.find('"', at) - at)}, {"number", ""}})));
        rules = meanwhile;
        return database->write([&](db::Write& write) { return handlers.confirm(*form, write); });
    };
    EXPECT_FALSE(sees_then("Everybody in Canada")) << "that is not what she saw";
    EXPECT_TRUE(sees_then("Everybody in Canada")) << "she looked again";
    const auto kept = [&] { return database->read([&](db::Read& read) { return *store::find(read, only()); }); };
    EXPECT_EQ(question_of(kept(), db::now()).segment, SegmentId{70});
    EXPECT_TRUE(press(&Handlers::take_back));
    EXPECT_EQ(question_of(kept(), db::now()).segment, SegmentId{7});
}

TEST_P(PlanningAMail, what_is_wrong_is_said_at_once) {
    const auto refused = plan({kMailing, {"when", "later"}, {"begins_at", "2026-02-31T09:00"}, {"time_zone", "Mars"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().at(0).field, "time_zone");
    const auto spring = plan({kMailing,
                              {"when", "later"},
                              {"begins_at", "2027-03-14T02:30"},
                              {"time_zone", "America/Toronto"},
                              {"per_hour", "-4"}});
    ASSERT_FALSE(spring);
    EXPECT_EQ(spring.error().size(), 2u) << "an hour that the clocks leap over, and a speed below zero";
    mailing.unready.push_back(base::message("The French text is missing."));
    const auto unready = plan({kMailing, {"when", "now"}, {"time_zone", "America/Toronto"}});
    ASSERT_FALSE(unready) << "nothing goes out in one language unnoticed";
    EXPECT_EQ(plan({{"mailing", "5"}, {"when", "now"}, {"time_zone", "America/Toronto"}})->status, 404);
}

TEST_P(PlanningAMail, who_got_it_is_found_by_address_and_page_by_page) {
    const auto blast = list.order();
    std::vector<store::Copy> copies;
    database->write([&](db::Write& write) {
        for (int i = 0; i < 12; ++i) {
            const auto person =
                people::find_person_by_address(write, ListMail::hash_of("p" + std::to_string(i) + "@example.org"));
            copies.push_back({.person = person->id, .state = CopyState::held_back, .at = write.now()});
        }
        store::take(write, blast, copies, {1, write.now()});
    });
    const auto shown = [&](const std::string& query) {
        const auto request = by_amelie(
            http::testing::get("/en/staff/sending/1/recipients" + query, {{"blast", std::to_string(blast.value)}}));
        return body(database->read([&](db::Read& read) { return people_handlers.recipients(request, read); }));
    };
    EXPECT_NE(shown("").find("p11@example.org"), std::string::npos);
    EXPECT_EQ(shown("?after=" + std::to_string(copies[10].id.value)).find("p1@example.org"), std::string::npos);
    EXPECT_NE(shown("?show=held_back").find("p3@example.org"), std::string::npos);
    EXPECT_EQ(shown("?show=refused").find("p3@example.org"), std::string::npos);
    const auto rows_of = [](std::string_view html) {
        std::size_t rows = 0;
        for (auto at = html.find("Retenu"); at != html.npos; at = html.find("Retenu", at + 1)) ++rows;
        return rows;
    };
    const auto request = by_amelie(
        http::testing::get("/fr/staff/sending/people/1", {{"person", std::to_string(copies[3].person.value)}}));
    const auto of_person =
        body(database->read([&](db::Read& read) { return people_handlers.of_person(request, read); }));
    EXPECT_NE(of_person.find("Bulletin"), std::string::npos);
    EXPECT_NE(of_person.find("Retenu"), std::string::npos);
    database->write(
        [&](db::Write& write) { ASSERT_TRUE(people::merge(write, {copies[4].person, copies[3].person, "Rosa"})); });
    const auto merged = by_amelie(
        http::testing::get("/fr/staff/sending/people/1", {{"person", std::to_string(copies[4].person.value)}}));
    const auto both = body(database->read([&](db::Read& read) { return people_handlers.of_person(merged, read); }));
    EXPECT_EQ(rows_of(both), rows_of(of_person) + 1) << "what both records got";
    auto of_a_local = request;
    of_a_local.staff =
        std::make_shared<const auth::Principal>(auth::Principal{auth::StaffId{2},
                                                                "Tom",
                                                                *base::EmailAddress::parse("tom@example.org"),
                                                                {{auth::Role::owner, base::LevelId{4711}}},
                                                                auth::SessionId{2}});
    EXPECT_EQ(database->read([&](db::Read& read) { return people_handlers.of_person(of_a_local, read); }).status, 404)
        << "people of the whole nation are none of a local's business";
}

ALLTOGETHER_ON_BOTH_DATABASES(PlanningAMail);

}  // namespace
}  // namespace mail_sending
