// models/budget_fairness/rubric/judging.h - a budget held against a rubric: criterion by criterion, and the verdict.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/budget_fairness/rubric/rubric.h"

namespace budget_fairness {

// unknown: not enough information.
enum class Rating : std::uint8_t { met, partly, not_met, unknown };

// "met", "partly", "not_met", "unknown"
std::string_view name_of(Rating rating);
std::optional<Rating> rating_of(std::string_view name);

// What a person answered to a judged criterion.
struct Judgement {
    std::string criterion;  // its key
    Rating rating = Rating::unknown;
    std::string evidence;  // https address of what shows it; needed for every rating but unknown
    std::string reviewer;  // who looked at it
    std::chrono::year_month_day on{};
    Words reason;
    bool operator==(const Judgement&) const = default;
};

// All that is known about one budget.
struct Evidence {
    Figures figures;
    std::vector<Judgement> judgements;
};

// How one criterion came out.
struct Finding {
    Criterion criterion;
    Rating rating = Rating::unknown;
    std::optional<double> figure{};        // of a measured criterion
    std::optional<Judgement> judgement{};  // of a judged one
};

// not_enough_information: what is unknown could still tip the scale.
enum class Verdict : std::uint8_t { passes, fails, not_enough_information };
std::string_view name_of(Verdict verdict);

// Points are out of a hundred, by weight; a criterion that is partly met counts half.
struct TestResult {
    Verdict verdict = Verdict::not_enough_information;
    double lowest = 0;              // if nothing that is unknown were met
    double highest = 100;           // if all of it were
    double known = 0;               // of the weight, percent
    std::vector<Finding> findings;  // in the order of the rubric
};

// How a figure meets its threshold.
Rating rate(const Threshold& threshold, double figure);

// Passes when even the lowest points reach the pass mark, fails when not even the highest do, and knows too little in
// between. A rubric without weight knows too little. Judgements of criteria that are measured or not there are left
// out.
TestResult judge(const Rubric& rubric, const Evidence& evidence);

}  // namespace budget_fairness
