#include "features/fraud_guard/pressure.h"

namespace fraud_guard {

void LastMinute::see(Flagged flagged, base::Instant at) {
    Second& second = seconds_[static_cast<std::size_t>(at.seconds()) % seconds_.size()];
    if (second.at != at.seconds()) second = {.at = at.seconds()};
    ++second.sign_ons;
    second.flagged += flagged == Flagged::yes ? 1 : 0;
}

MinuteTotals LastMinute::totals(base::Instant at) const {
    MinuteTotals totals;
    for (const Second& second : seconds_) {
        if (second.at <= at.seconds() - 60 || second.at > at.seconds()) continue;
        totals.sign_ons += second.sign_ons;
        totals.flagged += second.flagged;
    }
    return totals;
}

void PressureSwitch::look(const PressureSetting& setting, const Seen& seen) {
    if (setting.mode == PressureMode::automatic) return look_automatically(setting, seen);
    calm_since_.reset();
    if (setting.mode == PressureMode::off) since_.reset();
    if (setting.mode == PressureMode::on && !since_) since_ = seen.at;
}

void PressureSwitch::look_automatically(const PressureSetting& setting, const Seen& seen) {
    const MinuteTotals& minute = seen.minute;
    const bool has_many = minute.sign_ons >= kFewest;
    if (!since_) {
        const bool is_high = has_many && (minute.flagged_percent() >= setting.flagged_percent ||
                                          minute.sign_ons >= setting.sign_ons_a_second * 60);
        if (is_high) since_ = seen.at;
        return calm_since_.reset();
    }
    const bool is_calm = minute.sign_ons < setting.sign_ons_a_second * 30 &&
                         (!has_many || minute.flagged_percent() * 2 < setting.flagged_percent);
    if (!is_calm) return calm_since_.reset();
    if (!calm_since_) calm_since_ = seen.at;
    if (seen.at - *calm_since_ < kCalm) return;
    since_.reset();
    calm_since_.reset();
}

}  // namespace fraud_guard
