#include "models/jobs_lost/estimate_steps.h"

#include <iterator>

#include "models/jobs_lost/parameters.h"

namespace jobs_lost {
namespace {

using Unit = Step::Unit;

Step amount_step(const Question& question) {
    const auto spending = question.economy->spending_on(question.function->ccofog);
    return {base::message("{percent} of the {spending} spent on this in {year} is {amount}."),
            {{"percent", Unit::percent, std::get<ShareOfSpending>(question.cut.amount).percent, ""},
             {"spending", Unit::million_dollars, spending->value, ""},
             {"year", Unit::year, static_cast<double>(spending->year), ""},
             {"amount", Unit::dollars, question.dollars / price_since_spending(question), ""}}};
}

Step later_prices_step(const Question& question) {
    return {base::message("At the prices of {year} that is {amount}."),
            {{"year", Unit::year, static_cast<double>(question.year), ""},
             {"amount", Unit::dollars, question.dollars, ""}}};
}

Step price_step(const Question& question, const Deflator& deflator, double million) {
    return {base::message(
                "Prices: the index is {index} in {year} and {base_index} in {base_year}, the year of the multipliers. "
                "The cut is {amount} in dollars of {base_year}."),
            {{"index", Unit::index, deflator.then.index, ""},
             {"year", Unit::year, static_cast<double>(question.year), ""},
             {"base_index", Unit::index, deflator.base.index, ""},
             {"base_year", Unit::year, static_cast<double>(question.economy->base_year), ""},
             {"amount", Unit::million_dollars, million, ""}}};
}

Step carried_on_step(const Deflator& deflator) {
    return {base::message(
                "No prices are known after {last_year}: they are carried on at {percent} a year, the mean of the ten "
                "years before."),
            {{"last_year", Unit::year, static_cast<double>(deflator.last_known_year), ""},
             {"percent", Unit::percent, *deflator.then.carried_on_by, ""}}};
}

Step sum_step(const Estimate& estimate) {
    return {base::message(
                "Together {direct} direct, {indirect} indirect and {induced} induced jobs: {total} jobs, {public} of "
                "them in public services and {private} in businesses and organisations."),
            {{"direct", Unit::jobs, estimate.jobs_direct, ""},
             {"indirect", Unit::jobs, estimate.jobs_indirect, ""},
             {"induced", Unit::jobs, estimate.jobs_induced, ""},
             {"total", Unit::jobs, estimate.jobs_total, ""},
             {"public", Unit::jobs, estimate.jobs_public, ""},
             {"private", Unit::jobs, estimate.jobs_private, ""}}};
}

Step range_step(const Estimate& estimate) {
    return {base::message(
                "The range goes from {low} jobs, without what laid-off people no longer spend, to {high} jobs with it. "
                "Both ends are moved outwards by {percent} for what the figures cannot tell."),
            {{"low", Unit::jobs, estimate.range.low, ""},
             {"high", Unit::jobs, estimate.range.high, ""},
             {"percent", Unit::percent, 100.0 * estimate.relative_uncertainty, ""}}};
}

Step revenue_step(const Estimate& estimate) {
    return {base::message(
                "Lost pay of {pay} would have brought {share} in income tax and contributions: {amount} of the saving "
                "is gone."),
            {{"pay", Unit::dollars, estimate.labour_income.total(), ""},
             {"share", Unit::percent, 100.0 * parameters::kTaxesOnPay.value, ""},
             {"amount", Unit::dollars, estimate.lost_revenue->dollars, ""}}};
}

}  // namespace

std::vector<Step> working_of(const Estimate& estimate, const Question& question, std::vector<Step> parts) {
    const Deflator deflator = deflator_of(question);
    std::vector<Step> working;
    if (std::holds_alternative<ShareOfSpending>(question.cut.amount)) working.push_back(amount_step(question));
    if (deflator.then.carried_on_by) working.push_back(carried_on_step(deflator));
    if (price_since_spending(question) != 1.0) working.push_back(later_prices_step(question));
    working.push_back(price_step(question, deflator, question.dollars / deflator.ratio / 1e6));
    working.insert(working.end(), std::move_iterator{parts.begin()}, std::move_iterator{parts.end()});
    working.push_back(sum_step(estimate));
    working.push_back(range_step(estimate));
    if (estimate.lost_revenue) working.push_back(revenue_step(estimate));
    return working;
}

std::vector<Step> caveats_of(const Question& question) {
    std::vector<Step> caveats;
    const auto spending = question.economy->spending_on(question.function->ccofog);
    if (spending && question.dollars > spending->value * 1e6)
        caveats.push_back({base::message("This is more than the {spending} that was spent on it in {year}."),
                           {{"spending", Unit::million_dollars, spending->value, ""},
                            {"year", Unit::year, static_cast<double>(spending->year), ""}}});
    if (question.economy->origin == Origin::estimated)
        caveats.push_back(
            {base::message("This province has no official multipliers here: they are estimated from the national "
                           "table by location quotients, with an error of about {percent}."),
             {{"percent", Unit::percent, 100.0 * question.economy->relative_error, ""}}});
    return caveats;
}

}  // namespace jobs_lost
