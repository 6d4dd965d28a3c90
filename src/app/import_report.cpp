#include "app/import_report.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <set>

#include <fmt/format.h>

#include "features/jobs_calculator/edition.h"

namespace app {
namespace {

using jobs_calculator::Import;
using jobs_calculator::ImportedTable;
using jobs_calculator::Skipped;

std::string period_of(int oldest, int newest) {
    return oldest == newest ? std::to_string(newest) : fmt::format("{} to {}", oldest, newest);
}

// The codes of the places that the table has figures of, in the order of the publisher.
std::vector<std::string_view> places_in(const ImportedTable& table) {
    std::set<jobs_lost::Jurisdiction> places;
    for (const auto& row : table.multipliers) places.insert(row.jurisdiction);
    for (const auto& row : table.spending) places.insert(row.jurisdiction);
    for (const auto& row : table.employment) places.insert(row.jurisdiction);
    std::vector<std::string_view> codes;
    for (const auto place : places) codes.push_back(jobs_lost::code_of(place));
    return codes;
}

std::string title_of(std::string_view number) {
    const auto* const known = jobs_calculator::known_table(number);
    return known == nullptr ? "" : std::string{known->title};
}

void print_skipped(const std::vector<Skipped>& all) {
    for (const auto& skipped : all) {
        std::cout << fmt::format("  {:>10}  left out: {}\n", skipped.rows, skipped.reason);
        for (const auto& example : skipped.examples)
            std::cout << fmt::format("              line {}: {}\n", example.line, example.text);
    }
}

void print_text(const ImportReport& import) {
    const auto& table = import.table;
    std::cout << fmt::format("{}: {}, {}\n", table.number, title_of(table.number),
                             period_of(table.oldest_year, table.newest_year));
    std::cout << fmt::format("  {:>10}  rows read\n  {:>10}  used, of {}\n", table.rows_read, table.rows_used,
                             fmt::join(places_in(table), " "));
    print_skipped(table.skipped);
    for (const auto& note : table.notes) std::cout << note << '\n';
    if (import.replaced)
        std::cout << fmt::format("It {} the import of {} ({}, {}).\n",
                                 import.was_stored ? "takes the place of" : "would take the place of",
                                 date_of(import.replaced->imported_at), import.replaced->file_name,
                                 period_of(import.replaced->oldest_year, import.replaced->newest_year));
    std::cout << (import.was_stored ? "Stored. Running servers use it within about a second.\n"
                                    : "Only tried: nothing was changed.\n");
}

std::string json_of(const Skipped& skipped) {
    std::string examples;
    for (const auto& example : skipped.examples)
        examples += fmt::format(R"({}{{"line": {}, "text": {}}})", examples.empty() ? "" : ", ", example.line,
                                json_text(example.text));
    return fmt::format(R"({{"reason": {}, "rows": {}, "examples": [{}]}})", json_text(skipped.reason), skipped.rows,
                       examples);
}

std::string json_of(const Import& import) {
    return fmt::format(
        R"({{"table": {}, "title": {}, "file": {}, "sha256": "{}", "oldest_year": {}, "newest_year": {}, )"
        R"("rows_read": {}, "rows_used": {}, "imported_on": "{}"}})",
        json_text(import.number), json_text(title_of(import.number)), json_text(import.file_name), import.sha256,
        import.oldest_year, import.newest_year, import.rows_read, import.rows_used, date_of(import.imported_at));
}

template <class Items, class ToJson>
std::string json_array(const Items& items, ToJson&& to_json) {
    std::string all;
    for (const auto& item : items) all += (all.empty() ? "" : ", ") + to_json(item);
    return "[" + all + "]";
}

void print_json(const ImportReport& import) {
    const auto& table = import.table;
    std::cout << fmt::format(
                     R"({{"table": {}, "title": {}, "file": {}, "sha256": "{}", "oldest_year": {}, "newest_year": {}, )"
                     R"("rows_read": {}, "rows_used": {}, "jurisdictions": {}, "skipped": {}, "notes": {}, )"
                     R"("replaced": {}, "stored": {}}})",
                     json_text(table.number), json_text(title_of(table.number)), json_text(import.file.name),
                     import.file.sha256, table.oldest_year, table.newest_year, table.rows_read, table.rows_used,
                     json_array(places_in(table), json_text),
                     json_array(table.skipped, [](const Skipped& skipped) { return json_of(skipped); }),
                     json_array(table.notes, json_text), import.replaced ? json_of(*import.replaced) : "null",
                     import.was_stored)
              << '\n';
}

}  // namespace

std::string date_of(base::Instant at) {
    const std::chrono::sys_time<std::chrono::microseconds> time{std::chrono::microseconds{at.microseconds}};
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(time)};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

void print_import(const ImportReport& import, Report report) {
    if (report == Report::json)
        print_json(import);
    else
        print_text(import);
}

namespace {

using jobs_calculator::StoredEdition;

std::string since_text(const StoredEdition& edition) {
    return edition.since.microseconds == 0 ? "the beginning" : date_of(edition.since);
}

std::string json_of(const StoredEdition& edition) {
    return fmt::format(
        R"({{"edition": "{}", "since": {}, "tables": {}}})", jobs_calculator::edition_name(edition.imports),
        edition.since.microseconds == 0 ? "null" : json_text(date_of(edition.since)),
        json_array(edition.imports, [](const Import& import) {
            return fmt::format(R"({{"table": {}, "sha256": "{}"}})", json_text(import.number), import.sha256);
        }));
}

void print_text(const std::vector<StoredEdition>& editions) {
    const auto& now = editions.back();
    for (const auto& import : now.imports)
        std::cout << fmt::format("{}  {}  {:>9} rows  imported {}  {}\n", import.number,
                                 period_of(import.oldest_year, import.newest_year), import.rows_used,
                                 date_of(import.imported_at), import.file_name);
    if (now.imports.empty()) std::cout << "Nothing is imported: the figures that ship with the program are used.\n";
    std::cout << fmt::format("Data edition {}, since {}\n", jobs_calculator::edition_name(now.imports),
                             since_text(now));
    for (std::size_t i = editions.size() - 1; i-- > 0;)
        std::cout << fmt::format("  kept for links: {}, from {} to {}\n",
                                 jobs_calculator::edition_name(editions[i].imports), since_text(editions[i]),
                                 date_of(editions[i + 1].since));
}

}  // namespace

void print_imports(const std::vector<StoredEdition>& editions, Report report) {
    if (report == Report::text) return print_text(editions);
    const auto& now = editions.back();
    std::cout << fmt::format(R"({{"imports": {}, "edition": "{}", "editions": {}}})",
                             json_array(now.imports, [](const Import& import) { return json_of(import); }),
                             jobs_calculator::edition_name(now.imports),
                             json_array(editions, [](const StoredEdition& edition) { return json_of(edition); }))
              << '\n';
}

}  // namespace app
