#include "features/search/ranking.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace search {
namespace {

constexpr std::size_t kFields = 4;  // title, tags, teaser, text: the lines of Entry::ranked
constexpr std::array<double, kFields> kWeights{5, 4, 2, 1};
constexpr std::size_t kTextField = 3;
constexpr double kLengthShare = 0.75;  // b
constexpr double kSaturation = 1.2;    // k1
constexpr double kTitleFactor = 1.2;
constexpr double kTogetherFactor = 1.15;
constexpr double kNewness = 0.25;
constexpr double kYearMicroseconds = 365.25 * 24 * 3600 * 1e6;
constexpr std::size_t kMostTerms = 32;
constexpr std::uint32_t kFieldGap = 1'000'000;  // positions between fields, so that no phrase reaches across

using Mask = std::uint32_t;  // a bit for each term

// A place of a document where some of the terms stand.
struct Place {
    std::uint32_t position;
    Mask terms;
};

struct Occurrences {
    std::array<std::array<std::uint32_t, kFields>, kMostTerms> counts{};
    std::vector<Place> places;
};

using Chain = std::vector<std::size_t>;  // terms that follow each other

// Which terms a stem stands for. Most words of a document are none of them: their first byte and length tell.
class Lookup {
public:
    void add(const Term& term, std::size_t number) {
        for (const auto& stem : term.stems) {
            masks_[stem] |= Mask{1} << number;
            likely_.set(slot_of(stem));
        }
    }

    Mask terms_of(std::string_view stem) const {
        if (!likely_.test(slot_of(stem))) return 0;
        const auto found = masks_.find(stem);
        return found == masks_.end() ? 0 : found->second;
    }

private:
    static std::size_t slot_of(std::string_view stem) {
        const auto first = stem.empty() ? 0U : static_cast<unsigned char>(stem.front());
        return (first * 8 + stem.size()) % 2048;
    }
    std::unordered_map<std::string_view, Mask> masks_;
    std::bitset<2048> likely_;
};

Mask terms_of_word(const Lookup& lookup, std::string_view word) {
    std::size_t bar = 0;
    while (bar < word.size() && word[bar] != '|') ++bar;
    if (bar == word.size()) return lookup.terms_of(word);
    return lookup.terms_of(word.substr(0, bar)) | lookup.terms_of(word.substr(bar + 1));
}

void count(Occurrences& found, std::size_t field, Place place) {
    if (place.terms == 0) return;
    found.places.push_back(place);
    for (Mask rest = place.terms; rest != 0; rest &= rest - 1)
        ++found.counts[static_cast<std::size_t>(__builtin_ctz(rest))][field];
}

void read_ranked(std::string_view ranked, const Lookup& lookup, Occurrences& found) {
    std::size_t field = 0;
    std::uint32_t position = 0;
    for (std::size_t begin = 0; begin < ranked.size() && field < kFields;) {
        auto end = begin;
        while (end < ranked.size() && ranked[end] != ' ' && ranked[end] != '\n') ++end;
        if (end > begin) count(found, field, {++position, terms_of_word(lookup, ranked.substr(begin, end - begin))});
        if (end < ranked.size() && ranked[end] == '\n') position = static_cast<std::uint32_t>(++field) * kFieldGap;
        begin = end + 1;
    }
}

bool continues_at(const std::vector<Place>& places, std::size_t from, const Chain& chain) {
    for (std::size_t i = 1; i < chain.size(); ++i) {
        const auto at = from + i;
        const bool is_next = at < places.size() && places[at].position == places[from].position + i;
        if (!is_next || (places[at].terms & (Mask{1} << chain[i])) == 0) return false;
    }
    return true;
}

bool has_chain(const std::vector<Place>& places, const Chain& chain) {
    for (std::size_t at = 0; at < places.size(); ++at)
        if ((places[at].terms & (Mask{1} << chain.front())) != 0 && continues_at(places, at, chain)) return true;
    return false;
}

// Everything about the question that is the same for all candidates.
class Ranker {
public:
    Ranker(const Terms& terms, const Corpus& corpus) : terms_(terms), corpus_(corpus) {
        for (const Term& term : terms.terms) add(term);
        for (const auto& phrase : terms.unwanted_phrases) {
            unwanted_.emplace_back();
            for (const Term& term : phrase) unwanted_.back().push_back(add(term));
        }
        all_.resize(terms.terms.size());
        std::iota(all_.begin(), all_.end(), std::size_t{0});
    }

    // 0 for one that does not hold to the phrases.
    double score(const Candidate& candidate) const {
        Occurrences found;
        read_ranked(candidate.ranked, lookup_, found);
        const auto holds = [&](const Chain& chain) { return has_chain(found.places, chain); };
        if (!std::ranges::all_of(terms_.phrases, holds) || std::ranges::any_of(unwanted_, holds)) return 0;
        double sum = 0;
        double share = 0;
        bool all_in_title = true;
        for (std::size_t term = 0; term < terms_.terms.size(); ++term) {
            const auto& counts = found.counts[term];
            sum += idfs_[term] * saturated(counts, candidate);
            share += std::ranges::any_of(counts, [](auto count) { return count > 0; }) ? 1 : 0;
            all_in_title = all_in_title && counts[0] + counts[1] > 0;
        }
        share /= static_cast<double>(terms_.terms.size());
        if (all_in_title) sum *= kTitleFactor;
        if (all_.size() > 1 && holds(all_)) sum *= kTogetherFactor;
        return sum * share * share * newness(candidate);
    }

private:
    std::size_t add(const Term& term) {
        const auto number = idfs_.size();
        const auto n = std::min(static_cast<double>(term.documents), static_cast<double>(corpus_.documents));
        idfs_.push_back(std::log(1 + (static_cast<double>(corpus_.documents) - n + 0.5) / (n + 0.5)));
        lookup_.add(term, number);
        return number;
    }

    double saturated(const std::array<std::uint32_t, kFields>& counts, const Candidate& candidate) const {
        double weighted = 0;
        for (std::size_t field = 0; field < kFields; ++field) {
            const double length = field == kTextField ? length_norm(candidate) : 1;
            weighted += kWeights[field] * counts[field] / length;
        }
        return weighted / (kSaturation + weighted);
    }

    double length_norm(const Candidate& candidate) const {
        if (corpus_.average_text_words <= 0) return 1;
        return 1 - kLengthShare + kLengthShare * static_cast<double>(candidate.text_words) / corpus_.average_text_words;
    }

    double newness(const Candidate& candidate) const {
        if (candidate.dated_at == 0) return 1;
        const auto age = static_cast<double>(corpus_.now.microseconds - candidate.dated_at) / kYearMicroseconds;
        return 1 + kNewness * std::exp2(-std::max(0.0, age));
    }

    const Terms& terms_;
    const Corpus& corpus_;
    std::vector<double> idfs_;
    Lookup lookup_;
    Chain all_;
    std::vector<Chain> unwanted_;
};

}  // namespace

std::vector<Scored> rank(std::span<const Candidate> candidates, const Terms& terms, const Corpus& corpus) {
    const Ranker ranker{terms, corpus};
    std::vector<Scored> scored;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (const double score = ranker.score(candidates[i]); score > 0) scored.push_back({i, score});
    std::ranges::sort(scored, [&](const Scored& left, const Scored& right) {
        if (left.score != right.score) return left.score > right.score;
        return candidates[left.candidate].number > candidates[right.candidate].number;
    });
    return scored;
}

}  // namespace search
