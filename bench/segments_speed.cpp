// bench/segments_speed.cpp - how long it takes to count the people whom rules mean, and to walk along them.
//
//     bench_segments_speed DATABASE PEOPLE
//
// DATABASE is an empty one of its own ("sqlite:PATH" or "postgres://..."). Made-up people of every province are on the
// list (bench/row_loader.h), a third sign one petition, a tenth another, a twentieth have a tag. Each rule is counted
// five times (the median is told) and walked along once in pages of a thousand; both numbers are held against each
// other and against what was made up.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench/made_up_supporters.h"
#include "features/segments/audience_service.h"
#include "features/segments/store.h"
#include "people/tags.h"
#include "platform/db/database.h"

namespace {

using people::Province;
using segments::Rules;
using Clock = std::chrono::steady_clock;

constexpr base::Instant kNow{1'800'000'000'000'000};  // 2027-01-15
constexpr std::string_view kSigned = "petitions.signed";

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// The n-th person: what they are follows from the number alone, so that what is found can be checked.
bool has_signed(std::int64_t n) { return n % 3 == 0; }
bool has_signed_other(std::int64_t n) { return n % 10 == 0; }
bool has_tag(std::int64_t n) { return n % 20 == 0; }

std::int64_t signed_at(std::int64_t n) { return (kNow - base::days(n % 100)).microseconds; }
std::int64_t signed_other_at(std::int64_t n) { return (kNow - base::days(n % 50)).microseconds; }

void fill_actions(bench::RowLoader& loader, std::int64_t count) {
    const auto one = segments::store::subject_of(kSigned, 7), other = segments::store::subject_of(kSigned, 8);
    loader.fill("person_action", {"subject", "person_id", "at"}, [&](const bench::AddRow& add) {
        for (std::int64_t n = 1; n <= count; ++n)
            if (has_signed(n)) add({one, bench::supporter_id(n), signed_at(n)});
        for (std::int64_t n = 1; n <= count; ++n)
            if (has_signed_other(n)) add({other, bench::supporter_id(n), signed_other_at(n)});
    });
    loader.fill("person_activity", {"person_id", "last_at"}, [&](const bench::AddRow& add) {
        for (std::int64_t n = 1; n <= count; ++n) {
            const auto last = std::max(has_signed(n) ? signed_at(n) : 0, has_signed_other(n) ? signed_other_at(n) : 0);
            if (last > 0) add({bench::supporter_id(n), last});
        }
    });
}

void fill(const db::Location& where, std::int64_t count, std::int64_t tag) {
    bench::RowLoader loader{where, {"person", "mail_standing", "person_tag", "person_action", "person_activity"}};
    bench::fill_people(
        loader, {count, [](std::int64_t n) { return n * 7'919; }, [](const bench::Home&) { return std::int64_t{0}; }});
    fill_actions(loader, count);
    loader.fill("person_tag", {"tag_id", "person_id", "added_at"}, [&](const bench::AddRow& add) {
        for (std::int64_t n = 1; n <= count; ++n)
            if (has_tag(n)) add({tag, bench::supporter_id(n), kNow.microseconds});
    });
    loader.finish();
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
    const auto where = db::Location::parse(arguments[1]);
    const auto begin = Clock::now();
    const auto tag = [&] {
        db::Database empty{{.location = where}};  // makes its tables
        return empty.write([](db::Write& write) { return people::ensure_tag(write, "Steward"); });
    }();
    fill(where, people_count, tag.value);
    db::Database database{{.location = where}};
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
