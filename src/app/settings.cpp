#include "app/settings.h"

#include <system_error>

namespace app {
namespace {

constexpr auto kConfigFile = "alltogether.toml";
constexpr auto kDatabaseFile = "alltogether.db";

void make_folder(const std::filesystem::path& data) {
    std::error_code error;
    std::filesystem::create_directories(data, error);
    if (error) throw runtime::ConfigFault{data.string() + ": " + error.message()};
    runtime::write_default_config(data / kConfigFile);
}

void expect_folder(const DataOptions& options) {
    if (!options.database.empty() || std::filesystem::is_directory(options.data)) return;
    throw runtime::ConfigFault{options.data.string() +
                               ": there is no such data folder; name one with --data, or begin one with serve or seed"};
}

db::Location configured_location(const runtime::Config& config, const std::filesystem::path& data) {
    if (config.database.url.empty()) return {db::Location::Kind::sqlite, (data / kDatabaseFile).string()};
    db::Location location = db::Location::parse(config.database.url);
    if (location.kind == db::Location::Kind::sqlite) location.address = (data / location.address).string();
    return location;
}

void derive_public_url(runtime::Config& config) {
    if (config.server.public_url == runtime::Config{}.server.public_url)
        config.server.public_url = "http://" + config.server.listen;
}

}  // namespace

Settings read_settings(const DataOptions& options, DataFolder folder) {
    if (folder == DataFolder::create)
        make_folder(options.data);
    else
        expect_folder(options);
    auto config = runtime::read_config(options.data / kConfigFile, options.sets);
    derive_public_url(config);
    auto database =
        options.database.empty() ? configured_location(config, options.data) : db::Location::parse(options.database);
    return {options.data, std::move(config), std::move(database)};
}

}  // namespace app
