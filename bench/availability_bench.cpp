// bench/availability_bench.cpp - when two hundred champions are free in the next eight weeks, and their directory.
//
//     ninja -C build/release bench_availability_bench && build/release/bench_availability_bench
//
// Each champion has hours on three days of the week, two exceptions, forty busy times of a calendar of theirs and four
// bookings; zones are those of Canada. FreeTimes is the calculation alone; FreeTimesFromTables reads all of it out of a
// database in a folder of its own first, as a request does; Directory and DirectoryOfOneProvince are the pages.
#include <filesystem>

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include "base/text.h"
#include "features/champions/handlers.h"
#include "features/champions/history_store.h"
#include "features/champions/hours_store.h"
#include "features/champions/slots_service.h"
#include "features/champions/store.h"
#include "models/availability/availability.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "platform/i18n/zone_offsets.h"

namespace {

using champions::ChampionId;

constexpr int kChampions = 200, kBusyTimes = 40;
constexpr base::Instant kNow{1'800'000'000'000'000};  // 2027-01-15; the clocks go forward within the eight weeks
constexpr base::Duration kAhead = base::days(56);
constexpr base::Duration kLength = base::minutes(60);

availability::Pattern pattern_of(int champion) {
    const int first = champion % 5;
    return {{{first, {18 * 60, 21 * 60}}, {first + 1, {12 * 60, 13 * 60 + 30}}, {5, {10 * 60, 16 * 60}}},
            {{base::Day{std::chrono::days{20'850}},
              base::Day{std::chrono::days{20'857}},
              {0, 1'440},
              availability::ExceptionKind::closed},
             {base::Day{std::chrono::days{20'870}},
              base::Day{std::chrono::days{20'870}},
              {9 * 60, 17 * 60},
              availability::ExceptionKind::open}}};
}

std::vector<availability::Span> busy_of(int champion) {
    std::vector<availability::Span> busy;
    for (int i = 0; i < kBusyTimes; ++i) {
        const auto begin = kNow + base::hours(i * 33 + champion % 17);
        busy.push_back({begin, begin + base::minutes(75)});
    }
    return busy;
}

std::vector<ports::BookedTime> booked_of(ChampionId id, int champion) {
    std::vector<ports::BookedTime> booked;
    for (int i = 0; i < 4; ++i) {
        const auto begin = kNow + base::days(i * 13 + champion % 7) + base::hours(3);
        booked.push_back({id, {begin, begin + kLength}});
    }
    return booked;
}

i18n::TimeZone zone_of(int champion) {
    const auto zones = champions::offered_zones();
    return *i18n::TimeZone::find(zones[static_cast<std::size_t>(champion) % zones.size()]);
}

void BM_FreeTimes(benchmark::State& state) {
    std::vector<availability::Pattern> patterns;
    std::vector<std::vector<availability::Busy>> busy(kChampions);
    std::vector<std::vector<availability::ZoneOffset>> zones(kChampions);
    for (int i = 0; i < kChampions; ++i) {
        const auto at = static_cast<std::size_t>(i);
        patterns.push_back(pattern_of(i));
        for (const auto& each : busy_of(i)) busy[at].push_back({each, availability::BusyKind::other});
        for (const auto& each : booked_of(ChampionId{1}, i))
            busy[at].push_back({{each.span.begin, each.span.end}, availability::BusyKind::booking});
        for (const auto& each : i18n::offset_periods(zone_of(i), {kNow - base::days(8), kNow + kAhead + base::days(8)}))
            zones[at].push_back({each.from, each.minutes});
    }
    const availability::Question question{{kNow, kNow + kAhead}, kLength, kNow};
    std::size_t found = 0;
    for (auto _ : state) {
        found = 0;
        for (std::size_t i = 0; i < kChampions; ++i)
            found += availability::free_starts(
                         {zones[i], patterns[i], busy[i], {base::hours(48), base::minutes(60), 2}}, question)
                         .size();
    }
    state.counters["free"] = static_cast<double>(found);
}
BENCHMARK(BM_FreeTimes)->Unit(benchmark::kMillisecond);

// A campaign with two hundred active champions in the directory.
class Campaign {
public:
    Campaign() {
        bookings_.booked = [this](db::Read&, std::span<const ChampionId>, const ports::TimeSpan&) { return booked_; };
        database_.write([this](db::Write& write) { fill(write); });
    }
    ~Campaign() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    std::size_t free_times() {
        const auto slots = database_.read([&](db::Read& read) {
            return port_.free_slots(read, {.champions = ids_,
                                           .within = {kNow, kNow + kAhead},
                                           .length = kLength,
                                           .format = ports::PresentationFormat::in_person,
                                           .now = kNow});
        });
        std::size_t found = 0;
        for (const auto& each : slots) found += each.starts.size();
        return found;
    }
    std::size_t directory(std::string_view query) {
        const auto request = http::testing::get("/en/champions" + std::string{query});
        const auto answer = database_.read([&](db::Read& read) { return handlers_.directory(request, read); });
        return answer.body.view().size();
    }

private:
    void fill(db::Write& write) {
        const auto nation =
            people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
        std::vector<base::LevelId> provinces;
        for (const auto each : people::kProvinces) {
            const std::string name{people::code(each)};
            provinces.push_back(*people::insert_level(
                write, {people::LevelKind::province, base::lower_ascii(name), name, name, 2, nation, each}));
        }
        for (int i = 0; i < kChampions; ++i) add(write, i, provinces[static_cast<std::size_t>(i) % provinces.size()]);
    }
    void add(db::Write& write, int number, base::LevelId level) {
        const auto email = *base::EmailAddress::parse(fmt::format("champion{}@example.org", number));
        const champions::Offer offer{{base::Locale::english, base::Locale::french},
                                     {ports::PresentationFormat::in_person, ports::PresentationFormat::online},
                                     80};
        const people::PersonName name{"Champion", fmt::format("Number {}", number)};
        const auto id = champions::store::insert(
            write, {{name, email, "Moncton", "Why not.", level, offer}, number + 1, base::Locale::english, {}, ""});
        champions::store::confirm(write, *champions::store::find(write, id),
                                  people::ensure_person(write, {number + 1, email, name, base::Locale::english, {}}));
        champions::store::write_terms(write, id, {zone_of(number)});
        champions::store::write_hours(write, id, pattern_of(number).weekly);
        for (const auto& each : pattern_of(number).exceptions) champions::store::add_exception(write, id, each);
        const auto busy = busy_of(number);
        champions::store::write_calendar(
            write, id, {.address = "", .busy = champions::packed(busy), .busy_count = std::ssize(busy)});
        champions::store::take_step(write, id, {champions::StepId{0}, champions::State::active, {}, "", ""});
        champions::store::record_showing(write, id,
                                         {champions::ShowingAct::given, 0, base::Locale::english, "Show me.", ""});
        ids_.push_back(id);
        for (auto& each : booked_of(id, number)) booked_.push_back(each);
    }

    std::filesystem::path folder_ = std::filesystem::temp_directory_path() / fmt::format("availability_{}", ::getpid());
    db::Database database_{{.location = db::Location::parse("sqlite:" + (made(folder_) / "bench.db").string())}};
    runtime::Config config_;
    auth::Secret secret_ = auth::load_or_create_secret(database_);
    auth::Tokens tokens_{secret_};
    ports::PageFrames frames_{[] {
        ports::FrameSettings settings;
        settings.public_url = "https://campaign.example";
        settings.campaign = [](base::Locale) { return "All Together Now"; };
        return settings;
    }()};
    ports::Pictures pictures_;
    ports::PersonActions actions_;
    ports::ChampionBookings bookings_;
    ports::ChampionChanges changes_;
    http::OutgoingClient client_{{}};
    champions::Services services_{config_,  secret_,   tokens_,  frames_, pictures_,
                                  actions_, bookings_, changes_, client_, database_};
    champions::Handlers handlers_{services_};
    ports::Champions port_ = champions::champions_port(services_);
    std::vector<ChampionId> ids_;
    std::vector<ports::BookedTime> booked_;

    static std::filesystem::path made(const std::filesystem::path& folder) {
        std::filesystem::create_directories(folder);
        return folder;
    }
};

Campaign& campaign() {
    static Campaign made;
    return made;
}

void BM_FreeTimesFromTables(benchmark::State& state) {
    std::size_t found = 0;
    for (auto _ : state) found = campaign().free_times();
    state.counters["free"] = static_cast<double>(found);
}
BENCHMARK(BM_FreeTimesFromTables)->Unit(benchmark::kMillisecond);

void BM_Directory(benchmark::State& state) {
    std::size_t bytes = 0;
    for (auto _ : state) bytes = campaign().directory("");
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(BM_Directory)->Unit(benchmark::kMillisecond);

void BM_DirectoryOfOneProvince(benchmark::State& state) {
    std::size_t bytes = 0;
    for (auto _ : state) bytes = campaign().directory("?area=ON&language=fr");
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(BM_DirectoryOfOneProvince)->Unit(benchmark::kMillisecond);

}  // namespace
