// app/commands/tax_payroll.h - alltogether tax payroll, a child of the tax command.
#pragma once
#include <memory>
#include <optional>

#include "app/command.h"

namespace app {

// What became of the payroll when it was asked for; the program runs the word before it afterwards.
using PayrollOutcome = std::shared_ptr<std::optional<ExitCode>>;

void add_payroll(Commands& commands, CLI::App& group, const PayrollOutcome& outcome);

}  // namespace app
