#include "models/jobs_lost/table_file.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "base/text.h"
#include "models/statistics/csv_reader.h"
#include "models/statistics/csv_table.h"

namespace jobs_lost {
namespace {

using Problems = std::vector<TableFileProblem>;
using Unit = InputOutputTable::Unit;

constexpr std::size_t kMostProblems = 20;

struct Place {
    std::uint64_t line, column;
};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// What a person may read of a cell, whatever it holds.
std::string in_marks(std::string_view cell) {
    return "\"" + std::string{base::first_characters(base::collapse_spaces(cell), 40)} + "\"";
}

bool is_named(std::string_view cell, std::string_view name) { return base::equals_ignoring_ascii_case(cell, name); }

// Takes the file in row by row, and keeps what is wrong with it.
class TableReader {
public:
    TableReader(std::string_view csv, Unit unit) : reader_(csv, shape()), unit_(unit) { table_.unit = unit; }

    base::Result<InputOutputTable, Problems> read() {
        if (!read_header()) return problems_;
        while (reader_.next()) read_row();
        if (reader_.error()) stop(*reader_.error());
        if (!has_stopped_) complete();
        if (!problems_.empty()) return problems_;
        return std::move(table_);
    }

private:
    static statistics::CsvShape shape() {
        statistics::CsvShape shape;
        shape.limits.columns = kMostSectors + 2;
        shape.missing_fields = 1;  // the rows beneath the sectors have nothing to say about the household
        shape.limits.total_bytes = std::uint64_t{64} << 20;
        return shape;
    }

    void add(Place place, std::string what) {
        if (problems_.size() < kMostProblems) problems_.push_back({place.line, place.column, std::move(what)});
    }

    void stop(const statistics::CsvError& error) {
        has_stopped_ = true;
        if (problems_.size() == kMostProblems) problems_.pop_back();  // why it stopped matters more
        const std::string text = statistics::text_of(error);
        problems_.push_back({error.line, 0, text.substr(text.find(": ") + 2)});
    }

    bool read_header() {
        if (!reader_.next()) {
            if (reader_.error())
                stop(*reader_.error());
            else
                add({1, 0}, "the file is empty");
            return false;
        }
        const auto fields = reader_.fields();
        if (!is_named(trimmed(fields[0]), "sector"))
            add({reader_.line(), 1}, "the header must begin with the word sector");
        has_household_ = fields.size() > 1 && is_named(trimmed(fields.back()), "household");
        const std::size_t sectors = fields.size() - 1 - (has_household_ ? 1 : 0);
        if (sectors == 0) add({reader_.line(), 0}, "the header names no sector");
        if (sectors > kMostSectors) add({reader_.line(), 0}, "the table has more than 1500 sectors");
        for (std::size_t j = 0; j < sectors; ++j) take_code(trimmed(fields[j + 1]), j);
        if (!problems_.empty()) return false;
        prepare();
        return true;
    }

    void take_code(std::string_view code, std::size_t sector) {
        const Place place{reader_.line(), sector + 2};
        if (code.empty()) return add(place, "a sector has no code");
        if (is_row_name(code))
            return add(place, in_marks(code) + " is no code of a sector: it has a meaning of its own");
        if (!rows_.emplace(std::string{code}, sector).second)
            return add(place, "two sectors have the code " + in_marks(code));
        table_.codes.emplace_back(code);
    }

    static bool is_row_name(std::string_view name) {
        return is_named(name, "output") || is_named(name, "jobs") || is_named(name, "labour_income") ||
               is_named(name, "household");
    }

    void prepare() {
        const std::size_t size = table_.codes.size();
        table_.flows = Grid{{size, size}};
        seen_.assign(size, false);
        if (has_household_)
            table_.household.emplace(HouseholdSector{std::vector<double>(size, 0.0), std::nullopt, 0.0});
    }

