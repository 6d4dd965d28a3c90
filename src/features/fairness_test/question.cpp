#include "features/fairness_test/question.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "models/budget_fairness/budget/service_effects.h"
#include "models/statistics/csv_table.h"

namespace fairness_test {
namespace {

using budget_fairness::Budget;
using budget_fairness::Change;
using budget_fairness::Jurisdiction;
using budget_fairness::Measure;
using budget_fairness::RuleSet;
using budget_fairness::Service;
using budget_fairness::SpendingMeasure;
using budget_fairness::Words;

constexpr std::array<LeverKind, kLevers> kKinds{{
    {"first", -5, 5, 0.25, base::message("First tax rate"), base::message("points")},
    {"top", -10, 10, 0.25, base::message("Highest tax rate"), base::message("points")},
    {"basic", -5'000, 10'000, 100, base::message("Amount that is free of tax"), base::message("dollars")},
    {"from", 0, 1'000'000, 5'000, base::message("A new step begins at"), base::message("dollars of income")},
    {"step", 0, 20, 0.25, base::message("and adds to the highest rate"), base::message("points")},
    {"benefit", -100, 100, 5, base::message("Child benefit"), base::message("percent")},
    {"health", -50'000, 50'000, 100, base::message("Health"), base::message("million dollars a year")},
    {"education", -50'000, 50'000, 100, base::message("Education"), base::message("million dollars a year")},
    {"social", -50'000, 50'000, 100, base::message("Social services"), base::message("million dollars a year")},
}};

constexpr std::array kAllLevers{Lever::first_rate,   Lever::top_rate,     Lever::basic,
                                Lever::bracket_from, Lever::bracket_rate, Lever::benefit,
                                Lever::health,       Lever::education,    Lever::social};

bool is_blank(char c) { return c == ' ' || c == '$' || c == '+'; }

// Digits as either language writes them: blanks between thousands, a comma that three digits follow groups, any other
// comma is the decimal sign; a minus may be the typographic one.
std::string plain_number(std::string_view typed) {
    std::string text;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const std::string_view rest = typed.substr(i);
        if (rest.starts_with("\u00a0") || rest.starts_with("\u202f"))
            i += rest.starts_with("\u00a0") ? 1 : 2;
        else if (rest.starts_with("−")) {
            text += '-';
            i += std::string_view{"−"}.size() - 1;
        } else if (!is_blank(typed[i]))
            text += typed[i];
    }
    const auto comma = text.find(',');
    if (comma == std::string::npos) return text;
    const bool groups = text.size() - comma == 4 || text.find(',', comma + 1) != std::string::npos;
    if (groups)
        std::erase(text, ',');
    else
        text[comma] = '.';
    return text;
}

std::optional<double> number_in(std::string_view typed) {
    const std::string text = plain_number(typed);
    if (text.empty()) return 0.0;
    return statistics::number_of(text);
}

// Without an exponent: "300000", not "3e+05".
std::string digits(double value) {
    char text[400];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr};
}

std::size_t top_bracket(const RuleSet& law, Jurisdiction place) {
    const auto& brackets = (place == Jurisdiction::canada ? law.federal : law.provincial).brackets;
    return brackets.count == 0 ? 0 : brackets.count - 1;
}

struct Law {
    const RuleSet& rules;
    Jurisdiction place;

