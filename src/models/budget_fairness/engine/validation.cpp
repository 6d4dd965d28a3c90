#include "models/budget_fairness/engine/validation.h"

#include <algorithm>
#include <map>
#include <memory>

#include "base/check.h"
#include "models/budget_fairness/engine/passes.h"
#include "models/budget_fairness/engine/prices.h"
#include "models/budget_fairness/population/published.h"
#include "models/budget_fairness/population/synthetic.h"
#include "models/statistics/pack.h"

namespace budget_fairness {
namespace {

constexpr int kYear = 2012;
constexpr int kFirstRules = 2019;

// Published sums by class: of "total_income", "net_federal_tax", ...
std::map<std::string, std::map<double, double>> published_sums(Jurisdiction place) {
    const auto table = statistics::table_of(statistics::shipped_pack("income/taxes_by_class_2012"));
    std::map<std::string, std::map<double, double>> sums;
    for (const auto row : table.rows())
        if (row["jurisdiction"] == code(place) && row["income_from"] != "all")
            sums[std::string{row["item"]}][*row.number("income_from")] =
                1000 * row.number("thousand_dollars").value_or(0);
    return sums;
}

struct Sums {
    double income = 0;
    double federal_tax = 0;
    double provincial_tax = 0;
};

// One adult into the class of the own income.
void add(const Adults& adults, const AdultColumns& columns, std::size_t at, std::size_t i, double weight,
         std::map<double, Sums>& classes) {
    const double income = columns.total_income[i] + adults[Amount::exempt][at];
    auto found = classes.upper_bound(income);
    if (found != classes.begin()) --found;
    found->second.income += weight * income;
    found->second.federal_tax += weight * columns.federal_tax[i];
    found->second.provincial_tax += weight * columns.provincial_tax[i];
}

std::map<double, Sums> found_sums(Jurisdiction place, std::size_t adults) {
    auto rules = rules_by_place(shipped_law_book(), kFirstRules);
    CHECK(rules);
    for (const auto each : provinces_and_territories())
        rules->at(each) = in_prices(rules->at(each), 1 / price_growth(each, kFirstRules));
    // The statistics have federal tax before Quebec's abatement, which the return gives back as a refundable credit.
    rules->at(Jurisdiction::quebec).abatement = 0;
    const auto population = synthesize({.year = kYear, .adults = adults, .old_age = OldAge::as_income});
    std::map<double, Sums> classes;
    for (const auto& each : Published::shipped().at(place).classes) classes[each.from] = {};
    const Kernels kernels{population, *rules};
    const auto columns = std::make_unique<RunColumns>();
    for_each_run(population, Threads{1}, [&](std::size_t, const Run& run) {
        if (place != Jurisdiction::canada && run.block->jurisdiction != place) return;
        kernels.at(run.block->jurisdiction).assess(run, *columns);
        for (std::size_t i = 0; i < run.count; ++i) {
            const std::size_t at = run.begin + i;
            add(population.heads, columns->head, at, i, population.weights[at], classes);
            if (run.block->has_spouse) add(population.spouses, columns->spouse, at, i, population.weights[at], classes);
        }
    });
    return classes;
}

}  // namespace

std::vector<ClassShares> shares_by_class_2012(Jurisdiction place, std::size_t adults) {
    auto published = published_sums(place);
    std::vector<ClassShares> shares;
    for (const auto& [from, sums] : found_sums(place, adults)) {
        const double income = published["total_income"][from];
        shares.push_back({.income_from = from,
                          .published_federal = published["net_federal_tax"][from] / income,
                          .found_federal = sums.income > 0 ? sums.federal_tax / sums.income : 0,
                          .published_provincial = published["net_provincial_tax"][from] / income,
                          .found_provincial = sums.income > 0 ? sums.provincial_tax / sums.income : 0});
    }
    return shares;
}

std::vector<PublishedRate> published_rates() {
    const auto table = statistics::table_of(statistics::shipped_pack("income/effective_rates_published"));
    std::vector<PublishedRate> rates;
    for (const auto row : table.rows()) {
        const auto place = find_jurisdiction(row["place"]);
        CHECK(place);
        rates.push_back(
            {.year = static_cast<int>(*row.integer("year")),
             .percent = {static_cast<int>(*row.integer("from_percent")), static_cast<int>(*row.integer("to_percent"))},
             .kind = std::string{row["kind"]},
             .place = *place,
             .published = *row.number("percent_of_income")});
    }
    return rates;
}

}  // namespace budget_fairness
