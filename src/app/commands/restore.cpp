// alltogether restore
#include <filesystem>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/copy_report.h"
#include "app/stored_files.h"
#include "platform/db/backup.h"

namespace app {
namespace {

struct RestoreOptions {
    DataOptions data;
    std::filesystem::path file;
    Report report = Report::text;
};

constexpr auto kHowTo =
    " exists already, and a restore never overwrites. Stop the server, move that file (and -wal, -shm beside it) away "
    "or name another folder with --data, then run the restore again.";

void expect_no_database(const db::Location& location) {
    if (location.kind == db::Location::Kind::sqlite && std::filesystem::exists(location.address))
        throw std::runtime_error{location.address + kHowTo};
}

ExitCode restore(const RestoreOptions& options) {
    db::expect_backup(options.file);
    const auto settings = read_settings(options.data, DataFolder::create);
    expect_no_database(settings.database);
    unpack_files(options.file, settings);
    CopyBar bar{"Restoring"};
    const auto copied = db::copy_database(
        {.from = {db::Location::Kind::sqlite, options.file.string()}, .to = settings.database}, bar.observer());
    bar.close();
    print_copied(copied, options.report);
    return ExitCode::done;
}

}  // namespace

void add_restore(Commands& commands) {
    auto options = std::make_shared<RestoreOptions>();
    auto& command =
        commands.add("restore", "Brings a backup back, into a data folder or database that holds nothing yet",
                     [options] { return restore(*options); });
    command.add_option("FILE", options->file, "What `alltogether backup` wrote")->required();
    add_data_options(command, options->data);
    add_report_option(command, options->report);
}

}  // namespace app
