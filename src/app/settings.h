// app/settings.h - where the data are, which configuration holds, which database is meant.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "platform/db/connection.h"
#include "platform/runtime/config.h"

namespace app {

// As given on the command line.
struct DataOptions {
    std::filesystem::path data = "data";
    std::string database{};           // "sqlite:PATH" or "postgres://..."; empty: as configured
    std::vector<std::string> sets{};  // "KEY=VALUE", over the configuration file
};

struct Settings {
    std::filesystem::path data;
    runtime::Config config;
    db::Location database;
};

// create: for commands that begin an installation; makes the folder and a documented configuration file where they are
// missing. expect: for the others; a data folder that is missing is a mistake of the command line.
enum class DataFolder : unsigned char { create, expect };

// runtime::ConfigFault when the folder is missing or the configuration is wrong; db::Fault when the database's address
// is. The database: the command line's, else the configuration's, else alltogether.db in the data folder; a
// relative path of the configuration counts from the data folder. A public address that nobody set follows
// server.listen.
Settings read_settings(const DataOptions& options, DataFolder folder);

}  // namespace app
