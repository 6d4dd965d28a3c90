#include "models/jobs_lost/validation_studies.h"

#include <algorithm>

#include "base/check.h"
#include "models/jobs_lost/estimate.h"

namespace jobs_lost {
namespace {

using Group = ValidationGroup;

constexpr int kYearOfFederalCuts = 2012;
constexpr int kYearOfChildCareStudy = 2009;
constexpr int kYearOfBudgetOffice = 2021;

double price(const Economy& economy, int year) {
    const auto found = std::ranges::find(economy.prices, year, &YearValue::year);
    CHECK(found != economy.prices.end());
    return found->value;
}

// What a million dollars of that year brings about: the multiplier of the base year at that year's prices.
double per_million(const Economy& economy, int year, double jobs) {
    return jobs * price(economy, economy.base_year) / price(economy, year);
}

// A cut of a hundred million dollars in Ontario.
Estimate cut_of_a_hundred_million(const Economies& economies, const Cut& asked) {
    Cut cut = asked;
    cut.jurisdiction = Jurisdiction::on;
    cut.amount = Dollars{100e6};
    const auto estimate = estimate_jobs_lost(cut, economies);
    CHECK(estimate);
    return *estimate;
}

double jobs_per_million(const Estimate& estimate) {
    return (estimate.jobs_total + estimate.spill_over->jobs.total()) / 100.0;
}

void add_federal(std::vector<ValidationCase>& cases, const Economy& ontario) {
    const auto* federal = ontario.industry("GS911");
    if (!federal) return;
    const double elsewhere = ontario.elsewhere.of_industry.find("GS911")->second.total();
    const double ours = per_million(ontario, kYearOfFederalCuts, federal->jobs.total() + elsewhere);
    const double ratio = (federal->jobs.indirect + federal->jobs.induced + elsewhere) / federal->jobs.direct;
    const base::Message older = base::message(
        "The study’s multipliers are older: then a million dollars paid for more jobs than the index of prices alone "
        "tells. Its dollars are taken to be of 2012. Ours are Ontario’s federal services, with jobs in other "
        "provinces.");
    const std::string eight = "Study of a federal cut of $8.0 billion: 55,000 public and 61,000 private jobs";
    const std::string five = "Study of a federal cut of $5.2 billion: 19,200 public and 40,825 private jobs";
    const std::string six =
        "Study of a federal cut of about $6 billion: 10 to 11 jobs per million, half of them private";
    const base::Message jobs = base::message("Jobs per million dollars of a federal cut");
    const base::Message split = base::message("Private jobs for each public job of a federal cut");
    cases.push_back({Group::study, "federal_8_0.jobs", jobs, "", eight, 14.5, ours, 0.6, 1.1, 1, older});
    cases.push_back({Group::study, "federal_8_0.split", split, "", eight, 1.11, ratio, 0.75, 1.5, 2,
                     base::message("Ours are Ontario’s multipliers with an estimate for the other provinces; the "
                                   "details of the study’s are not known here.")});
    cases.push_back({Group::study, "federal_8_0.gdp",
                     base::message("Output of the economy lost per dollar of a federal cut"), "", eight, 1.27,
                     federal->gdp.total(), 0.7, 1.1, 2, base::message("Ours leaves out what other provinces lose.")});
    cases.push_back({Group::study, "federal_5_2.jobs", jobs, "", five, 11.5, ours, 0.75, 1.25, 1, older});
    cases.push_back({Group::study, "federal_5_2.split", split, "", five, 2.13, ratio, 0.4, 1.1, 2,
                     base::message("The study finds more private jobs for each public one: where contracts and grants "
                                   "are cut, private jobs go first. Ours is the service as it is.")});
    cases.push_back({Group::study, "federal_6.jobs", jobs, "", six, 10.5, ours, 0.8, 1.25, 1, older});
    cases.push_back({Group::study, "federal_6.split", split, "", six, 1.0, ratio, 0.75, 1.5, 2,
                     base::message("Both count suppliers and shops; the study’s multipliers are older.")});
}

void add_states(std::vector<ValidationCase>& cases, const Economies& economies) {
    const Estimate all = cut_of_a_hundred_million(economies, {.function = "all"});
    cases.push_back(
        {Group::study, "us_states.split", base::message("Private jobs for each public job of cuts by states"), "",
         "Study of state and local cuts in the United States: 0.67 private jobs for each public job", 0.67,
         all.jobs_private / all.jobs_public, 0.7, 1.6, 2,
         base::message("Ours holds payments to people and care by businesses and non-profit organisations, whose "
                       "jobs are private.")});
}

void add_services(std::vector<ValidationCase>& cases, const Economies& economies) {
    const std::string source =
        "Study of child care, 2009: jobs per million dollars of child care, other services, construction";
    const Economy& ontario = *economies.find(Jurisdiction::on);
    const Estimate care =
        cut_of_a_hundred_million(economies, {.function = "child_care", .year = kYearOfChildCareStudy});
    const Estimate building =
        cut_of_a_hundred_million(economies, {.function = "capital_projects", .year = kYearOfChildCareStudy});
    cases.push_back(
        {Group::study, "child_care.jobs", base::message("Jobs per million dollars of child care"), "", source, 40.0,
         jobs_per_million(care), 0.35, 1.1, 0,
         base::message(
             "Too low, and known to be. The study is of a time when educators earned $20,155 a year on "
             "average (Census of 2006); two thirds of a centre’s budget are wages (Statistics Canada, 36-28-0001, "
             "December 2024): that alone is some 33 jobs a million. The industry behind ours holds "
             "doctors’ and dentists’ offices too: it spends half of its output on pay, and more than twice "
             "as much on a job.")});
    if (const auto* other = ontario.industry("BS810"))
        cases.push_back({Group::study, "other_services.jobs",
                         base::message("Jobs per million dollars of other services"), "", source, 28.0,
                         per_million(ontario, kYearOfChildCareStudy,
                                     other->jobs.total() + ontario.elsewhere.of_industry.find("BS810")->second.total()),
                         0.5, 1.1, 0,
                         base::message("Which services the study means is not known here; ours are other services "
                                       "except public administration. Productivity grew since.")});
    cases.push_back(
        {Group::study, "construction.jobs", base::message("Jobs per million dollars of construction"), "", source, 10.0,
         jobs_per_million(building), 0.7, 1.2, 0,
         base::message("Ours is half buildings, half roads and networks, of 2022, at the prices of 2009.")});
}

double gdp_per_dollar(const Estimate& estimate) { return estimate.gdp.total() / estimate.dollars; }

void add_macro(std::vector<ValidationCase>& cases, const Economies& economies) {
    const std::string source = "Parliamentary Budget Officer 2021: GDP per permanent dollar, first of five years";
    const base::Message stays = base::message(
        "A macroeconomic model lets interest, prices and wages react over the years; ours is one year without "
        "reactions, and "
        "leaves out what other provinces lose.");
    const auto one = [&](std::string_view function, Kind kind) {
        return gdp_per_dollar(cut_of_a_hundred_million(
            economies, {.function = std::string{function}, .kind = kind, .year = kYearOfBudgetOffice}));
    };
    cases.push_back({Group::macro, "macro.infrastructure", base::message("GDP per dollar of infrastructure"), "",
                     source, 0.9, one("capital_projects", Kind::capital), 0.7, 1.4, 1, stays});
    cases.push_back({Group::macro, "macro.low_income",
                     base::message("GDP per dollar paid to households with low incomes"), "", source, 0.8,
                     one("social_assistance", Kind::transfers), 0.6, 1.5, 1, stays});
    cases.push_back({Group::macro, "macro.housing", base::message("GDP per dollar of housing"), "", source, 1.0,
                     one("social_housing", Kind::capital), 0.6, 1.4, 1, stays});
}

}  // namespace

void add_studies(std::vector<ValidationCase>& cases, const Economies& economies) {
    const Economy* ontario = economies.find(Jurisdiction::on);
    if (!ontario || ontario->prices.size() < 2) return;
    add_federal(cases, *ontario);
    add_states(cases, economies);
    add_services(cases, economies);
    add_macro(cases, economies);
}

}  // namespace jobs_lost
