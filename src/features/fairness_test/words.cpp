#include "features/fairness_test/words.h"

#include <cmath>

#include "models/jobs_lost/jurisdiction.h"

namespace fairness_test::words {
namespace {

using budget_fairness::FigureId;
using budget_fairness::Rating;
using budget_fairness::Verdict;
using i18n::Translator;

// A change of less than this is none, for a reader.
double smallest(FigureId figure) {
    switch (kind_of(figure).unit) {
        case budget_fairness::FigureUnit::index:
            return 0.00005;
        case budget_fairness::FigureUnit::percent:
            return 0.05;
        case budget_fairness::FigureUnit::percentage_points:
            return 0.005;
        case budget_fairness::FigureUnit::jobs_per_100_000:
            return 0.5;
    }
    return 0;
}

std::string spending_figure(const Translator& t, double percent) {
    const std::string amount = t.percent(std::abs(percent) / 100, {1});
    return percent > 0 ? t("{percent} more per person", {{"percent", amount}})
                       : t("{percent} less per person", {{"percent", amount}});
}

std::string index_figure(const Translator& t, FigureId figure, double change) {
    const std::string amount = t.number(std::abs(change), {4});
    if (figure == FigureId::inequality)
        return change > 0 ? t("Gini index {change} higher: more unequal", {{"change", amount}})
                          : t("Gini index {change} lower: less unequal", {{"change", amount}});
    return change > 0 ? t("Kakwani index {change} higher: more progressive", {{"change", amount}})
                      : t("Kakwani index {change} lower: less progressive", {{"change", amount}});
}

// French has one point up to 1.99.
std::string points_figure(const Translator& t, FigureId figure, double change) {
    const auto whole = static_cast<std::int64_t>(std::abs(change));
    const std::string amount = t.number(std::abs(change), {2});
    if (figure == FigureId::bottom40_less_top1)
        return change > 0
                   ? t.plural("{points} percentage points in favour of the poorest 40%",
                              "{points} percentage points in favour of the poorest 40%", whole, {{"points", amount}})
                   : t.plural("{points} percentage points in favour of the richest 1%",
                              "{points} percentage points in favour of the richest 1%", whole, {{"points", amount}});
    return change > 0 ? t.plural("{points} percentage points in favour of women",
                                 "{points} percentage points in favour of women", whole, {{"points", amount}})
                      : t.plural("{points} percentage points in favour of men",
                                 "{points} percentage points in favour of men", whole, {{"points", amount}});
}

std::string jobs_figure(const Translator& t, double jobs) {
    const auto whole = static_cast<std::int64_t>(std::round(std::abs(jobs)));
    return jobs > 0 ? t.plural("{count} more job per 100,000 people", "{count} more jobs per 100,000 people", whole)
                    : t.plural("{count} fewer job per 100,000 people", "{count} fewer jobs per 100,000 people", whole);
}

std::string unknown_finding(const Translator& t, const TestAnswer& answer, const budget_fairness::Finding& finding) {
    if (!finding.criterion.threshold) return t("Nobody has looked at this yet, with evidence.");
    switch (finding.criterion.threshold->figure) {
        case FigureId::health_spending:
        case FigureId::education_spending:
        case FigureId::social_spending:
            return t("No published spending figures for this government.");
        case FigureId::jobs:
            return t("The jobs model has no figures for this government.");
        default:
            return incomes_missing(t, answer);
    }
}

}  // namespace

std::string place(const Translator& t, budget_fairness::Jurisdiction jurisdiction) {
    const auto same = jobs_lost::jurisdiction_of(code(jurisdiction));
    return same ? t(jobs_lost::name_of(*same)) : std::string{code(jurisdiction)};
}

std::string label(const Translator& t, const std::string& words) { return t("{words}:", {{"words", words}}); }

std::string verdict(const Translator& t, Verdict verdict) {
    switch (verdict) {
        case Verdict::passes:
            return t("Passes");
        case Verdict::fails:
            return t("Does not pass");
        case Verdict::not_enough_information:
            return t("Not enough information");
    }
    return {};
}

std::string verdict_sentence(const Translator& t, const TestAnswer& answer) {
    switch (answer.result.verdict) {
        case Verdict::passes:
            return t("It passes the Fairness Test.");
        case Verdict::fails:
            return t("It does not pass the Fairness Test.");
        case Verdict::not_enough_information:
            return t("There is not enough information for a verdict.");
    }
    return {};
}

std::string points(const Translator& t, const TestAnswer& answer) {
    const std::string mark = t.number(answer.rubric->pass_mark, {0});
    if (answer.result.highest - answer.result.lowest < 0.5)
        return t("{points} points of 100; {mark} are enough.",
                 {{"points", t.number(answer.result.lowest, {0})}, {"mark", mark}});
    return t("Between {lowest} and {highest} points of 100, depending on what is not known; {mark} are enough.",
             {{"lowest", t.number(answer.result.lowest, {0})},
              {"highest", t.number(answer.result.highest, {0})},
              {"mark", mark}});
}

std::string rating(const Translator& t, Rating rating) {
    switch (rating) {
        case Rating::met:
            return t("Met");
        case Rating::partly:
            return t("Partly met");
        case Rating::not_met:
            return t("Not met");
        case Rating::unknown:
            return t("Not enough information");
    }
    return {};
}

std::string figure(const Translator& t, FigureId figure, double value) {
    if (std::abs(value) < smallest(figure)) return t("no change");
    switch (kind_of(figure).unit) {
        case budget_fairness::FigureUnit::index:
            return index_figure(t, figure, value);
        case budget_fairness::FigureUnit::percent:
            return spending_figure(t, value);
        case budget_fairness::FigureUnit::percentage_points:
            return points_figure(t, figure, value);
        case budget_fairness::FigureUnit::jobs_per_100_000:
            return jobs_figure(t, value);
    }
    return {};
}

std::string threshold(const Translator& t, const budget_fairness::Threshold& threshold) {
    return t("Met up to: {met}. Partly met up to: {partly}.",
             {{"met", figure(t, threshold.figure, threshold.met)},
              {"partly", figure(t, threshold.figure, threshold.partly)}});
}

std::string finding(const Translator& t, const TestAnswer& answer, const budget_fairness::Finding& finding) {
    if (finding.figure && finding.criterion.threshold)
        return figure(t, finding.criterion.threshold->figure, *finding.figure);
    if (finding.judgement && !finding.judgement->reason.empty()) return finding.judgement->reason.in(t.locale());
    if (finding.rating == Rating::unknown) return unknown_finding(t, answer, finding);
    return rating(t, finding.rating);
}

std::string incomes_missing(const Translator& t, const TestAnswer& answer) {
    switch (answer.incomes.missing) {
        case IncomesMissing::no:
            return {};
        case IncomesMissing::record:
            return t("This record counts what was spent. It does not compare tax laws.");
        case IncomesMissing::earlier_law:
            return t(
                "The tax law of {year} is not in the program. Compare with 2019 or a later year to see what the "
                "province changed since then.",
                {{"year", std::to_string(answer.budget.first_year)}});
        case IncomesMissing::law_unknown:
            return t("The tax law of that year is not in the program.");
        case IncomesMissing::measure_unknown:
            return t("A measure names something that the tax law of that year does not have.");
        case IncomesMissing::measure_senseless:
            return t(
                "The measures make a law that cannot be: a rate below 0 or above 100%, an amount below 0, or a step of "
                "income that does not begin above the one before it.");
        case IncomesMissing::no_model:
            return t("Incomes have not been calculated.");
    }
    return {};
}

namespace {

std::string family(const Translator& t, budget_fairness::CommonFamily kind) {
    switch (kind) {
        case budget_fairness::CommonFamily::single:
            return t("Someone who lives alone");
        case budget_fairness::CommonFamily::single_parent:
            return t("A single parent of two");
        case budget_fairness::CommonFamily::couple_with_children:
            return t("A couple with two children and one income");
    }
    return {};
}

}  // namespace

std::string costly_raise(const Translator& t, const budget_fairness::CostlyRaise& raise) {
    return t("{family}: of a raise between {from} and {until} of earnings, up to {percent} is taken.",
             {{"family", family(t, raise.family)},
              {"from", dollars(t, raise.loss.from)},
              {"until", dollars(t, raise.loss.until)},
              {"percent", t.percent(raise.loss.highest, {1})}});
}

std::string dollars(const Translator& t, double dollars) {
    return t.money_in_dollars(base::Money::from_cents(static_cast<std::int64_t>(std::round(dollars)) * 100));
}

std::string signed_dollars(const Translator& t, double change) {
    const double rounded = std::round(change);
    if (rounded == 0) return dollars(t, 0);
    return (rounded > 0 ? "+" : "−") + dollars(t, std::abs(rounded));
}

std::string large_dollars(const Translator& t, double value) {
    const double amount = std::abs(value);
    constexpr double kMillion = 1e6;
    constexpr double kBillion = 1e9;
    if (amount >= kBillion)
        return t.plural("${number} billion", "${number} billion", static_cast<std::int64_t>(amount / kBillion),
                        {{"number", t.number(amount / kBillion, {1})}});
    if (amount >= kMillion)
        return t.plural("${number} million", "${number} million", static_cast<std::int64_t>(amount / kMillion),
                        {{"number", t.number(amount / kMillion, {0})}});
    return dollars(t, amount);
}

std::string signed_percent(const Translator& t, double percent) {
    const std::string amount = t.percent(std::abs(percent) / 100, {std::abs(percent) < 1 ? 2 : 1});
    if (std::abs(percent) < 0.005) return t.percent(0);
    return (percent > 0 ? "+" : "−") + amount;
}

}  // namespace fairness_test::words
