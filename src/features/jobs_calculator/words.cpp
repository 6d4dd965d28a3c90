#include "features/jobs_calculator/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "models/jobs_lost/industry.h"
#include "platform/i18n/placeholders.h"

namespace jobs_calculator::words {
namespace {

using i18n::Translator;

struct IndustryName {
    std::string_view published;
    base::Message name;
};

// The industries of table 14-10-0202.
constexpr std::array kIndustryNames{
    IndustryName{"Accommodation and food services", base::message("hotels and restaurants")},
    IndustryName{"Administrative and support, waste management and remediation services",
                 base::message("administrative support and waste services")},
    IndustryName{"Arts, entertainment and recreation", base::message("arts and recreation")},
    IndustryName{"Construction", base::message("construction")},
    IndustryName{"Educational services", base::message("education")},
    IndustryName{"Finance and insurance", base::message("finance and insurance")},
    IndustryName{"Forestry, logging and support", base::message("forestry and logging")},
    IndustryName{"Health care and social assistance", base::message("health care and social assistance")},
    IndustryName{"Information and cultural industries", base::message("media, telecommunications and culture")},
    IndustryName{"Management of companies and enterprises", base::message("the management of companies")},
    IndustryName{"Manufacturing", base::message("manufacturing")},
    IndustryName{"Mining, quarrying, and oil and gas extraction", base::message("mining, oil and gas")},
    IndustryName{"Other services (except public administration)", base::message("personal and repair services")},
    IndustryName{"Professional, scientific and technical services", base::message("professional services")},
    IndustryName{"Public administration", base::message("public administration")},
    IndustryName{"Real estate and rental and leasing", base::message("real estate and rental")},
    IndustryName{"Trade", base::message("trade")},
    IndustryName{"Transportation and warehousing", base::message("transportation and warehousing")},
    IndustryName{"Utilities", base::message("electricity, gas and water")},
};

constexpr double kNear = 1.25;  // up to here two numbers are "about as many"

bool is_whole(double value) { return std::abs(value - std::round(value)) < 1e-9; }

// A million dollars and more in the words of the language; French counts from two on in the plural.
std::string millions(const Translator& t, double value) {
    return t.plural("${number} million", "${number} million", static_cast<std::int64_t>(value),
                    {{"number", number(t, value)}});
}

std::string billions(const Translator& t, double value) {
    return t.plural("${number} billion", "${number} billion", static_cast<std::int64_t>(value),
                    {{"number", number(t, value)}});
}

// Three leading digits are as exact as anybody reads; what was typed comes back as it was.
double readable(double value) {
    if (value >= 100 || is_whole(value * 10)) return is_whole(value) ? value : std::round(value * 10) / 10;
    return std::round(value * 100) / 100;
}

std::string value_text(const Translator& t, const jobs_lost::Step::Value& value) {
    using Unit = jobs_lost::Step::Unit;
    switch (value.unit) {
        case Unit::dollars:
            return money(t, value.number);
        case Unit::million_dollars:
            return money(t, value.number * 1e6);
        case Unit::jobs:
            return t.number(value.number, {std::abs(value.number) < 100 ? 1 : 0});
        case Unit::per_million:
            return t.number(value.number, {2});
        case Unit::percent:
            return t.percent(value.number / 100, {1});
        case Unit::ratio:
            return t.number(value.number, {3});
        case Unit::index:
            return t.number(value.number, {1});
        case Unit::year:
            return std::to_string(static_cast<int>(value.number));
        case Unit::text:
            return value.text;
    }
    return value.text;
}

}  // namespace

std::string number(const Translator& t, double value) {
    if (is_whole(value)) return t.number(static_cast<std::int64_t>(std::llround(value)));
    return t.number(value, {is_whole(value * 10) ? 1 : 2});
}

std::string money(const Translator& t, double dollars) {
    if (dollars >= 1e9) return billions(t, readable(dollars / 1e9));
    if (dollars >= 1e6) return millions(t, readable(dollars / 1e6));
    return t.money_in_dollars(base::Money::from_cents(static_cast<std::int64_t>(std::llround(dollars * 100))));
}

std::string about(const Translator& t, double dollars) {
    if (!(dollars >= 1000)) return money(t, dollars);
    const double unit = std::pow(10, std::floor(std::log10(dollars)) - 2);
    return money(t, std::round(dollars / unit) * unit);
}

std::string amount(const Translator& t, const Answer& answer) {
    const std::string dollars = money(t, answer.estimate.dollars);
    if (answer.question.unit != Unit::percent) return dollars;
    const int decimals = is_whole(answer.question.number) ? 0 : is_whole(answer.question.number * 10) ? 1 : 2;
    return t("{percent} ({dollars})",
             {{"percent", t.percent(answer.question.number / 100, {decimals})}, {"dollars", dollars}});
}

std::string service(const Translator& t, const Answer& answer) {
    const auto* function = jobs_lost::function_of(answer.question.cut.function);
    return function != nullptr ? t(function->name) : answer.question.cut.function;
}

std::string place(const Translator& t, jobs_lost::Jurisdiction jurisdiction) {
    return t(jobs_lost::name_of(jurisdiction));
}

std::string cut(const Translator& t, const Answer& answer) {
    return t("{service}, {place}: {amount} less a year", {{"service", service(t, answer)},
                                                          {"place", place(t, answer.question.cut.jurisdiction)},
                                                          {"amount", amount(t, answer)}});
}

std::string unit(const Translator& t, const Answer& answer) {
    return t.plural("fewer job", "fewer jobs", answer.figures.total);
}

std::string headline(const Translator& t, const Answer& answer) {
    if (answer.figures.total == 0) return t("Less than one job");
    return t.plural("About {count} fewer job", "About {count} fewer jobs", answer.figures.total);
}

std::string range(const Translator& t, const Answer& answer) {
    return t("Somewhere between {low} and {high}.",
             {{"low", t.number(answer.figures.low)}, {"high", t.number(answer.figures.high)}});
}

std::string split(const Translator& t, const Answer& answer) {
    return t("{public} in public services, {private} in businesses and non-profit organizations.",
             {{"public", t.number(answer.figures.in_public)}, {"private", t.number(answer.figures.in_private)}});
}

std::string spread(const Translator& t, const Answer& answer) {
    const auto& estimate = answer.estimate;
    const double elsewhere = estimate.jobs_indirect + estimate.jobs_induced;
    if (estimate.jobs_direct < 0.5)
        return t("Nobody in the service itself is let go: the jobs go where that money is no longer spent.");
    const auto for_ten = std::llround(10 * elsewhere / estimate.jobs_direct);
    return t.plural("For every ten jobs lost in the service itself, {count} more is lost elsewhere.",
                    "For every ten jobs lost in the service itself, {count} more are lost elsewhere.", for_ten);
}

std::optional<Fact> share_of_jobs(const Translator& t, const Answer& answer) {
    if (!(answer.employees > 0) || answer.figures.total == 0) return std::nullopt;
    const double one_in = answer.employees / answer.estimate.jobs_total;
    if (one_in < 1.5) return std::nullopt;
    return Fact{t("1 in {count}", {{"count", rounded(one_in, rounding_step(one_in))}}),
                t("That is the share of all jobs in the province ({place}).",
                  {{"place", place(t, answer.question.cut.jurisdiction)}})};
}

std::optional<Fact> like_known_jobs(const Translator& t, const Answer& answer) {
    if (!answer.known_jobs) return std::nullopt;
    const auto& known = *answer.known_jobs;
    const double ratio = answer.estimate.jobs_total / known.employees;
    const std::string industry = industry_name(t, known.industry);
    const std::string people = t.number(rounded(known.employees, 100));
    const std::string year = std::to_string(known.year);
    if (ratio > kNear)
        return Fact{t("{times} times", {{"times", t.number(ratio, {1})}}),
                    t("That is more than all the jobs in {industry} there: {people} in {year}.",
                      {{"industry", industry}, {"people", people}, {"year", year}})};
    if (ratio >= 1 / kNear)
        return Fact{people,
                    t("So many people work in {industry} there ({year}): about as many as would lose their jobs.",
                      {{"industry", industry}, {"year", year}})};
    return Fact{t("1 in {count}", {{"count", std::llround(1 / ratio)}}),
                t("It is as if so many of the jobs in {industry} there were gone: {people} people work in it ({year}).",
                  {{"industry", industry}, {"people", people}, {"year", year}})};
}

std::string industry_name(const Translator& t, std::string_view as_published) {
    const auto known = std::ranges::find(kIndustryNames, as_published, &IndustryName::published);
    return known == kIndustryNames.end() ? std::string{as_published} : t(known->name);
}

std::string industry_of_code(const Translator& t, const jobs_lost::IndustryLoss& loss) {
    if (const auto* industry = jobs_lost::industry_of(loss.code)) return t(industry->name);
    const auto* finer = jobs_lost::finer_industry_of(loss.code);
    return finer != nullptr ? t(finer->name) : loss.label;
}

std::string step(const Translator& t, const jobs_lost::Step& step) {
    std::vector<std::string> texts;
    texts.reserve(step.values.size());
    std::vector<i18n::Argument> arguments;
    for (const auto& value : step.values) {
        texts.push_back(value_text(t, value));
        arguments.emplace_back(value.name, std::string_view{texts.back()});
    }
    return i18n::fill(t(step.sentence), arguments, [&t](std::int64_t whole) { return t.number(whole); });
}

}  // namespace jobs_calculator::words
