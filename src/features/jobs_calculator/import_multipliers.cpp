// Multipliers: 36-10-0113, 36-10-0594, 36-10-0595.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include "base/text.h"
#include "features/jobs_calculator/import_gatherer.h"

namespace jobs_calculator {
namespace {

using jobs_lost::Coverage;
using jobs_lost::Jurisdiction;
using jobs_lost::MultiplierObservation;
using jobs_lost::Variable;
using statistics::Observation;
using statistics::TableProblem;

constexpr std::string_view kOlderYear = "an older year: of each place the newest is used";
constexpr std::string_view kOtherVariable = "a variable that the model does not use";
constexpr std::string_view kOtherType = "a multiplier type that is not known";
constexpr std::string_view kOtherCoverage = "a geographical coverage that is not known";
constexpr std::string_view kNoCode = "the industry has no single code";
constexpr std::string_view kDoesNotAddUp =
    "the figures do not add up: direct + indirect = simple, simple + induced = total";
constexpr double kLargest = 1e5;         // jobs per million dollars; dollars per dollar are far below
constexpr std::size_t kMostWrong = 100;  // one row in so many may fail to add up

template <class Value>
struct Word {
    std::string_view text;
    Value value;
};

constexpr std::array kVariables{Word{"Output", Variable::output}, Word{"Jobs", Variable::jobs},
                                Word{"Gross domestic product (GDP) at basic prices", Variable::gdp},
                                Word{"Labour income", Variable::labour_income}};
constexpr std::array kCoverages{Word{"Within province", Coverage::within_province},
                                Word{"All provinces", Coverage::all_provinces}};
using Field = std::optional<double> MultiplierObservation::*;
constexpr std::array kTypes{Word<Field>{"Direct multiplier", &MultiplierObservation::direct},
                            Word<Field>{"Indirect multiplier", &MultiplierObservation::indirect},
                            Word<Field>{"Induced multiplier", &MultiplierObservation::induced},
                            Word<Field>{"Simple multiplier", &MultiplierObservation::simple},
                            Word<Field>{"Total multiplier", &MultiplierObservation::total},
                            Word<Field>{"Type I multiplier", &MultiplierObservation::type1},
                            Word<Field>{"Type II multiplier", &MultiplierObservation::type2}};

// The meaning of a member, blanks and letters' case aside.
template <class Value, std::size_t Size>
std::optional<Value> meaning(const std::array<Word<Value>, Size>& words, std::string_view text) {
    const auto tidy = base::collapse_spaces(text);
    const auto found = std::ranges::find_if(
        words, [&tidy](const Word<Value>& word) { return base::equals_ignoring_ascii_case(word.text, tidy); });
    return found == words.end() ? std::nullopt : std::optional{found->value};
}

struct Places {
    std::size_t type, variable, industry;
    std::optional<std::size_t> coverage;
};

// One industry and variable, and where in the file it begins.
struct GatheredRow {
    MultiplierObservation figures;
    std::uint64_t line;
    std::uint64_t cells;
};

// What a row of the file is about.
struct Subject {
    Jurisdiction jurisdiction;
    Coverage coverage;
    Variable variable;
    Field field;
    std::string code, label;
};

bool is_near(double left, double right, double tolerance) { return std::abs(left - right) <= tolerance + 1e-9; }

// Whether published = numerator / denominator may be, all three rounded by at most `half`.
bool is_quotient(const std::optional<double>& published, const std::optional<double>& numerator,
                 const std::optional<double>& denominator, double half) {
    if (!published || !numerator || !denominator || *denominator <= half) return true;
    const auto lowest = (*numerator - half) / (*denominator + half) - half;
    const auto highest = (*numerator + half) / (*denominator - half) + half;
    return *published >= lowest - 1e-9 && *published <= highest + 1e-9;
}

// The identities of the publisher, within the rounding of the figures that stand in them.
bool adds_up(const MultiplierObservation& row) {
    const double half = 0.5 * std::pow(10.0, -row.decimals);
    const auto direct = row.variable == Variable::output && !row.direct ? std::optional{1.0} : row.direct;
    if (row.simple && direct && row.indirect && !is_near(*row.simple, *direct + *row.indirect, 3 * half)) return false;
    if (row.total && row.simple && row.induced && !is_near(*row.total, *row.simple + *row.induced, 3 * half))
        return false;
    return is_quotient(row.type1, row.simple, direct, half) && is_quotient(row.type2, row.total, direct, half);
}

class MultiplierFigures : public Gatherer {
public:
    explicit MultiplierFigures(const Places& places) : places_(places) {}

    std::optional<TableProblem> take(const Observation& row, SkipList& skipped) override {
        std::string_view reason;
        const auto subject = subject_of(row, reason);
        if (!subject) {
            skipped.add(reason, row);
            return std::nullopt;
        }
        if (!make_room_for(subject->jurisdiction, row, skipped)) return std::nullopt;
        return enter(*subject, row, skipped);
    }

    std::vector<TableProblem> finish(ImportedTable& into, SkipList& skipped) override {
        std::size_t all = 0;
        std::vector<const GatheredRow*> wrong;
        for (auto& [jurisdiction, year] : years_) {
            for (const auto& [key, row] : year.rows) {
                ++all;
                if (!adds_up(row.figures)) wrong.push_back(&row);
            }
        }
        if (wrong.size() * kMostWrong > all) return too_many_wrong(wrong, all);
        for (const auto* const row : wrong)
            skipped.add(kDoesNotAddUp, {row->line, row->figures.label + " [" + row->figures.industry + "]"},
                        row->cells);
        hand_over(into);
        return {};
    }

private:
    using Key = std::tuple<Coverage, Variable, std::string>;
    struct Year {
        int year = 0;
        std::uint64_t first_line = 0;
        std::map<Key, GatheredRow> rows{};
    };

