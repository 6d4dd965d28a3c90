#include "people/said_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"

namespace people {
namespace {

constexpr int kMostMarks = 4;  // on one letter; Vietnamese needs two

struct Range {
    char32_t first, last;
};
bool is_in(char32_t c, std::span<const Range> ranges) {
    return std::ranges::any_of(ranges, [c](Range range) { return range.first <= c && c <= range.last; });
}

// Soft hyphen, marks of direction, characters of no width, language tags, and those that only programs use.
constexpr std::array kUnseen{Range{0xAD, 0xAD},      Range{0x61C, 0x61C},   Range{0x180E, 0x180E},
                             Range{0x200B, 0x200B},  Range{0x200E, 0x200F}, Range{0x2028, 0x202E},
                             Range{0x2060, 0x206F},  Range{0xFEFF, 0xFEFF}, Range{0xFFF0, 0xFFFB},
                             Range{0xE0000, 0xE007F}};
constexpr std::array kMarks{Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x1AB0, 0x1AFF},
                            Range{0x1DC0, 0x1DFF}, Range{0x20D0, 0x20FF}, Range{0xFE20, 0xFE2F}};

// The first character of well-formed UTF-8, and its bytes.
struct Character {
    char32_t code_point;
    std::string_view bytes;
};
Character first_of(std::string_view text) {
    const std::string_view bytes = base::first_characters(text, 1);
    const auto lead = static_cast<unsigned char>(bytes.front());
    char32_t code_point = bytes.size() == 1 ? lead : lead & (0x7FU >> bytes.size());
    for (const char c : bytes.substr(1)) code_point = (code_point << 6) | (static_cast<unsigned char>(c) & 0x3FU);
    return {code_point, bytes};
}

std::string without_unseen(std::string_view text) {
    std::string out;
    int marks = 0;
    while (!text.empty()) {
        const Character next = first_of(text);
        text.remove_prefix(next.bytes.size());
        if (is_in(next.code_point, kUnseen)) continue;
        marks = is_in(next.code_point, kMarks) ? marks + 1 : 0;
        if (marks <= kMostMarks) out += next.bytes;
    }
    return out;
}

std::string with_few_empty_lines(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c != '\n' || !out.ends_with("\n\n")) out += c;
    return out;
}

}  // namespace

std::string tidied_words(std::string_view typed) {
    return base::tidy_lines(with_few_empty_lines(without_unseen(base::tidy_lines(typed))));
}

std::int64_t likeness_of(std::string_view words) {
    const std::string folded = base::fold_name(words);
    if (folded.empty()) return 0;
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : folded) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    return static_cast<std::int64_t>(hash >> 1U);
}

}  // namespace people
