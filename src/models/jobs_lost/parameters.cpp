#include "models/jobs_lost/parameters.h"

namespace jobs_lost {
namespace parameters {

constinit const Parameter kDelta{
    "delta",
    0.25,
    0.20,
    0.30,
    base::message("Flegg’s exponent δ: how much more small provinces buy from outside"),
    base::message("Flegg and Tohmo, Regional Studies 47 (2013): 0.25, give or take 0.05, for the regions of Finland.")};

constinit const Parameter kShareOfTransfersSpent{
    "share_of_transfers_spent",
    0.9,
    0.6,
    1.0,
    base::message("Share of payments to people that they spend"),
    base::message(
        "Assumed: people with little money save little. The low end of the range takes what is spent of pay.")};

constinit const Parameter kErrorOfPublished{
    "error_of_published",
    0.05,
    0.0,
    0.10,
    base::message("Relative error of official multipliers"),
    base::message("Assumed: rounding, and industries as they were in the base year.")};

constinit const Parameter kErrorPerYear{
    "error_per_year",
    0.01,
    0.0,
    0.02,
    base::message("Relative error added for each year between multipliers and cut"),
    base::message("Assumed: productivity and prices move apart from the index by about one percent a year.")};

constinit const Parameter kErrorOfPay{
    "error_of_pay",
    0.05,
    0.0,
    0.10,
    base::message("Relative error of average pay where staff are cut"),
    base::message("Assumed: labour income and jobs of an industry are known to one decimal.")};

constinit const Parameter kTaxesOnPay{
    "taxes_on_pay",
    0.195,
    0.15,
    0.25,
    base::message("Income tax and contributions on a dollar of pay"),
    base::message("Canada Revenue Agency, Final Statistics, tax year 2012, Ontario: income tax 16.9 % of total income, "
                  "pension and employment insurance contributions 2.6 %. Sales taxes are left out.")};

}  // namespace parameters

std::span<const Parameter* const> all_parameters() {
    using namespace parameters;
    static constexpr const Parameter* kAll[] = {
        &kDelta, &kShareOfTransfersSpent, &kErrorOfPublished, &kErrorPerYear, &kErrorOfPay, &kTaxesOnPay};
    return kAll;
}

}  // namespace jobs_lost
