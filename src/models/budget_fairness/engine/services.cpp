#include "models/budget_fairness/engine/services.h"

#include <algorithm>

namespace budget_fairness {
namespace {

// Who a part of the spending goes to.
enum class Key : std::uint8_t { person, health, pupil, young_adult, poor, old, child };
constexpr std::size_t kKeys = 7;
using Keys = std::array<double, kKeys>;

struct Portion {
    Key key;
    double share;
};

std::span<const Portion> portions_of(Service service) {
    static constexpr std::array kHealth{Portion{Key::health, 1}};
    static constexpr std::array kEducation{Portion{Key::pupil, 0.75}, Portion{Key::young_adult, 0.25}};
    static constexpr std::array kSocial{Portion{Key::poor, 0.4}, Portion{Key::old, 0.3}, Portion{Key::child, 0.3}};
    static constexpr std::array kEveryone{Portion{Key::person, 1}};
    if (service == Service::health) return kHealth;
    if (service == Service::education) return kEducation;
    if (service == Service::social) return kSocial;
    return kEveryone;
}

double health_cost(int age) {
    double cost = kHealthCosts[0].cost;
    for (const auto& each : kHealthCosts)
        if (age >= each.from_age) cost = each.cost;
    return cost;
}

double& at(Keys& keys, Key key) { return keys[static_cast<std::size_t>(key)]; }

void add_adult(Keys& keys, int age) {
    at(keys, Key::person) += 1;
    at(keys, Key::health) += health_cost(age);
    if (age >= 18 && age < 25) at(keys, Key::young_adult) += 1;
    if (age >= 65) at(keys, Key::old) += 1;
}

void add_child(Keys& keys, int age) {
    at(keys, Key::person) += 1;
    at(keys, Key::health) += health_cost(age);
    if (age < 18) at(keys, Key::child) += 1;
    if (age >= 5 && age < 18) at(keys, Key::pupil) += 1;
}

Keys keys_of(const Population& population, const Block& block, std::size_t family, double place) {
    constexpr double kPoorest = 0.2;
    Keys keys{};
    add_adult(keys, population.heads.ages[family]);
    if (block.has_spouse) add_adult(keys, population.spouses.ages[family]);
    for (std::size_t i = 0; i < block.children; ++i) add_child(keys, population.child_ages[i][family]);
    if (place < kPoorest) at(keys, Key::poor) = at(keys, Key::person);
    return keys;
}

// Weighted sums over the families of each place and decile.
struct Census {
    std::array<std::array<Keys, 10>, kJurisdictions> keys{};
    std::array<double, 10> families{};
    std::array<double, 10> disposable{};

    Keys of_place(Jurisdiction place) const {
        Keys sum{};
        for (const auto& decile : keys[static_cast<std::size_t>(place)])
            for (std::size_t i = 0; i < kKeys; ++i) sum[i] += decile[i];
        return sum;
    }
};

Census census_of(const Simulation& simulation) {
    const auto& population = simulation.population();
    Census census;
    for (const auto& block : population.blocks)
        for (auto i = block.begin; i < block.end; ++i) {
            const double weight = population.weights[i];
            const auto decile = group_of(simulation.places()[i], 10);
            const auto keys = keys_of(population, block, i, simulation.places()[i]);
            auto& sums = census.keys[static_cast<std::size_t>(block.jurisdiction)][decile];
            for (std::size_t key = 0; key < kKeys; ++key) sums[key] += weight * keys[key];
            census.families[decile] += weight;
            census.disposable[decile] += weight * simulation.families().disposable[i];
        }
    return census;
}

// Adds an amount to the deciles' dollars.
void hand_out(const Census& census, const ServiceAmount& amount, ServiceValue& value) {
    const auto all = census.of_place(amount.place);
    if (all[static_cast<std::size_t>(Key::person)] <= 0) return;
    value.dollars += amount.dollars;
    for (const auto& [wanted, share] : portions_of(amount.service)) {
        const auto key = static_cast<std::size_t>(all[static_cast<std::size_t>(wanted)] > 0 ? wanted : Key::person);
        for (std::size_t decile = 0; decile < 10; ++decile) {
            const double part = census.keys[static_cast<std::size_t>(amount.place)][decile][key] / all[key];
            value.per_family[decile] += amount.dollars * share * part;
        }
    }
}

// From the deciles' dollars to dollars a family.
void finish(const Census& census, ServiceValue& value) {
    for (std::size_t decile = 0; decile < 10; ++decile) {
        const double dollars = value.per_family[decile];
        value.per_family[decile] = census.families[decile] > 0 ? dollars / census.families[decile] : 0;
        value.percent_of_income[decile] = census.disposable[decile] > 0 ? 100 * dollars / census.disposable[decile] : 0;
    }
}

}  // namespace

std::vector<ServiceValue> service_values(const Simulation& simulation, std::span<const ServiceAmount> amounts) {
    const auto census = census_of(simulation);
    std::vector<ServiceValue> values;
    for (const auto& amount : amounts) {
        auto found = std::ranges::find(values, amount.service, &ServiceValue::service);
        if (found == values.end()) found = values.insert(values.end(), ServiceValue{.service = amount.service});
        hand_out(census, amount, *found);
    }
    for (auto& value : values) finish(census, value);
    return values;
}

}  // namespace budget_fairness
