// features/jobs_calculator/answer.h - what a page says about a cut: the model's estimate in round figures, beside it
// what the same cut would mean elsewhere, and numbers that people know. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/problem.h"
#include "base/result.h"
#include "features/jobs_calculator/community.h"
#include "features/jobs_calculator/import_service.h"
#include "features/jobs_calculator/question.h"
#include "models/jobs_lost/estimate.h"

namespace jobs_calculator {

// Jobs in round figures that add up: direct + indirect + induced = total = in_public + in_private.
struct Figures {
    std::int64_t total, direct, indirect, induced, in_public, in_private, low, high;
    std::int64_t step;  // to which they are rounded: 1, 5, 10, 50, 100 ...
};

// To what a figure is rounded, so that it claims no more than it knows: two or three leading digits.
std::int64_t rounding_step(double jobs);
std::int64_t rounded(double value, std::int64_t step);
Figures figures_of(const jobs_lost::Estimate& estimate);

// The same cut in another province: the same share of what it spends on the service, or, where that is not known or
// more than all of it, the same amount for each employee.
enum class SameCut : unsigned char { share_of_spending, amount_per_employee };

struct Elsewhere {
    jobs_lost::Jurisdiction jurisdiction;
    QuestionForm question;  // that gives this figure
    double dollars = 0, jobs = 0;
    double per_ten_thousand = 0;  // jobs lost for every ten thousand employees of that province
};

// A number of jobs that people know, near the figure: everybody who works in an industry of the province.
struct KnownJobs {
    std::string industry;  // as published, the key of industry_name
    int year;
    double employees;
};

struct Answer {
    Question question;  // kind and year as they were asked: empty for "as usual"
    jobs_lost::Estimate estimate;
    Figures figures;
    double employees = 0;                   // of the province; 0 where not known
    std::optional<double> yearly_spending;  // on the service, dollars, in the latest year that is known
    int spending_year = 0;
    SameCut same_cut = SameCut::share_of_spending;
    std::vector<Elsewhere> elsewhere;  // the provinces that have data, this one too, west to east
    std::optional<KnownJobs> known_jobs;
    std::optional<jobs_lost::YearValue> public_sector;  // employees of the province in public services
    std::optional<Community> community;                 // where somebody asked for one
    std::string edition;                                // of the data
    std::optional<base::Instant> until;                 // when that edition ceased to answer; none: it answers now
};

// The answer, or what the model finds wrong with the question (fields as in the form).
base::Result<Answer, base::Problems> answer(const Question& question, const Model& model);

// What the governments of a place spent on a function in the latest year that is known, in dollars.
struct YearlySpending {
    int year;
    double dollars;
};
std::optional<YearlySpending> yearly_spending(const jobs_lost::Economy& economy, std::string_view function);

// The industry of the province whose employees in the latest year are nearest to this number of jobs, by their ratio;
// none where there are more than twenty of one for one of the other, and where nothing is known.
std::optional<KnownJobs> jobs_like(double jobs, jobs_lost::Jurisdiction jurisdiction,
                                   const jobs_lost::Observations& observations);

}  // namespace jobs_calculator
