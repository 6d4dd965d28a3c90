// alltogether io multipliers
#include <fstream>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/jobs_report.h"
#include "models/jobs_lost/multipliers.h"
#include "models/jobs_lost/table_file.h"

namespace app {
namespace {

struct MultiplierOptions {
    std::string table;
    bool has_coefficients = false;
    Report report = Report::text;
};

// The whole file; "-" is standard input.
std::string read_file(const std::string& name) {
    constexpr std::size_t kMostBytes = std::size_t{256} << 20;
    std::ifstream file;
    if (name != "-") file.open(name, std::ios::binary);
    auto& in = name == "-" ? std::cin : file;
    std::string bytes;
    std::string part(std::size_t{1} << 16, '\0');
    while (in.read(part.data(), static_cast<std::streamsize>(part.size())) || in.gcount() > 0) {
        bytes.append(part, 0, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > kMostBytes) throw std::runtime_error{name + " is too large for a table"};
    }
    if (!in.eof()) throw std::runtime_error{name + " cannot be read"};
    return bytes;
}

ExitCode multipliers(const MultiplierOptions& options) {
    using Unit = jobs_lost::InputOutputTable::Unit;
    const auto csv = read_file(options.table);
    const auto table = jobs_lost::read_table(csv, options.has_coefficients ? Unit::coefficients : Unit::flows);
    if (!table) {
        for (const auto& problem : table.error())
            std::cerr << "alltogether: " << options.table << ": " << text_of(problem) << '\n';
        return ExitCode::usage;
    }
    const auto sectors = jobs_lost::multipliers_of(*table);
    if (!sectors) {
        for (const auto& problem : sectors.error())
            std::cerr << "alltogether: " << options.table << ": " << problem.field
                      << (problem.field.empty() ? "" : ": ") << problem.message.key() << '\n';
        return ExitCode::usage;
    }
    print_multipliers(*sectors, options.report);
    return ExitCode::done;
}

}  // namespace

void add_io(Commands& commands) {
    auto& group = commands.add_group("io", "Input-output economics on tables of your own");
    auto options = std::make_shared<MultiplierOptions>();
    auto& command =
        commands.add_to(group, "multipliers",
                        "The multipliers of an input-output table: simple, and with a household row and column total",
                        [options] { return multipliers(*options); });
    command
        .add_option("--table", options->table,
                    "CSV: header sector,CODE,...[,household]; a row for each sector with what it sells to each column; "
                    "rows output, jobs, labour_income. - reads standard input")
        ->type_name("FILE")
        ->required();
    command.add_flag("--coefficients", options->has_coefficients,
                     "All cells are per unit of output already, and there is no row output");
    add_report_option(command, options->report);
}

}  // namespace app