    std::string name(std::string_view parameter) const { return fmt::format("{}.{}", code(place), parameter); }
    const budget_fairness::IncomeTaxRules& tax() const {
        return place == Jurisdiction::canada ? rules.federal : rules.provincial;
    }
};

void add(Budget& budget, Words title, budget_fairness::ParameterMeasure what) {
    budget.measures.push_back({std::move(title), "", std::move(what)});
}

void add_rates(Budget& budget, const OwnBudget& own, const Law& law) {
    const double first = own.at(Lever::first_rate) / 100;
    if (first != 0) {
        add(budget, {"First tax rate", "Premier taux"}, {law.name("brackets.0.rate"), Change::add, first});
        add(budget, {"Credits follow it", "Les crédits le suivent"}, {law.name("credits.rate"), Change::add, first});
    }
    const double top = own.at(Lever::top_rate) / 100;
    const std::size_t last = top_bracket(law.rules, law.place);
    if (top != 0)
        add(budget, {"Highest tax rate", "Taux le plus élevé"},
            {law.name(fmt::format("brackets.{}.rate", last)), Change::add, top});
    if (own.at(Lever::basic) != 0) {
        add(budget, {"Amount that is free of tax", "Montant exempt d’impôt"},
            {law.name("credits.basic.most"), Change::add, own.at(Lever::basic)});
        if (law.tax().credits.basic.least > 0)
            add(budget, {"The same for high incomes", "De même pour les revenus élevés"},
                {law.name("credits.basic.least"), Change::add, own.at(Lever::basic)});
    }
}

// Income above `from` bears the highest rate and so many points more. A step that the law has above `from` begins there
// instead, and the ones above that step have the same rate.
void add_bracket(Budget& budget, const OwnBudget& own, const Law& law) {
    const double points = own.at(Lever::bracket_rate) / 100;
    const double from = own.at(Lever::bracket_from);
    if (points == 0 || from <= 0) return;
    const auto& brackets = law.tax().brackets;
    const std::size_t last = top_bracket(law.rules, law.place);
    const double rate = brackets.rate[last] + own.at(Lever::top_rate) / 100 + points;
    std::size_t step = 0;
    while (step <= last && brackets.above[step] < from) ++step;
    if (step == budget_fairness::kMostSteps) return;
    add(budget, {"A new step", "Un nouveau palier"},
        {law.name(fmt::format("brackets.{}.above", step)), Change::set, from});
    for (std::size_t above = step; above <= std::max(step, last); ++above)
        add(budget, {"Its rate", "Son taux"}, {law.name(fmt::format("brackets.{}.rate", above)), Change::set, rate});
}

// The benefit that families with children get from this government.
std::string_view benefit_of(Jurisdiction place) {
    if (place == Jurisdiction::canada) return "canada_child_benefit";
    return place == Jurisdiction::quebec ? "family_allowance" : "child_benefit";
}

const budget_fairness::BenefitRules& benefit_rules(const RuleSet& law, Jurisdiction place) {
    using budget_fairness::BenefitId;
    if (place == Jurisdiction::canada) return law.benefit(BenefitId::canada_child_benefit);
    return law.benefit(place == Jurisdiction::quebec ? BenefitId::family_allowance : BenefitId::child_benefit);
}

void add_benefit(Budget& budget, const OwnBudget& own, const Law& law) {
    const double factor = 1 + own.at(Lever::benefit) / 100;
    if (factor == 1) return;
    const std::string benefit = law.name(benefit_of(law.place));
    for (int child = 0; child < 4; ++child)
        add(budget,
            {fmt::format("Child benefit, child {}", child + 1), fmt::format("Prestation, enfant {}", child + 1)},
            {fmt::format("{}.child.{}", benefit, child), Change::scale, factor});
    add(budget, {"More for young children", "Supplément pour jeunes enfants"},
        {benefit + ".young_child", Change::scale, factor});
}

struct ServiceLine {
    Lever lever;
    Service service;
    std::string_view english, french;
};
constexpr ServiceLine kServiceLines[] = {{Lever::health, Service::health, "Health", "Santé"},
                                         {Lever::education, Service::education, "Education", "Éducation"},
                                         {Lever::social, Service::social, "Social services", "Services sociaux"}};

void add_services(Budget& budget, const OwnBudget& own) {
    for (const ServiceLine& line : kServiceLines)
        if (own.at(line.lever) != 0)
            budget.measures.push_back({{std::string{line.english}, std::string{line.french}},
                                       "",
                                       SpendingMeasure{line.service, own.at(line.lever)}});
}

base::Problems problems_of(const OwnBudget& own) {
    base::Problems problems;
    if (own.at(Lever::bracket_rate) > 0 && own.at(Lever::bracket_from) < 100'000)
        problems.push_back({"from", base::message("A new step begins at 100,000 dollars or more.")});
    Budget services{.jurisdiction = own.place};
    add_services(services, own);
    for (const ServiceLine& line : kServiceLines)
        if (takes_too_much(services, line.service, budget_fairness::SpendingRecord::shipped()))
            problems.push_back({std::string{kind_of(line.lever).name},
                                base::message("This takes more from the service than is spent on it.")});
    return problems;
}

// "2008–2023", as titles of records have it.
std::string years_of(const Budget& record) {
    return std::to_string(record.first_year) + "–" + std::to_string(record.year);
}

}  // namespace

Baseline read_baseline(std::string_view since, std::string_view prices) {
    Baseline baseline{.since = std::nullopt, .prices = budget_fairness::prices_of(prices)};
    if (const auto year = statistics::integer_of(since))
        baseline.since = static_cast<int>(std::clamp<std::int64_t>(*year, 0, 9'999));
    return baseline;
}

Budget with_baseline(Budget record, const Baseline& baseline) {
    if (record.kind != budget_fairness::BudgetKind::record || !baseline.since) return record;
    const int first = budget_fairness::SpendingRecord::shipped().first_year();
    if (*baseline.since < first || *baseline.since >= record.year) return record;
    const auto before = years_of(record);
    record.first_year = *baseline.since;
    for (std::string* title : {&record.title.english, &record.title.french})
        if (const auto at = title->find(before); at != std::string::npos)
            title->replace(at, before.size(), years_of(record));
    return record;
}

const LeverKind& kind_of(Lever lever) { return kKinds[static_cast<std::size_t>(lever)]; }

base::Result<OwnBudget, base::Problems> read_own(const OwnForm& form) {
    base::Problems problems;
    OwnBudget own;
    const auto place = budget_fairness::find_jurisdiction(form.place.empty() ? "ON" : form.place);
    if (!place) problems.push_back({"place", base::message("Please choose a government from the list.")});
    own.place = place.value_or(Jurisdiction::ontario);
    for (const Lever lever : kAllLevers) {
        const LeverKind& kind = kind_of(lever);
        const auto value = number_in(form.at(lever));
        if (!value)
            problems.push_back({std::string{kind.name}, base::message("Please write a number.")});
        else if (*value < kind.least || *value > kind.most)
            problems.push_back({std::string{kind.name}, base::message("This number is out of range.")});
        else
            own.values[static_cast<std::size_t>(lever)] = *value;
    }
    if (problems.empty()) problems = problems_of(own);
    if (!problems.empty()) return problems;
    return own;
}

std::string query_of(const OwnBudget& own) {
    std::string query = fmt::format("place={}", code(own.place));
    for (const Lever lever : kAllLevers)
        if (own.at(lever) != 0) query += fmt::format("&{}={}", kind_of(lever).name, digits(own.at(lever)));
    return query;
}

Budget budget_of(const OwnBudget& own, const RuleSet& law) {
    Budget budget{.slug = "yours"};
    budget.kind = budget_fairness::BudgetKind::example;
    budget.jurisdiction = own.place;
    budget.year = kOwnYear;
    budget.title = {"A budget of your own", "Un budget à vous"};
    budget.summary = budget.title;
    const Law of_place{law, own.place};
    add_rates(budget, own, of_place);
    add_bracket(budget, own, of_place);
    if (has_lever(Lever::benefit, law, own.place)) add_benefit(budget, own, of_place);
    add_services(budget, own);
    return budget;
}

bool has_lever(Lever lever, const RuleSet& law, Jurisdiction place) {
    const bool has_record = budget_fairness::SpendingRecord::shipped().covers(place);
    if (lever == Lever::health || lever == Lever::education || lever == Lever::social) return has_record;
    if (lever == Lever::benefit) return benefit_rules(law, place).child[0] > 0;
    return true;
}

}  // namespace fairness_test
