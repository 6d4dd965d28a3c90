#include "features/fairness_test/simulation_service.h"

#include <algorithm>
#include <cmath>

#include "features/fairness_test/question.h"
#include "models/budget_fairness/budget/province_population.h"
#include "models/budget_fairness/budget/reform.h"
#include "models/budget_fairness/engine/alignment.h"
#include "models/budget_fairness/engine/earlier_law.h"
#include "models/budget_fairness/population/published.h"

namespace fairness_test {
namespace {

using budget_fairness::Budget;
using budget_fairness::Jurisdiction;
using budget_fairness::RulesByPlace;
using budget_fairness::Simulation;

constexpr budget_fairness::Threads kOneCore{1};
constexpr std::size_t kRemembered = 256;                  // answers of a sample, and of costly raises
constexpr Jurisdiction kTypical = Jurisdiction::ontario;  // whose families stand for all where federal law changes

// The law of a year in all places; null where it is not known. Read once a year asked for.
std::shared_ptr<const RulesByPlace> rules_of(int year) {
    static std::mutex mutex;
    static std::map<int, std::shared_ptr<const RulesByPlace>> known;
    const std::scoped_lock lock{mutex};
    const auto [found, is_new] = known.try_emplace(year);
    if (!is_new) return found->second;
    auto rules = budget_fairness::rules_by_place(budget_fairness::shipped_law_book(), year);
    if (rules) found->second = std::make_shared<const RulesByPlace>(*std::move(rules));
    return found->second;
}

constexpr double kBillion = 1e9;
constexpr double kNoticeableMillions = 1e-6;

// A billion dollars for each service, handed out to the families of a place.
std::vector<budget_fairness::ServiceValue> values_of_services(const Simulation& simulation, Jurisdiction place) {
    std::vector<budget_fairness::ServiceAmount> amounts;
    for (const auto& function : budget_fairness::spending_functions())
        amounts.push_back({place, function.service, kBillion});
    return service_values(simulation, amounts);
}

std::vector<Jurisdiction> places_of(Jurisdiction place) {
    if (place != Jurisdiction::canada) return {place};
    const auto all = budget_fairness::provinces_and_territories();
    return {all.begin(), all.end()};
}

// The budget's measures in the law of every place that it is about.
IncomeAnswer apply(const Budget& budget, RulesByPlace& rules) {
    for (const Jurisdiction place : places_of(budget.jurisdiction)) {
        auto unknown = apply_measures(budget, rules.at(place));
        if (!unknown.empty())
            return {.missing = IncomesMissing::measure_unknown, .refused_parameters = std::move(unknown)};
        auto senseless = senseless_parameters(budget, rules.at(place));
        if (!senseless.empty())
            return {.missing = IncomesMissing::measure_senseless, .refused_parameters = std::move(senseless)};
    }
    return {.missing = IncomesMissing::no};
}

// The province's law of `since` in prices of `year`, for a record of both years.
budget_fairness::EarlierLaw law_since(Jurisdiction place, int since, int year) {
    const double prices = budget_fairness::price_growth(place, year) / budget_fairness::price_growth(place, since);
    return budget_fairness::earlier_law(rules_of(year)->at(place), rules_of(since)->at(place), prices);
}

// The law that a budget is held against.
struct BaselineLaw {
    Jurisdiction place;
    int year, since;
};
RulesByPlace baseline_of(const BaselineLaw& wanted) {
    auto rules = *rules_of(wanted.year);
    if (wanted.since != 0) rules.at(wanted.place) = law_since(wanted.place, wanted.since, wanted.year).rules;
    return rules;
}

// Is there anything to ask the families?
bool asks_families(const Budget& budget) {
    if (budget.kind == budget_fairness::BudgetKind::record) return rules_of(budget.first_year) != nullptr;
    return changes_law(budget);
}

}  // namespace

const budget_fairness::RuleSet* Simulations::law(Jurisdiction place, int year) {
    const auto rules = rules_of(year);
    if (!rules) return nullptr;
    return &rules->at(place == Jurisdiction::canada ? kTypical : place);
}

std::vector<budget_fairness::Fit> Simulations::fits() {
    return pool_.run(Lane::thorough, [this] {
        const std::scoped_lock making{making_};
        if (fits_.empty()) fits_ = budget_fairness::quality(*population(samples_, kOwnYear, settings_.sample_adults));
        return fits_;
    });
}

IncomeAnswer Simulations::ask(const IncomeQuestion& question) {
    const bool is_full = question.depth == Depth::full && asks_families(question.budget) &&
                         pool_.busy(Lane::thorough) < settings_.most_waiting;
    const IncomeQuestion taken{question.budget, question.services, is_full ? Depth::full : Depth::quick};
    return pool_.run(is_full ? Lane::thorough : Lane::quick, [this, &taken] { return answer(taken); });
}

IncomeAnswer Simulations::answer(const IncomeQuestion& question) {
    const Budget& budget = question.budget;
    if (budget.kind == budget_fairness::BudgetKind::record) return answer_record(question);
    const auto rules = rules_of(budget.year);
    const Key key{budget.jurisdiction, budget.year};
    if (!rules) return {.missing = IncomesMissing::law_unknown};
    auto reform = std::make_unique<RulesByPlace>(*rules);
    IncomeAnswer answer = apply(budget, *reform);
    answer.services = services_by_decile(key, question);
    if (answer.missing != IncomesMissing::no) return answer;
    answer.effects = IncomeEffects{.result = calculate(key, *reform, question.depth), .year = budget.year};
    const Jurisdiction typical = budget.jurisdiction == Jurisdiction::canada ? kTypical : budget.jurisdiction;
    if (changes_law(budget)) answer.effects->costly_raises = raises_of({*rules, *reform, typical});
    return answer;
}

std::vector<budget_fairness::CostlyRaise> Simulations::raises_of(const Change& change) {
    const std::pair question{fingerprint(change.to), change.place};
    {
        const std::scoped_lock lock{mutex_};
        if (const auto known = raises_.find(question); known != raises_.end()) return known->second;
    }
    auto found = costly_raises(change.from.at(change.place), change.to.at(change.place));
    const std::scoped_lock lock{mutex_};
    if (raises_.size() >= kRemembered) raises_.clear();
    raises_.insert_or_assign(question, found);
    return found;
}

IncomeAnswer Simulations::answer_record(const IncomeQuestion& question) {
    const Budget& budget = question.budget;
    const auto rules = rules_of(budget.year);
    if (!rules || budget.jurisdiction == Jurisdiction::canada) return {.missing = IncomesMissing::record};
    IncomeAnswer answer{.services = services_by_decile({budget.jurisdiction, budget.year}, question),
                        .missing = IncomesMissing::earlier_law};
    if (!rules_of(budget.first_year)) return answer;
    const Key key{budget.jurisdiction, budget.year, budget.first_year};
    answer.missing = IncomesMissing::no;
    answer.effects =
        IncomeEffects{.result = calculate(key, *rules, question.depth),
                      .year = budget.year,
                      .since = budget.first_year,
                      .not_compared = law_since(budget.jurisdiction, budget.first_year, budget.year).not_compared};
    return answer;
}

std::vector<ServiceByDecile> Simulations::services_by_decile(const Key& key, const IncomeQuestion& question) {
    std::vector<ServiceByDecile> found;
    const auto at_hand = bench(key);
    for (const auto& effect : question.services) {
        if (std::abs(effect.million_dollars) < kNoticeableMillions) continue;
        const auto value =
            std::ranges::find(at_hand->services, effect.service, &budget_fairness::ServiceValue::service);
        if (value == at_hand->services.end()) continue;
        ServiceByDecile by_decile{.service = effect.service, .per_household = value->per_family};
        for (double& dollars : by_decile.per_household) dollars *= effect.million_dollars * 1e6 / kBillion;
        found.push_back(by_decile);
    }
    return found;
}

budget_fairness::Answer Simulations::calculate(const Key& key, const RulesByPlace& reform, Depth depth) {
    if (depth == Depth::full) return whole_bench(key)->laboratory->full(reform);
    // Also where the whole population has been asked the same: an address without depth=full gives one answer, always.
    const auto at_hand = bench(key);
    return at_hand->answers->ask(fingerprint(reform), [&] { return sample_answer(*at_hand->sample, reform); });
}

std::shared_ptr<const budget_fairness::Population> Simulations::population(Populations& made, int year,
                                                                           std::size_t adults) {
    auto& known = made[year];
    if (!known)
        known = std::make_shared<const budget_fairness::Population>(
            budget_fairness::population_under(*rules_of(year), {.year = year, .adults = adults}));
    return known;
}

std::shared_ptr<Simulations::Bench> Simulations::bench(const Key& key) {
    {
        const std::scoped_lock lock{mutex_};
        if (const auto found = benches_.find(key); found != benches_.end()) return found->second;
    }
    const std::scoped_lock making{making_};
    const auto everybody = population(samples_, key.year, settings_.sample_adults);
    auto made = std::make_shared<Bench>();
    made->sample = std::make_shared<const Simulation>(
        std::make_shared<const budget_fairness::Population>(population_in(*everybody, key.place)),
        baseline_of({key.place, key.year, key.since}), kOneCore);
    made->answers = std::make_shared<budget_fairness::SharedAnswers>(kRemembered);
    if (key.place != Jurisdiction::canada) made->services = values_of_services(*made->sample, key.place);
    const std::scoped_lock lock{mutex_};
    return benches_.try_emplace(key, std::move(made)).first->second;
}

std::shared_ptr<Simulations::Bench> Simulations::whole_bench(const Key& key) {
    const auto at_hand = bench(key);
    if (at_hand->laboratory) return at_hand;
    const std::scoped_lock making{making_whole_};
    {
        const std::scoped_lock lock{mutex_};
        if (benches_.at(key)->laboratory) return benches_.at(key);
    }
    const auto everybody = population(wholes_, key.year, settings_.adults);
    const auto full = std::make_shared<const Simulation>(
        std::make_shared<const budget_fairness::Population>(population_in(*everybody, key.place)),
        baseline_of({key.place, key.year, key.since}), kOneCore);
    auto made = std::make_shared<Bench>();
    made->sample = at_hand->sample;
    made->answers = at_hand->answers;
    made->services = at_hand->services;
    made->laboratory =
        std::make_unique<budget_fairness::Laboratory>(full, at_hand->sample, budget_fairness::LaboratorySettings{});
    const std::scoped_lock lock{mutex_};
    benches_[key] = made;
    return made;
}

}  // namespace fairness_test
