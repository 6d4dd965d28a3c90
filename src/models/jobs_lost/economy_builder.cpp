#include "models/jobs_lost/economy_builder.h"

#include <algorithm>
#include <cmath>

#include "models/jobs_lost/industry.h"
#include "models/jobs_lost/parameters.h"
#include "models/jobs_lost/published_multipliers.h"

namespace jobs_lost {
namespace {

std::map<Jurisdiction, Economy> published_economies(const Observations& observations) {
    std::map<Jurisdiction, Economy> economies;
    for (const Jurisdiction place : kJurisdictions) {
        auto found = published_multipliers(observations, {place, Coverage::within_province});
        // The country's own table knows one coverage only.
        if (!found && place == Jurisdiction::ca)
            found = published_multipliers(observations, {place, Coverage::all_provinces});
        if (!found) continue;
        Economy economy;
        economy.jurisdiction = place;
        economy.origin = Origin::published;
        economy.base_year = found->year;
        economy.spending_of_pay = spending_of_pay_in(found->industries);
        economy.industries = std::move(found->industries);
        economies.emplace(place, std::move(economy));
    }
    return economies;
}

// Ontario where it is published, else the first province that is.
std::optional<Jurisdiction> reference_among(const std::map<Jurisdiction, Economy>& published) {
    if (published.contains(Jurisdiction::on)) return Jurisdiction::on;
    for (const auto& [place, economy] : published)
        if (place != Jurisdiction::ca) return place;
    return std::nullopt;
}

// The regional model of a place with employment; of a place without, the country's.
RegionalModel regional_model(const NationalModel& national, const Observations& observations, Jurisdiction place) {
    auto weights = weights_of(observations, place);
    if (!weights) return RegionalModel{national};
    weights->delta = parameters::kDelta.value;
    return RegionalModel{national, *weights};
}

// Induced jobs of all industries over the pay behind them, that pay as the regional model sees it.
double fitted_share(const RegionalModel& model, const Economy& reference) {
    double jobs = 0.0, pay = 0.0;
    for (const auto& industry : reference.industries) {
        if (!industry_of(industry.code)) continue;
        const double direct = industry.labour_income.direct;
        jobs += industry.jobs.induced;
        pay += direct + model.following(industry.code, {direct, 0.0}).labour_income.indirect;
    }
    return pay > 0.0 ? model.share_of_pay_spent_for(jobs / pay) : 0.0;
}

double root_mean_square_error(const std::vector<IndustryMultipliers>& estimated, const Economy& reference) {
    double squares = 0.0, count = 0.0;
    for (const auto& estimate : estimated) {
        const double published = reference.industry(estimate.code)->jobs.total();
        if (published <= 0.0) continue;
        squares += std::pow(estimate.jobs.total() / published - 1.0, 2);
        count += 1.0;
    }
    return count > 0.0 ? std::sqrt(squares / count) : 0.0;
}

}  // namespace

std::vector<IndustryMultipliers> estimated_industries(const RegionalModel& model, const Foundations& foundations) {
    const Economy& reference = foundations.published.at(*foundations.reference);
    std::vector<IndustryMultipliers> estimated;
    for (const Industry& industry : industries()) {
        const IndustryMultipliers* known = reference.industry(industry.code);
        if (!known) continue;
        const auto after =
            model.following(industry.code, {known->labour_income.direct, foundations.share_of_pay_spent});
        const auto with_direct = [](const Effect& direct, const Effect& following) {
            return Effect{direct.direct, following.indirect, following.induced};
        };
        estimated.push_back({known->code, known->label, with_direct(known->output, after.output),
                             with_direct(known->jobs, after.jobs), with_direct(known->gdp, after.gdp),
                             with_direct(known->labour_income, after.labour_income)});
    }
    std::ranges::sort(estimated, {}, &IndustryMultipliers::code);
    return estimated;
}

Foundations foundations_of(const Observations& observations) {
    Foundations foundations;
    foundations.published = published_economies(observations);
    foundations.reference = reference_among(foundations.published);
    if (!foundations.reference) return foundations;
    const Economy& reference = foundations.published.at(*foundations.reference);
    foundations.national = national_model_of(observations, reference);
    if (!foundations.national) return foundations;
    const RegionalModel model = regional_model(*foundations.national, observations, *foundations.reference);
    foundations.share_of_pay_spent = fitted_share(model, reference);
    foundations.root_mean_square_error = root_mean_square_error(estimated_industries(model, foundations), reference);
    return foundations;
}

namespace {

// Jobs elsewhere as the national table has them: what the whole country gets, less what stays in the province.
JobsElsewhere estimated_elsewhere(const RegionalModel& here, const Economy& economy, const Foundations& foundations) {
    const RegionalModel nation{*foundations.national};
    const double spent = foundations.share_of_pay_spent;
    JobsElsewhere elsewhere;
    for (const auto& industry : economy.industries) {
        const auto* const finer = finer_industry_of(industry.code);
        const std::string_view code = finer ? finer->within : industry.code;
        if (!industry_of(code)) continue;
        const RegionalModel::Pay pay{industry.labour_income.direct, spent};
        const Effect all = nation.following(code, pay).jobs;
        const Effect kept = here.following(code, pay).jobs;
        elsewhere.of_industry[industry.code] = {0.0, std::max(0.0, all.indirect - kept.indirect),
                                                std::max(0.0, all.induced - kept.induced)};
    }
    elsewhere.of_pay = std::max(0.0, nation.spending_of_pay(spent).jobs - here.spending_of_pay(spent).jobs);
    return elsewhere;
}

// As published: effects in all provinces less those within.
std::optional<JobsElsewhere> published_elsewhere(const Economy& economy, const Observations& observations) {
    const auto all = published_multipliers(observations, {economy.jurisdiction, Coverage::all_provinces});
    if (!all || economy.jurisdiction == Jurisdiction::ca || all->year != economy.base_year) return std::nullopt;
    JobsElsewhere elsewhere{Origin::published, {}, 0.0};
    for (const auto& industry : all->industries)
        if (const auto* within = economy.industry(industry.code))
            elsewhere.of_industry[industry.code] = {0.0, std::max(0.0, industry.jobs.indirect - within->jobs.indirect),
                                                    std::max(0.0, industry.jobs.induced - within->jobs.induced)};
    elsewhere.of_pay = std::max(0.0, spending_of_pay_in(all->industries).jobs - economy.spending_of_pay.jobs);
    return elsewhere;
}

void add_spread(Economy& economy, const RegionalModel& model) {
    for (const auto& industry : industries()) {
        economy.suppliers.emplace(industry.code, model.suppliers(industry.code));
        economy.purchases.emplace(industry.code, model.purchases(industry.code));
    }
    for (const auto& finer : finer_industries()) {  // they buy like the industry that they are part of
        economy.suppliers.emplace(finer.code, model.suppliers(finer.within));
        economy.purchases.emplace(finer.code, model.purchases(finer.within));
    }
    economy.shops = model.shops();
}

std::vector<YearValue> series_of(const Observations& observations, Series series, Jurisdiction place) {
    std::vector<YearValue> values;
    for (const auto& row : observations.series)
        if (row.series == series && row.jurisdiction == place) values.push_back({row.year, row.value});
    std::ranges::sort(values, {}, &YearValue::year);
    return values;
}

std::optional<YearValue> latest(const std::vector<YearValue>& values) {
    if (values.empty()) return std::nullopt;
    return values.back();
}

std::optional<YearValue> latest_employees(const Observations& observations, Jurisdiction place) {
    std::optional<YearValue> found;
    for (const auto& row : observations.employment)
        if (row.jurisdiction == place && row.industry == "Industrial aggregate including unclassified businesses" &&
            (!found || row.year > found->year))
            found = YearValue{row.year, row.employees};
    return found;
}

void add_figures(Economy& economy, const Observations& observations) {
    const Jurisdiction place = economy.jurisdiction;
    economy.prices = series_of(observations, Series::government_prices, place);
    economy.consumer_prices = series_of(observations, Series::consumer_prices, place);
    // A place without a price index answers for the year of its multipliers alone: nothing is guessed.
    if (economy.prices.empty()) economy.prices = {{economy.base_year, 100.0}};
    if (economy.consumer_prices.empty()) economy.consumer_prices = economy.prices;
    for (const auto& row : observations.spending)
        if (row.jurisdiction == place) economy.spending[row.ccofog].push_back({row.year, row.million});
    for (auto& [code, values] : economy.spending) std::ranges::sort(values, {}, &YearValue::year);
    economy.unemployment = latest(series_of(observations, Series::unemployment, place));
    economy.employees = latest_employees(observations, place);
}

void add(std::vector<statistics::Provenance>& all, const std::vector<statistics::Provenance>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

void add_sources(Economy& economy, const Observations::Provenances& provenances) {
    add(economy.sources, provenances.multipliers);
    add(economy.sources, provenances.national);
    add(economy.sources, provenances.employment);
    add(economy.sources, provenances.prices);
    add(economy.sources, provenances.spending);
}

bool may_be_estimated(const Foundations& foundations, const Observations& observations, Jurisdiction place) {
    const bool is_province = place != Jurisdiction::ca && place != Jurisdiction::yt && place != Jurisdiction::nt &&
                             place != Jurisdiction::nu;
    return is_province && foundations.national && weights_of(observations, place) &&
           !series_of(observations, Series::government_prices, place).empty();
}

Economy estimated_economy(const RegionalModel& model, const Foundations& foundations) {
    Economy economy;
    economy.origin = Origin::estimated;
    economy.base_year = foundations.published.at(*foundations.reference).base_year;
    economy.industries = estimated_industries(model, foundations);
    economy.spending_of_pay = model.spending_of_pay(foundations.share_of_pay_spent);
    return economy;
}

double relative_error_of(const Economy& economy, const Foundations& foundations) {
    const double published = parameters::kErrorOfPublished.value;
    return economy.origin == Origin::published ? published : std::hypot(published, foundations.root_mean_square_error);
}

Economy completed(Economy economy, const Foundations& foundations, const Observations& observations) {
    if (foundations.national) {
        const RegionalModel model = regional_model(*foundations.national, observations, economy.jurisdiction);
        add_spread(economy, model);
        const auto published = published_elsewhere(economy, observations);
        economy.elsewhere = published ? *published : estimated_elsewhere(model, economy, foundations);
    }
    economy.share_of_pay_spent = foundations.share_of_pay_spent;
    economy.relative_error = relative_error_of(economy, foundations);
    add_figures(economy, observations);
    add_sources(economy, observations.provenances);
    return economy;
}

}  // namespace

Economies Economies::built_from(const Observations& observations) {
    const Foundations foundations = foundations_of(observations);
    Economies economies;
    for (const Jurisdiction place : kJurisdictions) {
        if (const auto published = foundations.published.find(place); published != foundations.published.end()) {
            economies.economies_.push_back(completed(published->second, foundations, observations));
        } else if (may_be_estimated(foundations, observations, place)) {
            Economy economy =
                estimated_economy(regional_model(*foundations.national, observations, place), foundations);
            economy.jurisdiction = place;
            economies.economies_.push_back(completed(std::move(economy), foundations, observations));
        }
    }
    return economies;
}

}  // namespace jobs_lost
