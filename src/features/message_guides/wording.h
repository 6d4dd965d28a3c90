// features/message_guides/wording.h - words to avoid, found in what somebody writes in whatever form they stand there:
// compared by their stems. Pure.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace message_guides {

// A word where it stands in its text.
struct Word {
    std::string lower;         // small letters
    std::uint32_t begin, end;  // bytes of the text
};

// Runs of letters and digits of any script, in order. An apostrophe parts words ("l'impôt" is two), a hyphen too. Bytes
// that are no UTF-8 part words like blanks do. Words are composed (NFC): an "o" and a circumflex behind it are one "ô".
std::vector<Word> words_in(std::string_view text);

// What is left of a word without its ending, by Snowball's algorithms for English and French: "burdens" and "burden"
// have the same.
std::string stem_of(const Word& word, base::Locale locale);

// One word, or some in a row, to be avoided; `number` is the caller's.
struct Avoided {
    std::string words;
    std::size_t number;
};

// From begin to end stands what `number` says to avoid.
struct Mark {
    std::uint32_t begin, end;  // bytes
    std::size_t number;
    bool operator==(const Mark&) const = default;
};

// A list of words of one language, prepared once and asked often, by any thread.
class WordList {
public:
    WordList(base::Locale locale, std::span<const Avoided> avoided);

    // Marks in the order of the text, none inside another: where several begin at one word, the one of most words; none
    // reaches over a comma or the end of a sentence. Who leaves the accents of longer words out is understood: "impot"
    // is "impôt". One walk over the text; `most` marks at most.
    std::vector<Mark> marks_in(std::string_view text, std::size_t most = 50) const;

private:
    enum class Accents : unsigned char { as_written, left_out };
    struct Entry {
        std::vector<std::string> stems;
        std::size_t number;
    };
    void add(const Avoided& avoided, Accents accents);

    base::Locale locale_;
    std::vector<Entry> entries_;  // by first stem, longer ones first
};

}  // namespace message_guides
