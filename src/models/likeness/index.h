// models/likeness/index.h - how alike a text is to many earlier ones, from memory: one index for each set of texts that
// are compared with each other (the letters of one campaign).
//
//     likeness::Index index;                                            // filled at start from the kept signatures
//     index.add(letter.value, likeness::signature_of(text));
//     const auto alike = index.ask({.signature = likeness::signature_of(typed), .except = own_letters});
//     if (alike.above > 0) hint(alike.above, alike.best);               // "23 letters say nearly the same"
//
// Any threads may ask and change it at once. 100,000 texts take about 60 MB.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <shared_mutex>
#include <span>
#include <unordered_map>
#include <vector>

#include "models/likeness/signature.h"

namespace likeness {

using Key = std::int64_t;  // whose signature it is: the caller's identity of the text

struct Question {
    const Signature& signature;
    double threshold = 0.8;         // counted are texts at least this alike; 0.5 to 1
    std::span<const Key> except{};  // texts not to compare with: of the same person; a few
};

// whole: every text that is alike counts. partly: there are more texts than kMostCompared, and only so many, the
// newest, were looked at: there may be more.
enum class Counted : unsigned char { whole, partly };

struct Alike {
    double best = 0;               // the highest estimate (signature.h), 0 to 1
    std::optional<Key> nearest{};  // whose that is; of equals any. nullopt: best is 0
    std::int64_t above = 0;        // texts whose estimate reaches the threshold
    Counted counted = Counted::whole;
};

// Finds by bands (P. Indyk and R. Motwani, 1998; A. Rajaraman and J. Ullman, "Mining of massive datasets", 3.4): the
// 128 places are 32 bands of 4, and texts that agree in a whole band are compared. A text whose estimate is s is found
// with 1 - (1 - s^4)^32: beyond 0.99999 from 0.8 on, 0.98 at 0.6, 0.87 at 0.5; `best` below that may be missed. Where
// so many share bands that walking them costs more than comparing with everything (all wrote nearly the same), it
// compares with everything, in order of memory: no question costs more than kMostCompared comparisons.
class Index {
public:
    static constexpr std::size_t kMostCompared = 400'000;

    // A key that is there already gets the new signature; adding the same one again costs nothing. One without words is
    // kept, and like nothing.
    void add(Key key, const Signature& signature);
    // Nothing where there is no such key.
    void remove(Key key);

    Alike ask(const Question& question) const;

    std::size_t size() const;  // texts that are in it

private:
    static constexpr std::size_t kBands = 32, kRows = kPlaces / kBands;
    static constexpr std::uint32_t kNone = ~std::uint32_t{0};
    using Chains = std::array<std::uint32_t, kBands>;
    class Reckoning;

    std::size_t bucket(const Signature& signature, std::size_t band) const;
    void drop(std::uint32_t slot);
    void link(std::uint32_t slot);
    void rebuild(std::size_t buckets);
    void close_gaps();
    bool walk_bands(Reckoning& reckoning) const;
    void compare_all(Reckoning& reckoning) const;

    mutable std::shared_mutex guard_;
    std::vector<Signature> signatures_;     // by slot, the newest last
    std::vector<std::optional<Key>> keys_;  // by slot; nullopt: removed, and skipped until the gaps are closed
    std::vector<Chains> next_;              // by slot: the next one in the bucket of each band
    std::vector<Chains> heads_;             // by bucket; a power of two of them, at least as many as slots
    std::unordered_map<Key, std::uint32_t> slots_;
};

}  // namespace likeness
