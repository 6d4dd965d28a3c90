// alltogether staff add
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "features/accounts/staff_service.h"
#include "platform/auth/secret.h"
#include "platform/auth/token.h"

namespace app {
namespace {

struct StaffOptions {
    DataOptions data;
    accounts::NewStaff staff;
    bool reads_password = false;
    Report report = Report::text;
};

// From standard input, so that it stands in no list of processes and no history.
std::string read_password() {
    std::string password;
    if (!std::getline(std::cin, password)) throw std::runtime_error{"no password came on standard input"};
    return password;
}

void print_added(const accounts::AddedStaff& added, Report report) {
    if (report == Report::json)
        std::cout << "{\"id\": " << added.id.value << ", \"link\": " << json_text(added.link) << "}\n";
    else if (added.link.empty())
        std::cout << "Done: they can sign in now.\n";
    else
        std::cout << "Done. For seven days, this link lets them choose a password:\n" << added.link << '\n';
}

ExitCode add(StaffOptions options) {
    const auto settings = read_settings(options.data, DataFolder::expect);
    if (options.reads_password) options.staff.password = read_password();
    auto database = open_beside_server(settings);
    const auto secret = auth::load_or_create_secret(database);
    const auth::Tokens tokens{secret};
    const auth::Passwords passwords;
    const auto added = accounts::add_staff({database, secret, passwords, {settings.config, tokens}}, options.staff);
    if (!added) {
        for (const auto& problem : added.error())
            std::cerr << "alltogether: " << problem.field << ": " << problem.message.key() << '\n';
        return ExitCode::usage;
    }
    print_added(*added, options.report);
    return ExitCode::done;
}

}  // namespace

void add_staff(Commands& commands) {
    auto& group = commands.add_group("staff", "Who may sign in to the staff pages");
    auto options = std::make_shared<StaffOptions>();
    auto& command = commands.add_to(
        group, "add",
        "Adds a member of staff, or a role to one who is there; also the way back in for a locked-out owner",
        [options] { return add(*options); });
    command.add_option("EMAIL", options->staff.email, "Their address")->required();
    command.add_option("--role", options->staff.role, "owner, editor, moderator or analyst")->required();
    command.add_option("--name", options->staff.name, "As colleagues see it; else the start of the address");
    command.add_option("--level", options->staff.level, "Where the role holds; else everywhere")->type_name("SLUG");
    command.add_option("--locale", options->staff.locale, "en or fr: the language of mails to them");
    command.add_flag("--password-stdin", options->reads_password,
                     "Take a password from standard input instead of making a link to choose one");
    add_data_options(command, options->data);
    add_report_option(command, options->report);
}

}  // namespace app
