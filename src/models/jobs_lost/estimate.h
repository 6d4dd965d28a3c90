// models/jobs_lost/estimate.h - how many jobs a cut costs.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "models/jobs_lost/economy.h"
#include "models/jobs_lost/government_function.h"

namespace jobs_lost {

// Changes whenever the same cut gives another figure from the same data.
inline constexpr std::string_view kModelVersion = "1.0";

struct Dollars {
    double amount;  // a year, at full effect; above 0, at most 1e12
};
// Of what the governments of the jurisdiction spend on the function in a year.
struct ShareOfSpending {
    double percent;  // above 0, at most 100
};

// no: the plain model. counted: what the lost jobs no longer pay in taxes is stated beside the saving.
enum class FiscalFeedback : unsigned char { no, counted };

struct Cut {
    Jurisdiction jurisdiction = Jurisdiction::on;
    std::string function;      // slug
    std::optional<Kind> kind;  // none: what is usual for the function
    std::variant<Dollars, ShareOfSpending> amount = Dollars{0};
    std::optional<int> year;  // in whose dollars; also the first year of the cut. None: the latest with known prices
    int years = 5;            // for how long it is shown, 1..10
    int phase_in_years = 1;   // 1..10; the cut grows in equal steps and is whole in this year. 1: at once
    FiscalFeedback fiscal_feedback = FiscalFeedback::no;
};

struct Range {
    double low, high;
};

// Jobs lost by industry in which they are; the sum over industries is the estimate.
struct IndustryLoss {
    std::string code, label;  // label: English, as published; industry_of(code) has the name to translate
    Effect jobs;
};

struct YearLoss {
    int year;
    double dollars;  // of the cut, in that year
    Effect jobs;
    Range range;
};

// In other provinces, because suppliers and shops are there too. An estimate; never part of the total.
struct SpillOver {
    Effect jobs;  // direct is 0
    Origin origin = Origin::estimated;
    struct Part {
        Jurisdiction jurisdiction;
        double jobs;
    };
    std::vector<Part> by_jurisdiction;  // by their size, in proportion to employment
};

// Taxes that the lost incomes no longer pay to all governments together, dollars of the cut's year.
struct LostRevenue {
    double dollars;
    double share_of_cut;  // 0.2: a fifth of the "saving" is gone
};

// Of the province as a whole, by employees on payrolls: what they would be without those jobs.
struct Unemployment {
    int year;
    double percent_before, percent_after;
};

// One step of the working. `sentence` has {placeholders}, one for each value; a page formats them by their unit.
struct Step {
    enum class Unit : unsigned char { dollars, million_dollars, jobs, per_million, percent, ratio, index, year, text };
    struct Value {
        std::string_view name;  // of the placeholder
        Unit unit;
        double number = 0.0;
        std::string text;  // Unit::text: a code
    };
    base::Message sentence;
    std::vector<Value> values;
};

struct Estimate {
    Cut cut;                   // as asked, with kind and year filled in
    double dollars = 0.0;      // of the cut in a year at full effect
    double jobs_direct = 0.0;  // all jobs below are jobs for a year, at full effect, within the province
    double jobs_indirect = 0.0;
    double jobs_induced = 0.0;
    double jobs_total = 0.0;    // the sum of the three
    double jobs_public = 0.0;   // in services that governments run
    double jobs_private = 0.0;  // all others: businesses and non-profit organisations
    Range range{0.0, 0.0};      // low: without the induced round, high: with it; widened by the stated uncertainty
    double relative_uncertainty = 0.0;
    Effect gdp;                             // dollars of the cut's year
    Effect labour_income;                   // dollars of the cut's year
    std::vector<IndustryLoss> by_industry;  // largest first
    std::vector<YearLoss> by_year;
    std::optional<SpillOver> spill_over;
    std::optional<LostRevenue> lost_revenue;  // where fiscal_feedback asks for it
    std::optional<Unemployment> unemployment;
    Origin origin = Origin::estimated;
    int base_year = 0;
    std::vector<Step> working;
    std::vector<Step> caveats;  // what is unusual about this question: stated beside the figure
    std::vector<statistics::Provenance> sources;
    std::string_view model_version = kModelVersion;
};

// The estimate, or what is wrong with the question (fields: jurisdiction, function, kind, amount, year, years,
// phase_in_years). A jurisdiction without data, or a percentage of spending that is not known, is a problem: never a
// guess. Linear in the amount.
base::Result<Estimate, base::Problems> estimate_jobs_lost(const Cut& cut, const Economies& economies);

}  // namespace jobs_lost
