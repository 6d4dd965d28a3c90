// tests/support/beginnings.h - what many tests begin with, made once for a run of all tests and copied for each of
// them.
#pragma once
#include <filesystem>
#include <functional>
#include <string>

#include "tests/support/databases.h"

namespace test_support {

struct Beginning {
    db::Location database;
    std::filesystem::path folder;  // for files; missing until somebody creates it
};

// A Beginning of the caller's own that `make` has filled; whoever gets it removes its database and its folder.
//
// bin/test names a folder in ALLTOGETHER_TEST_BEGINNINGS that goes with its PostgreSQL. There `make` runs once under
// this name, for the first who needs it while others wait, and everybody gets a copy; so it must leave nothing open,
// and two that differ need two names. Without that folder it runs each time.
Beginning begin_with(const std::string& name, Kind kind, const std::function<void(const Beginning&)>& make);

// The same for files alone: fills `folder`, which must not be there yet, with what `make` puts into a missing one.
void begin_folder(const std::string& name, const std::filesystem::path& folder,
                  const std::function<void(const std::filesystem::path&)>& make);

}  // namespace test_support
