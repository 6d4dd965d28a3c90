#include "base/word_difference.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace base {
namespace {

TEST(WordDifference, KeepsWhatBothHaveAndLosesNothing) {
    EXPECT_EQ(word_difference({"It is ours.", "It was always ours."}),
              (std::vector<Piece>{{PieceKind::same, "It "},
                                  {PieceKind::removed, "is"},
                                  {PieceKind::added, "was always"},
                                  {PieceKind::same, " ours."}}));
    rc::check([](const std::string& before, const std::string& after) {
        std::string old_text, new_text;
        for (const Piece& piece : word_difference({before, after})) {
            if (piece.kind != PieceKind::added) old_text += piece.text;
            if (piece.kind != PieceKind::removed) new_text += piece.text;
        }
        RC_ASSERT(old_text == before);
        RC_ASSERT(new_text == after);
    });
}

TEST(WordDifference, OfTwoLongTextsThatShareNothingIsQuick) {
    std::string before, after;
    for (int i = 0; i < 30'000; ++i) before += "a" + std::to_string(i) + " ", after += "b" + std::to_string(i) + " ";
    EXPECT_EQ(word_difference({before, after}).size(), 3u) << "one replaced by the other, and the blank at both ends";
}

}  // namespace
}  // namespace base
