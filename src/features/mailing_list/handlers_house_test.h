// features/mailing_list/handlers_house_test.h - the slice over a real database, and Maya who joins and leaves.
#pragma once
#include <gtest/gtest.h>

#include "features/mailing_list/join_handlers.h"
#include "features/mailing_list/mails.h"
#include "features/mailing_list/membership_service.h"
#include "features/mailing_list/preference_handlers.h"
#include "features/mailing_list/sign_up_store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"

namespace mailing_list {

class ListHouse : public test_support::OnBothDatabases {
protected:
    ListHouse() {
        database->write([](db::Write& write) {
            people::insert_level(write, {people::LevelKind::national, std::string{people::kNationalSlug}, "Canada",
                                         "Canada", 1, std::nullopt, std::nullopt});
        });
        actions.add_listener([this](db::Write&, std::span<const ports::PersonAction> told) {
            for (const auto& each : told) events.push_back(each.event);
        });
        add_mails(renderers, services);
        config.limits.dwell_seconds = 3;
    }

    // A stamp that is old enough.
    std::string stamp() const { return tokens.make(kStamp, 1'799'999'000'000'000); }
    http::Request join_request(std::string_view email, std::string_view path = "/en/join/news") const {
        return http::testing::post(
            path, {{"slug", "news"}},
            {{"email", email}, {"given_name", "Maya"}, {"postal_code", "k1a0b1"}, {"stamp", stamp()}});
    }
    http::Response send_form(const http::Request& request) {
        const auto form = join.read_form(request);
        EXPECT_TRUE(form);
        return *database->write([&](db::Write& write) { return join.join(*form, write); });
    }
    std::vector<mail::StoredMail> mails() {
        return database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
    }
    std::string rendered(const mail::StoredMail& stored) {
        const auto message =
            database->read([&](db::Read& read) { return (*renderers.find(stored.order.kind))(stored.order, read); });
        return message ? message->text : std::string{};
    }
    // The token behind this path in a mail.
    static std::string token_in(const std::string& text, const std::string& path) {
        const auto found = text.find(path);
        return found == std::string::npos ? std::string{} : text.substr(found + path.size(), 32);
    }
    std::string newest_sign_up_token() { return token_in(rendered(mails().at(0)), "/sign-ups/"); }

    http::Response press(http::WriteResult (SignUpHandlers::*button)(const SignUpAct&, db::Write&) const,
                         const std::string& token) {
        const auto act = sign_ups.read_act(http::testing::post("/en/sign-ups/x", {{"token", token}}, {}));
        EXPECT_TRUE(act);
        return *database->write([&](db::Write& write) { return (sign_ups.*button)(*act, write); });
    }
    void join_and_confirm(std::string_view email = "maya@example.org") {
        send_form(join_request(email));
        press(&SignUpHandlers::confirm, newest_sign_up_token());
    }
    std::optional<people::Person> person(std::string_view email = "maya@example.org") {
        const auto hash = people::address_hash(secret, *base::EmailAddress::parse(email));
        return database->read([&](db::Read& read) { return people::find_person_by_address(read, hash); });
    }
    std::optional<people::MailStanding> standing(std::string_view email = "maya@example.org") {
        const auto known = person(email);
        if (!known) return std::nullopt;
        return database->read([&](db::Read& read) { return people::find_standing(read, known->id); });
    }
    bool may_be_mailed(std::optional<people::TopicBit> topic = std::nullopt) {
        const auto now_standing = standing();
        return now_standing && people::may_be_mailed(*now_standing, topic, db::now());
    }
    std::vector<people::Consent> consents() {
        return database->read([&](db::Read& read) { return people::consents(read, person()->address_hash); });
    }

    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::SignOnGuard guard;
    std::vector<ports::MailReturn> returns;
    ports::NoteReturn note_return = [this](db::Write&, const ports::MailReturn& noted) { returns.push_back(noted); };
    ports::PersonActions actions;
    std::vector<ports::ActionEvent> events;
    Services services{config, secret, tokens, frames, guard, note_return, actions, *database};
    JoinHandlers join{services};
    SignUpHandlers sign_ups{services};
    PreferenceHandlers preferences{services};
    LeaveHandlers leaving{services};
    mail::Renderers renderers;
};

}  // namespace mailing_list
