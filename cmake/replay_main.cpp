// cmake/replay_main.cpp - runs a fuzz target over folders of saved inputs, where libFuzzer is not linked in:
// replays SUBJECT FOLDERS...
#include "cmake/replay_main.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

void replay(Target target, const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    target(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

// Fails where a folder holds no seed, so that a renamed folder is noticed.
int main(int count, char** arguments) {
    if (count < 2) return 2;
    const Target target = targets().at(arguments[1]);
    std::size_t replayed = 0;
    for (int i = 2; i < count; ++i) {
        for (const auto& entry : std::filesystem::directory_iterator(arguments[i])) {
            if (!entry.is_regular_file()) continue;
            replay(target, entry.path());
            ++replayed;
        }
    }
    std::cout << replayed << " seeds replayed\n";
    return replayed == 0 ? 1 : 0;
}
