// alltogether backup
#include "platform/db/backup.h"

#include <filesystem>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/copy_report.h"
#include "app/stored_files.h"

namespace app {
namespace {

struct BackupOptions {
    DataOptions data;
    std::filesystem::path file;
    Report report = Report::text;
};

ExitCode backup(const BackupOptions& options) {
    const auto settings = read_settings(options.data, DataFolder::expect);
    CopyBar bar{"Backing up"};
    db::back_up(settings.database, options.file, bar.observer(),
                [&](const db::AddFile& add) { pack_files(settings, add); });
    bar.close();
    const auto bytes = std::filesystem::file_size(options.file);
    if (options.report == Report::json)
        std::cout << "{\"file\": " << json_text(options.file.string()) << ", \"bytes\": " << bytes << "}\n";
    else
        std::cout << options.file.string() << " holds the whole database and its files (" << bytes
                  << " bytes), its secret among it: keep it as safe as the original.\n";
    return ExitCode::done;
}

}  // namespace

void add_backup(Commands& commands) {
    auto options = std::make_shared<BackupOptions>();
    auto& command = commands.add(
        "backup", "Writes the whole database and its pictures into one new file, beside a running server or not",
        [options] { return backup(*options); });
    command.add_option("FILE", options->file, "The file to write; one that exists is left alone")->required();
    add_data_options(command, options->data);
    add_report_option(command, options->report);
}

}  // namespace app
