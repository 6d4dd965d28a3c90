// base/word_difference.h - what changed between two texts, word by word. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace base {

enum class PieceKind : unsigned char { same, removed, added };

struct Piece {
    PieceKind kind;
    std::string text;
    bool operator==(const Piece&) const = default;
};

// The pieces in reading order; those that are not `added` make up `before` again, those that are not `removed` make up
// `after`. Words and the blanks between them are compared as wholes; as many as possible stay (longest common
// subsequence). Where both texts differ in more than about 2,000 words, the part between their common beginning and
// their common end counts as replaced.
struct TwoTexts {
    std::string_view before, after;
};
std::vector<Piece> word_difference(const TwoTexts& texts);

}  // namespace base
