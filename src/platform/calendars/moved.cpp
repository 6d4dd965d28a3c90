#include "platform/calendars/moved.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace calendars {

void Moved::add(std::string_view uid, base::Instant occurrence) { of_[std::string{uid}].single.insert(occurrence); }

void Moved::add_onward(std::string_view uid, base::Instant occurrence, const Onward& onward) {
    Changes& changes = of_[std::string{uid}];
    changes.onward.insert_or_assign(occurrence, onward);
    changes.farthest = std::max(changes.farthest, std::abs(onward.seconds));
    changes.longest = std::max(changes.longest, onward.length.value_or(base::Duration{}).seconds());
}

base::Duration Moved::reach(std::string_view uid) const {
    const auto changes = of_.find(uid);
    return changes == of_.end() ? base::Duration{} : base::seconds(changes->second.farthest + changes->second.longest);
}

std::optional<Taking> Moved::place_of(std::string_view uid, const Occurrence& occurrence) const {
    const Taking as_by_rule{occurrence.at, occurrence.length};
    const auto changes = of_.find(uid);
    if (changes == of_.end()) return as_by_rule;
    const auto& [single, onward, farthest, longest] = changes->second;
    if (single.contains(occurrence.at)) return std::nullopt;
    const auto behind = onward.upper_bound(occurrence.at);
    if (behind == onward.begin()) return as_by_rule;
    const Onward& newest = std::prev(behind)->second;
    if (!newest.length) return std::nullopt;
    const auto begin = later_on_the_wall(occurrence.start, occurrence.at, newest.seconds);
    return begin ? std::optional{Taking{*begin, *newest.length}} : std::nullopt;
}

}  // namespace calendars
