// models/jobs_lost/economy.h - what the model knows of each province: the multipliers of its industries, its prices,
// its spending, its employment.
#pragma once
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/jobs_lost/effect.h"
#include "models/jobs_lost/jurisdiction.h"
#include "models/jobs_lost/observations.h"

namespace jobs_lost {

// published: official multipliers of this province. estimated: from the national table by location quotients.
enum class Origin : unsigned char { published, estimated };

// Of one industry, per million dollars of its output in prices of the economy's base year. Money in million dollars.
struct IndustryMultipliers {
    std::string code, label;
    Effect output, jobs, gdp, labour_income;
};

// What a million dollars of pay that is no longer spent takes away, in the same units: the induced round by itself.
struct SpendingOfPay {
    double output = 0.0, jobs = 0.0, gdp = 0.0, labour_income = 0.0;
};

// How the jobs of one round spread over industries; shares that add up to 1.
struct Share {
    std::string industry;  // code at summary level
    double share;
};
using Shares = std::vector<Share>;

struct YearValue {
    int year;
    double value;
};

// The model of one province.
struct Economy {
    Jurisdiction jurisdiction = Jurisdiction::on;
    Origin origin = Origin::estimated;
    int base_year = 0;                               // of the multipliers' dollars
    std::vector<IndustryMultipliers> industries;     // effects within the province, by code
    std::vector<IndustryMultipliers> all_provinces;  // effects in all of Canada; estimated where not published
    Origin all_provinces_origin = Origin::estimated;
    SpendingOfPay spending_of_pay;  // within the province
    SpendingOfPay spending_of_pay_all_provinces;
    double share_of_pay_spent = 0.0;                       // in the closed model; 0..1
    std::map<std::string, Shares, std::less<>> suppliers;  // of each industry: where its indirect jobs are
    Shares shops;                                          // where induced jobs are
    std::vector<YearValue> prices;                         // of government services; any base; by year
    std::map<std::string, std::vector<YearValue>, std::less<>> spending;  // by CCOFOG code: million dollars by year
    std::optional<YearValue> employees;                                   // in the latest year
    std::optional<YearValue> unemployment;                                // percent, in the latest year
    double share_of_national_employment = 0.0;
    double relative_error = 0.0;  // one standard error of a total jobs multiplier of this economy; 0.05 is 5 %
    std::vector<statistics::Provenance> sources;

    // nullptr where the economy has no such industry.
    const IndustryMultipliers* industry(std::string_view code) const;
    // Latest year in which spending on the function's codes is known; none where it is not.
    std::optional<YearValue> spending_on(std::string_view ccofog) const;
    std::optional<YearValue> spending_on(std::string_view ccofog, int year) const;
};

// All jurisdictions that have data. Built once; then only read, by any thread.
class Economies {
public:
    // Published multipliers where the observations have them (the latest year, the most detailed level that has the
    // services of governments), estimates elsewhere. A jurisdiction without employment or prices has no economy.
    static Economies built_from(const Observations& observations);

    // nullptr: there is no data.
    const Economy* find(Jurisdiction jurisdiction) const;
    std::span<const Economy> all() const { return economies_; }

private:
    std::vector<Economy> economies_{};
};

}  // namespace jobs_lost
