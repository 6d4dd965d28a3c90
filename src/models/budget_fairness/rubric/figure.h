// models/budget_fairness/rubric/figure.h - what can be measured about a budget.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/problem.h"

namespace budget_fairness {

// Each compares the budget with its baseline.
enum class FigureId : std::uint8_t {
    tax_progressivity,   // Kakwani index of taxes, change
    inequality,          // Gini index of income after taxes and transfers, change
    bottom40_less_top1,  // income gained by the poorest 40 % less that gained by the richest 1 %, percentage points
    health_spending,     // real spending per person, change in percent
    education_spending,
    social_spending,
    jobs,            // jobs more or fewer in a year, per 100,000 people
    women_less_men,  // income gained by women less that gained by men, percentage points
};

inline constexpr std::size_t kFigures = 8;

enum class FigureUnit : std::uint8_t { index, percent, percentage_points, jobs_per_100_000 };

struct FigureKind {
    std::string_view name;  // in rubric files
    FigureUnit unit;
    base::Message label;  // for a reader
    double largest;       // a threshold or a figure beyond it, either way, is a mistake
};

const FigureKind& kind_of(FigureId figure);
std::optional<FigureId> figure_of(std::string_view name);

// What was measured; the others are not known.
class Figures {
public:
    // A figure that is not finite stays unknown.
    void set(FigureId figure, double value);
    std::optional<double> find(FigureId figure) const { return values_[static_cast<std::size_t>(figure)]; }
    bool operator==(const Figures&) const = default;

private:
    std::array<std::optional<double>, kFigures> values_{};
};

}  // namespace budget_fairness
