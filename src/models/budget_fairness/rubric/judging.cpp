#include "models/budget_fairness/rubric/judging.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace budget_fairness {
namespace {

constexpr std::array<std::string_view, 4> kRatings{"met", "partly", "not_met", "unknown"};

// A sum of weights such as 0.1 + 0.2 must not fail a mark of 0.3.
constexpr double kRounding = 1e-9;

double share_of(Rating rating) {
    if (rating == Rating::met) return 1.0;
    return rating == Rating::partly ? 0.5 : 0.0;
}

Finding measured(const Criterion& criterion, const Figures& figures) {
    const auto figure = figures.find(criterion.threshold->figure);
    const Rating rating = figure ? rate(*criterion.threshold, *figure) : Rating::unknown;
    return {.criterion = criterion, .rating = rating, .figure = figure};
}

Finding judged(const Criterion& criterion, const std::vector<Judgement>& judgements) {
    const auto found = std::ranges::find(judgements, criterion.key, &Judgement::criterion);
    if (found == judgements.end()) return {.criterion = criterion};
    return {.criterion = criterion, .rating = found->rating, .judgement = *found};
}

Verdict verdict_of(const TestResult& result, double pass_mark) {
    if (result.lowest + kRounding >= pass_mark) return Verdict::passes;
    if (result.highest + kRounding < pass_mark) return Verdict::fails;
    return Verdict::not_enough_information;
}

}  // namespace

std::string_view name_of(Rating rating) { return kRatings[static_cast<std::size_t>(rating)]; }

std::optional<Rating> rating_of(std::string_view name) {
    const auto found = std::ranges::find(kRatings, name);
    if (found == kRatings.end()) return std::nullopt;
    return static_cast<Rating>(found - kRatings.begin());
}

std::string_view name_of(Verdict verdict) {
    if (verdict == Verdict::passes) return "passes";
    return verdict == Verdict::fails ? "fails" : "not_enough_information";
}

Rating rate(const Threshold& threshold, double figure) {
    if (!std::isfinite(figure)) return Rating::unknown;
    const double sign = threshold.better == Better::higher ? 1.0 : -1.0;
    if (sign * figure >= sign * threshold.met) return Rating::met;
    return sign * figure >= sign * threshold.partly ? Rating::partly : Rating::not_met;
}

TestResult judge(const Rubric& rubric, const Evidence& evidence) {
    TestResult result;
    const double weight = total_weight(rubric);
    double sure = 0;
    double unknown = 0;
    for (const Criterion& criterion : rubric.criteria) {
        result.findings.push_back(criterion.threshold ? measured(criterion, evidence.figures)
                                                      : judged(criterion, evidence.judgements));
        const Rating rating = result.findings.back().rating;
        sure += criterion.weight * share_of(rating);
        if (rating == Rating::unknown) unknown += criterion.weight;
    }
    if (!(weight > 0)) return result;
    result.lowest = 100.0 * sure / weight;
    result.highest = 100.0 * (sure + unknown) / weight;
    result.known = 100.0 * (weight - unknown) / weight;
    result.verdict = verdict_of(result, rubric.pass_mark);
    return result;
}

}  // namespace budget_fairness
