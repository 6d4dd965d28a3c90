// For the tests of this slice: champions of one's own, the handlers, and a clock that can be set.
#pragma once
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "features/presentations/booking_service.h"
#include "features/presentations/offer_store.h"
#include "features/presentations/report_store.h"
#include "features/presentations/slice.h"
#include "features/presentations/store.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"

namespace presentations {

// What undoes a transaction in which a form was refused, as the server does.
struct Refused {
    base::Problems problems;
};

class PresentationsHouse : public testing::TestWithParam<test_support::Kind> {
protected:
    PresentationsHouse() {
        database->write([](db::Write& write) {
            const auto canada =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            people::insert_level(write, {people::LevelKind::province, "nb", "New Brunswick", "Nouveau-Brunswick", 2,
                                         canada, people::Province::nb});
        });
        noor = add_champion("noor-haddad", "Noor Haddad");
        champions.find = [this](db::Read&, ChampionId id) { return stopped.contains(id) ? std::nullopt : find(id); };
        champions.reach = [this](db::Read&, ChampionId id) { return find(id); };
        champions.find_by_slug = [this](db::Read&, std::string_view slug) {
            const auto found = std::ranges::find(known, slug, &ports::ChampionFacts::slug);
            return found == known.end() ? std::nullopt : std::optional{*found};
        };
        champions.name = [this](db::Read&, ChampionId id) { return find(id) ? find(id)->name : std::string{}; };
        champions.topics = [](db::Read&, base::Locale) {
            return std::vector{ports::Topic{TopicId{1}, "public-services", "Public services"}};
        };
        champions.matching = [this](db::Read&, const ports::ChampionSearch& search) {
            std::vector<ports::ChampionMatch> found;
            for (const auto& each : known)
                if (!stopped.contains(each.id) &&
                    (!search.language || std::ranges::find(each.languages, *search.language) != each.languages.end()))
                    found.push_back({each, ports::AreaFit::province, false});
            return found;
        };
        champions.is_free = [this](db::Read& read, const ports::SlotSearch& search, base::Instant start) {
            if (everybody_seems_free) return true;
            return store::holds(read, search.champions, {start, start + search.length}).empty();
        };
        champions.free_slots = [this](db::Read& read, const ports::SlotSearch& search) {
            std::vector<ports::ChampionSlots> found;
            for (const auto id : search.champions) {
                auto one = search;
                one.champions = {id};
                std::vector<base::Instant> starts;
                if (champions.is_free(read, one, search.within.begin)) starts.push_back(search.within.begin);
                found.push_back({id, starts});
            }
            return found;
        };
    }

    ChampionId add_champion(std::string slug, std::string name, base::Locale language = base::Locale::english) {
        const ChampionId id{static_cast<std::int64_t>(known.size()) + 1};
        known.push_back({.id = id,
                         .person = people::PersonId{id.value},
                         .slug = slug,
                         .name = std::move(name),
                         .email = *base::EmailAddress::parse(slug + "@champions.example.org"),
                         .locale = language,
                         .level = base::LevelId{1},
                         .zone = *i18n::TimeZone::find("America/Moncton"),
                         .place = "Larch River",
                         .province = people::Province::nb,
                         .radius_kilometres = 50,
                         .languages = {language},
                         .areas = {base::LevelId{1}},
                         .topics = {},
                         .formats = {Format::in_person, Format::online},
                         .most_per_week = 5,
                         .shown = true});
        return id;
    }
    std::optional<ports::ChampionFacts> find(ChampionId id) const {
        const auto found = std::ranges::find(known, id, &ports::ChampionFacts::id);
        return found == known.end() ? std::nullopt : std::optional{*found};
    }

    static http::Request asking(std::string_view email = "ruth@example.org") {
        return http::testing::post("/en/presentations/ask", {},
                                   {{"host_group", "Local 1031"},
                                    {"audience", "union"},
                                    {"expected_size", "35"},
                                    {"format", "in_person"},
                                    {"place", "St. Brendan’s Hall"},
                                    {"town", "Larch River"},
                                    {"province", "NB"},
                                    {"language", "en"},
                                    {"minutes", "60"},
                                    {"date_1", "2027-02-10T19:00"},
                                    {"date_2", "2027-02-11T19:00"},
                                    {"contact_name", "Ruth Abara"},
                                    {"email", email}});
    }
    // By a form and its handlers; Refused is thrown, and undoes, where it has problems.
    template <class Form, class Apply>
    http::Response write(const Form& form, Apply apply) {
        return database->write([&](db::Write& tx) {
            auto answer = apply(form, tx);
            if (!answer) throw Refused{answer.error()};
            return *std::move(answer);
        });
    }
    PresentationId ask(std::string_view email = "ruth@example.org") {
        const auto form = handlers.read_form(asking(email));
        EXPECT_TRUE(form);
        write(*form, [&](const NewRequest& each, db::Write& tx) { return handlers.submit(each, tx); });
        return newest().id;
    }
    Presentation newest() {
        return database->read([](db::Read& read) { return store::page(read, {}); }).front();
    }
    Presentation now_of(PresentationId id) {
        return *database->read([&](db::Read& read) { return store::find(read, id); });
    }
    void confirm(PresentationId id) {
        database->write([&](db::Write& tx) { presentations::confirm(services, id, tx); });
    }
    std::vector<Offer> offers(PresentationId id) {
        return database->read([&](db::Read& read) { return store::offers_of(read, id); });
    }
    Accepted say_yes(const Offer& offer, base::Instant start) {
        return database->write([&](db::Write& tx) { return accept_offer(services, {offer.id, start}, tx); });
    }
    std::vector<base::Instant> dates(PresentationId id) {
        return database->read([&](db::Read& read) { return store::dates(read, id); });
    }
    std::vector<std::string> mails() {
        std::vector<std::string> kinds;
        for (const auto& each : database->read([](db::Read& read) { return mail::latest_mails(read, {}); }))
            kinds.push_back(each.order.kind + " " + each.order.recipient.text());
        std::ranges::sort(kinds);
        return kinds;
    }
    // Each mail as it leaves, newest first.
    std::vector<mail::Message> rendered() {
        std::vector<mail::Message> messages;
        mail::Renderers renderers;
        slice.add_mails(renderers);
        database->read([&](db::Read& read) {
            for (const auto& each : mail::latest_mails(read, {}))
                if (auto made = (*renderers.find(each.order.kind))(each.order, read))
                    messages.push_back(*std::move(made));
        });
        return messages;
    }

    base::Instant clock{1'800'000'000'000'000};  // 2027-01-15T08:00:00Z
    test_support::TestDatabase database{GetParam(), [this] { return clock; }};
    std::vector<ports::ChampionFacts> known;
    std::set<ChampionId> stopped;  // of the known: who paused or left
    bool everybody_seems_free = false;
    ChampionId noor{1};
    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::Champions champions;
    ports::Pictures pictures;
    ports::PersonActions actions;
    ports::Materials materials;
    ports::MessageGuides guides;
    Services services{config, secret, tokens, frames, champions, pictures, actions, materials, guides};
    Handlers handlers{services};
    HostHandlers host{services};
    OfferHandlers offer_handlers{services};
    NameHandlers names{services};
    ChampionHandlers champion_handlers{services};
    Slice slice{services};
};

}  // namespace presentations
