// alltogether migrate
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "platform/db/migrations.h"

namespace app {
namespace {

struct MigrateOptions {
    DataOptions data;
    Report report = Report::text;
};

void print_json(const std::vector<std::string>& ran) {
    std::cout << "{\"ran\": [";
    for (std::size_t i = 0; i < ran.size(); ++i) std::cout << (i == 0 ? "" : ", ") << json_text(ran[i]);
    std::cout << "]}\n";
}

void print_text(const std::vector<std::string>& ran) {
    for (const auto& name : ran) std::cout << "ran " << name << '\n';
    if (ran.empty()) std::cout << "The database is up to date.\n";
}

ExitCode migrate(const MigrateOptions& options) {
    const auto settings = read_settings(options.data, DataFolder::create);
    const auto connection = db::connect(settings.database, db::Access::write);
    const auto ran = db::migrate(*connection, db::built_in_migrations(), db::now());
    if (options.report == Report::json)
        print_json(ran);
    else
        print_text(ran);
    return ExitCode::done;
}

}  // namespace

void add_migrate(Commands& commands) {
    auto options = std::make_shared<MigrateOptions>();
    auto& command = commands.add("migrate", "Brings the tables of the database up to date (serve does so by itself)",
                                 [options] { return migrate(*options); });
    add_data_options(command, options->data);
    add_report_option(command, options->report);
}

}  // namespace app
