// bench/segments_speed.cpp - how long it takes to count the people whom rules mean, and to walk along them.
//
//     bench_segments_speed DATABASE PEOPLE
//
// DATABASE is an empty one of its own ("sqlite:PATH" or "postgres://..."). Made-up people of every province join, a
// third sign one petition, a tenth another, a twentieth have a tag. Each rule is counted five times (the median is
// told) and walked along once in pages of a thousand; both numbers are held against each other and against what was
// made up.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "features/segments/audience_service.h"
#include "features/segments/store.h"
#include "people/store.h"
#include "people/tags.h"
#include "platform/db/database.h"

namespace {

using people::Province;
using segments::Rules;
using Clock = std::chrono::steady_clock;

constexpr base::Instant kNow{1'800'000'000'000'000};  // 2027-01-15
constexpr std::string_view kSigned = "petitions.signed";
constexpr std::int64_t kAtOnce = 2'000;
constexpr std::array kCodes{"K1A 0B1", "H2X 1Y4", "V5K 0A1", "T5A 0A1", "E1A 0A1",
                            "B3H 0A1", "R3C 0A1", "S4P 0A1", "A1A 0A1", "C1A 0A1"};

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// The n-th person: what they are follows from the number alone, so that what is found can be checked.
bool has_signed(std::int64_t n) { return n % 3 == 0; }
bool has_signed_other(std::int64_t n) { return n % 10 == 0; }
bool has_tag(std::int64_t n) { return n % 20 == 0; }
base::Locale locale_of(std::int64_t n) { return n % 5 == 0 ? base::Locale::french : base::Locale::english; }

void join(db::Write& write, std::int64_t n, people::TagId tag) {
    const auto id = people::ensure_person(
        write, {.address_hash = n * 7'919,
                .email = *base::EmailAddress::parse("person" + std::to_string(n) + "@example.org"),
                .name = {"Given" + std::to_string(n % 997), "Family" + std::to_string(n % 4'999)},
                .locale = locale_of(n),
                .address = people::understood({"CA", kCodes[static_cast<std::size_t>(n) % kCodes.size()], "Town"})});
    people::record_consent(write, {.act = people::ConsentAct::given,
                                   .address_hash = n * 7'919,
                                   .person = id,
                                   .wording = {"bench.mail", base::Locale::english, "Write to me."},
                                   .on_behalf_of = "Us",
                                   .source = "bench",
                                   .at = kNow - base::days(n % 900)});
    std::vector<ports::PersonAction> actions;
    if (has_signed(n))
        actions.push_back({.kind = kSigned, .about = 7, .address_hash = n * 7'919, .at = kNow - base::days(n % 100)});
    if (has_signed_other(n))
        actions.push_back({.kind = kSigned, .about = 8, .address_hash = n * 7'919, .at = kNow - base::days(n % 50)});
    segments::store::keep_actions(write, actions);
    if (has_tag(n)) people::add_tag(write, {id, tag});
}

struct Case {
    const char* name;
    Rules rules;
    bool (*holds)(std::int64_t n);
};

std::vector<Case> cases(std::int64_t tag) {
    const auto action = [](segments::Did did, std::int64_t about, std::optional<int> days) {
        return segments::ActionRule{did, std::string{kSigned}, about, days};
    };
    using enum segments::Did;
    return {{"everybody", {}, [](std::int64_t) { return true; }},
            {"in Ontario, in French",
             {.provinces = {Province::on}, .language = base::Locale::french},
             [](std::int64_t n) { return n % 10 == 0; }},
            {"signed", {.actions = {action(yes, 7, {})}}, has_signed},
            {"signed one within 30 days, not the other",
             {.actions = {action(yes, 7, 30), action(no, 8, {})}},
             [](std::int64_t n) { return has_signed(n) && n % 100 <= 30 && !has_signed_other(n); }},
            {"tagged, signed, not in Quebec",
             {.other_provinces = {Province::qc}, .tags = {tag}, .actions = {action(yes, 7, {})}},
             [](std::int64_t n) { return has_tag(n) && has_signed(n) && n % 10 != 1; }},
            {"active within 20 days", {.active_within_days = 20}, [](std::int64_t n) {
                 return (has_signed(n) && n % 100 <= 20) || (has_signed_other(n) && n % 50 <= 20);
             }}};
}

double median_count(db::Database& database, const Rules& rules, std::int64_t wanted) {
    std::array<double, 5> times{};
    for (double& time : times) {
        const auto begin = Clock::now();
        const auto found = database.read([&](db::Read& read) { return segments::count(read, rules, {.now = kNow}); });
        time = milliseconds_since(begin);
        if (found != wanted) {
            std::fprintf(stderr, "counted %lld, not %lld\n", static_cast<long long>(found),
                         static_cast<long long>(wanted));
            std::exit(1);
        }
    }
    std::ranges::sort(times);
    return times[2];
}

double walk(db::Database& database, const Rules& rules, std::int64_t wanted) {
    const auto begin = Clock::now();
    std::int64_t found = 0;
    people::PersonId after{0};
    for (;;) {
        const auto page = database.read([&](db::Read& read) {
            return segments::page(read, rules, {.now = kNow}, {.after = after, .limit = 1'000});
        });
        found += std::ssize(page);
        if (page.size() < 1'000) break;
        after = page.back().id;
    }
    if (found != wanted) std::exit(1);
    return milliseconds_since(begin);
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 3) return 2;
    const std::int64_t people_count = std::atoll(arguments[2]);
    db::Database database{{.location = db::Location::parse(arguments[1])}};
    const auto begin = Clock::now();
    const auto tag = database.write([](db::Write& write) { return people::ensure_tag(write, "Steward"); });
    for (std::int64_t n = 1; n <= people_count; n += kAtOnce)
        database.write([&](db::Write& write) {
            for (std::int64_t i = n; i < std::min(n + kAtOnce, people_count + 1); ++i) join(write, i, tag);
        });
    std::printf("made up in %.0f s\n", milliseconds_since(begin) / 1'000);
    for (const auto& [name, rules, holds] : cases(tag.value)) {
        std::int64_t wanted = 0;
        for (std::int64_t n = 1; n <= people_count; ++n) wanted += holds(n) ? 1 : 0;
        const double counted = median_count(database, rules, wanted);
        std::printf("| %s | %lld | %.0f | %.0f |\n", name, static_cast<long long>(wanted), counted,
                    walk(database, rules, wanted));
        std::fflush(stdout);
    }
    return 0;
}
