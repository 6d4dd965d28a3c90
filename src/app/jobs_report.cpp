#include "app/jobs_report.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/jobs_lost/industry.h"
#include "platform/i18n/placeholders.h"

namespace app {
namespace {

using jobs_lost::Effect;
using jobs_lost::Estimate;
using jobs_lost::Step;

constexpr std::size_t kIndustriesShown = 8;

// 1234567.4 -> "1,234,567"
std::string grouped(double number) {
    auto digits = fmt::format("{:.0f}", std::abs(number));
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return (number <= -0.5 ? "-" : "") + digits;
}

// "GS620" -> "Government health services [GS620]"; what is no industry stays as it is.
std::string named(const std::string& code) {
    if (const auto* const industry = jobs_lost::industry_of(code))
        return std::string{industry->name.key()} + " [" + code + "]";
    const auto* const finer = jobs_lost::finer_industry_of(code);
    return finer == nullptr ? code : std::string{finer->name.key()} + " [" + code + "]";
}

std::string text_of(const Step::Value& value) {
    using Unit = Step::Unit;
    switch (value.unit) {
        case Unit::dollars:
            return "$" + grouped(value.number);
        case Unit::million_dollars:
            return "$" + grouped(value.number) + " million";
        case Unit::jobs:
            return grouped(value.number);
        case Unit::per_million:
            return fmt::format("{:.1f}", value.number);
        case Unit::percent:
            return fmt::format("{:.3g}%", value.number);
        case Unit::ratio:
            return fmt::format("{:.3g}", value.number);
        case Unit::index:
            return fmt::format("{:.1f}", value.number);
        case Unit::year:
            return fmt::format("{:.0f}", value.number);
        case Unit::text:
            return named(value.text);
    }
    return value.text;
}

std::string sentence_of(const Step& step) {
    std::vector<std::string> texts;
    std::vector<i18n::Argument> arguments;
    texts.reserve(step.values.size());  // the arguments refer to them
    for (const auto& value : step.values)
        arguments.emplace_back(value.name, std::string_view{texts.emplace_back(text_of(value))});
    return i18n::fill(step.sentence.key(), arguments, [](std::int64_t number) { return std::to_string(number); });
}

void print_steps(std::string_view title, const std::vector<Step>& steps) {
    if (steps.empty()) return;
    std::cout << '\n' << title << '\n';
    for (const auto& step : steps) std::cout << "  - " << sentence_of(step) << '\n';
}

void print_headline(const Estimate& estimate) {
    const auto* const function = jobs_lost::function_of(estimate.cut.function);
    std::cout << fmt::format("{}, {}: ${} less{}\n", name_of(estimate.cut.jurisdiction).key(),
                             function == nullptr ? estimate.cut.function : function->name.key(),
                             grouped(estimate.dollars),
                             estimate.cut.year ? fmt::format(", in dollars of {}", *estimate.cut.year) : "");
    std::cout << fmt::format("\nAbout {} fewer jobs ({} to {})\n", grouped(estimate.jobs_total),
                             grouped(estimate.range.low), grouped(estimate.range.high));
    const auto line = [](double jobs, std::string_view what) {
        std::cout << fmt::format("  {:>10}  {}\n", grouped(jobs), what);
    };
    line(estimate.jobs_direct, "in the service itself (direct)");
    line(estimate.jobs_indirect, "among its suppliers (indirect)");
    line(estimate.jobs_induced, "where those people spend their pay (induced)");
    std::cout << fmt::format("  {} public, {} private\n", grouped(estimate.jobs_public),
                             grouped(estimate.jobs_private));
    std::cout << fmt::format("  ${} less GDP, ${} less labour income\n", grouped(estimate.gdp.total()),
                             grouped(estimate.labour_income.total()));
}

void print_industries(const Estimate& estimate) {
    std::cout << "\nWhere\n";
    for (std::size_t i = 0; i < std::min(kIndustriesShown, estimate.by_industry.size()); ++i)
        std::cout << fmt::format("  {:>10}  {}\n", grouped(estimate.by_industry[i].jobs.total()),
                                 estimate.by_industry[i].label);
    if (estimate.by_industry.size() <= kIndustriesShown) return;
    double rest = 0;
    for (const auto& loss : std::span{estimate.by_industry}.subspan(kIndustriesShown)) rest += loss.jobs.total();
    std::cout << fmt::format("  {:>10}  {} other industries\n", grouped(rest),
                             estimate.by_industry.size() - kIndustriesShown);
}

void print_text(const Estimate& estimate, std::string_view edition) {
    print_headline(estimate);
    print_industries(estimate);
    if (estimate.spill_over)
        std::cout << fmt::format("\nIn other provinces, not counted above: about {} jobs\n",
                                 grouped(estimate.spill_over->jobs.total()));
    if (estimate.lost_revenue)
        std::cout << fmt::format("Taxes that are not paid any more: ${} ({:.0f}% of the cut)\n",
                                 grouped(estimate.lost_revenue->dollars), 100 * estimate.lost_revenue->share_of_cut);
    print_steps("How it is worked out", estimate.working);
    print_steps("Mind", estimate.caveats);
    std::cout << "\nSources (model " << estimate.model_version << ", data edition " << edition << ")\n";
    for (const auto& source : estimate.sources)
        std::cout << fmt::format("  - {}{}{}: {}; {}\n", source.publisher, source.table.empty() ? "" : ", table ",
                                 source.table, source.title, source.period);
}

// "name": value, ... with what has no value left out.
class JsonObject {
public:
    JsonObject& add(std::string_view name, double number) { return raw(name, fmt::format("{}", number)); }
    JsonObject& add(std::string_view name, std::string_view text) { return raw(name, json_text(text)); }
    JsonObject& add(std::string_view name, const std::optional<double>& number) {
        return number ? add(name, *number) : *this;
    }
    JsonObject& raw(std::string_view name, std::string_view json) {
        fields_ += fmt::format("{}{}: {}", fields_.empty() ? "" : ", ", json_text(name), json);
        return *this;
    }
    std::string text() const { return "{" + fields_ + "}"; }

private:
    std::string fields_{};
};

template <class Items, class ToJson>
std::string json_list(const Items& items, ToJson&& to_json) {
    std::string list;
    for (const auto& item : items) list += (list.empty() ? "" : ", ") + to_json(item);
    return "[" + list + "]";
}

JsonObject rounds_of(const Effect& effect) {
    return std::move(JsonObject{}
                         .add("direct", effect.direct)
                         .add("indirect", effect.indirect)
                         .add("induced", effect.induced)
                         .add("total", effect.total()));
}

std::string json_of(const jobs_lost::IndustryLoss& loss) {
    return JsonObject{}
        .add("code", loss.code)
        .add("label", loss.label)
        .add("direct", loss.jobs.direct)
        .add("indirect", loss.jobs.indirect)
        .add("induced", loss.jobs.induced)
        .add("total", loss.jobs.total())
        .text();
}

std::string json_of(const jobs_lost::YearLoss& loss) {
    return JsonObject{}
        .add("year", loss.year)
        .add("dollars", loss.dollars)
        .add("total", loss.jobs.total())
        .add("low", loss.range.low)
        .add("high", loss.range.high)
        .text();
}

std::string json_of(const statistics::Provenance& source) {
    return JsonObject{}
        .add("title", source.title)
        .add("publisher", source.publisher)
        .add("table", source.table)
        .add("period", source.period)
        .add("licence", source.licence)
        .add("retrieved_through", source.retrieved_through)
        .add("changes", source.changes)
        .add("sha256", source.sha256)
        .text();
}

void add_question(JsonObject& object, const Estimate& estimate) {
    object.add("jurisdiction", code_of(estimate.cut.jurisdiction))
        .add("function", std::string_view{estimate.cut.function});
    if (estimate.cut.kind) object.add("kind", slug_of(*estimate.cut.kind));
    if (estimate.cut.year) object.add("year", *estimate.cut.year);
    object.add("dollars", estimate.dollars);
}

void print_json(const Estimate& estimate, std::string_view edition) {
    JsonObject object;
    add_question(object, estimate);
    object.add("direct", estimate.jobs_direct)
        .add("indirect", estimate.jobs_indirect)
        .add("induced", estimate.jobs_induced)
        .add("total", estimate.jobs_total)
        .add("public", estimate.jobs_public)
        .add("private", estimate.jobs_private)
        .add("low", estimate.range.low)
        .add("high", estimate.range.high)
        .add("gdp", estimate.gdp.total())
        .add("labour_income", estimate.labour_income.total())
        .raw("gdp_by_round", rounds_of(estimate.gdp).text())
        .raw("labour_income_by_round", rounds_of(estimate.labour_income).text())
        .raw("by_industry", json_list(estimate.by_industry, [](const auto& loss) { return json_of(loss); }))
        .raw("by_year", json_list(estimate.by_year, [](const auto& loss) { return json_of(loss); }));
    if (estimate.spill_over) object.raw("other_provinces", rounds_of(estimate.spill_over->jobs).text());
    if (estimate.lost_revenue) object.add("lost_revenue", estimate.lost_revenue->dollars);
    object.add("origin", estimate.origin == jobs_lost::Origin::published ? "published" : "estimated")
        .add("base_year", estimate.base_year)
        .raw("working", json_list(estimate.working, [](const Step& step) { return json_text(sentence_of(step)); }))
        .raw("caveats", json_list(estimate.caveats, [](const Step& step) { return json_text(sentence_of(step)); }))
        .raw("sources", json_list(estimate.sources, [](const auto& source) { return json_of(source); }))
        .add("model_version", estimate.model_version)
        .add("data_edition", edition);
    std::cout << object.text() << '\n';
}

std::string json_of(const jobs_lost::FactorMultiplier& factor) {
    return JsonObject{}
        .add("direct", factor.direct)
        .add("simple", factor.simple)
        .add("total", factor.total)
        .add("type1", factor.type1)
        .add("type2", factor.type2)
        .text();
}

std::string json_of(const jobs_lost::SectorMultipliers& sector) {
    JsonObject object;
    object.add("code", sector.code);
    object.raw("output", JsonObject{}.add("simple", sector.output.simple).add("total", sector.output.total).text());
    if (sector.jobs) object.raw("jobs", json_of(*sector.jobs));
    if (sector.labour_income) object.raw("labour_income", json_of(*sector.labour_income));
    return object.text();
}

std::string cell(const std::optional<double>& number) {
    return number ? fmt::format("{:>12.4f}", *number) : fmt::format("{:>12}", "-");
}

void print_factor(std::string_view name, const std::optional<jobs_lost::FactorMultiplier>& factor) {
    if (!factor) return;
    std::cout << fmt::format("  {:<14}", name) << cell(factor->direct) << cell(factor->simple) << cell(factor->total)
              << cell(factor->type1) << cell(factor->type2) << '\n';
}

}  // namespace

void print_estimate(const Estimate& estimate, std::string_view edition, Report report) {
    if (report == Report::json)
        print_json(estimate, edition);
    else
        print_text(estimate, edition);
}

void print_multipliers(std::span<const jobs_lost::SectorMultipliers> sectors, Report report) {
    if (report == Report::json) {
        std::cout << JsonObject{}
                         .raw("sectors", json_list(sectors, [](const auto& sector) { return json_of(sector); }))
                         .text()
                  << '\n';
        return;
    }
    std::cout << fmt::format("{:<16}{:>12}{:>12}{:>12}{:>12}{:>12}\n", "", "direct", "simple", "total", "type I",
                             "type II");
    for (const auto& sector : sectors) {
        std::cout << sector.code << '\n';
        print_factor("output", jobs_lost::FactorMultiplier{1.0, sector.output.simple, sector.output.total, {}, {}});
        print_factor("jobs", sector.jobs);
        print_factor("labour income", sector.labour_income);
    }
}

}  // namespace app
