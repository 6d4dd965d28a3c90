// features/fraud_guard/glob.h - patterns with '*' for any characters and '?' for one, as people write them for
// addresses and domains: "*@spam.example", "*.mail.example".
#pragma once
#include <string_view>

namespace fraud_guard {

// Whether the whole text is what the pattern says. Bytes are compared as they are: both come in small letters. Takes at
// most pattern times text steps, whatever the pattern.
bool matches_glob(std::string_view pattern, std::string_view text);

// Whether it holds '*' or '?'.
bool is_glob(std::string_view text);

}  // namespace fraud_guard
