// alltogether fairness BUDGET.toml, alltogether fairness population
#include <fstream>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/command.h"
#include "app/commands/fairness_budget.h"
#include "app/commands/place_option.h"
#include "models/budget_fairness/engine/alignment.h"
#include "models/budget_fairness/engine/simulation.h"
#include "models/budget_fairness/population/microdata.h"

namespace app {
namespace {

namespace fair = budget_fairness;

struct PopulationOptions {
    std::string jurisdiction = "CA";
    fair::Recipe recipe{.adults = 500'000};
    std::string microdata;
    Report report = Report::text;
};

fair::RulesByPlace rules_for(int year) {
    auto rules = fair::rules_by_place(fair::shipped_law_book(), year);
    if (rules) return *std::move(rules);
    std::string missing;
    for (const auto& gap : rules.error())
        missing += fmt::format("{}{}.{}", missing.empty() ? "" : ", ", fair::code(gap.jurisdiction), gap.what);
    throw std::runtime_error{fmt::format("there are no tax rules for {}: unknown are {}", year, missing)};
}

fair::Population read_population(const PopulationOptions& options) {
    std::ifstream file{options.microdata, std::ios::binary};
    if (!file) throw std::runtime_error{options.microdata + " cannot be read"};
    const auto source = [&file](std::span<char> buffer) {
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        return static_cast<std::size_t>(file.gcount());
    };
    auto population = fair::read_microdata(source, {options.recipe.year, options.microdata});
    if (population) return *std::move(population);
    std::string faults = options.microdata + " cannot be used";
    for (const auto& fault : population.error()) faults += "\n  " + fair::text_of(fault);
    throw std::runtime_error{faults};
}

std::string json_of(const fair::EffectiveRate& rate) {
    return fmt::format(
        "{{\"from_pct\": {}, \"to_pct\": {}, \"lower_income\": {:.0f}, \"mean_income\": {:.0f}, \"filers\": {:.0f}, "
        "\"rate_all\": {:.5f}, \"rate_income_tax\": {:.5f}, \"rate_federal_tax\": {:.5f}, "
        "\"rate_provincial_tax\": {:.5f}, \"rate_contributions\": {:.5f}}}",
        rate.percent.from, rate.percent.to, rate.lower_income, rate.mean_income, rate.filers, rate.all, rate.income_tax,
        rate.federal_tax, rate.provincial_tax, rate.contributions);
}

void print_json(fair::Jurisdiction place, const fair::Population& population,
                const std::vector<fair::EffectiveRate>& rates) {
    std::cout << fmt::format(
        "{{\"jurisdiction\": \"{}\", \"year\": {}, \"population\": {}, \"records\": {}, \"groups\": [", code(place),
        population.year, json_text(population.origin), population.adults());
    for (std::size_t i = 0; i < rates.size(); ++i) std::cout << (i == 0 ? "\n  " : ",\n  ") << json_of(rates[i]);
    std::cout << "]}\n";
}

void print_text(const fair::Population& population, const std::vector<fair::EffectiveRate>& rates) {
    std::cout << fmt::format("Mean effective rates of tax filers, {}: {} records of adults, {}\n\n", population.year,
                             population.adults(), population.origin);
    std::cout << fmt::format("{:>9}{:>14}{:>14}{:>16}\n", "percent", "from dollars", "income tax", "with premiums");
    for (const auto& rate : rates)
        std::cout << fmt::format("{:>3} to {:>3}{:>13.0f}{:>13.1f} %{:>14.1f} %\n", rate.percent.from, rate.percent.to,
                                 rate.lower_income, 100 * rate.income_tax, 100 * rate.all);
}

ExitCode show_population(const PopulationOptions& options) {
    const auto place = place_of(options.jurisdiction);
    if (!place) throw runtime::ConfigFault{"--jurisdiction: CA, or two letters of a province or territory, such as ON"};
    const auto rules = rules_for(options.recipe.year);
    const auto population =
        options.microdata.empty() ? fair::population_under(rules, options.recipe) : read_population(options);
    const auto rates = fair::effective_rates(population, rules, *place);
    if (options.report == Report::json)
        print_json(*place, population, rates);
    else
        print_text(population, rates);
    return ExitCode::done;
}

void add_population(Commands& commands, CLI::App& group) {
    auto options = std::make_shared<PopulationOptions>();
    auto& command =
        commands.add_to(group, "population",
                        "Mean effective tax rates of tax filers in groups of five percent, and of the top one percent",
                        [options] { return show_population(*options); });
    command.add_option("--jurisdiction", options->jurisdiction, "CA, or a province or territory: ON")
        ->type_name("LETTERS")
        ->capture_default_str();
    command.add_option("--year", options->recipe.year, "Of incomes and law")
        ->check(CLI::Range(2019, 2026))
        ->capture_default_str();
    command.add_option("--records", options->recipe.adults, "Adults to make")
        ->check(CLI::Range(1'000, 5'000'000))
        ->capture_default_str();
    command.add_option("--seed", options->recipe.seed, "The same seed makes the same people")->capture_default_str();
    command.add_option("--microdata", options->microdata, "Use the families of this CSV file instead of made-up ones")
        ->type_name("FILE")
        ->check(CLI::ExistingFile);
    add_report_option(command, options->report);
}

}  // namespace

void add_fairness(Commands& commands) {
    auto& group = commands.add_group("fairness", "The Fairness Test");
    add_population(commands, group);
    add_fairness_budget(commands, group);
}

}  // namespace app
