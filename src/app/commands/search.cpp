// alltogether search rebuild
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/command.h"
#include "app/composition.h"
#include "features/search/index_service.h"
#include "platform/runtime/progress.h"

namespace app {
namespace {

struct RebuildOptions {
    DataOptions data;
    Report report = Report::text;
};

ExitCode rebuild(const RebuildOptions& options) {
    const auto settings = read_settings(options.data, DataFolder::expect);
    auto database = open_beside_server(settings);
    House house{settings, database};
    plug_in_slices(house);
    search::Indexer indexer{database, house.documents};
    runtime::Progress progress{"Indexing", 0};
    const auto done = indexer.rebuild([&progress](std::int64_t documents) { progress.advance(documents); });
    if (options.report == Report::json)
        std::cout << fmt::format("{{\"documents\": {}}}\n", done.documents);
    else
        std::cout << fmt::format("{} documents are indexed.\n", done.documents);
    return ExitCode::done;
}

}  // namespace

void add_search(Commands& commands) {
    auto& group = commands.add_group("search", "The index of the site's search");
    auto options = std::make_shared<RebuildOptions>();
    auto& command =
        commands.add_to(group, "rebuild",
                        "Empties the index and fills it from all public pages; pages are found again one by "
                        "one meanwhile. A running server keeps the index by itself: this is for repairs",
                        [options] { return rebuild(*options); });
    add_data_options(command, options->data);
    add_report_option(command, options->report);
}

}  // namespace app
