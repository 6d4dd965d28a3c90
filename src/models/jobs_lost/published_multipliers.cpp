#include "models/jobs_lost/published_multipliers.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/jobs_lost/industry.h"
#include "models/jobs_lost/published_rounding.h"

namespace jobs_lost {
namespace {

constexpr std::size_t kSummaryCode = 5;  // "GS620"; detail codes are longer

using Row = MultiplierObservation;

bool is_summary(const Row& row) { return row.industry.size() == kSummaryCode; }

// The rows of the newest year, at one level.
std::vector<const Row*> chosen_rows(const Observations& observations, const PublishedPlace& place) {
    const auto is_of_place = [&](const Row& row) {
        return row.jurisdiction == place.jurisdiction && row.coverage == place.coverage;
    };
    std::optional<std::pair<int, bool>> best;
    for (const Row& row : observations.multipliers)
        if (is_of_place(row)) best = std::max(best, std::optional{std::pair{row.year, is_summary(row)}});
    std::vector<const Row*> rows;
    for (const Row& row : observations.multipliers)
        if (is_of_place(row) && std::pair{row.year, is_summary(row)} == *best) rows.push_back(&row);
    return rows;
}

std::optional<Effect> by_differences(const Row& row) {
    const auto simple = row.simple     ? row.simple
                        : row.indirect ? std::optional{*row.direct + *row.indirect}
                                       : std::nullopt;
    if (!simple) return std::nullopt;
    const auto induced = row.induced ? row.induced : row.total ? std::optional{*row.total - *simple} : std::nullopt;
    if (!induced) return std::nullopt;
    return Effect{*row.direct, std::max(0.0, *simple - *row.direct), std::max(0.0, *induced)};
}

std::optional<Effect> effect_of(Row row) {
    const bool is_output = row.variable == Variable::output;
    if (is_output && !row.direct) row.direct = 1.0;
    if (!row.direct || *row.direct < 0.0) return std::nullopt;
    const RoundedMultipliers rounded{row.decimals, row.direct, row.indirect, row.induced,
                                     row.simple,   row.total,  row.type1,    row.type2};
    if (const auto found = unrounded(rounded, is_output ? DirectIs::exact : DirectIs::rounded)) return found->centre;
    return by_differences(row);
}

struct Gathered {
    IndustryMultipliers multipliers;
    bool has_jobs = false, has_pay = false;
};

std::vector<IndustryMultipliers> gathered(const std::vector<const Row*>& rows) {
    std::map<std::string, Gathered> by_code;
    for (const Row* row : rows) {
        const auto effect = effect_of(*row);
        if (!effect) continue;
        Gathered& industry = by_code[row->industry];
        industry.multipliers.code = row->industry;
        industry.multipliers.label = row->label;
        industry.multipliers.*figures_of(row->variable) = *effect;
        industry.has_jobs |= row->variable == Variable::jobs;
        industry.has_pay |= row->variable == Variable::labour_income;
    }
    std::vector<IndustryMultipliers> industries;
    for (auto& [code, industry] : by_code)
        if (industry.has_jobs && industry.has_pay) industries.push_back(std::move(industry.multipliers));
    return industries;
}

// "GS620" -> "GS62": what codes of its parts begin with. The letter of a group ("BS23A") stands in codes of both
// levels.
std::string_view stem_of(std::string_view summary) {
    while (summary.ends_with('0')) summary.remove_suffix(1);
    return summary;
}

// The mean of all industries whose codes begin so; nullopt where there is none.
std::optional<IndustryMultipliers> mean_of(const std::vector<IndustryMultipliers>& industries,
                                           std::string_view beginning) {
    IndustryMultipliers mean;
    double parts = 0.0;
    for (const auto& part : industries) {
        if (part.code.size() <= kSummaryCode || !part.code.starts_with(beginning)) continue;
        parts += 1.0;
        mean.output += part.output;
        mean.jobs += part.jobs;
        mean.gdp += part.gdp;
        mean.labour_income += part.labour_income;
    }
    if (parts == 0.0) return std::nullopt;
    for (Effect* sum : {&mean.output, &mean.jobs, &mean.gdp, &mean.labour_income}) *sum = (1.0 / parts) * *sum;
    return mean;
}

void add_means(std::vector<IndustryMultipliers>& industries) {
    std::vector<IndustryMultipliers> means;
    const auto add = [&](std::string_view code, base::Message name, std::string_view beginning) {
        auto mean = mean_of(industries, beginning);
        if (!mean) return;
        mean->code = code;
        mean->label = name.key();
        means.push_back(*std::move(mean));
    };
    for (const Industry& summary : jobs_lost::industries()) add(summary.code, summary.name, stem_of(summary.code));
    for (const FinerIndustry& finer : finer_industries()) add(finer.code, finer.name, finer.code);
    industries.insert(industries.end(), means.begin(), means.end());
}

bool is_at_detail_level(const std::vector<IndustryMultipliers>& industries) {
    return std::ranges::any_of(industries, [](const auto& industry) { return industry.code.size() > kSummaryCode; });
}

}  // namespace

Effect IndustryMultipliers::* figures_of(Variable variable) {
    switch (variable) {
        case Variable::output:
            return &IndustryMultipliers::output;
        case Variable::jobs:
            return &IndustryMultipliers::jobs;
        case Variable::gdp:
            return &IndustryMultipliers::gdp;
        case Variable::labour_income:
            return &IndustryMultipliers::labour_income;
    }
    return &IndustryMultipliers::output;
}

std::optional<PublishedMultipliers> published_multipliers(const Observations& observations,
                                                          const PublishedPlace& place) {
    const auto rows = chosen_rows(observations, place);
    PublishedMultipliers published{0, gathered(rows)};
    if (published.industries.empty()) return std::nullopt;
    published.year = rows.front()->year;
    if (is_at_detail_level(published.industries)) add_means(published.industries);
    std::ranges::sort(published.industries, {}, &IndustryMultipliers::code);
    return published;
}

SpendingOfPay spending_of_pay_in(const std::vector<IndustryMultipliers>& industries) {
    double pay = 0.0;
    SpendingOfPay sums;
    for (const auto& industry : industries) {
        pay += industry.labour_income.simple();
        sums.output += industry.output.induced;
        sums.jobs += industry.jobs.induced;
        sums.gdp += industry.gdp.induced;
        sums.labour_income += industry.labour_income.induced;
    }
    if (pay <= 0.0) return {};
    return {sums.output / pay, sums.jobs / pay, sums.gdp / pay, sums.labour_income / pay};
}

}  // namespace jobs_lost
