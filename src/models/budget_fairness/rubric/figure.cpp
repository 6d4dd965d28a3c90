#include "models/budget_fairness/rubric/figure.h"

#include <cmath>

namespace budget_fairness {
namespace {

constexpr std::array<FigureKind, kFigures> kKinds{{
    {"tax_progressivity", FigureUnit::index, base::message("Progressivity of taxes (Kakwani index), change"), 2.0},
    {"inequality", FigureUnit::index, base::message("Inequality of income after tax (Gini index), change"), 1.0},
    {"bottom40_less_top1", FigureUnit::percentage_points,
     base::message("Income gained by the poorest 40%, less that gained by the richest 1%"), 1000.0},
    {"health_spending", FigureUnit::percent, base::message("Real spending on health per person, change"), 1000.0},
    {"education_spending", FigureUnit::percent, base::message("Real spending on education per person, change"), 1000.0},
    {"social_spending", FigureUnit::percent, base::message("Real spending on social services per person, change"),
     1000.0},
    {"jobs", FigureUnit::jobs_per_100_000, base::message("Jobs more or fewer, per 100,000 people"), 100'000.0},
    {"women_less_men", FigureUnit::percentage_points, base::message("Income gained by women, less that gained by men"),
     1000.0},
}};

}  // namespace

const FigureKind& kind_of(FigureId figure) { return kKinds[static_cast<std::size_t>(figure)]; }

std::optional<FigureId> figure_of(std::string_view name) {
    for (std::size_t i = 0; i < kFigures; ++i)
        if (kKinds[i].name == name) return static_cast<FigureId>(i);
    return std::nullopt;
}

void Figures::set(FigureId figure, double value) {
    values_[static_cast<std::size_t>(figure)] = std::isfinite(value) ? std::optional{value} : std::nullopt;
}

}  // namespace budget_fairness
