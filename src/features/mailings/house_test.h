// features/mailings/house_test.h - what tests of this slice begin with: a campaign with one petition, "library", and
// one mailing without words.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "features/mailings/edition_service.h"
#include "features/mailings/followed_links.h"
#include "people/store.h"
#include "tests/support/databases.h"

namespace mailings::house {

using base::Locale;

class Campaign : public test_support::OnBothDatabases {
protected:
    Campaign() {
        config.mail.postal_address = "12 Union Street, Ottawa ON  K1A 0B1";
        config.site.organisation_name_en = "Public Workers";
        config.site.organisation_name_fr = "Personnel public";
        actions.add([this](db::Read&, Locale locale) {
            const bool is_english = locale == Locale::english;
            return std::vector{ports::Action{.key = "library",
                                             .title = is_english ? "Save the library" : "Sauvons la bibliothèque",
                                             .summary = "",
                                             .path = is_english ? "/en/petitions/library" : "/fr/petitions/library",
                                             .figure = ports::LiveFigure{signatures, "signatures"}}};
        });
        links.personal = [](people::PersonId person, ports::SentMailId, Locale) { return links_of(person.value); };
        level = database->write([](db::Write& write) {
            return *people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
        });
        mailing = database->write([&](db::Write& write) {
            const auto id = store::insert(write, {.name = "Library", .level = level}, {"Amélie"});
            return *store::find(write, id);
        });
    }

    static ports::PersonalLinks links_of(std::int64_t person) {
        const auto number = std::to_string(person);
        return {"https://campaign.example/en/list/p" + number, "https://campaign.example/en/list/u" + number, ""};
    }
    static ports::AudienceMember person(const std::string& given_name, Locale locale) {
        return {.id = people::PersonId{7},
                .address_hash = 1,
                .email = "ruth@example.org",
                .name = {given_name, "Okafor"},
                .locale = locale,
                .postal_code = "E1C 1A1",
                .place = "Moncton",
                .province = people::Province::nb};
    }
    void write_words(const BothLanguages& words, Variant variant = {}) {
        database->write([&](db::Write& write) { store::save_words(write, mailing, variant, words); });
    }
    void write_both(const std::string& body) {
        write_words(
            {{"Hello {{given_name|friend}}", "Soon", body, ""}, {"Bonjour {{given_name|vous}}", "Bientôt", body, ""}});
    }
    void change(const MailingPlan& plan) {
        mailing = database->write([&](db::Write& write) {
            store::change(write, mailing.id, plan, {"Amélie"});
            return *store::find(write, mailing.id);
        });
    }
    std::shared_ptr<const ports::PreparedMailing> frozen() {
        const auto port = mailings_port(services);
        const auto edition = database->write([&](db::Write& write) { return port.freeze(write, mailing.id); });
        last_edition = edition;
        return database->read([&](db::Read& read) { return port.prepare(read, edition); });
    }
    std::vector<std::string> unready() {
        std::vector<std::string> words;
        database->read([&](db::Read& read) {
            for (const auto& each : mailings_port(services).find(read, mailing.id)->unready)
                words.emplace_back(each.key());
            return 0;
        });
        return words;
    }

    std::int64_t signatures = 1'204;
    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::ActionRegistry actions;
    ports::Pictures pictures;
    ports::SearchDocuments documents;
    ports::Audience audience;
    ports::MailSending sending;
    ports::MailLinks links;
    runtime::Random random = runtime::Random::seeded(1);
    FollowedLinks followed{random};
    ports::EventsAhead events{
        .find = [](db::Read&, ports::EventId id, Locale locale) -> std::optional<ports::EventAhead> {
            if (id != ports::EventId{17}) return std::nullopt;
            const bool is_english = locale == Locale::english;
            return ports::EventAhead{.id = id,
                                     .title = is_english ? "Soup & talk" : "Soupe et conversation",
                                     .when = is_english ? "December 3 at 7 p.m." : "le 3 décembre à 19 h",
                                     .where = "Larch River",
                                     .language = is_english ? "English and French" : "Français et anglais",
                                     .path = is_english ? "/en/events/17" : "/fr/events/17",
                                     .starts_at = {}};
        },
        .upcoming = [this](db::Read& read, Locale locale,
                           std::size_t) { return std::vector{*events.find(read, ports::EventId{17}, locale)}; }};
    http::OutgoingClient client{
        {.private_networks = {*http::Network::parse("127.0.0.0/8")}, .timeout = std::chrono::seconds{5}}};
    Services services{config,   secret,  tokens, frames,   actions, pictures, documents,
                      audience, sending, links,  followed, client,  nullptr,  &events};
    base::LevelId level{0};
    Mailing mailing{MailingId{0}, {}, {}, {}, ""};
    MailingEditionId last_edition{0};
};

}  // namespace mailings::house
