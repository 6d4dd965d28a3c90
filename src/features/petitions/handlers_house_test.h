// features/petitions/handlers_house_test.h - everything that handlers of this slice need, around a test's own database
// with one published petition, "library".
#pragma once
#include <atomic>

#include <gtest/gtest.h>

#include "features/petitions/api.h"
#include "features/petitions/handlers.h"
#include "features/petitions/staff_handlers.h"
#include "features/petitions/store.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace petitions::house {

inline constexpr base::Instant kNow{1'800'000'000'000'000};  // that of http::testing requests
inline constexpr http::Fields::Field kSlug{"slug", "library"};

inline ports::FrameSettings frame_settings() {
    ports::FrameSettings settings;
    settings.public_url = "https://campaign.example";
    settings.campaign = [](base::Locale) { return "All Together Now"; };
    return settings;
}

class House : public testing::Test {
protected:
    House() {
        database->write([](db::Write& write) {
            const auto level =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            store::insert(write, {"library", Kind::petition, 100, {}, "canada"}, *level, "Amélie");
            const auto petition = *store::find(write, "library");
            store::save_text(write, petition, base::Locale::english, {"Save <the> library", "", "Keep it.", ""}, "A");
            store::save_text(write, petition, base::Locale::french, {"Sauvons-la", "", "Gardons-la.", ""}, "A");
            store::publish(write, petition.id, "Amélie");
        });
        counts.refresh();
    }

    static http::Request sign_request(std::string_view email) {
        return http::testing::post("/en/petitions/library/signatures", {kSlug},
                                   {{"given_name", "Maya"},
                                    {"family_name", "Tremblay"},
                                    {"email", email},
                                    {"country", "CA"},
                                    {"postal_code", "K1A0B1"},
                                    {"consent_mail", "1"}});
    }
    SignOutcome sign(const http::Request& request) {
        const auto sign_on = handlers.read_sign_on(request);
        EXPECT_TRUE(sign_on);
        return database->write([&](db::Write& write) { return Handlers::sign_all(write, {&*sign_on, 1}); }).at(0);
    }
    Signature only_signature() {
        return database->read(
            [](db::Read& read) { return store::page(read, {store::find(read, "library")->id, {}, 10}).at(0); });
    }
    std::string token_of(const Signature& signature) { return tokens.make(kOwnSignature, signature.id.value); }
    http::Request own_request(const std::string& token) {
        auto request = http::testing::get("/en/signatures/" + token, {{"token", token}});
        request.received_at = clock;
        return request;
    }
    http::Response read(http::Response (Handlers::*handler)(const http::Request&, db::Read&) const,
                        const http::Request& request) {
        return database->read([&](db::Read& read) { return (handlers.*handler)(request, read); });
    }
    http::Response press(http::WriteResult (Handlers::*handler)(const OwnAct&, db::Write&) const,
                         const std::string& token) {
        const auto act = handlers.read_own_act(own_request(token));
        return *database->write([&](db::Write& write) { return (handlers.*handler)(*act, write); });
    }

    std::atomic<base::Instant> clock = kNow;
    test_support::TestDatabase database{test_support::Kind::sqlite, [this] { return clock.load(); }};
    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{frame_settings()};
    ports::ActionRegistry actions;
    LiveCounts counts{*database};
    ports::CountChanges changes;
    ports::PetitionSections sections;
    ports::SignOnGuard guard;
    ports::Partners partners;
    Services services{config, secret, tokens, frames, actions, counts, changes, sections, guard, partners, *database};
    Handlers handlers{services};
    StaffHandlers staff{services};
    TextHandlers texts{services};
    SignatureHandlers signatures{services};
    Api api{services};
};

}  // namespace petitions::house
