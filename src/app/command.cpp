#include "app/command.h"

#include <exception>
#include <iostream>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace app {
namespace {

constexpr auto kExitCodes =
    "Exit codes: 0 done, nothing wrong; 1 failed, or something was found; 2 wrong command line or configuration.";

// The line of command lines and scripts: a sentence, and whose it is.
void complain(std::string_view what) { std::cerr << "alltogether: " << what << '\n'; }

ExitCode guarded(const CommandBody& body) {
    try {
        return body();
    } catch (const runtime::ConfigFault& fault) {
        complain(fault.what());
        return ExitCode::usage;
    } catch (const std::exception& fault) {
        complain(fault.what());
        return ExitCode::failed;
    }
}

}  // namespace

Commands::Commands()
    : program_(
          std::make_unique<CLI::App>("The website of a campaign for public services, in one program.", "alltogether")) {
    program_->require_subcommand(1);
    program_->footer(kExitCodes);
}

Commands::~Commands() = default;

CLI::App& Commands::add(std::string_view name, std::string_view description, CommandBody body) {
    return add_to(*program_, name, description, std::move(body));
}

CLI::App& Commands::add_group(std::string_view name, std::string_view description) {
    auto& group = *program_->add_subcommand(std::string{name}, std::string{description});
    group.require_subcommand(1);
    group.footer(kExitCodes);
    return group;
}

CLI::App& Commands::add_to(CLI::App& group, std::string_view name, std::string_view description, CommandBody body) {
    auto& command = *group.add_subcommand(std::string{name}, std::string{description});
    command.footer(kExitCodes);
    command.callback([this, body = std::move(body)] { outcome_ = guarded(body); });
    return command;
}

void Commands::let_answer(CLI::App& group, CommandBody body) {
    group.require_subcommand(0, 1);
    group.callback([this, &group, body = std::move(body)] {
        if (group.get_subcommands().empty()) outcome_ = guarded(body);
    });
}

int Commands::run(int argument_count, const char* const* arguments) {
    try {
        program_->parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        const bool asked_for_help = program_->exit(error, std::cout, std::cerr) == 0;
        return static_cast<int>(asked_for_help ? ExitCode::done : ExitCode::usage);
    }
    std::cout.flush();
    if (!std::cout && outcome_ == ExitCode::done) {
        complain("the report could not be written");
        outcome_ = ExitCode::failed;
    }
    return static_cast<int>(outcome_);
}

void add_data_options(CLI::App& command, DataOptions& options) {
    command.add_option("--data", options.data, "Folder of the installation: configuration, database, files")
        ->type_name("DIR")
        ->capture_default_str();
    command
        .add_option("--database", options.database,
                    "sqlite:PATH or postgres://USER@HOST:PORT/NAME, in place of the configured one")
        ->type_name("URL");
    command.add_option("--set", options.sets, "Overrides a key of the configuration; repeatable. VALUE is TOML")
        ->type_name("KEY=VALUE")
        ->expected(1)
        ->take_all();
}

void add_report_option(CLI::App& command, Report& report) {
    command.add_flag_callback(
        "--json", [&report] { report = Report::json; }, "Report as one JSON object on standard output");
}

db::Database open_beside_server(const Settings& settings) {
    return db::Database{{.location = settings.database, .writer = {.postgres_lanes = 1}}};
}

std::string json_text(std::string_view text) { return boost::json::serialize(boost::json::string{text}); }

}  // namespace app
