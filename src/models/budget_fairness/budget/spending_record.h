// models/budget_fairness/budget/spending_record.h - what provincial and local governments have spent, year by year.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "models/budget_fairness/budget/service_function.h"
#include "models/budget_fairness/rules/jurisdiction.h"

namespace budget_fairness {

// How dollars of two years are made comparable. government: by what governments buy; consumer: by what households buy.
enum class Prices : std::uint8_t { government, consumer };
std::string_view name_of(Prices prices);  // "government"
std::optional<Prices> prices_of(std::string_view name);

// Two years held side by side, first < last.
struct Comparison {
    int first = 2008;
    int last = 2023;
    Prices prices = Prices::government;
    bool operator==(const Comparison&) const = default;
};

// One service under a comparison: dollars of the last year per person.
struct ServiceChange {
    double before = 0;
    double after = 0;

    double difference() const { return after - before; }
    double percent() const { return 100.0 * (after / before - 1.0); }
};

// The published figures of the ten provinces: spending by function of provincial and local governments together
// (consolidated), price indexes, people on July 1, and the Gini index of income after tax. What was not published is
// absent. Territories and the federal government are not in the tables.
class SpendingRecord {
public:
    // From the packs in the program.
    static const SpendingRecord& shipped();

    int first_year() const { return first_year_; }
    int last_year() const { return last_year_; }
    bool covers(Jurisdiction province) const;

    // Million dollars of that year.
    std::optional<double> spending(Jurisdiction province, Service service, int year) const;
    std::optional<double> population(Jurisdiction province, int year) const;
    std::optional<double> gini(Jurisdiction province, int year) const;

    // Spending per person in dollars of `comparison.last`, in any year of the record.
    std::optional<double> real_per_person(Jurisdiction province, Service service, int year,
                                          const Comparison& comparison) const;
    std::optional<ServiceChange> change(Jurisdiction province, Service service, const Comparison& comparison) const;

private:
    using Place = std::pair<Jurisdiction, int>;  // and year
    std::map<std::pair<Service, Place>, double> spending_;
    std::map<std::pair<Prices, Place>, double> index_;
    std::map<Place, double> population_;
    std::map<Place, double> gini_;
    int first_year_ = 0;
    int last_year_ = 0;

    static SpendingRecord read();
    void read_spending();
    void read_prices(Prices prices);
    void read_people();
};

}  // namespace budget_fairness
