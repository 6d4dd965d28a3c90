// alltogether export site
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/command.h"
#include "app/composition.h"
#include "app/static_site.h"
#include "features/newsroom/section_export.h"
#include "platform/runtime/progress.h"

namespace app {
namespace {

struct SiteOptions {
    DataOptions data;
    std::string section, folder;
};

void expect_empty(const std::filesystem::path& folder) {
    if (std::filesystem::exists(folder) && !std::filesystem::is_empty(folder))
        throw std::runtime_error{folder.string() + " is not empty: name a folder that is, or none yet"};
    std::filesystem::create_directories(folder);
}

ExitCode tell(const StaticSiteReport& report, const std::string& folder) {
    std::cout << fmt::format("Written to {}: {} pages, {} other files. Open index.html in a browser.\n", folder,
                             report.pages, report.files);
    for (const auto& address : report.missing) std::cerr << "missing: " << address << "\n";
    return report.missing.empty() ? ExitCode::done : ExitCode::failed;
}

ExitCode export_site(const SiteOptions& options) {
    const auto settings = read_settings(options.data, DataFolder::expect);
    auto database = open_beside_server(settings);
    House house{settings, database};
    plug_in_slices(house);
    return database.read([&](db::Read& read) {
        const auto paths = newsroom::section_paths(read, options.section);
        if (!paths) throw std::runtime_error{"there is no section " + options.section};
        expect_empty(options.folder);
        runtime::Progress bar{"Writing", static_cast<std::int64_t>(paths->items.size())};
        const StaticSite site{.router = house.router,
                              .public_url = settings.config.server.public_url,
                              .folder = options.folder,
                              .starts = paths->lists,
                              .belongs = [&](std::string_view path) { return newsroom::belongs(*paths, path); },
                              .now = database.now()};
        return tell(write_static_site(site, read, [&bar] { bar.advance(); }), options.folder);
    });
}

}  // namespace

void add_export_site(Commands& commands, CLI::App& group) {
    auto options = std::make_shared<SiteOptions>();
    auto& command = commands.add_to(group, "site", "A section of the news as a folder that opens without a server",
                                    [options] { return export_site(*options); });
    command.add_option("--section", options->section, "As in its address: international-solidarity")
        ->type_name("SLUG")
        ->required();
    command.add_option("--to", options->folder, "A folder that is empty, or not there yet")
        ->type_name("FOLDER")
        ->required();
    add_data_options(command, options->data);
}

}  // namespace app
