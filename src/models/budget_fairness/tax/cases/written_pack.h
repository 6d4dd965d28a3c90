// models/budget_fairness/tax/cases/written_pack.h - packs of data/validation whose figures tests write. Read by tests
// only.
#pragma once
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "models/statistics/sha256.h"

namespace budget_fairness::cases {

inline std::string text_at(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// With ALLTOGETHER_UPDATE_DOCS=1 puts the figures into data/validation/NAME.csv and their checksum into the .source
// beside it. True when the file says what the test found.
inline bool agrees_with_pack(const std::string& name, const std::string& csv) {
    const std::string path = SOURCE_DIR "/data/validation/" + name;
    if (std::getenv("ALLTOGETHER_UPDATE_DOCS") != nullptr) {
        std::ofstream{path + ".csv", std::ios::binary} << csv;
        const auto source = text_at(path + ".source");
        std::ofstream{path + ".source", std::ios::binary} << source.substr(0, source.find("sha256:"))
                                                          << "sha256: " << statistics::sha256_of(csv) << '\n';
    }
    return text_at(path + ".csv") == csv;
}

}  // namespace budget_fairness::cases
