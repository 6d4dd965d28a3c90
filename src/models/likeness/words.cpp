#include "models/likeness/words.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace likeness {
namespace {

enum class Part : unsigned char { letter, mark, gap };

struct Piece {
    std::size_t length;
    Part part;
};

std::size_t length_by_lead(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xE0) return 2;
    return lead < 0xF0 ? 3 : 4;
}

char32_t code_point_of(std::string_view bytes) {
    auto code_point = static_cast<char32_t>(static_cast<unsigned char>(bytes.front()) & (0xFFU >> (bytes.size() + 1)));
    for (const char byte : bytes.substr(1)) code_point = code_point << 6 | (static_cast<unsigned char>(byte) & 0x3FU);
    return code_point;
}

Part part_of_ascii(char c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return is_letter ? Part::letter : Part::gap;
}

// Beyond ASCII: what is a letter by the blocks of Unicode. Latin-1's symbols, general punctuation to dingbats, those of
// CJK, private use and everything beyond the CJK planes' letters part words.
Part part_of(char32_t c) {
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return Part::gap;
    if (c >= 0x300 && c <= 0x36F) return Part::mark;
    if ((c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F)) return Part::gap;
    if ((c >= 0xD800 && c <= 0xF8FF) || (c >= 0xFE00 && c <= 0xFE6F) || c >= 0xFFF0) {
        return c >= 0x20000 && c <= 0x323AF ? Part::letter : Part::gap;
    }
    return Part::letter;
}

Piece first_piece(std::string_view rest) {
    const auto lead = static_cast<unsigned char>(rest.front());
    if (lead < 0x80) return {1, part_of_ascii(rest.front())};
    const auto bytes = rest.substr(0, length_by_lead(lead));
    if (!base::is_valid_utf8(bytes)) return {1, Part::gap};
    return {bytes.size(), part_of(code_point_of(bytes))};
}

void close_word(std::vector<std::string>& found, std::string& word) {
    auto folded = base::fold_name(word);
    if (!folded.empty()) found.push_back(std::move(folded));
    word.clear();
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
    std::string text;
    for (std::size_t i = from; i < from + count; ++i) (text += i == from ? "" : " ") += words[i];
    return text;
}

}  // namespace

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found;
    std::string word;
    while (!text.empty() && found.size() < kMostWords) {
        const auto piece = first_piece(text);
        if (piece.part == Part::letter) word += text.substr(0, piece.length);
        if (piece.part == Part::gap && !word.empty()) close_word(found, word);
        text.remove_prefix(piece.length);
    }
    if (found.size() < kMostWords) close_word(found, word);
    return found;
}

std::vector<std::string> shingles(std::string_view text) {
    const auto all = words(text);
    std::vector<std::string> found;
    if (all.empty()) return found;
    const auto length = std::min(kShingleWords, all.size());
    for (std::size_t i = 0; i + length <= all.size(); ++i) found.push_back(joined(all, i, length));
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

double exact_similarity(std::string_view one, std::string_view other) {
    const auto left = shingles(one), right = shingles(other);
    std::vector<std::string> both;
    std::ranges::set_intersection(left, right, std::back_inserter(both));
    const auto either = left.size() + right.size() - both.size();
    return either == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(either);
}

}  // namespace likeness
