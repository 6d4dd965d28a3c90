// app/command.h - what the subcommands of the program share: their options, their reports, their exit codes.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "app/settings.h"
#include "platform/db/database.h"

namespace CLI {
class App;
}

namespace app {

// What a script can trust. done: it was done, or nothing was found wrong. failed: it could not be done, or something
// was found. usage: the command line or the configuration is wrong; nothing was begun.
enum class ExitCode : int { done = 0, failed = 1, usage = 2 };

// How a command reports: sentences for people, or one JSON object on standard output.
enum class Report : unsigned char { text, json };

// A command's body; the options it reads are filled by then.
using CommandBody = std::function<ExitCode()>;

// The program's subcommands and what became of the one that ran.
class Commands {
public:
    Commands();
    ~Commands();
    Commands(const Commands&) = delete;
    Commands& operator=(const Commands&) = delete;

    // The subcommand `name`; body runs when it was asked for. Faults end as a sentence on standard error.
    CLI::App& add(std::string_view name, std::string_view description, CommandBody body);

    // A word that only groups others: `export signatures`. Options and bodies go to its children.
    CLI::App& add_group(std::string_view name, std::string_view description);
    CLI::App& add_to(CLI::App& group, std::string_view name, std::string_view description, CommandBody body);

    // Lets a group answer by itself when none of its children is asked for: `fairness BUDGET.toml`.
    void let_answer(CLI::App& group, CommandBody body);

    // Reads the command line, runs what it asks for, returns the exit code.
    int run(int argument_count, const char* const* arguments);

private:
    std::unique_ptr<CLI::App> program_;
    ExitCode outcome_ = ExitCode::done;
};

// --data, --database and --set.
void add_data_options(CLI::App& command, DataOptions& options);
// --json
void add_report_option(CLI::App& command, Report& report);

// Opens the database of these settings for a command that may run beside servers.
db::Database open_beside_server(const Settings& settings);

// `text` as a JSON string, with its quotes.
std::string json_text(std::string_view text);

// Each adds one subcommand; they stand in commands/.
void add_serve(Commands& commands);
void add_seed(Commands& commands);
void add_staff(Commands& commands);
void add_tax(Commands& commands);
void add_migrate(Commands& commands);
void add_backup(Commands& commands);
void add_restore(Commands& commands);
void add_copy(Commands& commands);
void add_check(Commands& commands);
void add_export(Commands& commands);
void add_export_site(Commands& commands, CLI::App& group);  // export site
void add_jobs_lost(Commands& commands);
void add_io(Commands& commands);
void add_fairness(Commands& commands);
void add_import(Commands& commands);
void add_import_news(Commands& commands, CLI::App& group);    // import news
void add_import_people(Commands& commands, CLI::App& group);  // import people
void add_search(Commands& commands);
void add_config(Commands& commands);
void add_count_proof(Commands& commands);
void add_verify(Commands& commands);
void add_version(Commands& commands);

}  // namespace app
