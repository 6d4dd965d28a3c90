// people/audience_scan.h - walks along everybody who may be mailed, in the order in which they came, by what can be
// told from a narrow table: for counting and finding the people whom rules mean.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/level_id.h"
#include "people/mail_standing.h"
#include "people/place.h"

namespace people {

// Everything that is set must hold.
struct AudienceFilter {
    base::Instant now{};  // may_be_mailed at this time
    std::optional<TopicBit> topic{};
    std::optional<base::Locale> locale{};
    std::vector<Province> provinces{};        // one of them; none: anywhere
    std::vector<Province> other_provinces{};  // none of them
    std::vector<std::string> districts{};     // postal codes begin with one of these: "K", "K1", "K1A"; none: any
    std::vector<base::LevelId> levels{};      // people of one of these; none: any
    std::optional<base::Instant> joined_since{};
    std::optional<base::Instant> joined_before{};
};

// How many there are. Reads the narrow table once: about 0.1 s a million.
std::int64_t count_audience(db::Read& read, const AudienceFilter& filter);

// Those behind `after`, in the order of their ids, at most `limit`.
struct AudienceRange {
    PersonId after{0};
    std::int64_t limit = 10'000;
};
std::vector<PersonId> audience_ids(db::Read& read, const AudienceFilter& filter, const AudienceRange& range);
std::vector<Person> audience_people(db::Read& read, const AudienceFilter& filter, const AudienceRange& range);

// Whether this person is one of them.
bool is_in_audience(db::Read& read, const AudienceFilter& filter, PersonId person);

}  // namespace people
