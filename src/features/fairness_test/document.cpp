#include "features/fairness_test/document.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "features/fairness_test/toml_table.h"
#include "models/budget_fairness/budget/service_effects.h"

namespace fairness_test {
namespace {

using budget_fairness::Budget;
using budget_fairness::BudgetKind;
using budget_fairness::Criterion;
using budget_fairness::Judgement;
using budget_fairness::Measure;
using budget_fairness::ParameterMeasure;
using budget_fairness::Rating;
using budget_fairness::Rubric;
using budget_fairness::SpendingMeasure;
using budget_fairness::Threshold;

constexpr TextRule kTitle{Need::required, 200};
constexpr TextRule kLead{Need::required, 1'000};
constexpr TextRule kRemark{Need::optional, 2'000};
constexpr TextRule kName{Need::required, 80};
constexpr TextRule kReviewer{Need::required, 200};
constexpr Bounds kYears{1990, 2100};
constexpr Bounds kParameters{-budget_fairness::kLargestParameter, budget_fairness::kLargestParameter};
constexpr Bounds kSpending{-budget_fairness::kLargestSpending, budget_fairness::kLargestSpending};
constexpr std::size_t kMostAnswers = 50;
constexpr std::size_t kMostCriteria = 50;
constexpr std::size_t kMostChanges = 200;

base::Message no_such_choice() { return base::message("There is no such choice."); }

bool is_small_name(std::string_view text, char joint) {
    if (text.empty() || text.front() == joint || text.back() == joint) return false;
    return std::ranges::all_of(
        text, [joint](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == joint; });
}

std::string small_name(TomlTable& table, std::string_view key, char joint) {
    std::string name = table.text(key, kName);
    if (!name.empty() && !is_small_name(name, joint))
        table.refuse(key, base::message("Small letters, digits and the sign that joins words, nothing else."));
    return name;
}

// A choice by its name, read with `find`.
template <class Find>
auto choice(TomlTable& table, std::string_view key, Find find) {
    const std::string name = table.text(key, kName);
    const auto found = find(std::string_view{name});
    if (!found && !name.empty()) table.refuse(key, no_such_choice());
    return found;
}

// "ON.brackets.0.rate"; whether the law has it is known when the law is.
std::string parameter_name(TomlTable& table) {
    std::string name = table.text("parameter", {Need::required, 100});
    const bool is_name = name.size() > 3 && name[2] == '.' &&
                         budget_fairness::find_jurisdiction(std::string_view{name}.substr(0, 2)).has_value();
    if (!name.empty() && !is_name)
        table.refuse("parameter", base::message("A parameter begins with its government: ON.brackets.0.rate"));
    return name;
}

Measure read_measure(TomlTable& table) {
    Measure measure{.title = table.words("title", kTitle), .source = table.address("source", Need::optional)};
    if (table.has("service")) {
        const auto service = choice(table, "service", budget_fairness::service_of);
        measure.what = SpendingMeasure{service.value_or(budget_fairness::Service::health),
                                       table.number("million_dollars", kSpending)};
    } else {
        ParameterMeasure law{.parameter = parameter_name(table)};
        law.change = choice(table, "change", budget_fairness::change_of).value_or(budget_fairness::Change::set);
        law.value = table.number("value", kParameters);
        measure.what = std::move(law);
    }
    table.finish();
    return measure;
}

Judgement read_answer(TomlTable& table) {
    Judgement answer{.criterion = small_name(table, "criterion", '_')};
    answer.rating = choice(table, "rating", budget_fairness::rating_of).value_or(Rating::unknown);
    answer.evidence = table.address("evidence", answer.rating == Rating::unknown ? Need::optional : Need::required);
    answer.reviewer = table.text("reviewer", kReviewer);
    answer.on = table.date("on");
    answer.reason = table.words("reason", kRemark);
    table.finish();
    return answer;
}

void read_kind(TomlTable& table, Budget& budget) {
    budget.kind = choice(table, "kind", budget_fairness::budget_kind_of).value_or(BudgetKind::example);
    budget.year = table.whole_number("year", kYears);
    if (budget.kind != BudgetKind::record) return;
    budget.first_year = table.whole_number("first_year", kYears);
    if (budget.first_year >= budget.year)
        table.refuse("first_year", base::message("A record begins before the year in which it ends."));
    if (table.has("measure")) table.refuse("measure", base::message("A record has no measures: it is what was spent."));
}

// A service cannot lose more than is spent on it, all measures together.
void refuse_impossible_cuts(const Budget& budget, std::vector<TomlTable>& measures) {
    const auto& record = budget_fairness::SpendingRecord::shipped();
    const auto is_unread = [](const TomlTable& measure) { return measure.is_refused("million_dollars"); };
    if (std::ranges::any_of(measures, is_unread)) return;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const auto* spending = std::get_if<SpendingMeasure>(&budget.measures[i].what);
        if (spending != nullptr && spending->million_dollars < 0 && takes_too_much(budget, spending->service, record))
            measures[i].refuse("million_dollars",
                               base::message("This takes more from the service than is spent on it."));
    }
}

Budget read_budget_table(TomlTable& table) {
    Budget budget{.slug = small_name(table, "slug", '-')};
    read_kind(table, budget);
    const auto place = choice(table, "jurisdiction", budget_fairness::find_jurisdiction);
    budget.jurisdiction = place.value_or(budget_fairness::Jurisdiction::ontario);
    budget.title = table.words("title", kTitle);
    budget.summary = table.words("summary", kLead);
    budget.sources = table.addresses("sources");
    auto measures = table.tables("measure", budget_fairness::kMostMeasures);
    for (TomlTable& each : measures) budget.measures.push_back(read_measure(each));
    if (place) refuse_impossible_cuts(budget, measures);
    for (TomlTable& each : table.tables("answer", kMostAnswers)) budget.judgements.push_back(read_answer(each));
    table.finish();
    return budget;
}

std::optional<budget_fairness::Better> better_of(std::string_view name) {
    if (name == "higher") return budget_fairness::Better::higher;
    if (name == "lower") return budget_fairness::Better::lower;
    return std::nullopt;
}

Threshold read_threshold(TomlTable& table) {
    Threshold threshold;
    const auto figure = choice(table, "figure", budget_fairness::figure_of);
    threshold.figure = figure.value_or(budget_fairness::FigureId::inequality);
    threshold.better = choice(table, "better", better_of).value_or(budget_fairness::Better::higher);
    const double largest = kind_of(threshold.figure).largest;
    threshold.met = table.number("met", {-largest, largest});
    threshold.partly = table.number("partly", {-largest, largest});
    const double sign = threshold.better == budget_fairness::Better::higher ? 1 : -1;
    if (sign * threshold.partly > sign * threshold.met)
        table.refuse("partly", base::message("Partly met must be easier to reach than met."));
    return threshold;
}

Criterion read_criterion(TomlTable& table) {
    Criterion criterion{.key = small_name(table, "key", '_'), .weight = table.number("weight", {0.01, 1'000})};
    criterion.title = table.words("title", kTitle);
    criterion.question = table.words("question", kLead);
    criterion.reason = table.words("reason", kLead);
    if (table.has("figure")) criterion.threshold = read_threshold(table);
    table.finish();
    return criterion;
}

void read_criteria(TomlTable& table, Rubric& rubric) {
    std::set<std::string> keys;
    for (TomlTable& each : table.tables("criterion", kMostCriteria)) {
        rubric.criteria.push_back(read_criterion(each));
        if (!keys.insert(rubric.criteria.back().key).second)
            each.refuse("key", base::message("Another criterion has this key already."));
    }
    if (rubric.criteria.empty()) table.refuse("criterion", base::message("A rubric needs a criterion."));
}

Rubric read_rubric_table(TomlTable& table) {
    Rubric rubric{.name = small_name(table, "name", '-'), .version = table.whole_number("version", {1, 10'000})};
    rubric.title = table.words("title", kTitle);
    rubric.summary = table.words("summary", kLead);
    rubric.pass_mark = table.number("pass_mark", {0, 100});
    for (TomlTable& each : table.tables("change", kMostChanges)) {
        budget_fairness::RubricChange change{.version = each.whole_number("version", {1, 10'000})};
        change.on = each.date("on");
        change.what = each.words("what", kLead);
        each.finish();
        rubric.changes.push_back(std::move(change));
    }
    read_criteria(table, rubric);
    table.finish();
    return rubric;
}

DocumentProblem problem_of(const toml::parse_error& error) {
    return {std::max(1, static_cast<int>(error.source().begin.line)), "", base::message("This line is not TOML."),
            std::string{error.description()}};
}

// Parses the text and reads it; whatever is wrong comes back in the order of the lines.
template <class Document>
base::Result<Document, DocumentProblems> read_document(std::string_view text, Document (*read)(TomlTable&)) {
    if (text.size() > kLargestDocument) return DocumentProblems{{1, "", base::message("This text is too long.")}};
    try {
        const toml::table parsed = toml::parse(text);
        DocumentProblems problems;
        TomlTable table{parsed, "", problems};
        Document document = read(table);
        std::ranges::sort(problems, {}, [](const DocumentProblem& each) { return std::tie(each.line, each.place); });
        if (!problems.empty()) return problems;
        return document;
    } catch (const toml::parse_error& error) {
        return DocumentProblems{problem_of(error)};
    }
}

}  // namespace

base::Result<Budget, DocumentProblems> read_budget(std::string_view text) {
    return read_document<Budget>(text, read_budget_table);
}

base::Result<Rubric, DocumentProblems> read_rubric(std::string_view text) {
    return read_document<Rubric>(text, read_rubric_table);
}

std::string text_of(const DocumentProblem& problem) {
    std::string text = fmt::format("line {}: ", problem.line);
    if (!problem.place.empty()) text += problem.place + ": ";
    text += problem.message.key();
    if (!problem.detail.empty()) text += " (" + problem.detail + ")";
    return text;
}

}  // namespace fairness_test
