// models/budget_fairness/rubric/rubric.h - the rules by which a budget is judged, declared before it is looked at.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/budget_fairness/rubric/figure.h"
#include "models/budget_fairness/rubric/words.h"

namespace budget_fairness {

enum class Better : std::uint8_t { higher, lower };

// What a measured criterion asks of its figure. Where higher is better: met from `met`, partly met from `partly`
// (not above met), else not met. Where lower is better: met up to `met`, partly met up to `partly` (not below met).
struct Threshold {
    FigureId figure = FigureId::inequality;
    Better better = Better::higher;
    double met = 0;
    double partly = 0;
    bool operator==(const Threshold&) const = default;
};

struct Criterion {
    std::string key;  // "inequality": small letters, digits and _; unique within the rubric
    double weight = 0;
    Words title;                           // "Inequality"
    Words question;                        // "Does the gap between incomes narrow?"
    Words reason;                          // why it is asked
    std::optional<Threshold> threshold{};  // measured; none: judged by a person, with evidence
    bool operator==(const Criterion&) const = default;
};

// What one version changed, for the history.
struct RubricChange {
    int version = 1;
    std::chrono::year_month_day on{};
    Words what;
    bool operator==(const RubricChange&) const = default;
};

struct Rubric {
    std::string name;  // "fair-budget": what its versions have in common
    int version = 1;
    Words title;
    Words summary;
    double pass_mark = 60;  // points out of a hundred that are enough
    std::vector<Criterion> criteria;
    std::vector<RubricChange> changes;  // newest first
    bool operator==(const Rubric&) const = default;
};

double total_weight(const Rubric& rubric);
const Criterion* find_criterion(const Rubric& rubric, std::string_view key);

}  // namespace budget_fairness
