#include "models/jobs_lost/estimate.h"

#include <algorithm>
#include <cmath>

#include "models/jobs_lost/bridge.h"
#include "models/jobs_lost/estimate_steps.h"
#include "models/jobs_lost/industry.h"
#include "models/jobs_lost/loss.h"
#include "models/jobs_lost/parameters.h"
#include "models/jobs_lost/question.h"

namespace jobs_lost {
namespace {

void less_services(Loss& loss, const SpendingMix& mix, Million cut) {
    for (const auto& [industry, share] : mix.services) loss.less_output(industry, {share * cut.amount});
}

// Benefits are spent more fully than pay, which is taxed and saved too; interest at most like pay.
void less_cash(Loss& loss, const SpendingMix& mix, Million cut, double share_of_pay_spent) {
    const double fully = share_of_pay_spent > 0.0 ? parameters::kShareOfTransfersSpent.value / share_of_pay_spent : 1.0;
    loss.less_income({mix.cash * cut.amount}, {std::max(1.0, fully), 1.0});
    loss.less_income({mix.interest * cut.amount}, {1.0, 0.0});
}

SpendingMix all_cash(const SpendingMix& mix) {
    const double cash = mix.cash + mix.interest;
    SpendingMix only;
    only.interest = cash > 0.0 ? mix.interest / cash : 0.0;
    only.cash = 1.0 - only.interest;
    return only;
}

// capital_projects are building, also where "the service as it is" or its purchases are cut.
bool is_building(const Question& question) {
    if (question.kind == Kind::capital) return true;
    return question.function->usual_kind == Kind::capital &&
           (question.kind == Kind::mixed || question.kind == Kind::purchases);
}

Loss loss_of(const Question& question, Million cut) {
    const Economy& economy = *question.economy;
    const SpendingMix mix = mix_of(*question.function, economy);
    Loss loss{economy};
    if (is_building(question)) {
        for (const auto& [industry, share] : mix.construction) loss.less_output(industry, {share * cut.amount});
        return loss;
    }
    switch (question.kind) {
        case Kind::payroll:
            for (const auto& [industry, share] : mix.staff) loss.less_payroll(industry, {share * cut.amount});
            break;
        case Kind::purchases:
            for (const auto& [industry, share] : mix.staff) loss.less_purchases(industry, {share * cut.amount});
            break;
        case Kind::transfers:
            less_cash(loss, all_cash(mix), cut, economy.share_of_pay_spent);
            break;
        case Kind::mixed:
        case Kind::capital:
            less_services(loss, mix, cut);
            less_cash(loss, mix, cut, economy.share_of_pay_spent);
            break;
    }
    return loss;
}

double uncertainty_of(const Question& question, const Loss& loss) {
    const double years = std::abs(question.year - question.economy->base_year);
    const double age = parameters::kErrorPerYear.value * years;
    const double pay = loss.has_payroll() ? parameters::kErrorOfPay.value : 0.0;
    return std::hypot(question.economy->relative_error, age, pay);
}

std::string label_of(const Economy& economy, const std::string& code) {
    if (const auto* industry = industry_of(code)) return industry->name.key();
    if (const auto* finer = finer_industry_of(code)) return finer->name.key();
    const auto* industry = economy.industry(code);
    return industry ? industry->label : code;
}

// The code breaks a tie, so that the same cut always gives the same list.
std::pair<double, std::string_view> by_size(const IndustryLoss& industry) {
    return {industry.jobs.total(), industry.code};
}

std::vector<IndustryLoss> by_industry(const Loss& loss, const Economy& economy) {
    std::vector<IndustryLoss> industries;
    for (const auto& [code, jobs] : loss.jobs_by_industry())
        industries.push_back({code, label_of(economy, code), jobs});
    std::ranges::sort(industries, std::greater{}, by_size);
    return industries;
}

void add_jobs(Estimate& estimate, const Loss& loss) {
    const Effect jobs = loss.jobs();
    estimate.jobs_direct = jobs.direct;
    estimate.jobs_indirect = jobs.indirect;
    estimate.jobs_induced = jobs.induced;
    estimate.jobs_total = jobs.total();
    for (const auto& industry : estimate.by_industry)
        if (owner_of(industry.code) == Owner::government) estimate.jobs_public += industry.jobs.total();
    estimate.jobs_private = std::max(0.0, estimate.jobs_total - estimate.jobs_public);
    estimate.range = {std::min(loss.low_jobs(), jobs.total()) * (1.0 - estimate.relative_uncertainty),
                      jobs.total() * (1.0 + estimate.relative_uncertainty)};
}

void add_years(Estimate& estimate, const Question& question) {
    const Effect jobs{estimate.jobs_direct, estimate.jobs_indirect, estimate.jobs_induced};
    for (int k = 0; k < question.cut.years; ++k) {
        const double part = std::min(1.0, (k + 1.0) / question.cut.phase_in_years);
        estimate.by_year.push_back({question.year + k,
                                    part * estimate.dollars,
                                    part * jobs,
                                    {part * estimate.range.low, part * estimate.range.high}});
    }
}

SpillOver spill_over_of(const Loss& loss, const Question& question, const Economies& economies) {
    SpillOver spill_over{loss.jobs_elsewhere(), question.economy->elsewhere.origin, {}};
    double employees = 0.0;
    for (const Economy& other : economies.all())
        if (&other != question.economy && other.employees && other.jurisdiction != Jurisdiction::ca)
            employees += other.employees->value;
    for (const Economy& other : economies.all())
        if (&other != question.economy && other.employees && other.jurisdiction != Jurisdiction::ca)
            spill_over.by_jurisdiction.push_back(
                {other.jurisdiction, spill_over.jobs.total() * other.employees->value / employees});
    std::ranges::sort(spill_over.by_jurisdiction, std::greater{}, &SpillOver::Part::jobs);
    return spill_over;
}

// People at work on payrolls, and those who look for work beside them: (employees) / (1 - rate).
std::optional<Unemployment> unemployment_of(const Economy& economy, double jobs_lost) {
    if (!economy.employees || !economy.unemployment) return std::nullopt;
    const double before = economy.unemployment->value / 100.0;
    const double labour_force = economy.employees->value / (1.0 - before);
    const double after = std::min(1.0, before + jobs_lost / labour_force);
    return Unemployment{economy.unemployment->year, 100.0 * before, 100.0 * after};
}

LostRevenue lost_revenue_of(const Estimate& estimate) {
    const double lost = parameters::kTaxesOnPay.value * estimate.labour_income.total();
    return {lost, lost / estimate.dollars};
}

}  // namespace

base::Result<Estimate, base::Problems> estimate_jobs_lost(const Cut& cut, const Economies& economies) {
    const auto question = understood(cut, economies);
    if (!question) return question.error();
    const double price = deflator_of(*question).ratio;
    Loss loss = loss_of(*question, {question->dollars / price / 1e6});
    if (loss.is_incomplete())
        return base::Problems{{"function", base::message("The multipliers of this province leave out who does this.")}};

    Estimate estimate;
    estimate.cut = cut;
    estimate.cut.kind = question->kind;
    estimate.cut.year = question->year;
    estimate.dollars = question->dollars;
    estimate.origin = question->economy->origin;
    estimate.base_year = question->economy->base_year;
    estimate.relative_uncertainty = uncertainty_of(*question, loss);
    estimate.by_industry = by_industry(loss, *question->economy);
    estimate.gdp = price * 1e6 * loss.gdp();
    estimate.labour_income = price * 1e6 * loss.labour_income();
    add_jobs(estimate, loss);
    add_years(estimate, *question);
    estimate.spill_over = spill_over_of(loss, *question, economies);
    estimate.unemployment = unemployment_of(*question->economy, estimate.jobs_total);
    if (cut.fiscal_feedback == FiscalFeedback::counted) estimate.lost_revenue = lost_revenue_of(estimate);
    estimate.caveats = caveats_of(*question);
    estimate.sources = question->economy->sources;
    estimate.working = working_of(estimate, *question, std::move(loss.working()));
    return estimate;
}

}  // namespace jobs_lost
