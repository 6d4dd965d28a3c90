// features/letters/handlers_house_test.h - what tests of this slice begin with: a small house of invented members, and
// one campaign that is open, "post-office".
#pragma once
#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "features/letters/demo_texts.h"
#include "features/letters/handlers.h"
#include "features/letters/queue_store.h"
#include "features/letters/staff_handlers.h"
#include "features/letters/store.h"
#include "features/letters/tally_store.h"
#include "people/store.h"
#include "platform/auth/secret.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"
#include "tests/support/own_folder.h"

namespace letters::house {

inline constexpr base::Instant kNow{1'800'000'000'000'000};  // that of http::testing requests: 2027-01-15

// Two federal ridings. K1A 0B1 lies in Larch River, K1B 2B2 in both, H2X 1Y4 in Val-Clair, whose seat is vacant.
inline ports::Riding larch_river() {
    return {.id = ports::RidingId{11},
            .house = ports::RidingHouse::federal,
            .province = people::Province::on,
            .code = "35001",
            .set = "test",
            .name_en = "Larch River",
            .name_fr = "Larch River"};
}
inline ports::Riding port_amity() {
    auto riding = larch_river();
    riding.id = ports::RidingId{12};
    riding.code = "35002";
    riding.name_en = riding.name_fr = "Port Amity";
    return riding;
}
inline ports::Riding val_clair() {
    auto riding = larch_river();
    riding.id = ports::RidingId{13};
    riding.province = people::Province::qc;
    riding.code = "24001";
    riding.name_en = riding.name_fr = "Val-Clair";
    return riding;
}

struct Seat {
    std::int64_t number;
    std::string name, place, party;
    std::optional<std::string> email;
    people::Province province = people::Province::on;
};
inline ports::Representative member(const Seat& seat) {
    return {.id = ports::RepresentativeId{seat.number},
            .office = people::Office::mp,
            .seat = seat.name.empty() ? ports::Seat::vacant : ports::Seat::held,
            .province = seat.province,
            .riding = ports::RidingId{seat.number - 10},
            .place = seat.place,
            .name = seat.name,
            .party = seat.party,
            .website = "",
            .email = seat.email ? base::EmailAddress::parse(*seat.email) : std::nullopt,
            .addresses = {{.kind = "legislature",
                           .telephone = "613-555-0142",
                           .fax = "",
                           .postal = "House of Commons\nOttawa ON  K1A 0A6"}},
            .source = "test",
            .as_of = "2026-11-03"};
}
inline std::vector<ports::Representative> members() {
    return {member({21, "Odette Lafleur", "Larch River", "Harvest Party", "odette.lafleur@house.example"}),
            member({22, "Ivan Petrov", "Port Amity", "Lantern Party", "ivan.petrov@house.example"}),
            member({23, "", "Val-Clair", "", std::nullopt, people::Province::qc})};
}

inline ports::Representatives representatives() {
    return {.look_up = [](db::Read&, const people::PostalCode& code) -> ports::FoundPlace {
                std::vector<ports::Riding> federal;
                if (code.text() == "K1A 0B1") federal = {larch_river()};
                if (code.text() == "K1B 2B2") federal = {larch_river(), port_amity()};
                if (code.text() == "H2X 1Y4") federal = {val_clair()};
                return {people::province_of(code), {{ports::RidingHouse::federal, federal}}};
            },
            .where =
                [](db::Read&, const ports::RepresentativeQuery& query) {
                    std::vector<ports::Representative> found;
                    for (auto& each : members()) {
                        const bool is_there = query.ridings.empty() ||
                                              std::ranges::find(query.ridings, *each.riding) != query.ridings.end();
                        if (is_there && (!query.office || *query.office == each.office)) found.push_back(each);
                    }
                    return found;
                },
            .find = [](db::Read&, ports::RepresentativeId id, base::Locale) -> std::optional<ports::Representative> {
                for (auto& each : members())
                    if (each.id == id) return each;
                return std::nullopt;
            }};
}

inline ports::FrameSettings frame_settings() {
    ports::FrameSettings settings;
    settings.public_url = "https://campaign.example";
    settings.campaign = [](base::Locale) { return "All Together Now"; };
    return settings;
}

// The pledge's demo text, so that stories read like letters.
inline Content whole_content() { return demo_letter(); }

class LetterHouse : public testing::TestWithParam<test_support::Kind> {
protected:
    explicit LetterHouse(test_support::Kind kind = GetParam()) : database{kind, [this] { return clock.load(); }} {
        config.mail.from_address = "info@campaign.example";
        config.site.organisation_name = "Public Workers";
        config.letters.per_hour_to_office = 60;
        database->write([&](db::Write& write) {
            const auto level =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            store::insert(write, {"post-office", *level, "Amélie"});
            Campaign made = *store::find(write, "post-office");
            made.content = whole_content();
            made.target = {.own = {ports::RidingHouse::federal}};
            store::save(write, made, "Amélie");
            store::publish(write, made.id, "Amélie");
        });
    }

    Campaign campaign() {
        return *database->read([](db::Read& read) { return store::find(read, "post-office"); });
    }
    // A letter of somebody, confirmed, to the member of this number.
    LetterId confirmed_letter(const std::string& name, std::int64_t to = 21) {
        return database->write([&](db::Write& write) {
            const auto found = representatives().find(write, ports::RepresentativeId{to}, base::Locale::english);
            const Writing writing{.campaign = store::find(write, "post-office")->id,
                                  .address_hash = ++people,
                                  .email = name + "@example.org",
                                  .name = {name, "Tremblay"},
                                  .locale = base::Locale::english,
                                  .postal_code = "K1A 0B1",
                                  .street = "5 Mill Lane",
                                  .place = "Larch River",
                                  .subject = "Our post office",
                                  .body = "Please keep it open, says " + name + "."};
            const Letter letter{.representative = found->id,
                                .recipient = found->email->text(),
                                .recipient_name = found->name,
                                .office = "mp",
                                .region = ""};
            const auto id = store::insert(write, writing, {&letter, 1}, likeness::signature_of(writing.body));
            store::set_state(write, id, WritingState::confirmed);
            send_off(services, *store::find_writing(write, id), write);
            return store::letters_of(write, id).at(0).id;
        });
    }
    Letter letter(LetterId id) {
        return *database->read([&](db::Read& read) { return store::find_letter(read, id); });
    }
    store::Tally total() {
        return database->read([&](db::Read& read) { return store::total(read, store::find(read, "post-office")->id); });
    }

    std::atomic<base::Instant> clock = kNow;
    std::int64_t people = 0;
    test_support::TestDatabase database;
    test_support::OwnFolder folder;
    runtime::Config config;
    runtime::Metrics metrics;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{frame_settings()};
    ports::ActionRegistry actions;
    ports::Representatives known = representatives();
    ports::LetterAnswers answers;
    ports::Elections elections;
    ports::MessageGuides guides;
    ports::WordHints hints;
    ports::SignOnGuard guard;
    ports::PersonActions person_actions;
    LikenessBook likeness;
    Services services{*database, config,    metrics, secret, tokens, frames,         actions,  known,
                      answers,   elections, guides,  hints,  guard,  person_actions, likeness, folder.path()};
};

}  // namespace letters::house
