// features/fairness_test/answer.h - one budget held against one rubric, with all that the models say about it.
#pragma once
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/budget_fairness/budget/service_effects.h"
#include "models/budget_fairness/engine/result.h"
#include "models/budget_fairness/rubric/judging.h"
#include "models/budget_fairness/tax/marginal_rate.h"
#include "models/jobs_lost/standing_figures.h"

namespace fairness_test {

// quick: at once, from a sample where the whole population has not been asked yet. full: from the whole population.
enum class Depth : unsigned char { quick, full };

// What households of a tenth of the people lose or gain in services, dollars a household and year.
struct ServiceByDecile {
    budget_fairness::Service service;
    std::array<double, 10> per_household;  // poorest first
};

// What the budget does to incomes.
struct IncomeEffects {
    std::shared_ptr<const budget_fairness::Result> result;
    int year = 0;   // of the law
    int since = 0;  // of a record: the year whose law of the province it is compared with; else 0
    std::vector<std::string> not_compared{};  // of a record: parts of the law that one of the years does not know
    std::vector<budget_fairness::CostlyRaise> costly_raises{};  // of measures: raises that cost more than under the law
};

// Why incomes are not in an answer.
enum class IncomesMissing : unsigned char {
    no,                 // they are
    record,             // a record whose laws nobody compares
    earlier_law,        // of a record: the law of its first year is not known here
    law_unknown,        // the law of that year is not known here
    measure_unknown,    // the budget names a parameter that the law does not have
    measure_senseless,  // it sets one to what cannot be: a rate above 1, steps out of order
    no_model,           // nobody calculates here
};

struct IncomeAnswer {
    std::optional<IncomeEffects> effects{};
    std::vector<ServiceByDecile> services{};  // what the change in services is worth; also of records
    IncomesMissing missing = IncomesMissing::no_model;
    std::vector<std::string> refused_parameters{};  // unknown or senseless, as `missing` says
};

// What the model of incomes is asked: the budget, and its change in services.
struct IncomeQuestion {
    const budget_fairness::Budget& budget;
    const std::vector<budget_fairness::ServiceEffect>& services;
    Depth depth;
};

// May be empty: then nobody calculates.
using IncomeModel = std::function<IncomeAnswer(const IncomeQuestion&)>;

// Jobs of a year, more or fewer than without the change.
struct JobsChange {
    double jobs = 0, low = 0, high = 0;
    double per_100_000 = 0;
    bool is_estimated = false;  // from regionalized tables, not published multipliers
};

struct TestAnswer {
    budget_fairness::Budget budget;
    budget_fairness::Prices prices = budget_fairness::Prices::government;
    std::shared_ptr<const budget_fairness::Rubric> rubric;
    budget_fairness::TestResult result;
    std::vector<budget_fairness::ServiceEffect> services;
    std::optional<JobsChange> jobs;
    IncomeAnswer incomes;

    // Dollars a year that governments have more (less: negative) after taxes, benefits and services; none where incomes
    // are not known.
    std::optional<double> balance() const;
    bool is_sample() const {
        const bool compares = changes_law(budget) || budget.kind == budget_fairness::BudgetKind::record;
        return compares && incomes.effects && incomes.effects->result->is_sample;
    }
};

struct Asked {
    const budget_fairness::Budget& budget;
    std::shared_ptr<const budget_fairness::Rubric> rubric;
    budget_fairness::Prices prices = budget_fairness::Prices::government;
    Depth depth = Depth::full;
};

// Whom the test asks. Each may be empty: then nobody calculates incomes, and jobs go by the figures that ship with the
// program.
struct Models {
    IncomeModel incomes{};
    jobs_lost::StandingFiguresNow jobs{};
};

TestAnswer examine(const Asked& asked, const Models& models);

}  // namespace fairness_test
