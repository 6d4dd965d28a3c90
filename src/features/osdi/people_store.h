// features/osdi/people_store.h - pages of people for programs: each costs the same wherever it lies among ten million,
// as long as its link was followed.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/level_id.h"
#include "features/osdi/filter.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace osdi::store {

inline constexpr std::int64_t kMostLookedAt = 5'000;  // people, for one page of a filter
inline constexpr std::int64_t kMostCounted = 100'000;

struct PeopleQuestion {
    std::optional<std::vector<base::LevelId>> levels{};  // nullopt: everybody
    Filter filter{};                                     // email_address and identifier are not looked at
    std::string after{};                                 // of the page before; empty: from the beginning
    std::int64_t skipped = 0;                            // of those who are meant; only with an empty `after`
    std::int64_t limit = 25;
};
struct PeoplePage {
    std::vector<people::Person> people{};
    std::optional<std::string> next{};  // nullopt: that was all
};

// In the order in which they came; with a date in the filter in that in which they changed. With a filter at most
// kMostLookedAt people are looked at, so that a page may hold few, or none, and yet have a next one. nullopt: `after`
// is none of ours. Nobody erased or merged.
std::optional<PeoplePage> find_people(db::Read& read, const PeopleQuestion& question);

// Without a filter; nullopt: kMostCounted or more.
std::optional<std::int64_t> count_people(db::Read& read, const std::optional<std::vector<base::LevelId>>& levels);

}  // namespace osdi::store
