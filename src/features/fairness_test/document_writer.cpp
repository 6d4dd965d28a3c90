// features/fairness_test/document_writer.cpp - the other direction of document.h: budgets and rubrics as TOML.
#include <charconv>
#include <variant>

#include <fmt/format.h>

#include "features/fairness_test/document.h"

namespace fairness_test {
namespace {

using budget_fairness::Budget;
using budget_fairness::Rubric;
using budget_fairness::Words;

std::string toml_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + '"';
}

// The shortest digits that are read back as the same number.
std::string digits(double value) {
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

std::string day(std::chrono::year_month_day on) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(on.year()), static_cast<unsigned>(on.month()),
                       static_cast<unsigned>(on.day()));
}

class Writer {
public:
    void line(std::string_view key, std::string_view value) { out_ += fmt::format("{} = {}\n", key, value); }
    void text(std::string_view key, std::string_view value) { line(key, toml_text(value)); }
    void number(std::string_view key, double value) { line(key, digits(value)); }
    void whole(std::string_view key, int value) { line(key, std::to_string(value)); }
    void words(std::string_view key, const Words& words) {
        line(key, fmt::format("{{ en = {}, fr = {} }}", toml_text(words.english), toml_text(words.french)));
    }
    void table(std::string_view name) { out_ += fmt::format("\n[[{}]]\n", name); }
    std::string finish() && { return std::move(out_); }

private:
    std::string out_;
};

void write_measure(Writer& to, const budget_fairness::Measure& measure) {
    to.table("measure");
    to.words("title", measure.title);
    if (!measure.source.empty()) to.text("source", measure.source);
    if (const auto* spending = std::get_if<budget_fairness::SpendingMeasure>(&measure.what)) {
        to.text("service", function_of(spending->service).slug);
        to.number("million_dollars", spending->million_dollars);
        return;
    }
    const auto& law = std::get<budget_fairness::ParameterMeasure>(measure.what);
    to.text("parameter", law.parameter);
    to.text("change", name_of(law.change));
    to.number("value", law.value);
}

void write_answer(Writer& to, const budget_fairness::Judgement& answer) {
    to.table("answer");
    to.text("criterion", answer.criterion);
    to.text("rating", name_of(answer.rating));
    if (!answer.evidence.empty()) to.text("evidence", answer.evidence);
    to.text("reviewer", answer.reviewer);
    to.line("on", day(answer.on));
    if (!answer.reason.empty()) to.words("reason", answer.reason);
}

void write_criterion(Writer& to, const budget_fairness::Criterion& criterion) {
    to.table("criterion");
    to.text("key", criterion.key);
    to.number("weight", criterion.weight);
    to.words("title", criterion.title);
    to.words("question", criterion.question);
    to.words("reason", criterion.reason);
    if (!criterion.threshold) return;
    to.text("figure", kind_of(criterion.threshold->figure).name);
    to.text("better", criterion.threshold->better == budget_fairness::Better::higher ? "higher" : "lower");
    to.number("met", criterion.threshold->met);
    to.number("partly", criterion.threshold->partly);
}

std::string list_of(const std::vector<std::string>& addresses) {
    std::string list;
    for (const std::string& address : addresses) list += (list.empty() ? "" : ", ") + toml_text(address);
    return "[" + list + "]";
}

}  // namespace

std::string write_budget(const Budget& budget) {
    Writer to;
    to.text("slug", budget.slug);
    to.text("kind", name_of(budget.kind));
    to.text("jurisdiction", code(budget.jurisdiction));
    if (budget.kind == budget_fairness::BudgetKind::record) to.whole("first_year", budget.first_year);
    to.whole("year", budget.year);
    to.words("title", budget.title);
    to.words("summary", budget.summary);
    if (!budget.sources.empty()) to.line("sources", list_of(budget.sources));
    for (const auto& measure : budget.measures) write_measure(to, measure);
    for (const auto& answer : budget.judgements) write_answer(to, answer);
    return std::move(to).finish();
}

std::string write_rubric(const Rubric& rubric) {
    Writer to;
    to.text("name", rubric.name);
    to.whole("version", rubric.version);
    to.words("title", rubric.title);
    to.words("summary", rubric.summary);
    to.number("pass_mark", rubric.pass_mark);
    for (const auto& change : rubric.changes) {
        to.table("change");
        to.whole("version", change.version);
        to.line("on", day(change.on));
        to.words("what", change.what);
    }
    for (const auto& criterion : rubric.criteria) write_criterion(to, criterion);
    return std::move(to).finish();
}

}  // namespace fairness_test
