#include "models/budget_fairness/budget/service_effects.h"

#include <array>

namespace budget_fairness {
namespace {

struct Asked {
    Service service;
    FigureId figure;
};
constexpr std::array kAsked{Asked{Service::health, FigureId::health_spending},
                            Asked{Service::education, FigureId::education_spending},
                            Asked{Service::social, FigureId::social_spending}};

std::optional<ServiceEffect> recorded_effect(const Budget& budget, Service service, const SpendingRecord& record,
                                             Prices prices) {
    const auto change = record.change(budget.jurisdiction, service, {budget.first_year, budget.year, prices});
    const auto persons = record.population(budget.jurisdiction, budget.year);
    if (!change || !persons) return std::nullopt;
    return ServiceEffect{service, *change, change->difference() * *persons / 1e6};
}

std::optional<ServiceEffect> planned_effect(const Budget& budget, Service service, const SpendingRecord& record) {
    const int year = spending_year(budget, record);
    const auto million = record.spending(budget.jurisdiction, service, year);
    const auto persons = record.population(budget.jurisdiction, year);
    if (!million || !persons || !(*million > 0)) return std::nullopt;
    const double more = spending_change(budget, service);
    const double per_person = 1e6 / *persons;
    return ServiceEffect{service, {*million * per_person, (*million + more) * per_person}, more};
}

}  // namespace

int spending_year(const Budget& budget, const SpendingRecord& record) {
    return budget.kind == BudgetKind::record ? budget.year : record.last_year();
}

std::vector<ServiceEffect> service_effects(const Budget& budget, const SpendingRecord& record, Prices prices) {
    std::vector<ServiceEffect> effects;
    for (const SpendingFunction& function : spending_functions()) {
        const auto effect = budget.kind == BudgetKind::record
                                ? recorded_effect(budget, function.service, record, prices)
                                : planned_effect(budget, function.service, record);
        if (effect) effects.push_back(*effect);
    }
    return effects;
}

bool takes_too_much(const Budget& budget, Service service, const SpendingRecord& record) {
    const auto million = record.spending(budget.jurisdiction, service, spending_year(budget, record));
    return million && *million + spending_change(budget, service) < 0;
}

Figures spending_figures(const Budget& budget, const SpendingRecord& record, Prices prices) {
    Figures figures;
    for (const ServiceEffect& effect : service_effects(budget, record, prices))
        for (const Asked& asked : kAsked)
            if (asked.service == effect.service) figures.set(asked.figure, effect.change.percent());
    if (budget.kind != BudgetKind::record) return figures;
    const auto before = record.gini(budget.jurisdiction, budget.first_year);
    const auto after = record.gini(budget.jurisdiction, budget.year);
    if (before && after) figures.set(FigureId::inequality, *after - *before);
    return figures;
}

}  // namespace budget_fairness
