// features/comments/hints.h - what a moderator should notice in a comment: words from lists, links, private details. A
// hint never decides anything.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/problem.h"

namespace comments {

// insult, threat, advertising: a word of the lists. link: a web address. contact: an email address or a telephone
// number. shouting: nearly all of it in capitals.
enum class HintKind : unsigned char { insult, threat, advertising, link, contact, shouting };
base::Message label_of(HintKind kind);

struct Hint {
    HintKind kind;
    std::string words{};  // of the list, as they stand there without its '*'; empty for the others
    bool operator==(const Hint&) const = default;
};

// Each kind of the lists at most once for the same words, in the order of the lists; then the others. The lists are
// data/moderation/words.csv: folded as base::fold_name does it, whole words in a row, or with a '*' behind them all
// words that begin like the last one.
std::vector<Hint> hints_of(std::string_view words, base::Locale locale);

}  // namespace comments
