// Spending by function (10-10-0005) and employment by industry (14-10-0202).
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "base/text.h"
#include "features/jobs_calculator/import_gatherer.h"
#include "models/statistics/pack.h"

namespace jobs_calculator {
namespace {

using jobs_lost::Jurisdiction;
using statistics::Observation;
using statistics::TableProblem;

constexpr std::string_view kProvincial = "Consolidated provincial-territorial and local governments";
constexpr std::string_view kFederal = "Federal government";
constexpr std::string_view kOtherComponent = "a part of the public sector that the model does not use";
constexpr std::string_view kNoFunction = "a total, or something else without a function's code";
constexpr std::string_view kNotDollars = "the unit is not dollars";
constexpr std::string_view kOtherIndustry = "an industry finer than the model uses";
constexpr std::string_view kOtherEmployees = "not all employees, but some of them";
constexpr std::string_view kWholeCountry = "Canada as a whole: the sum of the provinces is used";
constexpr double kMostDollars = 1e13;
constexpr double kMostEmployees = 1e8;

// Figures by jurisdiction, year and a text: a function's codes or an industry's name.
class KeyedFigures {
public:
    struct Key {
        Jurisdiction jurisdiction;
        int year;
        std::string subject;
        auto operator<=>(const Key&) const = default;
    };

    std::optional<TableProblem> enter(Key key, const Observation& row, SkipList& skipped) {
        const auto [at, is_new] = values_.try_emplace(std::move(key), *row.value);
        if (is_new) return std::nullopt;
        if (auto problem = different_figures(row, at->second)) return problem;
        skipped.add(kTwice, row);
        return std::nullopt;
    }

    const std::map<Key, double>& values() const { return values_; }

    void tell_years(ImportedTable& into) const {
        into.rows_used = values_.size();
        for (const auto& [key, value] : values_) {
            into.newest_year = std::max(into.newest_year, key.year);
            into.oldest_year = into.oldest_year == 0 ? key.year : std::min(into.oldest_year, key.year);
        }
    }

private:
    std::map<Key, double> values_{};
};

std::string joined(const std::vector<std::string_view>& codes) {
    std::string text;
    for (const auto code : codes) text += (text.empty() ? "" : " ") + std::string{code};
    return text;
}

class SpendingFigures : public Gatherer {
public:
    SpendingFigures(std::size_t function, std::optional<std::size_t> component)
        : function_(function), component_(component) {}

    std::optional<TableProblem> take(const Observation& row, SkipList& skipped) override {
        const auto jurisdiction = jurisdiction_in(row);
        const auto function = statistics::member_of(row.members[function_]);
        if (const auto reason = reason_to_skip(row, jurisdiction, function); !reason.empty()) {
            skipped.add(reason, row);
            return std::nullopt;
        }
        return figures_.enter({*jurisdiction, row.period.year, joined(function.codes)}, row, skipped);
    }

    std::vector<TableProblem> finish(ImportedTable& into, SkipList&) override {
        for (const auto& [key, dollars] : figures_.values())
            into.spending.push_back({key.jurisdiction, key.year, key.subject, dollars / 1e6});
        figures_.tell_years(into);
        note_what_was_assumed(into);
        return {};
    }

private:
    std::string_view reason_to_skip(const Observation& row, std::optional<Jurisdiction> jurisdiction,
                                    const statistics::Member& function) const {
        if (!jurisdiction) return kUnknownGeography;
        const auto wanted = *jurisdiction == Jurisdiction::ca ? kFederal : kProvincial;
        if (component_ && !base::equals_ignoring_ascii_case(row.members[*component_], wanted)) return kOtherComponent;
        if (function.codes.empty()) return kNoFunction;
        if (row.absence != statistics::Absence::none) return name_of(row.absence);
        if (!row.unit.empty() && !base::equals_ignoring_ascii_case(row.unit, "dollars")) return kNotDollars;
        return std::abs(*row.value) > kMostDollars ? kAbsurd : std::string_view{};
    }

