#include "features/search/spelling.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <tuple>

namespace search {
namespace {

constexpr std::size_t kLongest = 64;  // letters; longer words are not compared

// Code points of well-formed UTF-8.
std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        out += point;
        i += length;
    }
    return out;
}

std::uint64_t letters_of(std::u32string_view word) {
    std::uint64_t letters = 0;
    for (const char32_t c : word) letters |= std::uint64_t{1} << (c % 64);
    return letters;
}

bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

int distance(std::u32string_view left, std::u32string_view right, int limit) {
    const auto too_far = limit + 1;
    const auto difference = static_cast<std::ptrdiff_t>(left.size()) - static_cast<std::ptrdiff_t>(right.size());
    if (std::abs(difference) > limit || left.size() > kLongest || right.size() > kLongest) return too_far;
    using Row = std::array<int, kLongest + 1>;
    Row before_last{}, last{}, row{};
    for (std::size_t j = 0; j <= right.size(); ++j) last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const int replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool is_swap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (is_swap) row[j] = std::min(row[j], before_last[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        if (best > limit) return too_far;
        before_last = last;
        last = row;
    }
    return std::min(last[right.size()], too_far);
}

int mistakes_between(std::string_view left, std::string_view right) {
    return distance(code_points(left), code_points(right), 2);
}

int forgiven_mistakes(std::size_t letters) { return letters <= 3 ? 0 : letters <= 7 ? 1 : 2; }

Vocabulary::Vocabulary(const std::vector<Spelling>& words) {
    for (const Spelling& word : words) {
        if (has_digit(word.folded)) continue;
        auto folded = code_points(word.folded);
        if (folded.size() < 3 || folded.size() > kLongest) continue;
        auto& list = by_length_[std::min(folded.size(), kLengths - 1)];
        list.push_back({letters_of(folded), std::move(folded), word});
        ++size_;
    }
}

const Spelling* Vocabulary::nearest(std::string_view folded, std::int64_t least_documents) const {
    const auto typed = code_points(folded);
    const int limit = forgiven_mistakes(typed.size());
    if (limit == 0 || has_digit(folded)) return nullptr;
    const auto letters = letters_of(typed);
    const auto length = static_cast<int>(std::min(typed.size(), kLengths - 1));
    const Known* best = nullptr;
    int best_distance = limit;
    const auto order = [&](const Known& known) {
        return std::tuple{-known.spelling.documents, known.folded.front() != typed.front(),
                          std::u32string_view{known.folded}};
    };
    for (int size = std::max(length - limit, 0); size <= std::min<int>(length + limit, kLengths - 1); ++size)
        for (const Known& known : by_length_[static_cast<std::size_t>(size)]) {
            // Each mistake changes two letters of the set at most.
            if (std::popcount(known.letters ^ letters) > 2 * best_distance) continue;
            if (known.spelling.documents < least_documents || known.folded == typed) continue;
            const int found = distance(known.folded, typed, best_distance);
            if (found > best_distance) continue;
            if (best != nullptr && found == best_distance && !(order(known) < order(*best))) continue;
            best = &known;
            best_distance = found;
        }
    return best == nullptr ? nullptr : &best->spelling;
}

}  // namespace search
