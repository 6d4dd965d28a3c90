#include "base/word_difference.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace base {
namespace {

constexpr std::size_t kMostCells = 4'000'000;

using Words = std::vector<std::string_view>;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// Words, each run of blanks one of them.
Words words_of(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const bool blank = is_blank(text.front());
        const auto end = std::ranges::find_if(text, [&](char c) { return is_blank(c) != blank; }) - text.begin();
        words.push_back(text.substr(0, static_cast<std::size_t>(end)));
        text.remove_prefix(static_cast<std::size_t>(end));
    }
    return words;
}

void append(std::vector<Piece>& pieces, PieceKind kind, std::span<const std::string_view> words) {
    if (words.empty()) return;
    if (pieces.empty() || pieces.back().kind != kind) pieces.push_back({kind, ""});
    for (const std::string_view word : words) pieces.back().text += word;
}

// Lengths of the longest common subsequences of the ends of both: cell (i, j) is that of before[i..] and after[j..].
class Table {
public:
    Table(std::span<const std::string_view> before, std::span<const std::string_view> after)
        : width_(after.size() + 1), cells_((before.size() + 1) * width_) {
        for (std::size_t i = before.size(); i-- > 0;)
            for (std::size_t j = after.size(); j-- > 0;)
                cells_[i * width_ + j] = before[i] == after[j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                                               : std::max(at(i + 1, j), at(i, j + 1));
    }
    std::uint16_t at(std::size_t i, std::size_t j) const { return cells_[i * width_ + j]; }

private:
    std::size_t width_;
    std::vector<std::uint16_t> cells_;
};

void append_middle(std::vector<Piece>& pieces, std::span<const std::string_view> before,
                   std::span<const std::string_view> after) {
    if (before.size() * after.size() > kMostCells || std::min(before.size(), after.size()) > UINT16_MAX) {
        append(pieces, PieceKind::removed, before);
        append(pieces, PieceKind::added, after);
        return;
    }
    const Table table{before, after};
    std::size_t i = 0, j = 0;
    while (i < before.size() && j < after.size()) {
        if (before[i] == after[j]) {
            append(pieces, PieceKind::same, before.subspan(i++, 1));
            ++j;
        } else if (table.at(i + 1, j) >= table.at(i, j + 1)) {
            append(pieces, PieceKind::removed, before.subspan(i++, 1));
        } else {
            append(pieces, PieceKind::added, after.subspan(j++, 1));
        }
    }
    append(pieces, PieceKind::removed, before.subspan(i));
    append(pieces, PieceKind::added, after.subspan(j));
}

}  // namespace

std::vector<Piece> word_difference(const TwoTexts& texts) {
    const Words before = words_of(texts.before), after = words_of(texts.after);
    const auto first = std::ranges::mismatch(before, after);
    const auto begin = static_cast<std::size_t>(first.in1 - before.begin());
    std::size_t end = 0;
    while (end < std::min(before.size(), after.size()) - begin &&
           before[before.size() - 1 - end] == after[after.size() - 1 - end])
        ++end;
    const std::span old_words{before}, new_words{after};
    std::vector<Piece> pieces;
    append(pieces, PieceKind::same, old_words.first(begin));
    append_middle(pieces, old_words.subspan(begin, before.size() - begin - end),
                  new_words.subspan(begin, after.size() - begin - end));
    append(pieces, PieceKind::same, old_words.last(end));
    return pieces;
}

}  // namespace base
