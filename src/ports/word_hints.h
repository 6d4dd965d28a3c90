// ports/word_hints.h - what a moderator should notice in words of the public: insults, links, private details. A hint
// never decides anything. The slice with the lists gives it; app fills it in.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/problem.h"

namespace ports {

struct WordHint {
    base::Message label;  // "may insult"
    std::string words{};  // of the list that they stand on; empty for hints that come from no list
};

// Without a function there are no hints.
struct WordHints {
    std::function<std::vector<WordHint>(std::string_view words, base::Locale)> of{};
};

}  // namespace ports
