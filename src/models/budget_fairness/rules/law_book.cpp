#include "models/budget_fairness/rules/law_book.h"

#include <algorithm>

#include "base/check.h"
#include "models/statistics/pack.h"

namespace budget_fairness {
namespace {

LawTexts shipped_texts() {
    return {.parameters = statistics::shipped_pack("tax/parameters").csv,
            .schedules = statistics::shipped_pack("tax/schedules").csv,
            .coverage = statistics::shipped_pack("tax/coverage").csv,
            .sources = statistics::shipped_pack("tax/sources").csv};
}

// Numbers that a schedule fills in, by name.
Schedule* find_schedule(IncomeTaxRules& tax, std::string_view name) {
    if (name == "brackets") return &tax.brackets;
    if (name == "surtax") return &tax.surtax;
    return name == "premium" ? &tax.premium : nullptr;
}

// What one government's law says on that day. The credit rate first, so that a value may replace it.
void apply(const LawBook& book, Jurisdiction government, RuleSet& rules) {
    auto& tax = government == Jurisdiction::canada ? rules.federal : rules.provincial;
    for (const auto& dated : book.schedules)
        if (dated.jurisdiction == government && dated.validity.contains(rules.date))
            *find_schedule(tax, dated.name) = dated.schedule;
    tax.credits.rate = tax.brackets.rate[0];
    const std::string prefix = std::string{code(government)} + ".";
    for (const auto& dated : book.values)
        if (dated.jurisdiction == government && dated.validity.contains(rules.date))
            *find_parameter(rules, prefix + dated.parameter) = dated.value;
}

// Is the value that shows whether this rule is known there on that day?
bool is_known(const LawBook& book, const Expectation& expected, Date day) {
    const auto holds = [&](const auto& dated, const std::string& name) {
        return dated.jurisdiction == expected.jurisdiction && dated.validity.contains(day) &&
               expected.probe.starts_with(name) && !expected.probe.empty();
    };
    for (const auto& value : book.values)
        if (holds(value, value.parameter) && value.parameter == expected.probe) return true;
    for (const auto& schedule : book.schedules)
        if (holds(schedule, schedule.name + ".")) return true;
    return false;
}

}  // namespace

const LawBook& shipped_law_book() {
    static const LawBook book = [] {
        auto read = read_law_book(shipped_texts());
        CHECK(read);
        return *std::move(read);
    }();
    return book;
}

base::Result<RuleSet, std::vector<Gap>> rules_on(const LawBook& book, Jurisdiction jurisdiction, Date day) {
    CHECK(jurisdiction != Jurisdiction::canada);
    RuleSet rules;
    rules.jurisdiction = jurisdiction;
    rules.date = day;
    apply(book, Jurisdiction::canada, rules);
    apply(book, jurisdiction, rules);
    std::vector<Gap> missing;
    for (const auto& expected : book.expectations) {
        const bool is_here = expected.jurisdiction == Jurisdiction::canada || expected.jurisdiction == jurisdiction;
        // Outside the dates of the whole collection everything that is required is missing.
        const bool holds = expected.is_required || expected.validity.contains(day);
        if (!is_here || !holds || is_known(book, expected, day)) continue;
        auto& gaps = expected.is_required ? missing : rules.gaps;
        gaps.push_back({expected.jurisdiction, expected.what, expected.concerns});
    }
    if (!missing.empty()) return missing;
    return rules;
}

base::Result<RuleSet, std::vector<Gap>> rules_of_year(const LawBook& book, Jurisdiction jurisdiction, int year) {
    constexpr int kLastYear = 9999;  // what a calendar year can be; the library keeps sixteen bits of it
    const std::chrono::year calendar_year{std::clamp(year, 0, kLastYear)};
    return rules_on(book, jurisdiction, Date{calendar_year, std::chrono::December, std::chrono::day{31}});
}

}  // namespace budget_fairness
