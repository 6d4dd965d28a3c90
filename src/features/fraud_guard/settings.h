// features/fraud_guard/settings.h - what staff set by name and number, and the policy that follows. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "features/fraud_guard/guard_service.h"
#include "platform/runtime/config.h"

namespace fraud_guard {

// "weight.RULE", "limit.RULE", "flag_from", "ask_from", "pressure", "pressure_percent", "pressure_rate",
// "least_load_step".
struct Setting {
    std::string name;
    std::int64_t value;
};

// What holds with these settings. Names that are not known any more, and values out of range, are ignored.
Policy policy_of(const runtime::Config::Limits& limits, const std::vector<Setting>& settings);

// Every setting as it stands in this policy, in the order of the rules.
std::vector<Setting> settings_of(const Policy& policy);

// Of one name; 0 where there is none.
std::int64_t value_of(const std::vector<Setting>& settings, std::string_view name);

// What a setting may be.
struct Range {
    std::int64_t least, most;
    bool holds(std::int64_t value) const { return value >= least && value <= most; }
};
Range range_of(std::string_view name);

}  // namespace fraud_guard
