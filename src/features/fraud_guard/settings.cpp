#include "features/fraud_guard/settings.h"

#include <algorithm>

namespace fraud_guard {
namespace {

constexpr std::string_view kWeight = "weight.", kLimit = "limit.";

// Where the setting of this name stands in the policy; nullptr: there is none. Limits that a rule does not have are no
// settings.
std::int64_t* place_of(Policy& policy, std::string_view name) {
    if (name == "flag_from") return &policy.book.flag_from;
    if (name == "ask_from") return &policy.book.ask_from;
    if (name == "pressure_percent") return &policy.pressure.flagged_percent;
    if (name == "pressure_rate") return &policy.pressure.sign_ons_a_second;
    if (name == "least_load_step") return &policy.least_load_step;
    if (name.starts_with(kWeight)) {
        const auto rule = rule_of(name.substr(kWeight.size()));
        return rule ? &policy.book[*rule].weight : nullptr;
    }
    if (!name.starts_with(kLimit)) return nullptr;
    const auto rule = rule_of(name.substr(kLimit.size()));
    return rule && policy.book[*rule].limit ? &*policy.book[*rule].limit : nullptr;
}

// As shipped, and as the configuration has it where it says something.
Policy shipped_policy(const runtime::Config::Limits& limits) {
    Policy policy;
    policy.book[Rule::too_quick].limit = limits.dwell_seconds;
    policy.book[Rule::network_minute].limit = limits.sign_ons_per_minute_flag;
    policy.book[Rule::network_five_minutes].limit = limits.sign_ons_per_5_minutes_flag;
    return policy;
}

}  // namespace

Policy policy_of(const runtime::Config::Limits& limits, const std::vector<Setting>& settings) {
    Policy policy = shipped_policy(limits);
    for (const Setting& setting : settings) {
        if (!range_of(setting.name).holds(setting.value)) continue;
        if (setting.name == "pressure") policy.pressure.mode = static_cast<PressureMode>(setting.value);
        if (std::int64_t* place = place_of(policy, setting.name)) *place = setting.value;
    }
    return policy;
}

std::vector<Setting> settings_of(const Policy& policy) {
    std::vector<Setting> settings{{"flag_from", policy.book.flag_from},
                                  {"ask_from", policy.book.ask_from},
                                  {"pressure", static_cast<std::int64_t>(policy.pressure.mode)},
                                  {"pressure_percent", policy.pressure.flagged_percent},
                                  {"pressure_rate", policy.pressure.sign_ons_a_second},
                                  {"least_load_step", policy.least_load_step}};
    for (int i = 0; i < kRules; ++i) {
        const auto rule = static_cast<Rule>(i);
        const std::string key{key_of(rule)};
        settings.push_back({std::string{kWeight} + key, policy.book[rule].weight});
        if (policy.book[rule].limit) settings.push_back({std::string{kLimit} + key, *policy.book[rule].limit});
    }
    return settings;
}

std::int64_t value_of(const std::vector<Setting>& settings, std::string_view name) {
    const auto found = std::ranges::find(settings, name, &Setting::name);
    return found == settings.end() ? 0 : found->value;
}

Range range_of(std::string_view name) {
    if (name == "pressure") return {0, 2};
    if (name == "flag_from" || name == "ask_from" || name == "pressure_percent") return {1, 100};
    if (name == "pressure_rate") return {1, 100'000};
    if (name == "least_load_step") return {0, 4};
    return name.starts_with(kWeight) ? Range{0, 100} : Range{0, 1'000'000};
}

}  // namespace fraud_guard
