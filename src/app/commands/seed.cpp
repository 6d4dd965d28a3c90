// alltogether seed SCENARIO, alltogether seed load
#include "features/petitions/seed.h"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/command.h"
#include "app/composition.h"
#include "app/seeding.h"
#include "platform/runtime/progress.h"

namespace app {
namespace {

struct SeedOptions {
    DataOptions data;
    std::string scenario;
    std::string slug;
    std::int64_t signatures = 0;
    Report report = Report::text;
};

void print_seeded(const SeedOptions& options, const SeedNotes& notes) {
    if (options.report == Report::text) {
        for (const auto& note : notes) std::cout << note << '\n';
        return;
    }
    std::cout << "{\"scenario\": " << json_text(options.scenario) << ", \"notes\": [";
    for (std::size_t i = 0; i < notes.size(); ++i) std::cout << (i == 0 ? "" : ", ") << json_text(notes[i]);
    std::cout << "]}\n";
}

ExitCode seed_scenario(const SeedOptions& options) {
    const auto scenario = scenario_of(options.scenario);
    const auto settings = read_settings(options.data, DataFolder::create);
    auto database = open_beside_server(settings);
    House house{settings, database};
    plug_in_slices(house);
    print_seeded(options, seed(house, scenario.value_or(Scenario::empty)));
    return ExitCode::done;
}

// Invented signatures, for benchmarks and screenshots.
ExitCode load(const SeedOptions& options) {
    const auto settings = read_settings(options.data, DataFolder::expect);
    auto database = open_beside_server(settings);
    House house{settings, database};
    plug_in_slices(house);
    runtime::Progress bar{"Signing", options.signatures};
    std::int64_t shown = 0;
    const auto outcome =
        petitions::load(database, house.secret,
                        {.slug = options.slug, .signatures = options.signatures, .changes = house.count_changes},
                        [&](std::int64_t done) {
                            bar.advance(done - shown);
                            shown = done;
                        });
    if (outcome == petitions::Loaded::no_such_petition)
        throw std::runtime_error{"there is no petition " + options.slug};
    if (options.report == Report::json)
        std::cout << fmt::format("{{\"petition\": {}, \"signatures\": {}}}\n", json_text(options.slug),
                                 options.signatures);
    return ExitCode::done;
}

void add_load(Commands& commands, CLI::App& seed_command) {
    auto options = std::make_shared<SeedOptions>();
    auto& command = commands.add_to(seed_command, "load", "Adds made-up signatures: a million in less than a minute",
                                    [options] { return load(*options); });
    command.add_option("--petition", options->slug, "As in its address: equality-pledge")
        ->type_name("SLUG")
        ->required();
    command.add_option("--signatures", options->signatures, "How many to add")
        ->type_name("N")
        ->required()
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{100'000'000}));
    add_data_options(command, options->data);
    add_report_option(command, options->report);
}

}  // namespace

void add_seed(Commands& commands) {
    auto options = std::make_shared<SeedOptions>();
    auto& group = commands.add_group("seed", "Fills a new installation with sample data");
    for (const auto* const name : {"empty", "demo", "busy_week"}) {
        auto& command = commands.add_to(group, name,
                                        name == std::string_view{"empty"}  ? "What a new campaign begins with"
                                        : name == std::string_view{"demo"} ? "A believable campaign in both languages"
                                                                           : "The demo after a week in the news",
                                        [options, name] {
                                            options->scenario = name;
                                            return seed_scenario(*options);
                                        });
        add_data_options(command, options->data);
        add_report_option(command, options->report);
    }
    add_load(commands, group);
}

}  // namespace app
