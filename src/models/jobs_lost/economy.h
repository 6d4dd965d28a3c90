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

// Jobs in the other provinces, per million dollars, that follow an industry's output or pay that is not spent.
struct JobsElsewhere {
    Origin origin = Origin::estimated;
    std::map<std::string, Effect, std::less<>> of_industry;  // by code; direct is 0
    double of_pay = 0.0;
};

// The model of one province. All jobs and money below are per million dollars of the base year.
struct Economy {
    Jurisdiction jurisdiction = Jurisdiction::on;
    Origin origin = Origin::estimated;
    int base_year = 0;
    std::vector<IndustryMultipliers> industries;  // effects within the province, by code
    SpendingOfPay spending_of_pay;                // within the province
    double share_of_pay_spent = 0.0;              // of a dollar of pay, in the first round, anywhere; 0..1
    JobsElsewhere elsewhere;
    std::map<std::string, Shares, std::less<>> suppliers;  // of an industry: where its indirect jobs are; sum 1
    std::map<std::string, Shares, std::less<>> purchases;  // of a dollar of what it buys: who in the province sells it;
                                                           // sum below 1, the rest comes from outside
    Shares shops;                                          // where induced jobs are; sum 1
    std::vector<YearValue> prices;                         // of government services; any base; by year
    std::vector<YearValue> consumer_prices;                // by year
    std::map<std::string, std::vector<YearValue>, std::less<>> spending;  // by CCOFOG row: million dollars by year
    std::optional<YearValue> employees;                                   // on payrolls, in the latest year
    std::optional<YearValue> unemployment;                                // percent, in the latest year
    double relative_error = 0.0;  // one standard error of a total jobs multiplier of this economy; 0.05 is 5 %
    std::vector<statistics::Provenance> sources;

    // By code. Of an economy at detail level ("GS622000") a code of the summary level ("GS620") is the mean of its
    // parts. nullptr where the economy has no such industry.
    const IndustryMultipliers* industry(std::string_view code) const;
    // What was spent on these functions together ("7063 7053"), million dollars, in the latest year for which all of
    // them are known; none where it is not, or for "". A row of several codes counts once.
    std::optional<YearValue> spending_on(std::string_view ccofog) const;
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
