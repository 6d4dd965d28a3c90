#include "models/jobs_lost/validation.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "models/jobs_lost/economy_builder.h"
#include "models/jobs_lost/multipliers.h"
#include "models/jobs_lost/parameters.h"
#include "models/jobs_lost/published_multipliers.h"
#include "models/jobs_lost/shipped_data.h"
#include "models/jobs_lost/table_file.h"
#include "models/jobs_lost/validation_studies.h"

namespace jobs_lost {
namespace {

using Cases = std::vector<ValidationCase>;
using Rows = std::vector<SectorMultipliers>;

// A published table of our own packs: it was read when it came in.
Rows multipliers_in(std::string_view pack) {
    const auto table = read_table(statistics::shipped_pack(pack).csv, InputOutputTable::Unit::flows);
    CHECK(table);
    const auto rows = multipliers_of(*table);
    CHECK(rows);
    return *rows;
}

const SectorMultipliers& row_of(const Rows& rows, std::string_view code) {
    const auto found = std::ranges::find(rows, code, &SectorMultipliers::code);
    CHECK(found != rows.end());
    return *found;
}

// Ours equals the published figure to its last decimal: half a unit of it, relative to the figure.
ValidationCase exact_case(ValidationCase made) {
    const double margin = 0.5001 * std::pow(10.0, -made.decimals) / made.published;
    made.lowest = 1.0 - margin;
    made.highest = 1.0 + margin;
    made.explanation = base::message("The same to the last published decimal.");
    return made;
}

// Miller and Blair's two sectors, chapter 2: flows, and the household row and column of section 2.5 as coefficients.
InputOutputTable textbook_table() {
    InputOutputTable table;
    table.unit = InputOutputTable::Unit::coefficients;
    table.codes = {"1", "2"};
    table.flows = Grid{{2, 2}};
    table.flows[{0, 0}] = 0.15;
    table.flows[{0, 1}] = 0.25;
    table.flows[{1, 0}] = 0.20;
    table.flows[{1, 1}] = 0.05;
    table.labour_income = {0.3, 0.25};
    table.household = HouseholdSector{{0.05, 0.4}, std::nullopt, 0.05};
    return table;
}

void add_textbook(Cases& cases) {
    const auto rows = multipliers_of(textbook_table());
    CHECK(rows);
    const std::string source = "Miller & Blair, Input-Output Analysis, 2nd edition, chapter 2";
    const double simple[] = {1.518152, 1.452145};
    const double total[] = {1.892409, 1.773336};
    for (std::size_t j = 0; j < 2; ++j) {
        const auto& output = (*rows)[j].output;
        cases.push_back(exact_case({ValidationGroup::textbook, "textbook.output.simple",
                                    base::message("Simple output multiplier of sector {sector}"), (*rows)[j].code,
                                    source, simple[j], output.simple, 0, 0, 5, base::message("")}));
        cases.push_back(exact_case({ValidationGroup::textbook, "textbook.output.total",
                                    base::message("Total output multiplier of sector {sector}"), (*rows)[j].code,
                                    source, total[j], *output.total, 0, 0, 5, base::message("")}));
    }
}

void add_germany(Cases& cases) {
    const Rows rows = multipliers_in("validation/germany_1995");
    const std::string source =
        "Eurostat Manual of Supply, Use and Input-Output Tables (2008), chapter 15: Germany 1995";
    for (const auto row : statistics::table_of(statistics::shipped_pack("validation/germany_1995_published")).rows()) {
        const auto& ours = row_of(rows, row["sector"]);
        const bool is_output = row["measure"] == "output";
        const base::Message what = is_output ? base::message("Simple output multiplier of {sector}")
                                             : base::message("Simple employment multiplier of {sector}");
        cases.push_back(exact_case({ValidationGroup::textbook, is_output ? "germany_1995.output" : "germany_1995.jobs",
                                    what, ours.code, source, *row.number("value"),
                                    is_output ? ours.output.simple : ours.jobs->simple, 0, 0, 4, base::message("")}));
    }
}

struct Measure {
    std::string_view id, column;
    base::Message what;
    double (*of)(const SectorMultipliers&);
};

const Measure kBritishMeasures[] = {
    {"united_kingdom_2010.output", "output",
     base::message("Simple output multiplier, the worst of 127 products: {sector}"),
     [](const SectorMultipliers& row) { return row.output.simple; }},
    {"united_kingdom_2010.labour_income", "labour_income",
     base::message("Simple labour income multiplier, the worst of 127 products: {sector}"),
     [](const SectorMultipliers& row) { return row.labour_income->simple; }},
    {"united_kingdom_2010.labour_income_type1", "labour_income_type1",
     base::message("Type I labour income multiplier, the worst of 127 products: {sector}"),
     [](const SectorMultipliers& row) { return row.labour_income->type1.value_or(0.0); }},
};

// Of 127 figures the one that is furthest away.
ValidationCase worst_british_case(const Rows& rows, const Measure& measure) {
    const auto published = statistics::table_of(statistics::shipped_pack("validation/united_kingdom_2010_published"));
    ValidationCase worst{ValidationGroup::office,
                         measure.id,
                         measure.what,
                         "",
                         "Office for National Statistics, input-output analytical tables 2010",
                         1.0,
                         1.0,
                         0.9999,
                         1.0001,
                         5,
                         base::message("Flows are published with six decimals, outputs as whole millions.")};
    double distance = -1.0;
    for (const auto row : published.rows()) {
        const double value = *row.number(measure.column);
        const double ours = measure.of(row_of(rows, row["sector"]));
        if (value <= 0.0 || std::abs(ours / value - 1.0) <= distance) continue;
        distance = std::abs(ours / value - 1.0);
        worst.sector = std::string{row["name"]};
        worst.published = value;
        worst.ours = ours;
    }
    return worst;
}

void add_united_kingdom(Cases& cases) {
    const Rows rows = multipliers_in("validation/united_kingdom_2010");
    for (const Measure& measure : kBritishMeasures) cases.push_back(worst_british_case(rows, measure));
}

// --- Ontario: what was published against what the unrounded multipliers round to.

double rounded(double value, int decimals) {
    const double unit = std::pow(10.0, -decimals);
    return std::round(value / unit) * unit;
}

struct Count {
    double all = 0.0, same = 0.0;
};

// A figure on the edge between two roundings counts as either.
void compare(Count& count, std::optional<double> published, double ours) {
    if (!published) return;
    const bool is_same =
        std::abs(*published - rounded(ours - 1e-7, 1)) < 1e-9 || std::abs(*published - rounded(ours + 1e-7, 1)) < 1e-9;
    count.all += 1.0;
    count.same += is_same ? 1.0 : 0.0;
}

void add_ontario(Cases& cases, const Observations& observations, const Economy& ontario) {
    Count count;
    for (const auto& row : observations.multipliers) {
        const Effect& ours = ontario.industry(row.industry)->*figures_of(row.variable);
        compare(count, row.direct, ours.direct);
        compare(count, row.indirect, ours.indirect);
        compare(count, row.induced, ours.induced);
        compare(count, row.simple, ours.simple());
        compare(count, row.total, ours.total());
        compare(count, row.type1, ours.simple() / ours.direct);
        compare(count, row.type2, ours.total() / ours.direct);
    }
    cases.push_back(
        {ValidationGroup::office, "ontario_2022.rounding",
         base::message("Official multipliers of Ontario that ours round to, of all that are published"), "",
         "Statistics Canada, table 36-10-0113", count.all, count.same, 0.995, 1.0, 0,
         base::message("The figures are published with one decimal; ours lie in the middle of what all of them "
                       "allow together.")});
}

// --- The estimate by location quotients, for the province whose multipliers are known.

constexpr std::string_view kPublicServices[] = {"GS610", "GS620", "GS912", "GS913", "BS620", "NP000"};

struct Estimated {
    const Economy* published;
    std::vector<IndustryMultipliers> industries;
};

Estimated estimated_reference(const Observations& observations, const Foundations& foundations) {
    auto weights = weights_of(observations, *foundations.reference);
    CHECK(weights);
    weights->delta = parameters::kDelta.value;
    return {&foundations.published.at(*foundations.reference),
            estimated_industries(RegionalModel{*foundations.national, *weights}, foundations)};
}

void add_regionalisation(Cases& cases, const Observations& observations, const Foundations& foundations) {
    const Estimated estimated = estimated_reference(observations, foundations);
    for (const auto& industry : estimated.industries) {
        if (std::ranges::find(kPublicServices, industry.code) == std::end(kPublicServices)) continue;
        cases.push_back(
            {ValidationGroup::regionalisation, "ontario_2022.location_quotients",
             base::message("Total jobs multiplier of {sector}, estimated"), industry.label,
             "Statistics Canada, table 36-10-0113", estimated.published->industry(industry.code)->jobs.total(),
             industry.jobs.total(), 0.75, 1.25, 1,
             base::message("The national table is of 2011 and knows one public administration, one education, "
                           "one health care; direct jobs are the published ones.")});
    }
}

double mean_square(const std::vector<double>& errors) {
    double sum = 0.0;
    for (const double error : errors) sum += error * error;
    return errors.empty() ? 0.0 : std::sqrt(sum / static_cast<double>(errors.size()));
}

}  // namespace

base::Message name_of(ValidationGroup group) {
    switch (group) {
        case ValidationGroup::textbook:
            return base::message("Textbooks and manuals");
        case ValidationGroup::office:
            return base::message("Statistical offices");
        case ValidationGroup::regionalisation:
            return base::message("Estimated multipliers against official ones");
        case ValidationGroup::study:
            return base::message("Studies of real cuts");
        case ValidationGroup::macro:
            return base::message("Macroeconomic models");
    }
    return base::message("Studies of real cuts");
}

std::vector<ValidationCase> validation_cases(const Economies& economies) {
    const Observations observations = shipped_observations();
    const Foundations foundations = foundations_of(observations);
    Cases cases;
    add_textbook(cases);
    add_germany(cases);
    add_united_kingdom(cases);
    add_ontario(cases, observations, foundations.published.at(Jurisdiction::on));
    add_regionalisation(cases, observations, foundations);
    add_studies(cases, economies);
    return cases;
}

RegionalisationError regionalisation_error(const Observations& observations) {
    const Foundations foundations = foundations_of(observations);
    if (!foundations.national) return {0.0, 0.0, 0.0, "", 0.0};
    const Estimated estimated = estimated_reference(observations, foundations);
    RegionalisationError error{0.0, 0.0, 0.0, "", 0.0};
    std::vector<double> all, services;
    for (const auto& industry : estimated.industries) {
        const double published = estimated.published->industry(industry.code)->jobs.total();
        if (published <= 0.0) continue;
        const double relative = industry.jobs.total() / published - 1.0;
        all.push_back(relative);
        error.mean_relative += relative;
        if (std::ranges::find(kPublicServices, industry.code) != std::end(kPublicServices))
            services.push_back(relative);
        if (std::abs(relative) <= std::abs(error.worst)) continue;
        error.worst = relative;
        error.worst_industry = industry.code;
    }
    error.mean_relative /= std::max(1.0, static_cast<double>(all.size()));
    error.root_mean_square = mean_square(all);
    error.public_services = mean_square(services);
    return error;
}

}  // namespace jobs_lost
