// alltogether tax payroll
#include "app/commands/tax_payroll.h"

#include <filesystem>
#include <fstream>
#include <iostream>

#include <CLI/CLI.hpp>

#include "models/budget_fairness/tax/payroll_batch.h"

namespace app {
namespace {

namespace fair = budget_fairness;

struct PayrollOptions {
    std::string batch;
    std::string out;
};

statistics::ByteSource source_of(std::ifstream& file) {
    return [&file](std::span<char> buffer) {
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        return static_cast<std::size_t>(file.gcount());
    };
}

std::vector<fair::BatchFault> read_batch(const std::string& path, const std::function<void(std::string_view)>& write) {
    std::ifstream file{path, std::ios::binary};
    if (!file || std::filesystem::is_directory(path)) throw std::runtime_error{path + " cannot be read"};
    return fair::run_payroll(source_of(file), write);
}

// The finished file takes its name only when all of it is there.
void write_file(const PayrollOptions& options) {
    const std::string unfinished = options.out + ".part";
    std::ofstream file{unfinished, std::ios::binary | std::ios::trunc};
    read_batch(options.batch, [&file](std::string_view part) { file << part; });
    file.close();
    if (!file) {
        std::filesystem::remove(unfinished);
        throw std::runtime_error{options.out + " cannot be written"};
    }
    std::filesystem::rename(unfinished, options.out);
}

// Looks at the whole file first, so that a fault on its last line costs no half-written answer.
ExitCode run_batch(const PayrollOptions& options) {
    if (!options.out.empty() && std::filesystem::is_directory(options.out))
        throw std::runtime_error{options.out + " is a folder: name a file"};
    const auto faults = read_batch(options.batch, [](std::string_view) {});
    for (const auto& fault : faults) std::cerr << options.batch << ": " << fair::text_of(fault) << '\n';
    if (!faults.empty()) return ExitCode::failed;
    if (options.out.empty())
        read_batch(options.batch, [](std::string_view part) { std::cout << part; });
    else
        write_file(options);
    return ExitCode::done;
}

}  // namespace

void add_payroll(Commands& commands, CLI::App& group, const PayrollOutcome& outcome) {
    auto options = std::make_shared<PayrollOptions>();
    auto& command = commands.add_to(
        group, "payroll",
        "Deductions from every pay of a CSV file by the official formulas (T4127): adds the columns cpp, cpp2, ei, "
        "federal_tax, provincial_tax",
        [options, outcome] {
            *outcome = ExitCode::failed;
            *outcome = run_batch(*options);
            return **outcome;
        });
    command
        .add_option("--batch", options->batch,
                    "Pays, one a line; columns by name: edition, province, pay_periods, "
                    "gross_pay, and more (docs/methods/tax_rules.md)")
        ->type_name("IN.csv")
        ->required();
    command.add_option("--out", options->out, "Where to write; standard output otherwise")->type_name("FILE");
}

}  // namespace app
