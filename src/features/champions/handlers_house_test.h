// features/champions/handlers_house_test.h - for the tests of this slice: Noor's way through the handlers, a moderator
// of Ontario, and a clock that can be set.
#pragma once
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "features/champions/application_handlers.h"
#include "features/champions/handlers.h"
#include "features/champions/mails.h"
#include "features/champions/own_handlers.h"
#include "features/champions/staff_handlers.h"
#include "features/champions/store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "platform/i18n/local_time.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"

namespace champions {

class ChampionsHouse : public testing::TestWithParam<test_support::Kind> {
protected:
    ChampionsHouse() {
        database->write([this](db::Write& write) {
            national =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            ontario = people::insert_level(
                write, {people::LevelKind::province, "on", "Ontario", "Ontario", 2, national, people::Province::on});
        });
        add_mails(renderers, services);
        bookings.booked = [this](db::Read&, std::span<const ChampionId>, const ports::TimeSpan&) { return booked; };
        bookings.ask_path = [](base::Locale, std::string_view slug, std::optional<base::Instant>) {
            return "/ask/" + std::string{slug};
        };
        changes.add([this](db::Write&, ChampionId, ports::ChampionEnd end) { ends.push_back(end); });
        amelie = {auth::StaffId{1},
                  "Amélie",
                  *base::EmailAddress::parse("amelie@example.org"),
                  {{auth::Role::moderator, *ontario}},
                  auth::SessionId{1}};
    }

