#include "features/jobs_calculator/answer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "features/jobs_calculator/typed_number.h"

namespace jobs_calculator {
namespace {

using jobs_lost::Economy;
using jobs_lost::Jurisdiction;

constexpr double kFarthestRatio = 20;

// West to east, as the country is drawn.
constexpr std::array kWestToEast{Jurisdiction::bc, Jurisdiction::ab, Jurisdiction::sk, Jurisdiction::mb,
                                 Jurisdiction::on, Jurisdiction::qc, Jurisdiction::nb, Jurisdiction::ns,
                                 Jurisdiction::pe, Jurisdiction::nl, Jurisdiction::yt, Jurisdiction::nt,
                                 Jurisdiction::nu};

// Totals of the table, which are no industries.
bool is_industry(std::string_view name) {
    return !name.starts_with("Industrial aggregate") && !name.ends_with("producing industries") &&
           name != "Unclassified businesses";
}

double distance(double jobs, double employees) { return std::abs(std::log(jobs / employees)); }

double employees_of(const Economy* economy) {
    return economy != nullptr && economy->employees ? economy->employees->value : 0;
}

// How the cut is asked of another province: with the percentage, or the amount, that the same cut is there.
QuestionForm asked_there(const Question& question, Jurisdiction there, const jobs_lost::Estimate& estimate) {
    QuestionForm form = form_of(question);
    form.jurisdiction = jobs_lost::code_of(there);
    if (std::holds_alternative<jobs_lost::ShareOfSpending>(estimate.cut.amount)) {
        form.unit = slug_of(Unit::percent);
        form.amount = plain_number(std::get<jobs_lost::ShareOfSpending>(estimate.cut.amount).percent);
    } else {
        form.unit = slug_of(Unit::dollars);
        form.amount = plain_number(std::round(std::get<jobs_lost::Dollars>(estimate.cut.amount).amount));
    }
    return form;
}

// The cut that is the same in every province, as far as spending on the service is known.
struct CommonCut {
    SameCut kind;
    double measure;  // percent of spending, or dollars for each employee
};

// Percentages are cut off at two decimals, so that their links stay short.
CommonCut common_cut(const Answer& answer) {
    if (const auto* share = std::get_if<jobs_lost::ShareOfSpending>(&answer.question.cut.amount))
        return {SameCut::share_of_spending, share->percent};
    const double spent = answer.yearly_spending.value_or(0);
    const double percent = spent > 0 ? std::round(answer.estimate.dollars / spent * 10'000) / 100 : 0;
    if (percent >= 0.01 && percent <= 100) return {SameCut::share_of_spending, percent};
    return {SameCut::amount_per_employee, answer.employees > 0 ? answer.estimate.dollars / answer.employees : 0};
}

std::optional<Elsewhere> cut_there(const Answer& answer, const CommonCut& common, const Economy& there,
                                   const jobs_lost::Economies& economies) {
    jobs_lost::Cut cut = answer.question.cut;
    const double employees = employees_of(&there);
    if (employees <= 0 || common.measure <= 0) return std::nullopt;
    cut.jurisdiction = there.jurisdiction;
    if (common.kind == SameCut::share_of_spending)
        cut.amount = jobs_lost::ShareOfSpending{common.measure};
    else
        cut.amount = jobs_lost::Dollars{common.measure * employees};
    const auto estimate = jobs_lost::estimate_jobs_lost(cut, economies);
    if (!estimate) return std::nullopt;
    return Elsewhere{.jurisdiction = there.jurisdiction,
                     .question = asked_there(answer.question, there.jurisdiction, *estimate),
                     .dollars = estimate->dollars,
                     .jobs = estimate->jobs_total,
                     .per_ten_thousand = 10'000 * estimate->jobs_total / employees};
}

// The place itself is shown with the very figure that is asked for.
Elsewhere cut_here(const Answer& answer) {
    const double jobs = answer.estimate.jobs_total;
    return {.jurisdiction = answer.question.cut.jurisdiction,
            .question = form_of(answer.question),
            .dollars = answer.estimate.dollars,
            .jobs = jobs,
            .per_ten_thousand = answer.employees > 0 ? 10'000 * jobs / answer.employees : 0};
}

void add_elsewhere(Answer& answer, const jobs_lost::Economies& economies) {
    const CommonCut common = common_cut(answer);
    answer.same_cut = common.kind;
    for (const Jurisdiction each : kWestToEast) {
        const Economy* there = economies.find(each);
        if (there == nullptr) continue;
        if (each == answer.question.cut.jurisdiction)
            answer.elsewhere.push_back(cut_here(answer));
        else if (const auto found = cut_there(answer, common, *there, economies))
            answer.elsewhere.push_back(*found);
    }
}

}  // namespace

std::int64_t rounding_step(double jobs) {
    if (!(jobs >= 100)) return 1;
    if (jobs < 1'000) return 5;
    std::int64_t step = 10;
    while (jobs / static_cast<double>(step) >= 1'000) step *= 10;
    return step;
}

std::int64_t rounded(double value, std::int64_t step) {
    return static_cast<std::int64_t>(std::llround(value / static_cast<double>(step))) * step;
}

Figures figures_of(const jobs_lost::Estimate& estimate) {
    const std::int64_t step = rounding_step(estimate.jobs_total);
    const std::int64_t direct = rounded(estimate.jobs_direct, step);
    const std::int64_t simple = rounded(estimate.jobs_direct + estimate.jobs_indirect, step);
    const std::int64_t total = rounded(estimate.jobs_total, step);
    const std::int64_t in_public = std::min(total, rounded(estimate.jobs_public, step));
    return {.total = total,
            .direct = direct,
            .indirect = simple - direct,
            .induced = total - simple,
            .in_public = in_public,
            .in_private = total - in_public,
            .low = rounded(estimate.range.low, step),
            .high = rounded(estimate.range.high, step),
            .step = step};
}

std::optional<YearlySpending> yearly_spending(const Economy& economy, std::string_view function) {
    const auto* known = jobs_lost::function_of(function);
    if (known == nullptr || known->ccofog.empty()) return std::nullopt;
    const auto found = economy.spending_on(known->ccofog);
    if (!found) return std::nullopt;
    return YearlySpending{found->year, found->value * 1e6};
}

std::optional<KnownJobs> jobs_like(double jobs, Jurisdiction jurisdiction,
                                   const jobs_lost::Observations& observations) {
    if (!(jobs > 0)) return std::nullopt;
    int latest = 0;
    for (const auto& row : observations.employment)
        if (row.jurisdiction == jurisdiction) latest = std::max(latest, row.year);
    std::optional<KnownJobs> nearest;
    for (const auto& row : observations.employment) {
        if (row.jurisdiction != jurisdiction || row.year != latest || !is_industry(row.industry)) continue;
        if (!(row.employees > 0) || distance(jobs, row.employees) > std::log(kFarthestRatio)) continue;
        if (!nearest || distance(jobs, row.employees) < distance(jobs, nearest->employees))
            nearest = KnownJobs{row.industry, row.year, row.employees};
    }
    return nearest;
}

base::Result<Answer, base::Problems> answer(const Question& question, const Model& model) {
    auto estimate = jobs_lost::estimate_jobs_lost(question.cut, model.economies);
    if (!estimate) return estimate.error();
    Answer answer{.question = question,
                  .estimate = *std::move(estimate),
                  .figures = {},
                  .edition = model.edition,
                  .until = model.until};
    answer.figures = figures_of(answer.estimate);
    const Economy* economy = model.economies.find(question.cut.jurisdiction);
    answer.employees = employees_of(economy);
    if (const auto spent = economy != nullptr ? yearly_spending(*economy, question.cut.function) : std::nullopt) {
        answer.yearly_spending = spent->dollars;
        answer.spending_year = spent->year;
    }
    add_elsewhere(answer, model.economies);
    answer.public_sector = jobs_lost::public_sector_employees(model.observations, question.cut.jurisdiction);
    answer.known_jobs = jobs_like(answer.estimate.jobs_total, question.cut.jurisdiction, model.observations);
    return answer;
}

}  // namespace jobs_calculator
