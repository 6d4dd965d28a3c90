#include "features/fraud_guard/glob.h"

namespace fraud_guard {

bool matches_glob(std::string_view pattern, std::string_view text) {
    constexpr auto kNone = std::string_view::npos;
    std::size_t p = 0, t = 0;
    std::size_t star = kNone, taken = 0;  // the latest '*', and how far it reaches
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            taken = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star != kNone) {
            p = star + 1;
            t = ++taken;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

bool is_glob(std::string_view text) { return text.find_first_of("*?") != std::string_view::npos; }

}  // namespace fraud_guard
