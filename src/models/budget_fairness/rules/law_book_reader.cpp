#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "models/budget_fairness/rules/law_book.h"
#include "models/statistics/csv_table.h"

namespace budget_fairness {
namespace {

using statistics::CsvRow;
using statistics::CsvTable;

constexpr double kMostDollars = 10'000'000;
constexpr double kOldestAge = 130;
constexpr double kHighestCount = 100;

constexpr std::string_view kConcernNames[] = {"everyone", "workers", "aged_60",           "aged_65",    "aged_70",
                                              "spouses",  "parents", "disabled_children", "low_income", "working_poor"};

// Gathers faults of one file.
class Faults {
public:
    Faults(std::string_view file, std::vector<LawFault>& all) : file_(file), all_(all) {}
    void add(std::uint64_t line, std::string what) {
        if (all_.size() < kMostFaults) all_.push_back({file_, line, std::move(what)});
    }

private:
    std::string_view file_;
    std::vector<LawFault>& all_;
};

// Texts of a rule file come back in messages: short, and without line ends.
std::string quoted(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    std::string shown{text.substr(0, kLongest)};
    std::ranges::replace_if(shown, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return "\"" + shown + (text.size() > kLongest ? "...\"" : "\"");
}

std::optional<CsvTable> open_table(std::string_view text, std::initializer_list<std::string_view> columns,
                                   Faults& faults) {
    auto table = CsvTable::read(text);
    if (!table) {
        faults.add(table.error().line, statistics::text_of(table.error()));
        return std::nullopt;
    }
    for (const auto column : columns) {
        if (table->has_column(column)) continue;
        faults.add(1, "the column " + std::string{column} + " is missing");
        return std::nullopt;
    }
    return *std::move(table);
}

std::optional<Date> read_date(std::string_view text) {
    constexpr std::size_t kLength = 10;
    if (text.size() != kLength || text[4] != '-' || text[7] != '-') return std::nullopt;
    int year = 0;
    unsigned month = 0, day = 0;
    const auto whole = [](std::string_view digits, auto& number) {
        const auto end = digits.data() + digits.size();
        const auto read = std::from_chars(digits.data(), end, number);
        return read.ec == std::errc{} && read.ptr == end && digits.front() != '-';
    };
    if (!whole(text.substr(0, 4), year) || !whole(text.substr(5, 2), month) || !whole(text.substr(8, 2), day))
        return std::nullopt;
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<Jurisdiction> read_jurisdiction(const CsvRow& row, Faults& faults) {
    const auto jurisdiction = find_jurisdiction(row["jurisdiction"]);
    if (!jurisdiction) faults.add(row.line(), quoted(row["jurisdiction"]) + " is no jurisdiction");
    return jurisdiction;
}

std::optional<Validity> read_validity(const CsvRow& row, Faults& faults) {
    const auto from = read_date(row["from"]), to = read_date(row["to"]);
    if (!from || !to) {
        faults.add(row.line(), quoted(from ? row["to"] : row["from"]) + " is no date like 2025-01-31");
        return std::nullopt;
    }
    if (*from > *to) {
        faults.add(row.line(), "it ends before it begins");
        return std::nullopt;
    }
    return Validity{*from, *to};
}

// nullopt and a fault for what is no number or no possible one.
std::optional<double> read_amount(const CsvRow& row, std::string_view column, std::string_view unit, Faults& faults) {
    const auto value = row.number(column);
    const auto refuse = [&](std::string_view why) {
        faults.add(row.line(), quoted(row[column]) + std::string{why});
        return std::nullopt;
    };
    if (!value) return refuse(" is no number");
    if (unit == "rate" && (*value < 0 || *value > 1)) return refuse(": a rate must lie between 0 and 1");
    if (unit == "flag" && *value != 0 && *value != 1) return refuse(": a flag is 0 or 1");
    if (unit == "dollars" && (*value < 0 || *value > kMostDollars))
        return refuse(": an amount must lie between 0 and ten millions");
    if (unit == "years" && (*value < 0 || *value > kOldestAge)) return refuse(": an age must lie between 0 and 130");
    if (unit == "count" && (*value < 0 || *value > kHighestCount))
        return refuse(": a count must lie between 0 and 100");
    return value;
}

bool is_unit(std::string_view unit) {
    constexpr std::string_view kUnits[] = {"dollars", "rate", "years", "count", "flag"};
    return std::ranges::find(kUnits, unit) != std::end(kUnits);
}

// Is there a parameter of this name for this government?
bool is_known(Jurisdiction jurisdiction, std::string_view parameter) {
    RuleSet rules;
    if (jurisdiction != Jurisdiction::canada) rules.jurisdiction = jurisdiction;
    return find_parameter(rules, std::string{code(jurisdiction)} + "." + std::string{parameter}) != nullptr;
}

bool is_source(const LawBook& book, std::string_view key) {
    return std::ranges::find(book.sources, key, &Source::key) != book.sources.end();
}

void read_sources(std::string_view text, LawBook& book, std::vector<LawFault>& all) {
    Faults faults{"sources", all};
    const auto table = open_table(text, {"source", "publisher", "title", "link"}, faults);
    if (!table) return;
    for (const auto& row : table->rows()) {
        if (row["source"].empty() || is_source(book, row["source"]))
            faults.add(row.line(), "the source " + quoted(row["source"]) + " is empty or stands there twice");
        if (!row["link"].starts_with("https://")) faults.add(row.line(), quoted(row["link"]) + " is no https address");
        book.sources.push_back({std::string{row["source"]}, std::string{row["publisher"]}, std::string{row["title"]},
                                std::string{row["link"]}});
    }
}

void read_value(const CsvRow& row, LawBook& book, Faults& faults) {
    const auto jurisdiction = read_jurisdiction(row, faults);
    const auto validity = read_validity(row, faults);
    if (!is_unit(row["unit"])) return faults.add(row.line(), quoted(row["unit"]) + " is no unit");
    const auto value = read_amount(row, "value", row["unit"], faults);
    if (!is_source(book, row["source"])) faults.add(row.line(), quoted(row["source"]) + " is no source");
    if (!jurisdiction || !validity || !value) return;
    if (!is_known(*jurisdiction, row["parameter"]))
        return faults.add(row.line(), quoted(row["parameter"]) + " is no parameter");
    book.values.push_back(
        {*jurisdiction, std::string{row["parameter"]}, *validity, *value, std::string{row["source"]}});
}

// Of two neighbours in the order of name and date, does the second begin before the first has ended?
template <class Dated>
void refuse_overlaps(const std::vector<Dated>& all, std::string Dated::* name, Faults& faults) {
    std::vector<const Dated*> ordered;
    for (const auto& dated : all) ordered.push_back(&dated);
    const auto key = [&](const Dated* d) { return std::tuple{d->jurisdiction, std::string_view{d->*name}}; };
    std::ranges::sort(ordered, [&](const Dated* a, const Dated* b) {
        return std::tuple{key(a), a->validity.from} < std::tuple{key(b), b->validity.from};
    });
    for (std::size_t i = 1; i < ordered.size(); ++i)
        if (key(ordered[i - 1]) == key(ordered[i]) && ordered[i]->validity.from <= ordered[i - 1]->validity.to)
            faults.add(0, std::string{code(ordered[i]->jurisdiction)} + "." + ordered[i]->*name +
                              " has two values on one day");
}

void read_parameters(std::string_view text, LawBook& book, std::vector<LawFault>& all) {
    Faults faults{"parameters", all};
    const auto table = open_table(text, {"jurisdiction", "parameter", "from", "to", "value", "unit", "source"}, faults);
    if (!table) return;
    for (const auto& row : table->rows()) read_value(row, book, faults);
    refuse_overlaps(book.values, &DatedValue::parameter, faults);
}

bool same_place(const DatedSchedule& schedule, const CsvRow& row, const Validity& validity) {
    return code(schedule.jurisdiction) == row["jurisdiction"] && schedule.name == row["schedule"] &&
           schedule.validity.from == validity.from && schedule.validity.to == validity.to;
}

// A schedule that this row belongs to: the last one, or a new one.
DatedSchedule& schedule_of(const CsvRow& row, const Validity& validity, LawBook& book) {
    if (book.schedules.empty() || !same_place(book.schedules.back(), row, validity))
        book.schedules.push_back({.jurisdiction = *find_jurisdiction(row["jurisdiction"]),
                                  .name = std::string{row["schedule"]},
                                  .validity = validity,
                                  .schedule = {},
                                  .source = std::string{row["source"]}});
    return book.schedules.back();
}

void take_step(const CsvRow& row, DatedSchedule& dated, Faults& faults) {
    const auto above = read_amount(row, "above", "dollars", faults);
    const auto rate = read_amount(row, "rate", "rate", faults);
    if (!above || !rate) return;
    auto& schedule = dated.schedule;
    if (schedule.count == kMostSteps) return faults.add(row.line(), "more steps than a schedule can have");
    if (schedule.count == 0 && dated.name == "brackets" && *above != 0)
        faults.add(row.line(), "the first bracket must begin at 0");
    if (schedule.count > 0 && *above <= schedule.above[schedule.count - 1])
        return faults.add(row.line(),
                          "brackets out of order: " + quoted(row["above"]) + " is not above the one before");
    schedule.above[schedule.count] = *above;
    schedule.rate[schedule.count] = *rate;
    ++schedule.count;
}

void read_schedules(std::string_view text, LawBook& book, std::vector<LawFault>& all) {
    Faults faults{"schedules", all};
    const auto table = open_table(text, {"jurisdiction", "schedule", "from", "to", "above", "rate", "source"}, faults);
    if (!table) return;
    for (const auto& row : table->rows()) {
        const auto jurisdiction = read_jurisdiction(row, faults);
        const auto validity = read_validity(row, faults);
        if (!is_source(book, row["source"])) faults.add(row.line(), quoted(row["source"]) + " is no source");
        if (!jurisdiction || !validity) continue;
        if (!is_known(*jurisdiction, std::string{row["schedule"]} + ".0.rate"))
            faults.add(row.line(), quoted(row["schedule"]) + " is no schedule");
        else
            take_step(row, schedule_of(row, *validity, book), faults);
    }
    refuse_overlaps(book.schedules, &DatedSchedule::name, faults);
}

void read_expectation(const CsvRow& row, LawBook& book, Faults& faults) {
    const auto jurisdiction = read_jurisdiction(row, faults);
    const auto validity = read_validity(row, faults);
    const auto concerns = std::ranges::find(kConcernNames, row["concerns"]);
    const bool is_required = row["concerns"] == "required";
    if (concerns == std::end(kConcernNames) && !is_required)
        return faults.add(row.line(), quoted(row["concerns"]) + " says of nobody that it concerns them");
    if (!jurisdiction || !validity) return;
    if (!row["probe"].empty() && !is_known(*jurisdiction, row["probe"]))
        return faults.add(row.line(), quoted(row["probe"]) + " is no parameter");
    book.expectations.push_back(
        {.jurisdiction = *jurisdiction,
         .what = std::string{row["what"]},
         .probe = std::string{row["probe"]},
         .concerns = is_required ? Concerns::everyone : static_cast<Concerns>(concerns - std::begin(kConcernNames)),
         .is_required = is_required,
         .validity = *validity,
         .note = std::string{row["note"]}});
}

void read_coverage(std::string_view text, LawBook& book, std::vector<LawFault>& all) {
    Faults faults{"coverage", all};
    const auto table = open_table(text, {"jurisdiction", "what", "probe", "concerns", "from", "to", "note"}, faults);
    if (!table) return;
    for (const auto& row : table->rows()) read_expectation(row, book, faults);
}

}  // namespace

std::string text_of(const LawFault& fault) {
    const std::string place = fault.line == 0 ? "" : ", line " + std::to_string(fault.line);
    return std::string{fault.file} + place + ": " + fault.what;
}

base::Result<LawBook, std::vector<LawFault>> read_law_book(const LawTexts& texts) {
    LawBook book;
    std::vector<LawFault> faults;
    read_sources(texts.sources, book, faults);
    read_parameters(texts.parameters, book, faults);
    read_schedules(texts.schedules, book, faults);
    read_coverage(texts.coverage, book, faults);
    if (!faults.empty()) return faults;
    return book;
}

}  // namespace budget_fairness
