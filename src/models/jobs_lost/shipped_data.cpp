#include "models/jobs_lost/shipped_data.h"

#include "base/check.h"
#include "models/jobs_lost/national_sectors.h"
#include "models/statistics/pack.h"

namespace jobs_lost {
namespace {

using statistics::CsvRow;
using statistics::CsvTable;

constexpr int kNationalYear = 2011;
constexpr int kMultiplierYear = 2022;
constexpr int kMultiplierDecimals = 1;

CsvTable table(std::string_view pack) { return statistics::table_of(statistics::shipped_pack(pack)); }

void note(std::vector<statistics::Provenance>& provenances, std::string_view pack) {
    provenances.push_back(statistics::shipped_pack(pack).provenance);
}

Variable variable_of(std::string_view measure) {
    if (measure == "output") return Variable::output;
    if (measure == "jobs") return Variable::jobs;
    if (measure == "gdp") return Variable::gdp;
    CHECK(measure == "labour_income");
    return Variable::labour_income;
}

void add_multipliers(Observations& all) {
    for (const CsvRow row : table("io/on_multipliers_2022").rows())
        all.multipliers.push_back({Jurisdiction::on, kMultiplierYear, Coverage::within_province,
                                   variable_of(row["measure"]), std::string{row["code"]}, std::string{row["industry"]},
                                   kMultiplierDecimals, row.number("direct"), row.number("indirect"),
                                   row.number("induced"), row.number("simple"), row.number("total"),
                                   row.number("type1"), row.number("type2")});
    note(all.provenances.multipliers, "io/on_multipliers_2022");
}

double number_in(const CsvRow& row, std::string_view column) {
    const auto number = row.number(column);
    CHECK(number);
    return *number;
}

void add_national(Observations& all) {
    const CsvTable read = table("io/ca_table_2011");
    const std::size_t size = national_sectors().size();
    InputOutputTable& national = all.national;
    national.flows = Grid{{size, size}};
    national.household.emplace();
    for (std::size_t i = 0; i < size; ++i) {
        CHECK(read[i]["code"] == national_sectors()[i].code);
        national.codes.emplace_back(read[i]["code"]);
        for (std::size_t j = 0; j < size; ++j) national.flows[{i, j}] = number_in(read[i], national_sectors()[j].code);
        national.household->purchases.push_back(number_in(read[i], "CONS_h"));
        national.output.push_back(number_in(read[i], "OUTPUT"));
    }
    const CsvRow imports = read[size];
    CHECK(imports["code"] == "IMP");
    for (const auto& sector : national_sectors()) all.national_imports.push_back(number_in(imports, sector.code));
    all.national_household_imports = number_in(imports, "CONS_h");
    all.national_year = kNationalYear;
    note(all.provenances.national, "io/ca_table_2011");
}

Jurisdiction jurisdiction_in(const CsvRow& row) {
    const auto jurisdiction = jurisdiction_of(row["province"]);
    CHECK(jurisdiction);
    return *jurisdiction;
}

int year_in(const CsvRow& row) {
    const auto year = row.integer("year");
    CHECK(year);
    return static_cast<int>(*year);
}

// Cells without a figure are suppressed or not available: they are no rows.
void add_spending(Observations& all) {
    for (const CsvRow row : table("spending/by_function").rows())
        if (const auto million = row.number("million_dollars"))
            all.spending.push_back({jurisdiction_in(row), year_in(row), std::string{row["function"]}, *million});
    note(all.provenances.spending, "spending/by_function");
}

void add_employment(Observations& all) {
    for (const CsvRow row : table("employment/by_industry").rows())
        if (const auto employees = row.number("employees"))
            all.employment.push_back({jurisdiction_in(row), year_in(row), std::string{row["industry"]}, *employees});
    note(all.provenances.employment, "employment/by_industry");
}

struct SeriesPack {
    Series series;
    std::string_view pack, column;
};

void add_series(Observations& all, const SeriesPack& pack, std::vector<statistics::Provenance>& provenances) {
    for (const CsvRow row : table(pack.pack).rows())
        if (const auto value = row.number(pack.column))
            all.series.push_back({pack.series, jurisdiction_in(row), year_in(row), *value});
    note(provenances, pack.pack);
}

}  // namespace

Observations shipped_observations() {
    Observations all;
    add_multipliers(all);
    add_national(all);
    add_spending(all);
    add_employment(all);
    auto& provenances = all.provenances;
    add_series(all, {Series::government_prices, "prices/government_price_index", "index_2017_100"}, provenances.prices);
    add_series(all, {Series::consumer_prices, "prices/consumer_price_index", "index_2002_100"}, provenances.prices);
    add_series(all, {Series::unemployment, "employment/unemployment_rate", "percent"}, provenances.other);
    return all;
}

const Economies& shipped_economies() {
    static const Economies kEconomies = Economies::built_from(shipped_observations());
    return kEconomies;
}

}  // namespace jobs_lost
