// alltogether export signatures
#include "features/petitions/export.h"

#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "app/command.h"
#include "features/petitions/count_store.h"
#include "features/petitions/store.h"
#include "platform/runtime/progress.h"

namespace app {
namespace {

struct ExportOptions {
    DataOptions data;
    std::string slug;
    std::string format = "csv";
};

// The tally knows how many there are, without looking at them.
std::int64_t signatures_of(db::Read& read, petitions::PetitionId petition) {
    std::int64_t sum = 0;
    for (const auto& count : petitions::store::tally(read))
        if (count.petition == petition) sum += count.pending + count.confirmed + count.withdrawn;
    return sum;
}

// Silent where the file itself is shown on the terminal.
class ExportBar {
public:
    explicit ExportBar(std::int64_t total) {
        if (isatty(STDOUT_FILENO) == 0) bar_.emplace("Exporting", total);
    }
    void advance() {
        if (bar_) bar_->advance();
    }

private:
    std::optional<runtime::Progress> bar_;
};

ExitCode export_signatures(const ExportOptions& options) {
    const auto settings = read_settings(options.data, DataFolder::expect);
    auto database = open_beside_server(settings);
    const auto format = petitions::export_format_of(options.format).value_or(petitions::ExportFormat::csv);
    database.read([&](db::Read& read) {
        const auto petition = petitions::store::find(read, options.slug);
        if (!petition) throw std::runtime_error{"there is no petition " + options.slug};
        ExportBar bar{signatures_of(read, petition->id)};
        petitions::export_signatures(read, petition->id, format, [&bar](std::string_view part) {
            std::cout << part;
            bar.advance();
        });
    });
    return ExitCode::done;
}

}  // namespace

void add_export(Commands& commands) {
    auto& group = commands.add_group("export", "Writes data to standard output, or pages to a folder");
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
    add_export_site(commands, group);
}

}  // namespace app