    void read_row() {
        const std::string_view name = trimmed(reader_.fields()[0]);
        const bool is_short = reader_.fields().size() < table_.size() + (has_household_ ? 2 : 1);
        if (is_short && !(has_household_ && is_row_name(name))) {
            has_stopped_ = true;  // what else is missing would only say this again
            return add({reader_.line(), 0}, "the record has not as many fields as the first");
        }
        if (is_named(name, "output")) return read_output();
        if (is_named(name, "jobs")) return read_factor(table_.jobs);
        if (is_named(name, "labour_income") || is_named(name, "household")) return read_factor(table_.labour_income);
        const auto found = rows_.find(name);
        if (found == rows_.end())
            return add({reader_.line(), 1}, "the row " + in_marks(name) + " is no sector of the header");
        if (seen_[found->second]) return add({reader_.line(), 1}, "the sector " + in_marks(name) + " has two rows");
        seen_[found->second] = true;
        read_flows(found->second);
    }

    void read_flows(std::size_t sector) {
        for (std::size_t j = 0; j < table_.size(); ++j) table_.flows[{sector, j}] = number_at(j + 1).value_or(0.0);
        if (table_.household) table_.household->purchases[sector] = number_at(table_.size() + 1).value_or(0.0);
    }

    void read_output() {
        if (unit_ == Unit::coefficients) return add({reader_.line(), 1}, "a table of coefficients has no row output");
        if (!table_.output.empty()) return add({reader_.line(), 1}, "there are two rows output");
        table_.output = required_numbers();
        if (!table_.household) return;
        const auto income = number_at(table_.size() + 1);
        if (income && *income != 0.0) table_.household->income = income;
    }

    void read_factor(std::optional<std::vector<double>>& row) {
        const bool is_income = &row == &table_.labour_income;
        if (row)
            return add({reader_.line(), 1}, is_income ? "there are two rows labour_income" : "there are two rows jobs");
        row = required_numbers();
        if (!table_.household) return;
        const auto own = number_at(table_.size() + 1);
        if (is_income) table_.household->own_labour_income = own.value_or(0.0);
    }

    std::vector<double> required_numbers() {
        std::vector<double> numbers(table_.size(), 0.0);
        for (std::size_t j = 0; j < numbers.size(); ++j) {
            const auto number = number_at(j + 1);
            if (!number && trimmed(reader_.fields()[j + 1]).empty())
                add({reader_.line(), j + 2}, "the figure of sector " + in_marks(table_.codes[j]) + " is missing");
            numbers[j] = number.value_or(0.0);
        }
        return numbers;
    }

    // The number in the field; none where it is empty, and none with a problem where it is no number.
    std::optional<double> number_at(std::size_t field) {
        if (field >= reader_.fields().size()) return std::nullopt;
        const std::string_view cell = trimmed(reader_.fields()[field]);
        if (cell.empty()) return std::nullopt;
        const auto number = statistics::number_of(cell);
        if (!number) add({reader_.line(), field + 1}, "this is no number: " + in_marks(cell));
        return number;
    }

    // What can only be missed at the end.
    void complete() {
        const Place end{reader_.line(), 0};
        for (std::size_t i = 0; i < seen_.size(); ++i)
            if (!seen_[i]) add(end, "the sector " + in_marks(table_.codes[i]) + " has no row");
        if (unit_ == Unit::flows && table_.output.empty()) add(end, "the row output is missing");
        if (!table_.labour_income) table_.household.reset();  // a column alone does not close the model
    }

    statistics::CsvReader reader_;
    Unit unit_;
    InputOutputTable table_{};
    Problems problems_{};
    std::map<std::string, std::size_t, std::less<>> rows_{};
    std::vector<bool> seen_{};
    bool has_household_ = false;
    bool has_stopped_ = false;
};

}  // namespace

std::string text_of(const TableFileProblem& problem) {
    std::string text = "line " + std::to_string(problem.line);
    if (problem.column > 0) text += ", column " + std::to_string(problem.column);
    return text + ": " + problem.what;
}

base::Result<InputOutputTable, Problems> read_table(std::string_view csv, Unit unit) {
    return TableReader{csv, unit}.read();
}

}  // namespace jobs_lost
