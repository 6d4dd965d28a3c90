// features/message_guides/uses.h - how often which wording was used, and what that says about two wordings. Nothing is
// known about who. Pure.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "features/message_guides/guide.h"
#include "models/statistics/proportions.h"

namespace message_guides {

// What became of a wording. Stored by number.
enum class UseKind : unsigned char { shown = 0, copied = 1, inserted = 2, sent = 3, answered = 4 };
inline constexpr std::array kUseKinds{UseKind::shown, UseKind::copied, UseKind::inserted, UseKind::sent,
                                      UseKind::answered};
std::string_view name_of(UseKind kind);  // "shown", as in the API
std::optional<UseKind> use_kind_of(std::string_view name);
base::Message label_of(UseKind kind);

// Of the two that a pair may have.
enum class Wording : unsigned char { first = 0, other = 1 };

struct Use {
    GuideId guide;
    std::string pair;
    Wording wording;
    UseKind kind;
    std::int64_t day;  // days since 1970-01-01, UTC
};

struct UseCount {
    std::string pair;
    Wording wording;
    UseKind kind;
    std::int64_t uses;
};

std::int64_t day_of(base::Instant at);

// How many of these uses of this pair there were.
std::int64_t count(const std::vector<UseCount>& counts, std::string_view pair, Wording wording, UseKind kind);

// Two wordings tried against each other. A use is a hit where somebody copied or inserted what was shown to them.
// Readings are counted, not people: whoever reads twice counts twice, so the interval is a little too narrow, and says
// so.
struct Trial {
    statistics::Proportion first, other;
    statistics::Interval difference;  // share of the first less that of the other, 95 %
};
Trial trial_of(const std::vector<UseCount>& counts, std::string_view pair);

// What may be said of it: too_early while either was shown fewer than kFewestShown times.
enum class TrialVerdict : unsigned char { too_early, no_difference, first_is_better, other_is_better };
inline constexpr std::int64_t kFewestShown = 50;
TrialVerdict verdict_of(const Trial& trial);

}  // namespace message_guides
