#include "models/budget_fairness/population/published.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "base/check.h"
#include "models/statistics/pack.h"

namespace budget_fairness {
namespace {

constexpr std::array<std::string_view, kItems> kItemNames{"returns",
                                                          "employment_income",
                                                          "oas",
                                                          "cpp_qpp",
                                                          "other_pension",
                                                          "ei_benefits",
                                                          "taxable_dividends",
                                                          "interest",
                                                          "taxable_capital_gains",
                                                          "net_business_income",
                                                          "net_professional_income",
                                                          "social_assistance",
                                                          "net_federal_supplements",
                                                          "total_income",
                                                          "rpp",
                                                          "rrsp_deduction",
                                                          "total_deductions",
                                                          "net_income",
                                                          "taxable_income",
                                                          "disability_amount",
                                                          "medical_expenses",
                                                          "donations",
                                                          "total_personal_credit_amounts",
                                                          "basic_personal_amount",
                                                          "age_amount",
                                                          "spouse_amount",
                                                          "eligible_dependant_amount",
                                                          "cpp_contributions_employment",
                                                          "ei_premiums",
                                                          "canada_employment_amount"};

Jurisdiction place_of(std::string_view text) {
    const auto found = find_jurisdiction(text);
    CHECK(found);
    return *found;
}

IncomeClass& class_from(PlaceTables& place, double from) {
    auto& classes = place.classes;
    const auto found = std::ranges::find(classes, from, &IncomeClass::from);
    if (found != classes.end()) return *found;
    classes.push_back({.from = from});
    return classes.back();
}

void read_returns(Published& published) {
    const auto table = statistics::table_of(statistics::shipped_pack("income/returns_by_class_2012"));
    for (const auto row : table.rows()) {
        const auto item = std::ranges::find(kItemNames, row["item"]);
        if (item == kItemNames.end()) continue;
        auto& place = published.places[static_cast<std::size_t>(place_of(row["jurisdiction"]))];
        auto& total = class_from(place, *row.number("income_from")).items[item - kItemNames.begin()];
        total = {row.number("count").value_or(0), 1000 * row.number("thousand_dollars").value_or(0)};
    }
    for (auto& place : published.places) {
        std::ranges::sort(place.classes, {}, &IncomeClass::from);
        for (std::size_t i = 0; i < place.classes.size(); ++i)
            place.classes[i].to =
                i + 1 < place.classes.size() ? place.classes[i + 1].from : std::numeric_limits<double>::infinity();
    }
}

// The table has persons at or above a threshold; what is kept are those between two.
void read_persons(Published& published) {
    const auto table = statistics::table_of(statistics::shipped_pack("income/persons_by_income_2012"));
    for (const auto row : table.rows()) {
        const auto threshold = std::ranges::find(kThresholds, static_cast<int>(*row.integer("income_at_or_above")));
        const auto age = std::ranges::find(kAgeBandFrom, static_cast<int>(*row.integer("age_from")));
        if (threshold == kThresholds.end()) continue;
        const auto sex = row["sex"] == "male" ? Sex::male : Sex::female;
        const auto band = threshold - kThresholds.begin();
        const double persons = row.number("persons").value_or(0);
        for (const auto place : {place_of(row["province"]), Jurisdiction::canada}) {
            auto& bands = published.places[static_cast<std::size_t>(place)]
                              .persons[static_cast<std::size_t>(sex)][age - kAgeBandFrom.begin()];
            bands[band] += persons;
            if (band > 0) bands[band - 1] -= persons;
        }
    }
}

using Series = std::map<std::pair<Jurisdiction, int>, double>;

Series series_of(std::string_view pack, std::string_view value) {
    const auto table = statistics::table_of(statistics::shipped_pack(pack));
    Series series;
    for (const auto row : table.rows())
        if (const auto number = row.number(value))
            series[{place_of(row["province"]), static_cast<int>(*row.integer("year"))}] = *number;
    return series;
}

std::optional<double> find(const Series& series, Jurisdiction place, int year) {
    const auto found = series.find({place, year});
    return found == series.end() ? std::nullopt : std::optional{found->second};
}

int last_year(const Series& series) {
    int last = 0;
    for (const auto& [key, value] : series) last = std::max(last, key.second);
    return last;
}

// Of the place, or, where it is not in the table, of all places that are.
double growth(const Series& series, Jurisdiction place, int year) {
    const auto before = find(series, place, 2012), now = find(series, place, year);
    if (before && now) return *now / *before;
    double then = 0, since = 0;
    for (const auto& [key, value] : series) {
        if (key.second == 2012) then += value;
        if (key.second == year) since += value;
    }
    return then > 0 && since > 0 ? since / then : 1;
}

}  // namespace

double IncomeClass::share(Item item) const {
    return returns() > 0 ? std::min(1.0, (*this)[item].count / returns()) : 0;
}

double PlaceTables::returns() const {
    double sum = 0;
    for (const auto& each : classes) sum += each.returns();
    return sum;
}

const Published& Published::shipped() {
    static const Published published = [] {
        Published made;
        read_returns(made);
        read_persons(made);
        return made;
    }();
    return published;
}

double population_growth(Jurisdiction place, int year) {
    static const auto series = series_of("budgets/population_july", "population");
    return growth(series, place, std::min(year, last_year(series)));
}

double price_growth(Jurisdiction place, int year) {
    constexpr double kAim = 1.02;
    static const auto series = series_of("prices/consumer_price_index", "index_2002_100");
    const int last = last_year(series);
    return growth(series, place, std::min(year, last)) * std::pow(kAim, std::max(0, year - last));
}

double share_aged_65(int year) {
    static const auto table = statistics::table_of(statistics::shipped_pack("income/share_aged_65"));
    double before_year = 0, before = 0;
    for (const auto row : table.rows()) {
        const double at = *row.number("year"), percent = *row.number("percent_of_population");
        if (year <= at) {
            if (before_year == 0) return percent / 100;
            return (before + (percent - before) * (year - before_year) / (at - before_year)) / 100;
        }
        before_year = at;
        before = percent;
    }
    return before / 100;
}

std::vector<ShareAbove> shares_above(Jurisdiction place, int year) {
    static const auto table = statistics::table_of(statistics::shipped_pack("income/share_above_income"));
    std::vector<ShareAbove> found;
    for (const auto row : table.rows())
        if (row["place"] == code(place) && *row.integer("year") == year)
            found.push_back({*row.number("income_at_or_above"), *row.number("percent_of_persons") / 100});
    std::ranges::sort(found, {}, &ShareAbove::income);
    return found;
}

std::vector<IncomePercentile> income_percentiles(int year) {
    constexpr int kFirst = 2016, kLast = 2017, kRealGrowthUntil = 2019;
    constexpr double kRealGrowth = 1.007;
    static const auto table = statistics::table_of(statistics::shipped_pack("income/filers_percentiles"));
    if (year < kFirst) return {};
    const double prices = price_growth(Jurisdiction::canada, year) / price_growth(Jurisdiction::canada, kLast);
    const double grown = prices * std::pow(kRealGrowth, std::clamp(year, kLast, kRealGrowthUntil) - kLast);
    std::vector<IncomePercentile> found;
    for (const auto row : table.rows())
        if (*row.integer("year") == std::min(year, kLast))
            found.push_back({*row.number("percent"), *row.number("income") * (year > kLast ? grown : 1)});
    std::ranges::sort(found, {}, &IncomePercentile::percent);
    return found;
}

CreditRates credit_rates(Jurisdiction government) {
    static const auto table = statistics::table_of(statistics::shipped_pack("income/credit_rates_2019"));
    for (const auto row : table.rows())
        if (row["place"] == code(government))
            return {.eligible_dividends = *row.number("eligible_dividends_percent") / 100,
                    .other_dividends = *row.number("other_dividends_percent") / 100,
                    .amounts = *row.number("amounts_percent") / 100,
                    .large_donations = *row.number("large_donations_percent") / 100};
    return {};
}

FamilyTotals family_totals_2011() {
    static const auto table = statistics::table_of(statistics::shipped_pack("income/families_2011"));
    std::map<std::string_view, double> values;
    for (const auto row : table.rows()) values[row["measure"]] = *row.number("value");
    return {.couples = values["families"] - values["lone_parents"],
            .lone_parents = values["lone_parents"],
            .women_among_lone_parents = values["women_percent_of_lone_parents"] / 100,
            .children_below_15 = values["children_0_14"]};
}

}  // namespace budget_fairness
