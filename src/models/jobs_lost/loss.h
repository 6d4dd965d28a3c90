// models/jobs_lost/loss.h - adds up what the parts of a cut take away, and keeps the working.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "models/jobs_lost/economy.h"
#include "models/jobs_lost/estimate.h"

namespace jobs_lost {

// Amounts are million dollars of the economy's base year.
struct Million {
    double amount;
};

// How payments to persons are spent, beside pay: 1 is as much as of pay. The low figure is for the range.
struct SpendingHabit {
    double as_pay;
    double low_as_pay;
};

class Loss {
public:
    // The economy outlives it.
    explicit Loss(const Economy& economy) : economy_(&economy) {}

    // The industry sells so much less: its direct, indirect and induced effects.
    void less_output(std::string_view industry, Million cut);
    // Staff of the industry earn so much less: headcount is the cut over average labour income per job, and what
    // follows is the spending of that pay. The industry's own output multipliers are not used: it buys as before.
    void less_payroll(std::string_view industry, Million cut);
    // The industry buys so much less: output of its suppliers in the province; the rest is bought elsewhere anyway.
    void less_purchases(std::string_view industry, Million cut);
    // Persons have so much less to spend: induced effects only.
    void less_income(Million cut, SpendingHabit habit);

    const std::map<std::string, Effect>& jobs_by_industry() const { return jobs_; }
    Effect jobs() const;
    const Effect& gdp() const { return gdp_; }                      // million dollars of the base year
    const Effect& labour_income() const { return labour_income_; }  // million dollars of the base year
    const Effect& jobs_elsewhere() const { return elsewhere_; }
    // Without what is spent again.
    double low_jobs() const { return low_jobs_; }
    bool has_payroll() const { return has_payroll_; }
    // true where the economy lacks an industry that was asked for: then the sums are of no use.
    bool is_incomplete() const { return is_incomplete_; }
    std::vector<Step>& working() { return working_; }

private:
    const IndustryMultipliers* find(std::string_view industry);
    void add_output(const IndustryMultipliers& industry, double million);
    void add_indirect(std::string_view industry, double jobs);
    void add_induced(double jobs);
    void add_pay_not_spent(double million);

    const Economy* economy_;
    std::map<std::string, Effect> jobs_{};
    Effect gdp_{}, labour_income_{}, elsewhere_{};
    double low_jobs_ = 0.0;
    bool has_payroll_ = false;
    bool is_incomplete_ = false;
    std::vector<Step> working_{};
};

}  // namespace jobs_lost
