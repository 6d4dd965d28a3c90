#include "features/privacy/retention_service.h"

#include <algorithm>

#include "features/privacy/held_service.h"
#include "features/privacy/store.h"
#include "people/idle_people.h"
#include "people/store.h"

namespace privacy {
namespace {

constexpr std::int64_t kMostLookedAt = 20'000;  // people, for the figure on the page

std::int64_t days_of(const ports::RetentionRule& rule, const std::vector<store::ChosenDays>& chosen) {
    const auto found = std::ranges::find(chosen, rule.key, &store::ChosenDays::rule);
    return found == chosen.end() ? rule.usual_days : std::max(found->days, rule.fewest_days);
}

// Whose facts follow from a postal code: where somebody lives is nothing that they did.
constexpr std::string_view kOfPlaces = "representatives";

bool did_anything(const Services& services, db::Read& read, std::int64_t address_hash) {
    return std::ranges::any_of(services.facts.all(read, {address_hash}, base::Locale::english),
                               [](const ports::PersonFact& fact) { return fact.slice != kOfPlaces; });
}

// Of a page of people without consent: those who never did anything.
std::vector<people::Person> idle_of(const Services& services, const std::vector<people::PersonId>& page,
                                    db::Read& read) {
    std::vector<people::Person> idle;
    for (const auto id : page) {
        auto person = people::find_person(read, id);
        if (!person) continue;
        const auto hashes = addresses_of(read, person->address_hash);
        const bool did_something =
            std::ranges::any_of(hashes, [&](std::int64_t hash) { return did_anything(services, read, hash); });
        if (!did_something) idle.push_back(*std::move(person));
    }
    return idle;
}

std::int64_t count_idle(const Services& services, db::Read& read, base::Instant before) {
    people::IdlePage page{.changed_before = before};
    std::int64_t count = 0;
    for (std::int64_t seen = 0; seen < kMostLookedAt; seen += page.limit) {
        const auto ids = people::idle_people(read, page);
        count += std::ssize(idle_of(services, ids, read));
        if (std::ssize(ids) < page.limit) break;
        page.after = ids.back();
    }
    return count;
}

ports::RetentionDone forget_idle(const Services& services, db::Write& write, const ports::RetentionStep& step) {
    const people::IdlePage page{step.before, people::PersonId{step.cursor}, step.limit};
    const auto ids = people::idle_people(write, page);
    const auto idle = idle_of(services, ids, write);
    for (const auto& person : idle) erase_everywhere(services, person.address_hash, write);
    if (std::ssize(ids) < step.limit) return {std::ssize(idle), std::nullopt};
    return {std::ssize(idle), ids.back().value};
}

// Until a step takes nothing and knows of no further one.
std::int64_t run_rule(db::Database& database, const ports::RetentionRule& rule, base::Instant before) {
    std::int64_t gone = 0;
    ports::RetentionStep step{.before = before};
    while (true) {
        const auto done = database.write([&](db::Write& write) { return rule.forget(write, step); });
        gone += done.gone;
        if (!done.cursor && (done.gone == 0 || step.cursor != 0)) return gone;
        step.cursor = done.cursor.value_or(0);
    }
}

}  // namespace

std::vector<StandingRule> standing_rules(const ports::Retention& retention, db::Read& read, base::Instant now) {
    const auto chosen = store::chosen_days(read);
    std::vector<StandingRule> rules;
    for (const auto& rule : retention.rules()) {
        const auto days = days_of(rule, chosen);
        rules.push_back({rule, days, rule.count(read, now - base::days(days))});
    }
    return rules;
}

void run_rules(db::Database& database, const ports::Retention& retention, base::Instant now) {
    const auto chosen = database.read([](db::Read& read) { return store::chosen_days(read); });
    for (const auto& rule : retention.rules()) {
        const auto days = days_of(rule, chosen);
        const auto gone = run_rule(database, rule, now - base::days(days));
        database.write([&](db::Write& write) { store::record_run(write, {rule.key, days, now, gone}); });
    }
}

ports::RetentionRule access_rule() {
    return {.key = "privacy.links",
            .label = base::message("Requests to see what is held, whose links have run out"),
            .usual_days = 7,
            .count = store::count_accesses,
            .forget = [](db::Write& write, const ports::RetentionStep& step) {
                return ports::RetentionDone{store::forget_accesses(write, {step.before, step.limit}), std::nullopt};
            }};
}

ports::RetentionRule idle_people_rule(const Services& services) {
    return {.key = "privacy.idle_people",
            .label = base::message("People who never agreed to mail, and never did anything"),
            .usual_days = 1'095,
            .fewest_days = 30,
            .count = [&services](db::Read& read, base::Instant before) { return count_idle(services, read, before); },
            .forget = [&services](db::Write& write,
                                  const ports::RetentionStep& step) { return forget_idle(services, write, step); }};
}

}  // namespace privacy
