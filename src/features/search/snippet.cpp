#include "features/search/snippet.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>

#include "base/text.h"

namespace search {
namespace {

constexpr std::size_t kMostBytes = 16 * 1024;
constexpr std::size_t kWordsBefore = 6;  // of context, before the first wanted word

struct Found {
    Word word;
    std::string stem;  // that was wanted; empty for other words
};

// The first two bytes of a word, which no stemmer touches.
std::uint16_t beginning(std::string_view word) {
    const auto byte = [&](std::size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U; };
    return static_cast<std::uint16_t>(byte(0) << 8 | byte(1));
}

// Looks words up; those that begin like none of the wanted ones, nearly all, are not even stemmed.
class Marker {
public:
    Marker(const WantedStems& wanted, base::Locale locale) : wanted_(wanted), locale_(locale) {
        for (const auto& stem : wanted) beginnings_.push_back(beginning(stem));
    }

    std::vector<Found> look_up(std::string_view text) const {
        std::vector<Found> found;
        for (Word& word : words_in(text)) {
            auto stem = wanted_stem(word);
            found.push_back({std::move(word), std::move(stem)});
        }
        return found;
    }

private:
    std::string wanted_stem(const Word& word) const {
        if (std::ranges::find(beginnings_, beginning(word.folded)) == beginnings_.end()) return {};
        if (is_stop_word(word.folded, locale_)) return {};
        const Stems stems = stems_of(word, locale_);
        if (wanted_.contains(stems.main)) return stems.main;
        return !stems.other.empty() && wanted_.contains(stems.other) ? stems.other : std::string{};
    }

    const WantedStems& wanted_;
    base::Locale locale_;
    std::vector<std::uint16_t> beginnings_;
};

struct Stretch {
    std::size_t begin, end;  // words
};

// As long a stretch, which begins some words before the first wanted one and loses none.
Stretch with_context(Stretch stretch, const std::vector<Found>& words) {
    auto first = stretch.begin;
    auto last = stretch.end - 1;
    while (first < stretch.end && words[first].stem.empty()) ++first;
    if (first == stretch.end) return stretch;
    while (words[last].stem.empty()) --last;
    const auto length = stretch.end - stretch.begin;
    const auto begin = first - std::min({first, kWordsBefore, length - (last - first + 1)});
    return {std::min(begin, words.size() - length), std::min(begin + length, words.size())};
}

// Slides along the text, counting the different wanted stems inside.
Stretch best_stretch(const std::vector<Found>& words) {
    const auto length = std::min(kSnippetWords, words.size());
    std::unordered_map<std::string_view, int> inside;
    std::size_t best = 0;
    std::size_t best_count = 0;
    for (std::size_t end = 1; end <= words.size(); ++end) {
        if (const auto& stem = words[end - 1].stem; !stem.empty()) ++inside[stem];
        if (end > length)
            if (const auto& stem = words[end - length - 1].stem; !stem.empty() && --inside[stem] == 0)
                inside.erase(stem);
        if (inside.size() <= best_count) continue;
        best_count = inside.size();
        best = end - std::min(end, length);
    }
    return with_context({best, best + length}, words);
}

void append(std::vector<Piece>& pieces, Piece::Kind kind, std::string_view text) {
    std::string plain{text};
    std::ranges::replace_if(plain, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    std::string single;
    for (const char c : plain)
        if (c != ' ' || single.empty() || single.back() != ' ') single += c;
    if (single.empty()) return;
    if (!pieces.empty() && pieces.back().kind == kind)
        pieces.back().text += single;
    else
        pieces.push_back({kind, std::move(single)});
}

// Pieces of text[begin, end), which holds these words.
std::vector<Piece> pieces_of(std::string_view text, std::span<const Found> words, std::size_t begin) {
    std::vector<Piece> pieces;
    auto from = begin;
    for (const Found& found : words) {
        if (found.stem.empty()) continue;
        append(pieces, Piece::Kind::plain, text.substr(from, found.word.begin - from));
        append(pieces, Piece::Kind::marked, text.substr(found.word.begin, found.word.end - found.word.begin));
        from = found.word.end;
    }
    return pieces;
}

std::string_view beginning_of(std::string_view text) {
    auto size = std::min(text.size(), kMostBytes);
    while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80) --size;
    return text.substr(0, size);
}

std::size_t end_of_last_mark(std::span<const Found> words, std::size_t begin) {
    for (auto word = words.rbegin(); word != words.rend(); ++word)
        if (!word->stem.empty()) return word->word.end;
    return begin;
}

}  // namespace

std::vector<Piece> highlighted(std::string_view text, const WantedStems& wanted, base::Locale locale) {
    const auto words = Marker{wanted, locale}.look_up(text);
    auto pieces = pieces_of(text, words, 0);
    append(pieces, Piece::Kind::plain, text.substr(end_of_last_mark(words, 0)));
    return pieces;
}

std::vector<Piece> snippet(std::string_view whole, const WantedStems& wanted, base::Locale locale) {
    const auto text = beginning_of(whole);
    const auto words = Marker{wanted, locale}.look_up(text);
    if (words.empty()) return {};
    const auto stretch = best_stretch(words);
    const std::span inside{words.data() + stretch.begin, stretch.end - stretch.begin};
    const bool is_beginning = stretch.begin == 0;
    const bool is_end = stretch.end == words.size() && text.size() == whole.size();
    const std::size_t begin = is_beginning ? 0 : inside.front().word.begin;
    const std::size_t end = is_end ? text.size() : inside.back().word.end;
    auto pieces = pieces_of(text, inside, begin);
    const auto rest = end_of_last_mark(inside, begin);
    append(pieces, Piece::Kind::plain, text.substr(rest, end - rest));
    if (!is_beginning && (pieces.empty() || pieces.front().kind == Piece::Kind::marked))
        pieces.insert(pieces.begin(), {Piece::Kind::plain, ""});
    if (!is_beginning) pieces.front().text.insert(0, "… ");
    if (!is_end) append(pieces, Piece::Kind::plain, " …");
    return pieces;
}

}  // namespace search
