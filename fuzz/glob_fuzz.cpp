// fuzz/glob_fuzz.cpp - patterns of lists against texts, split at the first zero byte: the matcher and the plain
// definition of a pattern must agree.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "features/fraud_guard/glob.h"

namespace {

// By a table: reachable[t] says whether the pattern so far matches the first t bytes.
bool matches_by_definition(std::string_view pattern, std::string_view text) {
    std::vector<char> reachable(text.size() + 1, 0);
    reachable[0] = 1;
    for (const char c : pattern) {
        std::vector<char> next(text.size() + 1, 0);
        for (std::size_t t = 0; t <= text.size(); ++t) {
            if (c == '*')
                next[t] = reachable[t] != 0 || (t > 0 && next[t - 1] != 0);
            else if (t > 0 && (c == '?' || c == text[t - 1]))
                next[t] = reachable[t - 1];
        }
        reachable = std::move(next);
    }
    return reachable[text.size()] != 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size < 600 ? size : 600};
    const auto split = bytes.find('\0');
    if (split == std::string_view::npos) return 0;
    const auto pattern = bytes.substr(0, split), text = bytes.substr(split + 1);
    CHECK(fraud_guard::matches_glob(pattern, text) == matches_by_definition(pattern, text));
    return 0;
}
