#include "models/budget_fairness/budget/income_figures.h"

namespace budget_fairness {
namespace {

constexpr std::size_t kPoorestDeciles = 4;
constexpr std::size_t kTopPercent = 1;  // of Grouping::top_percent

double percent_of(const std::vector<GroupResult>& groups, std::size_t count) {
    GroupResult together;
    for (std::size_t i = 0; i < count && i < groups.size(); ++i) {
        together.baseline.disposable += groups[i].baseline.disposable;
        together.reform.disposable += groups[i].reform.disposable;
    }
    return together.change_percent();
}

}  // namespace

void add_income_figures(Figures& figures, const Result& result) {
    add_law_figures(figures, result);
    figures.set(FigureId::inequality, result.reform.taxes.gini_after - result.baseline.taxes.gini_after);
}

void add_law_figures(Figures& figures, const Result& result) {
    figures.set(FigureId::tax_progressivity, result.reform.taxes.kakwani - result.baseline.taxes.kakwani);
    const double poorest = percent_of(result.by(Grouping::decile), kPoorestDeciles);
    figures.set(FigureId::bottom40_less_top1, poorest - result.by(Grouping::top_percent)[kTopPercent].change_percent());
    const auto& sexes = result.by(Grouping::sex);
    figures.set(FigureId::women_less_men, sexes[static_cast<std::size_t>(Sex::female)].change_percent() -
                                              sexes[static_cast<std::size_t>(Sex::male)].change_percent());
}

void add_unchanged_incomes(Figures& figures) {
    for (const FigureId figure :
         {FigureId::tax_progressivity, FigureId::inequality, FigureId::bottom40_less_top1, FigureId::women_less_men})
        figures.set(figure, 0);
}

}  // namespace budget_fairness
