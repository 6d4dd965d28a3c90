// bench/letters_speed.cpp - letters to representatives through the real engine, with throttles on: letters_speed
// --letters N --offices N --port PORT [options]. Confirms N letters of as many people to so many offices in an empty
// database, sends them, and waits until the fate of each stands there. Prints one JSON object: how long it took from
// the first confirmation, and how many letters one office got within ten seconds at most. Anything undelivered ends it
// with 1.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "features/letters/demo_texts.h"
#include "features/letters/engine_service.h"
#include "features/letters/handlers.h"
#include "features/letters/likeness_service.h"
#include "features/letters/store.h"
#include "features/letters/tally_store.h"
#include "platform/runtime/log.h"

namespace {

using Arguments = std::map<std::string, std::string>;
using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

runtime::Config configuration(const Arguments& given) {
    runtime::Config config;
    config.mail.transport = runtime::MailTransport::smtp;
    config.mail.smtp.host = "127.0.0.1";
    config.mail.smtp.port = std::stoi(given.at("port"));
    config.mail.smtp.starttls = runtime::StartTls::none;
    config.mail.smtp.helo_name = "campaign.example";
    config.mail.returns_domain = "returns.campaign.example";
    config.letters.connections = std::stoll(given.at("connections"));
    config.letters.per_hour_to_office = std::stoll(given.at("office"));
    config.letters.per_hour_to_domain = std::stoll(given.at("domain"));
    return config;
}

letters::CampaignId begin_campaign(db::Database& database) {
    return database.write([](db::Write& write) {
        const auto id = *letters::store::insert(write, {"bench", base::LevelId{1}, "bench"});
        auto campaign = *letters::store::find(write, id);
        campaign.content = letters::demo_letter();
        letters::store::save(write, campaign, "bench");
        letters::store::publish(write, id, "bench");
        return id;
    });
}

void confirm(const letters::Services& services, db::Write& write, letters::CampaignId campaign, std::int64_t number,
             std::int64_t offices) {
    const auto& by = letters::kDemoWriters[static_cast<std::size_t>(number) % letters::kDemoWriters.size()];
    const std::int64_t office = number % offices;
    const letters::Writing writing{.campaign = campaign,
                                   .address_hash = number + 1,
                                   .email = fmt::format("p{}@example.org", number),
                                   .name = {std::string{by.given}, std::string{by.family}},
                                   .locale = by.locale,
                                   .postal_code = "K1A 0B1",
                                   .street = "12 Mill Lane",
                                   .place = std::string{by.place},
                                   .subject = "Our post office",
                                   .body = fmt::format("{}\n\n{} ({})", std::string{by.words}, by.words, number)};
    const letters::Letter letter{.representative = ports::RepresentativeId{office + 1},
                                 .recipient = fmt::format("office{}@house.example", office),
                                 .recipient_name = fmt::format("Member {}", office),
                                 .office = "mp"};
    const auto id = letters::store::insert(write, writing, {&letter, 1}, likeness::signature_of(writing.body));
    letters::store::set_state(write, id, letters::WritingState::confirmed);
    letters::send_off(services, *letters::store::find_writing(write, id), write);
}

// The most that one office got within ten seconds, by when its server took them.
std::size_t most_in_ten_seconds(db::Database& database, letters::CampaignId campaign) {
    std::map<std::string, std::vector<base::Instant>> times;
    database.read([&](db::Read& read) {
        letters::LetterId after{0};
        while (true) {
            const auto rows = letters::store::rows_behind(read, campaign, after, 2'000);
            if (rows.empty()) return;
            for (const auto& row : rows) times[row.letter.recipient].push_back(row.letter.due_at);
            after = rows.back().letter.id;
        }
    });
    std::size_t most = 0;
    for (auto& [office, list] : times) {
        std::ranges::sort(list);
        for (std::size_t first = 0, last = 0; last < list.size(); ++last) {
            while (list[last] - list[first] > base::seconds(10)) ++first;
            most = std::max(most, last - first + 1);
        }
    }
    return most;
}

}  // namespace

int main(int count, char** arguments) {
    Arguments given{{"letters", "10000"}, {"offices", "338"},    {"port", "2525"}, {"connections", "3"},
                    {"office", "3600"},   {"domain", "1000000"}, {"database", ""}, {"data", "."}};
    for (int i = 1; i + 1 < count; i += 2) given[std::string{arguments[i]}.substr(2)] = arguments[i + 1];
    runtime::start_logging(runtime::LogFormat::json, runtime::LogLevel::warning);

    const auto config = configuration(given);
    db::Database database{{.location = db::Location::parse(given.at("database")), .writer = {}}};
    runtime::Metrics metrics;
    const std::array<std::byte, auth::Secret::kSize> bytes{};
    const auth::Secret secret{bytes};
    const auth::Tokens tokens{secret};
    const ports::PageFrames frames{{}};
    const ports::ActionRegistry actions;
    const ports::Representatives representatives;
    const ports::LetterAnswers answers;
    const ports::Elections elections;
    const ports::MessageGuides guides;
    const ports::WordHints hints;
    const ports::SignOnGuard guard;
    const ports::PersonActions person_actions;
    letters::LikenessBook likeness;
    const letters::Services services{database, config,          metrics,  secret,          tokens, frames,
                                     actions,  representatives, answers,  elections,       guides, hints,
                                     guard,    person_actions,  likeness, given.at("data")};
    const auto campaign = begin_campaign(database);
    const auto total = std::stoll(given.at("letters"));
    const auto offices = std::stoll(given.at("offices"));

    const auto begun = Clock::now();
    letters::Engine engine{services};
    engine.start();
    for (std::int64_t done = 0; done < total; done += 100)
        database.write([&](db::Write& write) {
            for (auto i = done; i < std::min<std::int64_t>(total, done + 100); ++i)
                confirm(services, write, campaign, i, offices);
        });
    const Seconds confirmed = Clock::now() - begun;
    letters::store::Tally tally;
    while (tally.delivered < total && Clock::now() - begun < std::chrono::minutes(10)) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        tally = database.read([&](db::Read& read) { return letters::store::total(read, campaign); });
    }
    const Seconds took = Clock::now() - begun;
    engine.stop();
    std::printf(R"({"letters":%lld,"delivered":%lld,"confirmed_seconds":%.2f,"seconds":%.2f,"per_minute":%.0f,)"
                R"("most_in_ten_seconds":%zu})"
                "\n",
                static_cast<long long>(total), static_cast<long long>(tally.delivered), confirmed.count(), took.count(),
                static_cast<double>(tally.delivered) * 60 / took.count(), most_in_ten_seconds(database, campaign));
    return tally.delivered == total ? EXIT_SUCCESS : EXIT_FAILURE;
}
