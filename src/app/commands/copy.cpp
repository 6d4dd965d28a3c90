// alltogether copy
#include "platform/db/copy.h"

#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/copy_report.h"

namespace app {
namespace {

struct CopyOptions {
    std::string from, to;
    Report report = Report::text;
};

ExitCode copy(const CopyOptions& options) {
    CopyBar bar{"Copying"};
    const auto copied = db::copy_database(
        {.from = db::Location::parse(options.from), .to = db::Location::parse(options.to)}, bar.observer());
    bar.close();
    print_copied(copied, options.report);
    return ExitCode::done;
}

}  // namespace

void add_copy(Commands& commands) {
    auto options = std::make_shared<CopyOptions>();
    auto& command = commands.add(
        "copy", "Copies all rows of one database into another, empty one, of the same kind or not; compares both",
        [options] { return copy(*options); });
    command.add_option("--from", options->from, "sqlite:PATH or postgres://USER@HOST:PORT/NAME")
        ->type_name("URL")
        ->required();
    command.add_option("--to", options->to, "The same; it must hold nothing yet")->type_name("URL")->required();
    add_report_option(command, options->report);
}

}  // namespace app