    static std::string text(const http::Response& response) { return std::string{response.body.view()}; }
    http::Request now(http::Request request) const {
        request.received_at = clock;
        return request;
    }
    std::int64_t hash(std::string_view email) const {
        return people::address_hash(secret, *base::EmailAddress::parse(email));
    }
    std::vector<mail::StoredMail> mails() {
        return database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
    }
    // The token behind `path` in the newest mail.
    std::string token(const std::string& path) {
        const auto stored = mails().at(0);
        const auto message =
            database->read([&](db::Read& read) { return (*renderers.find(stored.order.kind))(stored.order, read); });
        return message ? message->text.substr(message->text.find(path) + path.size(), 32) : "";
    }
    std::string apply_as(std::string_view email) {
        const std::string level = std::to_string(ontario->value);
        const auto act =
            applications.read_application(now(http::testing::post("/en/champions/apply", {},
                                                                  {{"given_name", "Noor"},
                                                                   {"family_name", "Haddad"},
                                                                   {"email", email},
                                                                   {"place", "North Harbour"},
                                                                   {"level", level},
                                                                   {"english", "1"},
                                                                   {"in_person", "1"},
                                                                   {"online", "1"},
                                                                   {"radius", "80"},
                                                                   {"motivation", "Because they ask me."}})));
        EXPECT_TRUE(act);
        const auto answer = database->write([&](db::Write& write) { return applications.apply(*act, write); });
        return answer ? answer->headers.text("Location") : "";
    }
    bool confirm(const std::string& with) {
        const auto use = applications.read_confirm(now(http::testing::post("/en/x", {{"token", with}}, {})));
        return use && database->write([&](db::Write& write) { return bool{applications.confirm(*use, write)}; });
    }
    std::optional<Champion> noor() {
        return database->read([&](db::Read& read) { return store::find_by_address(read, hash("noor@example.org")); });
    }
    bool step(std::string_view state) {
        auto request =
            now(http::testing::post("/en/staff/x", {{"champion", std::to_string(noor()->id.value)}},
                                    {{"state", state}, {"day", step_day}, {"note", "An evening in the hall."}}));
        request.staff = std::make_shared<const auth::Principal>(amelie);
        const auto act = staff.read_step(request);
        return act && database->write([&](db::Write& write) {
            const auto answer = staff.take_step(*act, write);
            return answer && answer->status == 303;
        });
    }
    std::string sign_in() {
        const auto wanted = applications.read_wanted(
            now(http::testing::post("/en/champions/sign-in", {}, {{"email", "noor@example.org"}})));
        database->write([&](db::Write& write) { return bool{applications.send_link(*wanted, write)}; });
        return enter(token("/sign-in/"));
    }
    // The cookie; "" where the link does not work.
    std::string enter(const std::string& with) {
        const auto use = applications.read_enter(now(http::testing::post("/en/x", {{"token", with}}, {})));
        if (!use) return "";
        const auto answer = database->write([&](db::Write& write) { return applications.enter(*use, write); });
        return answer && !answer->cookies.empty() ? answer->cookies.at(0).value : "";
    }
    http::Request own(http::Request request) const {
        request = now(std::move(request));
        request.cookies.add({"champion", session});
        return request;
    }
    // A form of an own page is read and written.
    template <class Where, class Act>
    http::WriteResult press(base::Result<Act, base::Problems> (Where::*parse)(const http::Request&) const,
                            http::WriteResult (Where::*apply)(const Act&, db::Write&) const,
                            const http::Request& request) {
        const Where where{services};
        const auto act = (where.*parse)(request);
        if (!act) return act.error();
        return database->write([&](db::Write& write) { return (where.*apply)(*act, write); });
    }
    // Tuesdays from six to nine, in Toronto.
    http::WriteResult tuesdays() {
        return press(&TimesHandlers::read_times, &TimesHandlers::write_times,
                     own(http::testing::post("/en/champions/own/times", {},
                                             {{"zone", "America/Toronto"},
                                              {"notice_hours", "48"},
                                              {"buffer_in_person", "60"},
                                              {"buffer_online", "0"},
                                              {"most_per_week", "2"},
                                              {"from_1_0", "18:00"},
                                              {"until_1_0", "21:00"}})));
    }
    http::WriteResult agree(std::string_view act = "give") {
        return press(&OwnHandlers::read_showing, &OwnHandlers::change_showing,
                     own(http::testing::post("/en/champions/own/showing", {}, {{"act", act}})));
    }
    // All of it: active, in the directory, free on Tuesday evenings.
    void become_active() {
        apply_as("noor@example.org");
        confirm(token("/confirm/"));
        for (const char* state : {"in_training", "trained", "active"}) EXPECT_TRUE(step(state)) << state;
        session = sign_in();
        EXPECT_TRUE(tuesdays());
        EXPECT_TRUE(agree());
    }
    // What the wall in Toronto shows at her next free times, an hour each.
    std::vector<std::string> free_times(base::Duration ahead,
                                        ports::PresentationFormat format = ports::PresentationFormat::in_person) {
        const auto slots = database->read([&](db::Read& read) {
            return port.free_slots(read, {.champions = {noor()->id},
                                          .within = {clock, clock + ahead},
                                          .length = base::hours(1),
                                          .format = format,
                                          .now = clock});
        });
        std::vector<std::string> walls;
        for (const auto at : slots.at(0).starts)
            walls.push_back(i18n::text_of(i18n::local_time(at, i18n::TimeZone::toronto())));
        return walls;
    }
    std::string directory(std::string_view query = "") {
        return text(database->read([&](db::Read& read) {
            return handlers.directory(now(http::testing::get("/en/champions" + std::string{query})), read);
        }));
    }

    // A Monday: November 9, 2026, ten in the morning in Toronto.
    std::string step_day = "2026-11-02";  // on which staff say that a step was taken
    base::Instant clock{1'794'236'400'000'000};
    test_support::TestDatabase database{GetParam(), [this] { return clock; }};
    std::optional<base::LevelId> national, ontario;
    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "http://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::Pictures pictures;
    ports::PersonActions person_actions;
    ports::ChampionBookings bookings;
    ports::ChampionChanges changes;
    std::vector<ports::BookedTime> booked;
    std::vector<ports::ChampionEnd> ends;
    http::OutgoingClient client{{.private_networks = {http::Network::parse("127.0.0.0/8").value()},
                                 .timeout = std::chrono::milliseconds{2'000},
                                 .kept_bytes = 10'000,
                                 .most_bytes = 10'000}};
    Services services{config, secret, tokens, frames, pictures, person_actions, bookings, changes, client, *database};
    mail::Renderers renderers;
    Handlers handlers{services};
    ApplicationHandlers applications{services};
    OwnHandlers own_handlers{services};
    StaffHandlers staff{services};
    ports::Champions port = champions_port(services);
    auth::Principal amelie{auth::StaffId{1}, "", *base::EmailAddress::parse("a@example.org"), {}, auth::SessionId{1}};
    std::string session;
};

}  // namespace champions
