#include "features/fairness_test/answer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <utility>

#include "models/budget_fairness/budget/income_figures.h"
#include "models/jobs_lost/estimate.h"
#include "models/jobs_lost/shipped_data.h"

namespace fairness_test {
namespace {

using budget_fairness::Budget;
using budget_fairness::BudgetKind;
using budget_fairness::Service;
using budget_fairness::ServiceEffect;

struct JobsFunction {
    Service service;
    std::string_view slug;  // of the jobs-lost model
};
// Debt, subsidies to businesses and roads are left out: money there is no service with staff of its own.
constexpr std::array kJobsFunctions{JobsFunction{Service::health, "health"},
                                    JobsFunction{Service::education, "education"},
                                    JobsFunction{Service::social, "social_protection"},
                                    JobsFunction{Service::housing, "housing_communities"},
                                    JobsFunction{Service::safety, "public_order"},
                                    JobsFunction{Service::culture, "culture_recreation"},
                                    JobsFunction{Service::environment, "environment"}};

// Jobs for each million dollars, in dollars of that year.
struct PerMillion {
    double jobs, low, high;
    bool is_estimated;
};

jobs_lost::StandingFigures shipped_figures() {
    const auto& economies = jobs_lost::shipped_economies();
    return {std::shared_ptr<const jobs_lost::Economies>{std::shared_ptr<void>{}, &economies}, ""};
}

// A million dollars of a function in one place, in dollars of that year.
struct MillionQuestion {
    jobs_lost::Jurisdiction place;
    std::string_view function;
    int year;
    auto operator<=>(const MillionQuestion&) const = default;
};

std::optional<PerMillion> estimate_per_million(const MillionQuestion& question, const jobs_lost::Economies& economies) {
    constexpr double kMillion = 1e6;
    const auto estimate = jobs_lost::estimate_jobs_lost({.jurisdiction = question.place,
                                                         .function = std::string{question.function},
                                                         .kind = std::nullopt,
                                                         .amount = jobs_lost::Dollars{kMillion},
                                                         .year = question.year},
                                                        economies);
    if (!estimate) return std::nullopt;
    return PerMillion{estimate->jobs_total, estimate->range.low, estimate->range.high,
                      estimate->origin == jobs_lost::Origin::estimated};
}

// The model is linear in the amount, so each is asked once of the figures that answer now.
std::optional<PerMillion> jobs_per_million(const MillionQuestion& question, const jobs_lost::StandingFigures& figures) {
    static std::mutex mutex;
    static std::string edition;
    static std::map<MillionQuestion, std::optional<PerMillion>> known;
    const std::scoped_lock lock{mutex};
    if (std::exchange(edition, figures.edition) != figures.edition) known.clear();
    const auto [found, is_new] = known.try_emplace(question);
    if (is_new) found->second = estimate_per_million(question, *figures.economies);
    return found->second;
}

const ServiceEffect* find_effect(const std::vector<ServiceEffect>& services, Service service) {
    for (const ServiceEffect& effect : services)
        if (effect.service == service) return &effect;
    return nullptr;
}

// The multipliers err together, all a little low or all a little high.
void add_jobs(JobsChange& change, const PerMillion& jobs, double million) {
    change.jobs += jobs.jobs * million;
    change.low += jobs.low * million;
    change.high += jobs.high * million;
    change.is_estimated |= jobs.is_estimated;
}

// The change in jobs of a budget's change in services, in the province itself. None outside the ten provinces.
std::optional<JobsChange> jobs_change(const TestAnswer& answer, const jobs_lost::StandingFigures& figures) {
    const Budget& budget = answer.budget;
    const auto& services = answer.services;
    const auto& record = budget_fairness::SpendingRecord::shipped();
    const int year = budget_fairness::spending_year(budget, record);
    const auto place = jobs_lost::jurisdiction_of(code(budget.jurisdiction));
    const auto people = record.population(budget.jurisdiction, year);
    if (services.empty() || !place || !people) return std::nullopt;
    JobsChange change;
    for (const JobsFunction& function : kJobsFunctions) {
        const ServiceEffect* effect = find_effect(services, function.service);
        const auto jobs = jobs_per_million({*place, function.slug, year}, figures);
        if (effect == nullptr || !jobs) return std::nullopt;
        add_jobs(change, *jobs, effect->million_dollars);
    }
    const auto [least, most] = std::minmax({change.low, change.jobs, change.high});
    change.low = least;
    change.high = most;
    change.per_100_000 = change.jobs / *people * 100'000;
    return change;
}

IncomeAnswer ask_incomes(const Asked& asked, const TestAnswer& answer, const IncomeModel& incomes) {
    if (incomes) return incomes({asked.budget, answer.services, asked.depth});
    const bool is_record = asked.budget.kind == BudgetKind::record;
    return {.missing = is_record ? IncomesMissing::record : IncomesMissing::no_model};
}

}  // namespace

std::optional<double> TestAnswer::balance() const {
    if (budget.kind == BudgetKind::record) return std::nullopt;
    double dollars = 0;
    for (const ServiceEffect& effect : services) dollars -= effect.million_dollars * 1e6;
    if (incomes.effects) return dollars + incomes.effects->result->revenue_gained();
    return changes_law(budget) ? std::nullopt : std::optional{dollars};
}

TestAnswer examine(const Asked& asked, const Models& models) {
    const auto& record = budget_fairness::SpendingRecord::shipped();
    TestAnswer answer{.budget = asked.budget, .prices = asked.prices, .rubric = asked.rubric};
    answer.services = budget_fairness::service_effects(asked.budget, record, asked.prices);
    answer.jobs = jobs_change(answer, models.jobs ? models.jobs() : shipped_figures());
    answer.incomes = ask_incomes(asked, answer, models.incomes);
    auto figures = budget_fairness::spending_figures(asked.budget, record, asked.prices);
    if (answer.jobs) figures.set(budget_fairness::FigureId::jobs, answer.jobs->per_100_000);
    if (answer.incomes.effects && asked.budget.kind == BudgetKind::record)
        budget_fairness::add_law_figures(figures, *answer.incomes.effects->result);
    else if (answer.incomes.effects)
        budget_fairness::add_income_figures(figures, *answer.incomes.effects->result);
    else if (asked.budget.kind != BudgetKind::record && !changes_law(asked.budget))
        budget_fairness::add_unchanged_incomes(figures);
    answer.result = budget_fairness::judge(*asked.rubric, {figures, asked.budget.judgements});
    return answer;
}

}  // namespace fairness_test