    void note_what_was_assumed(ImportedTable& into) const {
        if (!component_)
            into.notes.emplace_back(
                "The table has no column for the component of the public sector: of provinces its figures are taken to "
                "be "
                "those of all governments there, of Canada those of the federal government.");
        if (const auto wrong = divisions_that_do_not_add_up(); wrong > 0)
            into.notes.push_back("In " + std::to_string(wrong) +
                                 " cases the parts of a division do not add up to it, or are not all there; each "
                                 "figure is used as published.");
    }

    // Divisions (three digits) whose parts (four digits) are all there as far as one can see, and miss it by more than
    // the rounding of ten parts to a million.
    std::size_t divisions_that_do_not_add_up() const {
        constexpr double kRounding = 5.5e6;
        std::map<KeyedFigures::Key, double> parts;
        for (const auto& [key, dollars] : figures_.values())
            if (key.subject.size() > 3) parts[{key.jurisdiction, key.year, key.subject.substr(0, 3)}] += dollars;
        return static_cast<std::size_t>(std::ranges::count_if(parts, [this](const auto& part) {
            const auto division = figures_.values().find(part.first);
            return division != figures_.values().end() && std::abs(division->second - part.second) > kRounding;
        }));
    }

    std::size_t function_;
    std::optional<std::size_t> component_;
    KeyedFigures figures_{};
};

// The industries that the model tells apart, by their names without case.
std::map<std::string, std::string> industry_names() {
    std::map<std::string, std::string> names;
    const auto table = statistics::table_of(statistics::shipped_pack("employment/by_industry"));
    for (const auto row : table.rows()) names.emplace(base::lower_ascii(row["industry"]), row["industry"]);
    return names;
}

class EmploymentFigures : public Gatherer {
public:
    EmploymentFigures(std::size_t industry, std::optional<std::size_t> employees)
        : industry_(industry), employees_(employees) {}

    std::optional<TableProblem> take(const Observation& row, SkipList& skipped) override {
        const auto jurisdiction = jurisdiction_in(row);
        const auto industry = names_.find(base::lower_ascii(statistics::member_of(row.members[industry_]).name));
        if (const auto reason = reason_to_skip(row, jurisdiction, industry != names_.end()); !reason.empty()) {
            skipped.add(reason, row);
            return std::nullopt;
        }
        return figures_.enter({*jurisdiction, row.period.year, industry->second}, row, skipped);
    }

    std::vector<TableProblem> finish(ImportedTable& into, SkipList&) override {
        for (const auto& [key, employees] : figures_.values())
            into.employment.push_back({key.jurisdiction, key.year, key.subject, employees});
        figures_.tell_years(into);
        if (!employees_)
            into.notes.emplace_back(
                "The table has no column for the type of employee: its figures are taken to be all employees.");
        return {};
    }

private:
    std::string_view reason_to_skip(const Observation& row, std::optional<Jurisdiction> jurisdiction,
                                    bool is_known) const {
        if (!jurisdiction) return kUnknownGeography;
        if (*jurisdiction == Jurisdiction::ca) return kWholeCountry;
        if (employees_ && !base::lower_ascii(row.members[*employees_]).starts_with("all employees"))
            return kOtherEmployees;
        if (!is_known) return kOtherIndustry;
        if (row.absence != statistics::Absence::none) return name_of(row.absence);
        return *row.value < 0 || *row.value > kMostEmployees ? kAbsurd : std::string_view{};
    }

    std::size_t industry_;
    std::optional<std::size_t> employees_;
    std::map<std::string, std::string> names_ = industry_names();
    KeyedFigures figures_{};
};

}  // namespace

GathererOrProblem gather_spending(const statistics::OfficialTable& table) {
    const auto function = dimension_with(table, "functions of government");
    if (!function) return TableProblem{"the column with the functions of government (CCOFOG) is missing"};
    return std::unique_ptr<Gatherer>{std::make_unique<SpendingFigures>(*function, dimension_with(table, "component"))};
}

GathererOrProblem gather_employment(const statistics::OfficialTable& table) {
    const auto by_code = dimension_with(table, "naics");
    const auto industry = by_code ? by_code : dimension_with(table, "industry");
    if (!industry) return TableProblem{"the column with the industries (NAICS) is missing"};
    return std::unique_ptr<Gatherer>{std::make_unique<EmploymentFigures>(*industry, dimension_with(table, "employee"))};
}

}  // namespace jobs_calculator
