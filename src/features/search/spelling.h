// features/search/spelling.h - the word that was probably meant: the nearest one of the vocabulary. Pure.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

// The number of letters to be inserted, left out, replaced or swapped with their neighbour to make one of the other
// (optimal string alignment), as far as it is at most `limit`; limit + 1 when it is more. Compares code points.
int distance(std::u32string_view left, std::u32string_view right, int limit);

// The same for two folded words, as far as it is at most 2.
int mistakes_between(std::string_view left, std::string_view right);

// How many mistakes are forgiven in a word of so many letters: none up to 3, one up to 7, two beyond.
int forgiven_mistakes(std::size_t letters);

// A word with its frequency.
struct Spelling {
    std::string lower;   // as shown: "équité"
    std::string folded;  // as compared: "equite"
    std::int64_t documents;
};

// All words of one language, arranged so that few of them have to be compared.
class Vocabulary {
public:
    Vocabulary() = default;
    explicit Vocabulary(const std::vector<Spelling>& words);

    // The nearest words to a folded word that is mistyped; of equally near ones the one in most documents, then the
    // one that begins with the same letter, then the first of the alphabet. nullptr when none is near enough, or when
    // the word has digits in it. At least `least_documents` have the word; the word itself is not proposed.
    const Spelling* nearest(std::string_view folded, std::int64_t least_documents = 1) const;

    std::size_t size() const { return size_; }

private:
    static constexpr std::size_t kLengths = 33;  // longer words share the last list
    struct Known {
        std::uint64_t letters;  // a bit for each letter that occurs
        std::u32string folded;
        Spelling spelling;
    };
    std::array<std::vector<Known>, kLengths> by_length_;
    std::size_t size_ = 0;
};

}  // namespace search
