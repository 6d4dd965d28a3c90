// alltogether version
#include "app/version.h"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "platform/db/migrations.h"

namespace app {
namespace {

std::string newest_migration() {
    const auto migrations = db::built_in_migrations();
    return migrations.empty() ? "" : std::string{migrations.back().name};
}

ExitCode print_version(Report report) {
    if (report == Report::json)
        std::cout << "{\"version\": " << json_text(version())
                  << ", \"newest_migration\": " << json_text(newest_migration()) << "}\n";
    else
        std::cout << "alltogether " << version() << '\n';
    return ExitCode::done;
}

}  // namespace

void add_version(Commands& commands) {
    auto report = std::make_shared<Report>();
    auto& command = commands.add("version", "Says which version this is", [report] { return print_version(*report); });
    add_report_option(command, *report);
}

}  // namespace app
