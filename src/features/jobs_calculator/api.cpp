#include "features/jobs_calculator/api.h"

#include <boost/json.hpp>

#include "features/jobs_calculator/handlers.h"
#include "features/jobs_calculator/words.h"

namespace jobs_calculator {
namespace {

namespace json = boost::json;
using ports::ApiField;
using ports::JsonType;
using ports::Presence;

json::object effect_of(const jobs_lost::Effect& effect) {
    return {{"direct", effect.direct},
            {"indirect", effect.indirect},
            {"induced", effect.induced},
            {"total", effect.total()}};
}

json::object question_of(const Answer& answer) {
    const auto& cut = answer.estimate.cut;
    return {{"jurisdiction", jobs_lost::code_of(cut.jurisdiction)},
            {"function", cut.function},
            {"kind", cut.kind ? jobs_lost::slug_of(*cut.kind) : std::string_view{}},
            {"dollars", answer.estimate.dollars},
            {"year", cut.year.value_or(0)},
            {"years", cut.years},
            {"phase_in_years", cut.phase_in_years}};
}

json::array industries_of(const i18n::Translator& t, const Answer& answer) {
    json::array industries;
    for (const auto& loss : answer.estimate.by_industry) {
        auto industry = effect_of(loss.jobs);
        industry["code"] = loss.code;
        industry["name"] = words::industry_of_code(t, loss);
        industries.push_back(std::move(industry));
    }
    return industries;
}

json::array years_of(const Answer& answer) {
    json::array years;
    for (const auto& year : answer.estimate.by_year)
        years.push_back(json::object{{"year", year.year},
                                     {"dollars", year.dollars},
                                     {"total", year.jobs.total()},
                                     {"low", year.range.low},
                                     {"high", year.range.high}});
    return years;
}

json::array sources_of(const Answer& answer) {
    json::array sources;
    for (const auto& source : answer.estimate.sources)
        sources.push_back(json::object{{"title", source.title},
                                       {"publisher", source.publisher},
                                       {"table", source.table},
                                       {"period", source.period},
                                       {"licence", source.licence},
                                       {"sha256", source.sha256}});
    return sources;
}

json::object community_of(const Community& community) {
    json::object object{{"public", community.loss.jobs_public},
                        {"private", community.loss.jobs_private},
                        {"total", community.jobs()},
                        {"low", community.range.low},
                        {"high", community.range.high}};
    if (community.loss.unemployment_before) {
        object["unemployment_before"] = *community.loss.unemployment_before;
        object["unemployment_after"] = *community.loss.unemployment_after;
    }
    return object;
}

// Round figures as texts of the language, under the names of the page's live parts.
json::object figures_words_of(const i18n::Translator& t, const Figures& figures) {
    return {{"total", t.number(figures.total)},       {"direct", t.number(figures.direct)},
            {"indirect", t.number(figures.indirect)}, {"induced", t.number(figures.induced)},
            {"public", t.number(figures.in_public)},  {"private", t.number(figures.in_private)}};
}

json::object words_of(const i18n::Translator& t, const Answer& answer) {
    json::object said{{"headline", words::headline(t, answer)},
                      {"cut", words::cut(t, answer)},
                      {"unit", words::unit(t, answer)},
                      {"range", words::range(t, answer)},
                      {"split", words::split(t, answer)}};
    said["figures"] = figures_words_of(t, answer.figures);
    return said;
}

ApiField text(std::string name, std::string description) {
    return {.name = std::move(name), .description = std::move(description)};
}
ApiField number(std::string name, std::string description) {
    return {.name = std::move(name), .type = JsonType::number, .description = std::move(description)};
}
ApiField integer(std::string name, std::string description) {
    return {.name = std::move(name), .type = JsonType::integer, .description = std::move(description)};
}
ApiField object(std::string name, std::string description, std::vector<ApiField> fields) {
    return {.name = std::move(name),
            .type = JsonType::object,
            .description = std::move(description),
            .fields = std::move(fields)};
}
ApiField list(std::string name, std::string description, std::vector<ApiField> fields) {
    return {.name = std::move(name),
            .type = JsonType::list,
            .description = std::move(description),
            .fields = std::move(fields)};
}

std::vector<ApiField> rounds(const std::string& unit) {
    return {number("direct", "in the service itself, " + unit), number("indirect", "among its suppliers, " + unit),
            number("induced", "where those people spend their pay, " + unit), number("total", "the sum of the three")};
}

std::vector<std::string> function_slugs() {
    std::vector<std::string> slugs;
    for (const auto& function : jobs_lost::government_functions()) slugs.emplace_back(function.slug);
    return slugs;
}

std::vector<std::string> jurisdiction_codes() {
    std::vector<std::string> codes;
    for (const auto each : jobs_lost::kJurisdictions) codes.emplace_back(jobs_lost::code_of(each));
    return codes;
}

std::vector<std::string> kind_slugs() {
    std::vector<std::string> slugs;
    for (const auto kind : jobs_lost::kKinds) slugs.emplace_back(jobs_lost::slug_of(kind));
    return slugs;
}

ApiField optional(ApiField field) {
    field.presence = Presence::optional;
    return field;
}

std::vector<ApiField> query_fields() {
    ApiField jurisdiction = optional(text("jurisdiction", "whose budget is cut; ON when left out"));
    jurisdiction.values = jurisdiction_codes();
    ApiField function = optional(text("function", "which service; hospitals when left out"));
    function.values = function_slugs();
    ApiField unit = optional(text("unit", "of the amount; million when left out"));
    unit.values = {"million", "billion", "dollars", "percent"};
    ApiField kind = optional(text("kind", "what is cut; what is usual for the service when left out"));
    kind.values = kind_slugs();
    ApiField feedback = optional(text("fiscal_feedback", "1: state what is lost in taxes"));
    feedback.values = {"1"};
    ApiField language = optional(text("language", "of the words; by Accept-Language when left out"));
    language.values = {"en", "fr"};
    return {
        jurisdiction,
        function,
        optional(text("amount", "of the cut, above zero; 100 when left out")),
        unit,
        kind,
        optional(integer("year",
                         "in whose dollars, and the first year of the cut; the latest with known prices when "
                         "left out")),
        optional(integer("years", "for how long it is shown, 1 to 10; 5 when left out")),
        optional(integer("phase_in_years", "in how many years it reaches its size, 1 to 10; 1 when left out")),
        feedback,
        language,
        optional(text("community_in", "the province of a community: what falls on it is counted too")),
        optional(text("community_public_jobs", "people who work in public services there, or 2.5% of the province's")),
        optional(text("community_labour_force", "people at work or looking for work there")),
        optional(text("community_unemployed", "of them out of work")),
        optional(text("model", "the version of the model that made a link")),
        optional(text("data", "the edition of the data that made a link: it answers again"))};
}

ApiField community_field() {
    return optional(
        object("community", "what falls on the community that was asked for",
               {number("public", "jobs"), number("private", "jobs"), number("total", "jobs"), number("low", "jobs"),
                number("high", "jobs"), optional(number("unemployment_before", "percent")),
                optional(number("unemployment_after", "percent"))}));
}

std::vector<ApiField> answer_fields() {
    auto fields = rounds("jobs for a year");
    const std::vector<ApiField> totals{number("public", "of them in services that governments run"),
                                       number("private", "of them in businesses and non-profit organizations"),
                                       number("low", "of the total, the low end of the range"),
                                       number("high", "of the total, the high end of the range"),
                                       object("gdp", "dollars a year", rounds("dollars")),
                                       object("labour_income", "dollars a year", rounds("dollars"))};
    fields.insert(fields.end(), totals.begin(), totals.end());
    auto industry = rounds("jobs");
    industry.push_back(text("code", "of the industry (IOIC)"));
    industry.push_back(text("name", "in the language"));
    fields.push_back(list("by_industry", "largest first", std::move(industry)));
    fields.push_back(list("by_year", "",
                          {integer("year", ""), number("dollars", "of the cut in that year"), number("total", "jobs"),
                           number("low", "jobs"), number("high", "jobs")}));
    fields.push_back(community_field());
    fields.push_back(object(
        "question", "as it was understood",
        {text("jurisdiction", ""), text("function", ""), text("kind", ""), number("dollars", "a year, at full effect"),
         integer("year", ""), integer("years", ""), integer("phase_in_years", "")}));
    fields.push_back(
        object("words", "round figures in sentences of the language",
               {text("headline", ""), text("cut", ""), text("unit", ""), text("range", ""), text("split", ""),
                object("figures", "",
                       {text("total", ""), text("direct", ""), text("indirect", ""), text("induced", ""),
                        text("public", ""), text("private", "")})}));
    fields.push_back(list("sources", "",
                          {text("title", ""), text("publisher", ""), text("table", ""), text("period", ""),
                           text("licence", ""), text("sha256", "")}));
    fields.push_back(text("link", "to the page that shows this answer"));
    fields.push_back(text("model_version", ""));
    fields.push_back(text("data_edition", "the same edition and model version give the same answer"));
    ApiField state =
        text("data_state",
             "today: what answers now; past: the earlier edition that was asked for; unknown: it was asked "
             "for and is not known here, and what answers now stands in");
    state.values = {"today", "past", "unknown"};
    fields.push_back(state);
    fields.push_back(text("data_until", "past: the day on which the edition ceased to answer, 2026-11-22; else empty"));
    return fields;
}

}  // namespace

std::string json_of(const i18n::Translator& t, const Answer& answer, const AnsweredLink& link) {
    const auto& estimate = answer.estimate;
    json::object object = effect_of({estimate.jobs_direct, estimate.jobs_indirect, estimate.jobs_induced});
    object["total"] = estimate.jobs_total;
    object["public"] = estimate.jobs_public;
    object["private"] = estimate.jobs_private;
    object["low"] = estimate.range.low;
    object["high"] = estimate.range.high;
    object["gdp"] = effect_of(estimate.gdp);
    object["labour_income"] = effect_of(estimate.labour_income);
    object["by_industry"] = industries_of(t, answer);
    object["by_year"] = years_of(answer);
    if (answer.community) object["community"] = community_of(*answer.community);
    object["question"] = question_of(answer);
    object["words"] = words_of(t, answer);
    object["sources"] = sources_of(answer);
    object["link"] = link.address;
    object["model_version"] = estimate.model_version;
    object["data_edition"] = answer.edition;
    object["data_state"] = slug_of(link.state);
    object["data_until"] = answer.until ? json::value(day_of(*answer.until)) : json::value("");
    return json::serialize(object);
}

http::Response Api::count(const http::Request& request) const {
    const base::Locale locale = base::locale_of(request.query.view("language")).value_or(request.locale);
    const i18n::Translator t{locale};
    const auto [model, state] = model_of_link(services_, request.query);
    auto found = answer_to(form_of(request.query), locale, *model);
    if (found)
        if (auto problems = add_community(*found, request.query, locale); !problems.empty())
            found = std::move(problems);
    auto response =
        found
            ? http::json(json_of(t, *found, {addresses_of(*found, locale, services_.frames.public_url()).link, state}))
            : http::problem_json({.status = 422, .title = {}, .locale = locale, .problems = found.error()});
    response.headers.add({"Access-Control-Allow-Origin", "*"});
    return response;
}

std::vector<ports::ApiOperation> api_operations() {
    return {{.method = http::Method::get,
             .path = "/api/v1/jobs-lost",
             .id = "countJobsLost",
             .summary = "How many jobs a cut costs",
             .description = "The same answer as the page of the calculator gives. Linear in the amount.",
             .query = query_fields(),
             .answers = {{.status = 200, .description = "The estimate", .fields = answer_fields()},
                         ports::problem_answer(422, "The question cannot be answered; every problem with its field")}}};
}

}  // namespace jobs_calculator