    // What the row is about; nullopt and the reason when it is of no use.
    std::optional<Subject> subject_of(const Observation& row, std::string_view& reason) const {
        const auto refuse = [&reason](std::string_view why) {
            reason = why;
            return std::nullopt;
        };
        const auto jurisdiction = jurisdiction_in(row);
        if (!jurisdiction) return refuse(kUnknownGeography);
        const auto variable = meaning(kVariables, row.members[places_.variable]);
        if (!variable) return refuse(kOtherVariable);
        const auto field = meaning(kTypes, row.members[places_.type]);
        if (!field) return refuse(kOtherType);
        const auto coverage = places_.coverage ? meaning(kCoverages, row.members[*places_.coverage])
                                               : std::optional{Coverage::within_province};
        if (!coverage) return refuse(kOtherCoverage);
        const auto industry = statistics::member_of(row.members[places_.industry]);
        if (industry.codes.size() != 1) return refuse(kNoCode);
        if (row.absence != statistics::Absence::none) return refuse(name_of(row.absence));
        if (std::abs(*row.value) > kLargest) return refuse(kAbsurd);
        return Subject{*jurisdiction,
                       *coverage,
                       *variable,
                       *field,
                       std::string{industry.codes.front()},
                       std::string{industry.name}};
    }

    // false: the row is of an older year than what is there already. A newer year sends the older away.
    bool make_room_for(Jurisdiction jurisdiction, const Observation& row, SkipList& skipped) {
        auto& year = years_[jurisdiction];
        if (row.period.year < year.year) {
            skipped.add(kOlderYear, row);
            return false;
        }
        if (row.period.year == year.year) return true;
        std::uint64_t cells = 0;
        for (const auto& [key, gathered] : year.rows) cells += gathered.cells;
        if (cells > 0)
            skipped.add(kOlderYear,
                        {year.first_line, "all of " + std::string{row.geography} + " " + std::to_string(year.year)},
                        cells);
        year = {row.period.year, row.line, {}};
        return true;
    }

    std::optional<TableProblem> enter(const Subject& subject, const Observation& row, SkipList& skipped) {
        auto& rows = years_[subject.jurisdiction].rows;
        const auto [at, is_new] = rows.try_emplace({subject.coverage, subject.variable, subject.code});
        auto& gathered = at->second;
        if (is_new) {
            gathered.line = row.line;
            gathered.figures = {.jurisdiction = subject.jurisdiction,
                                .year = row.period.year,
                                .coverage = subject.coverage,
                                .variable = subject.variable,
                                .industry = subject.code,
                                .label = subject.label,
                                .decimals = row.decimals,
                                .direct = {},
                                .indirect = {},
                                .induced = {},
                                .simple = {},
                                .total = {},
                                .type1 = {},
                                .type2 = {}};
        }
        auto& field = gathered.figures.*subject.field;
        if (field) {
            if (auto problem = different_figures(row, *field)) return problem;
            skipped.add(kTwice, row);
            return std::nullopt;
        }
        field = *row.value;
        gathered.figures.decimals = std::min(gathered.figures.decimals, row.decimals);
        ++gathered.cells;
        return std::nullopt;
    }

    static std::vector<TableProblem> too_many_wrong(const std::vector<const GatheredRow*>& wrong, std::size_t all) {
        constexpr std::size_t kShown = 5;
        std::vector<TableProblem> problems{{std::to_string(wrong.size()) + " of " + std::to_string(all) +
                                            " industries and variables: " + std::string{kDoesNotAddUp}}};
        for (const auto* const row : wrong) {
            if (problems.size() > kShown) break;
            problems.push_back({row->figures.label + " [" + row->figures.industry + "] does not add up", row->line});
        }
        return problems;
    }

    void hand_over(ImportedTable& into) {
        for (auto& [jurisdiction, year] : years_) {
            for (auto& [key, row] : year.rows) {
                if (!adds_up(row.figures)) continue;
                into.rows_used += row.cells;
                into.newest_year = std::max(into.newest_year, year.year);
                into.oldest_year = into.oldest_year == 0 ? year.year : std::min(into.oldest_year, year.year);
                into.multipliers.push_back(std::move(row.figures));
            }
        }
        if (!places_.coverage)
            into.notes.emplace_back(
                "The table has no column for the geographical coverage: its figures are taken to be within the place.");
    }

    Places places_;
    std::map<Jurisdiction, Year> years_{};
};

}  // namespace

GathererOrProblem gather_multipliers(const statistics::OfficialTable& table) {
    const auto type = dimension_with(table, "multiplier type");
    const auto variable = dimension_with(table, "variable");
    const auto industry = dimension_with(table, "industry");
    if (!type || !variable || !industry)
        return TableProblem{
            "a table of multipliers has the columns Multiplier type, Variable and Industry; one is missing"};
    return std::unique_ptr<Gatherer>{
        std::make_unique<MultiplierFigures>(Places{*type, *variable, *industry, dimension_with(table, "coverage")})};
}

}  // namespace jobs_calculator
