#include "features/fraud_guard/rule_table.h"

#include <fmt/format.h>

#include "features/fraud_guard/rule.h"

namespace fraud_guard {
namespace {

std::string window_of(const RuleSetting& setting) {
    return setting.window == base::Duration{} ? "" : fmt::format("{} s", setting.window.seconds());
}

}  // namespace

std::string rule_table() {
    std::string table = "| Rule | What staff read | Points | Limit | Within |\n|---|---|---|---|---|\n";
    for (int i = 0; i < kRules; ++i) {
        const auto rule = static_cast<Rule>(i);
        const RuleSetting& setting = shipped_rules()[rule];
        table += fmt::format("| `{}` | {} | {} | {} | {} |\n", key_of(rule), words_of(rule).reason.key(),
                             setting.weight, setting.limit ? std::to_string(*setting.limit) : "", window_of(setting));
    }
    return table;
}

}  // namespace fraud_guard
