// alltogether import statcan, list, remove
#include <fstream>
#include <iostream>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/import_report.h"
#include "features/jobs_calculator/import_service.h"
#include "models/jobs_lost/estimate.h"
#include "models/statistics/sha256.h"
#include "platform/runtime/progress.h"

namespace app {
namespace {

using jobs_calculator::Import;
using jobs_calculator::ImportedTable;
using jobs_calculator::LoadedImport;

enum class Mode : unsigned char { store, only_try };
enum class Vintage : unsigned char { not_older, any };
enum class Past : unsigned char { keep, forget };

struct ImportOptions {
    DataOptions data;
    std::filesystem::path file;
    std::string number;
    Mode mode = Mode::store;
    Vintage vintage = Vintage::not_older;
    Past past = Past::keep;
    bool has_database = true;  // a trial needs none
    Report report = Report::text;
};

std::string checksum_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    statistics::Sha256 sum;
    std::string part(std::size_t{1} << 18, '\0');
    while (in.read(part.data(), static_cast<std::streamsize>(part.size())) || in.gcount() > 0)
        sum.add(std::string_view{part}.substr(0, static_cast<std::size_t>(in.gcount())));
    return sum.hexadecimal();
}

// What is wrong with the file, a line each.
void complain(const std::filesystem::path& file, const std::vector<statistics::TableProblem>& problems) {
    for (const auto& problem : problems)
        std::cerr << "alltogether: " << file.string() << ": " << text_of(problem) << '\n';
}

std::optional<ImportedTable> read_file(const std::filesystem::path& file) {
    auto table = statistics::OfficialTable::open(file);
    if (!table) {
        complain(file, {table.error()});
        return std::nullopt;
    }
    runtime::Progress bar{"Reading", static_cast<std::int64_t>(table->bytes())};
    std::uint64_t shown = 0;
    auto imported = jobs_calculator::read_import(*table, [&](std::uint64_t bytes) {
        bar.advance(static_cast<std::int64_t>(bytes - shown));
        shown = bytes;
    });
    if (imported) return *std::move(imported);
    complain(file, imported.error());
    return std::nullopt;
}

// The year of each place's multipliers.
std::map<jobs_lost::Jurisdiction, int> multiplier_years(const ImportedTable& table) {
    std::map<jobs_lost::Jurisdiction, int> years;
    for (const auto& row : table.multipliers) years[row.jurisdiction] = row.year;
    return years;
}

// Whether the model can say what less spending on all services together does.
bool answers_everything(jobs_lost::Jurisdiction place, const jobs_lost::Economies& economies) {
    jobs_lost::Cut cut;
    cut.jurisdiction = place;
    cut.function = "all";
    cut.amount = jobs_lost::Dollars{1e6};
    return static_cast<bool>(jobs_lost::estimate_jobs_lost(cut, economies));
}

// Builds the model with the new table beside the others, so that no server meets a table that it cannot stand; notes
// which of its places go on with other figures.
void try_with(std::vector<LoadedImport> imports, LoadedImport& newest) {
    std::erase_if(imports, [&](const LoadedImport& import) { return import.table.number == newest.table.number; });
    imports.push_back(newest);
    const auto economies = jobs_lost::Economies::built_from(jobs_calculator::observations_with(std::move(imports)));
    auto& notes = newest.table.notes;
    for (const auto& [place, year] : multiplier_years(newest.table)) {
        const auto* const economy = economies.find(place);
        const auto code = std::string{code_of(place)};
        if (economy == nullptr || economy->origin != jobs_lost::Origin::published)
            notes.push_back("The figures of " + code + " are too few to be used by themselves.");
        else if (economy->base_year > year)
            notes.push_back("Of " + code + " newer figures stay in use: those of " +
                            std::to_string(economy->base_year) + ".");
        else if (!answers_everything(place, economies))
            notes.push_back("The table leaves out industries of " + code +
                            " that its governments spend on: some services "
                            "have no answer while it is in use.");
    }
}

bool is_older(const ImportedTable& table, const std::optional<Import>& present) {
    return present && present->newest_year > table.newest_year;
}

void say_it_is_older(const ImportedTable& table, const Import& present) {
    std::cerr << "alltogether: this table is of " << table.newest_year << ", older than the one of "
              << present.newest_year << " that was imported on " << date_of(present.imported_at) << " ("
              << present.file_name << "); nothing was changed. --allow-older replaces it all the same\n";
}

ExitCode import_into(db::Database& database, const ImportOptions& options, LoadedImport& import) {
    const auto& table = import.table;
    const auto present =
        database.read([&](db::Read& read) { return jobs_calculator::store::find_import(read, table.number); });
    if (options.vintage == Vintage::not_older && is_older(table, present)) {
        say_it_is_older(table, *present);
        return ExitCode::failed;
    }
    try_with(database.read(jobs_calculator::load_imports), import);
    if (options.mode == Mode::store)
        database.write([&](db::Write& write) { jobs_calculator::store::replace_import(write, table, import.file); });
    print_import({table, import.file, present, options.mode == Mode::store}, options.report);
    return ExitCode::done;
}

ExitCode import_statcan(const ImportOptions& options) {
    std::optional<Settings> settings;
    if (options.has_database) settings = read_settings(options.data, DataFolder::expect);
    auto table = read_file(options.file);
    if (!table) return ExitCode::failed;
    LoadedImport import{{options.file.filename().string(), checksum_of(options.file)}, *std::move(table)};
    if (settings) {
        auto database = open_beside_server(*settings);
        return import_into(database, options, import);
    }
    try_with({}, import);
    print_import({import.table, import.file, std::nullopt, false}, options.report);
    return ExitCode::done;
}

ExitCode list(const ImportOptions& options) {
    auto database = open_beside_server(read_settings(options.data, DataFolder::expect));
    print_imports(database.read(jobs_calculator::store::editions), options.report);
    return ExitCode::done;
}

ExitCode remove(const ImportOptions& options) {
    const auto* const known = jobs_calculator::known_table(options.number);
    const auto number = known == nullptr ? options.number : std::string{known->number};
    auto database = open_beside_server(read_settings(options.data, DataFolder::expect));
    namespace store = jobs_calculator::store;
    if (options.past == Past::forget) {
        const auto gone = database.write([&](db::Write& write) { return store::forget_imports(write, number); });
        if (gone == 0) throw std::runtime_error{"there never was an import of " + number};
        std::cout << "Removed and forgotten: links made with it lead to today's figure now.\n";
        return ExitCode::done;
    }
    if (!database.write([&](db::Write& write) { return store::remove_import(write, number); }))
        throw std::runtime_error{"there is no import of " + number};
    std::cout
        << "Removed. Running servers use the figures that ship with the program within about a second; links made "
           "with the import go on giving their figure (--forget ends that).\n";
    return ExitCode::done;
}

void add_statcan(Commands& commands, CLI::App& group) {
    auto options = std::make_shared<ImportOptions>();
    auto app = std::make_shared<CLI::App*>();
    *app = &commands.add_to(group, "statcan",
                            "A table as Statistics Canada gives it out, zip or CSV, English: multipliers (36-10-0113, "
                            "36-10-0594, 36-10-0595), spending (10-10-0005) or employment (14-10-0202)",
                            [options, app] {
                                const bool names_database = (*app)->count("--data") + (*app)->count("--database") > 0;
                                options->has_database = options->mode == Mode::store || names_database;
                                return import_statcan(*options);
                            });
    auto& command = **app;
    command.add_option("FILE", options->file, "As it was downloaded: 36100113-eng.zip")->required();
    command.add_flag_callback(
        "--dry-run", [options] { options->mode = Mode::only_try; }, "Read and check it, and change nothing");
    command.add_flag_callback(
        "--allow-older", [options] { options->vintage = Vintage::any; }, "Let it take the place of a newer one");
    add_data_options(command, options->data);
    add_report_option(command, options->report);
}

}  // namespace

void add_import(Commands& commands) {
    auto& group =
        commands.add_group("import", "Official tables for the jobs-lost calculator, and news of another site");
    add_statcan(commands, group);
    add_import_news(commands, group);
    add_import_people(commands, group);
    auto options = std::make_shared<ImportOptions>();
    auto& list_command =
        commands.add_to(group, "list", "Which tables are imported", [options] { return list(*options); });
    add_data_options(list_command, options->data);
    add_report_option(list_command, options->report);
    auto& remove_command = commands.add_to(group, "remove", "Goes back to the figures that ship with the program",
                                           [options] { return remove(*options); });
    remove_command.add_option("TABLE", options->number, "Its number: 36-10-0113")->required();
    remove_command.add_flag_callback(
        "--forget", [options] { options->past = Past::forget; },
        "Delete it and its earlier editions: links made with them lose their figure");
    add_data_options(remove_command, options->data);
}

}  // namespace app
