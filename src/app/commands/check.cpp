// alltogether check
#include "platform/db/check.h"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/composition.h"
#include "app/configuration_check.h"
#include "platform/runtime/progress.h"

namespace app {
namespace {

struct CheckOptions {
    DataOptions data;
    Report report = Report::text;
};

// One check and what it found.
struct Checked {
    std::string name;
    std::vector<std::string> findings;
};

Checked run(const ports::Check& check, db::Database& database) {
    Checked checked{check.name, {}};
    const auto found = database.read([&check](db::Read& read) { return check.run(read); });
    for (const auto& finding : found) checked.findings.push_back(finding.text);
    return checked;
}

std::vector<Checked> run_all(const Settings& settings) {
    std::vector<Checked> all{{"configuration", problems_of_configuration(settings)}};
    auto database = open_beside_server(settings);
    House house{settings, database};
    plug_in_slices(house);
    runtime::Progress progress{"Checking", static_cast<std::int64_t>(house.checks.size()) + 1};
    all.push_back({"database", db::problems_of_database(settings.database)});
    progress.advance();
    for (const auto& check : house.checks) {
        all.push_back(run(check, database));
        progress.advance();
    }
    return all;
}

void print_text(const std::vector<Checked>& all) {
    for (const auto& checked : all) {
        std::cout << (checked.findings.empty() ? "ok     " : "wrong  ") << checked.name << '\n';
        for (const auto& finding : checked.findings) std::cout << "         " << finding << '\n';
    }
}

void print_json(const std::vector<Checked>& all) {
    std::cout << "{\"checks\": [";
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::cout << (i == 0 ? "" : ", ") << "{\"name\": " << json_text(all[i].name) << ", \"findings\": [";
        for (std::size_t j = 0; j < all[i].findings.size(); ++j)
            std::cout << (j == 0 ? "" : ", ") << json_text(all[i].findings[j]);
        std::cout << "]}";
    }
    std::cout << "]}\n";
}

ExitCode check(const CheckOptions& options) {
    const auto settings = read_settings(options.data, DataFolder::expect);
    const auto all = run_all(settings);
    if (options.report == Report::json)
        print_json(all);
    else
        print_text(all);
    const bool is_fine = std::ranges::all_of(all, [](const Checked& checked) { return checked.findings.empty(); });
    return is_fine ? ExitCode::done : ExitCode::failed;
}

}  // namespace

void add_check(Commands& commands) {
    auto options = std::make_shared<CheckOptions>();
    auto& command = commands.add(
        "check",
        "Recounts what is counted, looks for rows that point at nothing, and reads the configuration critically",
        [options] { return check(*options); });
    add_data_options(command, options->data);
    add_report_option(command, options->report);
}

}  // namespace app
