// app/jobs_report.h - how the answers of the jobs-lost model look on a terminal and in a script.
#pragma once
#include <span>
#include <string_view>

#include "app/command.h"
#include "models/jobs_lost/estimate.h"
#include "models/jobs_lost/multipliers.h"

namespace app {

// text: a summary that fits a screen, with the working. json: one object; jobs and dollars are not rounded. The edition
// is that of the data.
void print_estimate(const jobs_lost::Estimate& estimate, std::string_view edition, Report report);

// text: a table. json: {"sectors": [...]}, figures of the closed model only where the table has households.
void print_multipliers(std::span<const jobs_lost::SectorMultipliers> sectors, Report report);

}  // namespace app
