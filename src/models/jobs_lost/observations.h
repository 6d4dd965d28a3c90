// models/jobs_lost/observations.h - the figures that the model is built from, as plain rows: one kind of table, one
// struct. shipped_data.h makes them from the packs; an import adds rows to them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/jobs_lost/input_output_table.h"
#include "models/jobs_lost/jurisdiction.h"
#include "models/statistics/pack.h"

namespace jobs_lost {

enum class Coverage : unsigned char { within_province, all_provinces };
enum class Variable : unsigned char { output, jobs, gdp, labour_income };

// Published multipliers of one industry and variable (36-10-0113, -0594, -0595), per dollar of the industry's output;
// jobs per million dollars. What the publisher leaves out is none. `decimals` is how exactly they were published: the
// figures are rounded to so many.
struct MultiplierObservation {
    Jurisdiction jurisdiction;
    int year;
    Coverage coverage;
    Variable variable;
    std::string industry;  // code: "GS620", at detail level "GS622000"
    std::string label;     // as published
    int decimals;
    std::optional<double> direct, indirect, induced, simple, total, type1, type2;
};

// What all governments of a province spent on one function (10-10-0005), in million dollars of that year. `code` is the
// first of the row's codes.
struct SpendingObservation {
    Jurisdiction jurisdiction;
    int year;
    std::string ccofog;  // "7073"; "7101 7103" for a row of several codes
    double million;
};

// Employees on payrolls (14-10-0202). Suppressed cells are no rows.
struct EmploymentObservation {
    Jurisdiction jurisdiction;
    int year;
    std::string industry;  // as published: "Health care and social assistance"
    double employees;
};

enum class Series : unsigned char {
    government_prices,  // implicit price index of general government final consumption
    consumer_prices,    // all-items index
    unemployment,       // percent of the labour force
};

struct SeriesObservation {
    Series series;
    Jurisdiction jurisdiction;
    int year;
    double value;
};

// Everything, and where it is from.
struct Observations {
    std::vector<MultiplierObservation> multipliers;
    InputOutputTable national;                // domestic flows of the whole country; household purchases domestic
    std::vector<double> national_imports;     // what each sector buys from abroad, same unit
    double national_household_imports = 0.0;  // what households buy from abroad
    int national_year = 0;
    std::vector<SpendingObservation> spending;
    std::vector<EmploymentObservation> employment;
    std::vector<SeriesObservation> series;

    struct Provenances {
        std::vector<statistics::Provenance> multipliers, national, spending, employment, prices, other;
    } provenances;
};

}  // namespace jobs_lost
