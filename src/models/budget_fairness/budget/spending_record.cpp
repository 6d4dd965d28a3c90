#include "models/budget_fairness/budget/spending_record.h"

#include <algorithm>

#include "base/check.h"
#include "models/statistics/pack.h"

namespace budget_fairness {
namespace {

struct IndexPack {
    std::string_view name, column;
};

constexpr IndexPack pack_of(Prices prices) {
    if (prices == Prices::government) return {"prices/government_price_index", "index_2017_100"};
    return {"prices/consumer_price_index", "index_2002_100"};
}

// The province and year of a row; nothing for places that are not in the test.
std::optional<std::pair<Jurisdiction, int>> place_of(const statistics::CsvRow& row) {
    const auto province = find_jurisdiction(row["province"]);
    const auto year = row.integer("year");
    if (!province || *province == Jurisdiction::canada || !year) return std::nullopt;
    return std::pair{*province, static_cast<int>(*year)};
}

std::optional<Service> service_of_code(std::string_view ccofog) {
    const auto found = std::ranges::find(spending_functions(), ccofog, &SpendingFunction::ccofog);
    return found == spending_functions().end() ? std::nullopt : std::optional{found->service};
}

template <class Key>
std::optional<double> value_at(const std::map<Key, double>& values, const Key& key) {
    const auto found = values.find(key);
    return found == values.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace

std::string_view name_of(Prices prices) { return prices == Prices::government ? "government" : "consumer"; }

std::optional<Prices> prices_of(std::string_view name) {
    if (name == "government") return Prices::government;
    if (name == "consumer") return Prices::consumer;
    return std::nullopt;
}

const SpendingRecord& SpendingRecord::shipped() {
    static const SpendingRecord record = read();
    return record;
}

SpendingRecord SpendingRecord::read() {
    SpendingRecord record;
    record.read_spending();
    record.read_prices(Prices::government);
    record.read_prices(Prices::consumer);
    record.read_people();
    return record;
}

void SpendingRecord::read_spending() {
    const auto table = statistics::table_of(statistics::shipped_pack("spending/by_function"));
    for (const auto& row : table.rows()) {
        const auto place = place_of(row);
        const auto service = service_of_code(row["function"]);
        const auto million = row.number("million_dollars");
        if (!place || !service || !million) continue;
        spending_[{*service, *place}] = *million;
        first_year_ = first_year_ == 0 ? place->second : std::min(first_year_, place->second);
        last_year_ = std::max(last_year_, place->second);
    }
    CHECK(first_year_ < last_year_);
}

void SpendingRecord::read_prices(Prices prices) {
    const IndexPack pack = pack_of(prices);
    const auto table = statistics::table_of(statistics::shipped_pack(pack.name));
    for (const auto& row : table.rows()) {
        const auto place = place_of(row);
        const auto index = row.number(pack.column);
        if (place && index && *index > 0) index_[{prices, *place}] = *index;
    }
}

void SpendingRecord::read_people() {
    const auto people = statistics::table_of(statistics::shipped_pack("budgets/population_july"));
    for (const auto& row : people.rows()) {
        const auto place = place_of(row);
        const auto persons = row.number("population");
        if (place && persons && *persons > 0) population_[*place] = *persons;
    }
    const auto inequality = statistics::table_of(statistics::shipped_pack("budgets/gini_after_tax"));
    for (const auto& row : inequality.rows()) {
        const auto place = place_of(row);
        const auto gini = row.number("gini");
        if (place && gini) gini_[*place] = *gini;
    }
}

bool SpendingRecord::covers(Jurisdiction province) const {
    return spending(province, Service::health, last_year_).has_value();
}

std::optional<double> SpendingRecord::spending(Jurisdiction province, Service service, int year) const {
    return value_at(spending_, {service, {province, year}});
}

std::optional<double> SpendingRecord::population(Jurisdiction province, int year) const {
    return value_at(population_, {province, year});
}

std::optional<double> SpendingRecord::gini(Jurisdiction province, int year) const {
    return value_at(gini_, {province, year});
}

std::optional<double> SpendingRecord::real_per_person(Jurisdiction province, Service service, int year,
                                                      const Comparison& comparison) const {
    const auto million = spending(province, service, year);
    const auto persons = population(province, year);
    const auto then = value_at(index_, {comparison.prices, {province, year}});
    const auto now = value_at(index_, {comparison.prices, {province, comparison.last}});
    if (!million || !persons || !then || !now) return std::nullopt;
    return *million * 1e6 / *persons * (*now / *then);
}

std::optional<ServiceChange> SpendingRecord::change(Jurisdiction province, Service service,
                                                    const Comparison& comparison) const {
    const auto before = real_per_person(province, service, comparison.first, comparison);
    const auto after = real_per_person(province, service, comparison.last, comparison);
    if (!before || !after || !(*before > 0)) return std::nullopt;
    return ServiceChange{*before, *after};
}

}  // namespace budget_fairness
