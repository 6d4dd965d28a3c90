// alltogether export signatures
#include "features/petitions/export.h"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "features/petitions/store.h"

namespace app {
namespace {

struct ExportOptions {
    DataOptions data;
    std::string slug;
    std::string format = "csv";
};

ExitCode export_signatures(const ExportOptions& options) {
    const auto settings = read_settings(options.data, DataFolder::expect);
    auto database = open_beside_server(settings);
    const auto format = petitions::export_format_of(options.format).value_or(petitions::ExportFormat::csv);
    database.read([&](db::Read& read) {
        const auto petition = petitions::store::find(read, options.slug);
        if (!petition) throw std::runtime_error{"there is no petition " + options.slug};
        petitions::export_signatures(read, petition->id, format, [](std::string_view part) { std::cout << part; });
    });
    return ExitCode::done;
}

}  // namespace

void add_export(Commands& commands) {
    auto& group = commands.add_group("export", "Writes data to standard output");
    auto options = std::make_shared<ExportOptions>();
    auto& command =
        commands.add_to(group, "signatures", "Every signature of a petition, with email and state, oldest first",
                        [options] { return export_signatures(*options); });
    command.add_option("--petition", options->slug, "As in its address: equality-pledge")
        ->type_name("SLUG")
        ->required();
    command.add_option("--format", options->format, "csv or json")
        ->check(CLI::IsMember({"csv", "json"}))
        ->capture_default_str();
    add_data_options(command, options->data);
}

}  // namespace app
