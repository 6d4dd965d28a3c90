// app/commands/fairness_budget.h - `alltogether fairness BUDGET.toml`, beside the subcommands of the group.
#pragma once
#include "app/command.h"

namespace app {

void add_fairness_budget(Commands& commands, CLI::App& group);

}  // namespace app
