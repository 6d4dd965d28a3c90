// base/embedded.h - files that travel inside the binary: migrations, catalogues, browser assets, data.
#pragma once

#include <span>
#include <string_view>

namespace embedded {

// One file. Both views live as long as the program.
struct File {
    std::string_view name;     // its path inside its folder, with '/'; never empty
    std::string_view content;  // its bytes, with a zero behind the last one
};

// The files of each group, sorted by name; empty where there are none. The build makes them (cmake/embed.py).
std::span<const File> migrations();  // db/migrations/*.sql: "20260101120000_petitions.sql"
std::span<const File> catalogues();  // compiled gettext catalogues: "fr.mo"
std::span<const File> assets();      // what web/build.mjs wrote, with its paths
std::span<const File> data();        // the models' data/: "io/on_multipliers_2022.csv" (src/models/statistics/pack.h)

}  // namespace embedded
