#include "features/fairness_test/figures_file.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/fairness_test/incomes_json.h"
#include "features/fairness_test/words.h"

namespace fairness_test {
namespace {

using budget_fairness::Grouping;
using i18n::Translator;

std::string cell(std::string_view text) {
    if (text.find_first_of("\",\n") == std::string_view::npos) return std::string{text};
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
    return quoted + '"';
}

class Csv {
public:
    void row(std::string_view part, std::string_view what, std::string_view value, std::string_view rest) {
        out_ += fmt::format("{},{},{},{}\r\n", part, cell(what), value, rest);
    }
    std::string finish() && { return std::move(out_); }

private:
    std::string out_ = "part,what,value,unit,words\r\n";
};

std::string digits(double value) { return fmt::format("{:.6g}", value); }

void write_criteria(Csv& csv, const TestAnswer& answer, const Translator& t) {
    for (const auto& finding : answer.result.findings)
        csv.row("criterion", finding.criterion.key, finding.figure ? digits(*finding.figure) : "",
                std::string{name_of(finding.rating)} + "," + cell(words::finding(t, answer, finding)));
}

void write_services(Csv& csv, const TestAnswer& answer, const Translator& t) {
    for (const auto& effect : answer.services) {
        const std::string slug{function_of(effect.service).slug};
        const std::string name = cell(t(function_of(effect.service).name));
        csv.row("service", slug + ".before", digits(effect.change.before), "dollars per person," + name);
        csv.row("service", slug + ".after", digits(effect.change.after), "dollars per person," + name);
        csv.row("service", slug + ".change", digits(effect.change.percent()), "percent," + name);
    }
}

void write_group(Csv& csv, std::string_view part, std::string_view name, const budget_fairness::GroupResult& group) {
    csv.row(part, name, digits(group.change_per_family()), "dollars a family,");
    csv.row(part, name, digits(group.change_percent()), "percent,");
}

void write_parts_of_people(Csv& csv, const TestAnswer& answer) {
    if (!answer.incomes.effects) return;
    const auto& result = *answer.incomes.effects->result;
    int tenth = 0;
    for (const auto& group : result.by(Grouping::decile)) write_group(csv, "tenth", std::to_string(++tenth), group);
    int twentieth = 0;
    for (const auto& group : result.by(Grouping::vigintile))
        write_group(csv, "twentieth", std::to_string(++twentieth), group);
    write_group(csv, "richest", "1 percent", result.by(Grouping::top_percent)[1]);
}

boost::json::value known(const std::optional<double>& value) {
    return value ? boost::json::value(*value) : boost::json::value(nullptr);
}

boost::json::array criteria_of(const TestAnswer& answer, const Translator& t) {
    boost::json::array criteria;
    for (const auto& finding : answer.result.findings)
        criteria.push_back({{"key", finding.criterion.key},
                            {"title", finding.criterion.title.in(t.locale())},
                            {"weight", finding.criterion.weight},
                            {"rating", name_of(finding.rating)},
                            {"figure", known(finding.figure)},
                            {"words", words::finding(t, answer, finding)}});
    return criteria;
}

boost::json::array services_of(const TestAnswer& answer) {
    boost::json::array services;
    for (const auto& effect : answer.services)
        services.push_back({{"service", function_of(effect.service).slug},
                            {"before_per_person", effect.change.before},
                            {"after_per_person", effect.change.after},
                            {"change_percent", effect.change.percent()},
                            {"million_dollars", effect.million_dollars}});
    return services;
}

boost::json::value deciles_of(const TestAnswer& answer) {
    if (!answer.incomes.effects) return nullptr;
    boost::json::array deciles;
    for (const auto& group : answer.incomes.effects->result->by(Grouping::decile))
        deciles.push_back({{"change_per_family", group.change_per_family()},
                           {"change_percent", group.change_percent()},
                           {"winners", group.winners},
                           {"losers", group.losers},
                           {"persons", group.persons}});
    return deciles;
}

boost::json::value jobs_of(const TestAnswer& answer) {
    if (!answer.jobs) return nullptr;
    return boost::json::object{{"jobs", answer.jobs->jobs}, {"low", answer.jobs->low}, {"high", answer.jobs->high}};
}

}  // namespace

std::string figures_csv(const TestAnswer& answer, const Translator& t) {
    Csv csv;
    csv.row("budget", answer.budget.title.in(t.locale()), "", ",");
    csv.row("verdict", name_of(answer.result.verdict), "", "," + cell(words::points(t, answer)));
    csv.row("points", "lowest", digits(answer.result.lowest), "points,");
    csv.row("points", "highest", digits(answer.result.highest), "points,");
    write_criteria(csv, answer, t);
    write_services(csv, answer, t);
    if (answer.jobs) csv.row("jobs", "change", digits(answer.jobs->jobs), "jobs,");
    write_parts_of_people(csv, answer);
    return std::move(csv).finish();
}

std::string figures_json(const TestAnswer& answer, const Translator& t, std::string_view link) {
    return boost::json::serialize(boost::json::object{{"budget", answer.budget.slug},
                                                      {"title", answer.budget.title.in(t.locale())},
                                                      {"jurisdiction", code(answer.budget.jurisdiction)},
                                                      {"verdict", name_of(answer.result.verdict)},
                                                      {"lowest", answer.result.lowest},
                                                      {"highest", answer.result.highest},
                                                      {"known", answer.result.known},
                                                      {"pass_mark", answer.rubric->pass_mark},
                                                      {"rubric_version", answer.rubric->version},
                                                      {"criteria", criteria_of(answer, t)},
                                                      {"services", services_of(answer)},
                                                      {"jobs", jobs_of(answer)},
                                                      {"deciles", deciles_of(answer)},
                                                      {"incomes", incomes_json(answer)},
                                                      {"balance", known(answer.balance())},
                                                      {"is_sample", answer.is_sample()},
                                                      {"incomes_missing", words::incomes_missing(t, answer)},
                                                      {"link", link}});
}

}  // namespace fairness_test
