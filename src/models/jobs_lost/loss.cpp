#include "models/jobs_lost/loss.h"

namespace jobs_lost {
namespace {

using Unit = Step::Unit;

Step::Value money(std::string_view name, double million) { return {name, Unit::million_dollars, million, ""}; }
Step::Value jobs_value(std::string_view name, double jobs) { return {name, Unit::jobs, jobs, ""}; }
Step::Value per_million(std::string_view name, double jobs) { return {name, Unit::per_million, jobs, ""}; }
Step::Value industry_value(std::string_view code) { return {"industry", Unit::text, 0.0, std::string{code}}; }

Step output_step(const IndustryMultipliers& industry, double million) {
    return {base::message(
                "{amount} less for {industry}. Each million dollars there carries {direct} jobs, {indirect} among "
                "suppliers and {induced} where pay is spent: {jobs} jobs."),
            {money("amount", million), industry_value(industry.code), per_million("direct", industry.jobs.direct),
             per_million("indirect", industry.jobs.indirect), per_million("induced", industry.jobs.induced),
             jobs_value("jobs", million * industry.jobs.total())}};
}

}  // namespace

const IndustryMultipliers* Loss::find(std::string_view industry) {
    const auto* found = economy_->industry(industry);
    is_incomplete_ |= !found;
    return found;
}

void Loss::less_output(std::string_view code, Million cut) {
    const auto* industry = find(code);
    if (!industry || cut.amount <= 0.0) return;
    working_.push_back(output_step(*industry, cut.amount));
    add_output(*industry, cut.amount);
}

void Loss::add_output(const IndustryMultipliers& industry, double million) {
    jobs_[industry.code].direct += million * industry.jobs.direct;
    add_indirect(industry.code, million * industry.jobs.indirect);
    add_induced(million * industry.jobs.induced);
    gdp_ += million * industry.gdp;
    labour_income_ += million * industry.labour_income;
    low_jobs_ += million * industry.jobs.simple();
    if (const auto found = economy_->elsewhere.of_industry.find(industry.code);
        found != economy_->elsewhere.of_industry.end())
        elsewhere_ += million * found->second;
}

// Among suppliers, as the regional table has them; where none is known, in the industry itself.
void Loss::add_indirect(std::string_view industry, double jobs) {
    const auto found = economy_->suppliers.find(industry);
    if (found == economy_->suppliers.end()) {
        jobs_[std::string{industry}].indirect += jobs;
        return;
    }
    for (const auto& [supplier, share] : found->second) jobs_[supplier].indirect += share * jobs;
}

void Loss::add_induced(double jobs) {
    if (economy_->shops.empty()) {
        jobs_["BS4A0"].induced += jobs;
        return;
    }
    for (const auto& [shop, share] : economy_->shops) jobs_[shop].induced += share * jobs;
}

void Loss::less_payroll(std::string_view code, Million cut) {
    const auto* industry = find(code);
    if (!industry || cut.amount <= 0.0) return;
    const double pay = industry->labour_income.direct / industry->jobs.direct;  // million dollars a job
    if (!(pay > 0.0)) {
        is_incomplete_ = true;
        return;
    }
    const double positions = cut.amount / pay;
    has_payroll_ = true;
    working_.push_back(
        {base::message("A job in {industry} costs {pay} a year in pay and benefits: {amount} is {jobs} jobs."),
         {industry_value(code),
          {"pay", Unit::dollars, pay * 1e6, ""},
          money("amount", cut.amount),
          jobs_value("jobs", positions)}});
    jobs_[std::string{code}].direct += positions;
    gdp_.direct += cut.amount;
    labour_income_.direct += cut.amount;
    low_jobs_ += positions;
    working_.push_back(
        {base::message("Each million dollars of pay that is not spent costs {induced} jobs: {jobs} jobs."),
         {per_million("induced", economy_->spending_of_pay.jobs),
          jobs_value("jobs", cut.amount * economy_->spending_of_pay.jobs)}});
    add_pay_not_spent(cut.amount);
}

void Loss::add_pay_not_spent(double million) {
    const SpendingOfPay& spending = economy_->spending_of_pay;
    add_induced(million * spending.jobs);
    gdp_.induced += million * spending.gdp;
    labour_income_.induced += million * spending.labour_income;
    elsewhere_.induced += million * economy_->elsewhere.of_pay;
}

void Loss::less_purchases(std::string_view code, Million cut) {
    const auto found = economy_->purchases.find(code);
    if (found == economy_->purchases.end()) {
        is_incomplete_ = true;
        return;
    }
    if (cut.amount <= 0.0) return;
    double kept = 0.0;
    for (const auto& [seller, share] : found->second) kept += share;
    working_.push_back(
        {base::message("Of {amount} that {industry} buys, {share} goes to sellers in the province."),
         {money("amount", cut.amount), industry_value(code), {"share", Unit::percent, 100.0 * kept, ""}}});
    for (const auto& [seller, share] : found->second) less_output(seller, {share * cut.amount});
}

void Loss::less_income(Million cut, SpendingHabit habit) {
    if (cut.amount <= 0.0) return;
    const double as_pay = cut.amount * habit.as_pay;
    low_jobs_ += cut.amount * habit.low_as_pay * economy_->spending_of_pay.jobs;
    working_.push_back(
        {base::message(
             "{amount} less in people’s hands is as much spending as {as_pay} of pay. Each million dollars of pay "
             "that is not spent costs {induced} jobs: {jobs} jobs."),
         {money("amount", cut.amount), money("as_pay", as_pay), per_million("induced", economy_->spending_of_pay.jobs),
          jobs_value("jobs", as_pay * economy_->spending_of_pay.jobs)}});
    add_pay_not_spent(as_pay);
}

Effect Loss::jobs() const {
    Effect sum;
    for (const auto& [industry, jobs] : jobs_) sum += jobs;
    return sum;
}

}  // namespace jobs_lost
