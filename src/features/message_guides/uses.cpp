#include "features/message_guides/uses.h"

#include <algorithm>

namespace message_guides {
namespace {

using base::message;

constexpr std::array<std::string_view, 5> kNames{"shown", "copied", "inserted", "sent", "answered"};

statistics::Proportion proportion(const std::vector<UseCount>& counts, std::string_view pair, Wording wording) {
    const std::int64_t hits =
        count(counts, pair, wording, UseKind::copied) + count(counts, pair, wording, UseKind::inserted);
    return {hits, std::max(hits, count(counts, pair, wording, UseKind::shown))};
}

}  // namespace

std::string_view name_of(UseKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<UseKind> use_kind_of(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return std::nullopt;
    return kUseKinds[static_cast<std::size_t>(found - kNames.begin())];
}

base::Message label_of(UseKind kind) {
    constexpr std::array kLabels{message("Shown"), message("Copied"), message("Inserted"), message("Sent"),
                                 message("Answered")};
    return kLabels[static_cast<std::size_t>(kind)];
}

std::int64_t day_of(base::Instant at) { return at.microseconds / base::days(1).microseconds; }

std::int64_t count(const std::vector<UseCount>& counts, std::string_view pair, Wording wording, UseKind kind) {
    std::int64_t sum = 0;
    for (const UseCount& each : counts)
        if (each.pair == pair && each.wording == wording && each.kind == kind) sum += each.uses;
    return sum;
}

Trial trial_of(const std::vector<UseCount>& counts, std::string_view pair) {
    const auto first = proportion(counts, pair, Wording::first), other = proportion(counts, pair, Wording::other);
    return {first, other, statistics::newcombe_difference({first, other})};
}

TrialVerdict verdict_of(const Trial& trial) {
    if (std::min(trial.first.trials, trial.other.trials) < kFewestShown) return TrialVerdict::too_early;
    if (trial.difference.low > 0) return TrialVerdict::first_is_better;
    if (trial.difference.high < 0) return TrialVerdict::other_is_better;
    return TrialVerdict::no_difference;
}

}  // namespace message_guides
