// app/main.cpp - the one program.
#include "app/command.h"

int main(int argument_count, char** arguments) {
    app::Commands commands;
    app::add_serve(commands);
    app::add_seed(commands);
    app::add_staff(commands);
    app::add_migrate(commands);
    app::add_backup(commands);
    app::add_restore(commands);
    app::add_copy(commands);
    app::add_check(commands);
    app::add_export(commands);
    app::add_jobs_lost(commands);
    app::add_io(commands);
    app::add_fairness(commands);
    app::add_import(commands);
    app::add_search(commands);
    app::add_config(commands);
    app::add_tax(commands);
    app::add_count_proof(commands);
    app::add_verify(commands);
    app::add_version(commands);
    return commands.run(argument_count, arguments);
}
