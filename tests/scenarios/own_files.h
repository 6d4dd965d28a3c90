// tests/scenarios/own_files.h - what stories about the jobs-lost commands share: the program, and a folder for files.
#pragma once
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/process.h"

namespace scenarios {

inline test_support::Ended run(const std::vector<std::string>& arguments, const std::string& input = {}) {
    return test_support::run_program(BINARY_DIR "/alltogether", arguments, input);
}

inline double number(const boost::json::object& object, std::string_view name) {
    return object.at(name).to_number<double>();
}

inline std::string contents_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class WithAFolder : public testing::Test {
protected:
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("alltogether_tables_" + std::to_string(getpid()));

    WithAFolder() { std::filesystem::create_directories(folder); }
    ~WithAFolder() override { std::filesystem::remove_all(folder); }

    std::string file(const std::string& name, const std::string& content) const {
        std::ofstream(folder / name, std::ios::binary) << content;
        return (folder / name).string();
    }
};

}  // namespace scenarios
