#include "features/search/candidates_service.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace search {
namespace {

constexpr std::int64_t kInTitle = 150;          // candidates that have all words in their title, beyond the newest
constexpr std::int64_t kCommon = 5'000;         // documents; words that all are in more are looked for in titles first
constexpr std::int64_t kReadForPhrase = 1'500;  // candidates that are read for a phrase of common words
constexpr std::int64_t kEnough = 3;  // times as many as wanted should be of the years that are looked at first
constexpr std::int64_t kRarerInTitles = 4;
constexpr std::size_t kMostRareTerms = 4;  // of a question that no document answers whole

std::vector<std::string> lexemes_of(const Term& term, base::Locale locale, Area area) {
    std::vector<std::string> lexemes;
    for (const auto& stem : term.stems) lexemes.push_back(lexeme_of(stem, locale, area));
    return lexemes;
}

Match match_of_all(const Interpretation& asked, Area area) {
    Match match{.all = {}, .none = asked.unwanted_lexemes};
    for (const Term& term : asked.terms.terms) match.all.push_back(lexemes_of(term, asked.locale, area));
    return match;
}

// Any of the rarest terms: common ones alone would answer nothing.
Match match_of_some(const Interpretation& asked) {
    auto terms = asked.terms.terms;
    std::ranges::sort(terms, {}, [](const Term& term) { return std::tie(term.documents, term.stems); });
    terms.resize(std::min(terms.size(), kMostRareTerms));
    Match match{.all = {{}}, .none = asked.unwanted_lexemes};
    for (const Term& term : terms)
        for (auto& lexeme : lexemes_of(term, asked.locale, Area::anywhere))
            match.all.front().push_back(std::move(lexeme));
    return match;
}

Match with(Match match, const std::vector<std::string>& lexemes) {
    for (const auto& lexeme : lexemes) match.all.push_back({lexeme});
    return match;
}

void append_new(std::vector<Candidate>& all, std::vector<Candidate> more) {
    std::set<std::int64_t> known;
    for (const auto& candidate : all) known.insert(candidate.number);
    for (auto& candidate : more)
        if (!known.contains(candidate.number)) all.push_back(std::move(candidate));
}

bool are_common(const std::vector<Term>& terms) {
    return std::ranges::all_of(terms, [](const Term& term) { return term.documents > kCommon; });
}

// How much of a language there is.
std::int64_t documents_of(const std::vector<store::Total>& totals, base::Locale locale) {
    std::int64_t documents = 0;
    for (const auto& total : totals) documents += total.locale == locale ? total.documents : 0;
    return documents;
}

// Which share of the documents of its language has all of the terms, as if none knew of the others; of the rarest ones
// that a partial answer looks for, any.
double share_of(const Interpretation& asked, Mode mode, std::int64_t documents) {
    double all = 1;
    double largest = 0;
    for (const Term& term : asked.terms.terms) {
        const double share = std::min(1.0, static_cast<double>(term.documents) / static_cast<double>(documents));
        all *= share;
        largest = std::max(largest, share);
    }
    return mode == Mode::partial ? largest : all;
}

// What the index is asked for one reading of the question.
class Fetch {
public:
    Fetch(db::Read& read, const Reading& reading)
        : read_(read), asked_(reading.asked), mode_(reading.mode), totals_(reading.totals) {}

    Fetched run(const std::vector<std::string>& filters) const {
        const bool is_whole = mode_ != Mode::partial;
        const bool has_phrase = is_whole && !asked_.terms.phrases.empty();
        std::vector<Candidate> titled;
        if (is_whole && !has_phrase && are_common(asked_.terms.terms)) titled = in_title(filters, kRanked);
        if (std::ssize(titled) == kRanked) return {std::move(titled), false};
        const auto match = with(is_whole ? match_of_all(asked_, Area::anywhere) : match_of_some(asked_), filters);
        // A phrase of common words may stand in none of the newest that have the words.
        const auto limit = has_phrase ? kReadForPhrase : kRanked;
        Fetched fetched{store::candidates(read_, {match, limit, newest_years(kEnough * limit)})};
        fetched.is_complete = std::ssize(fetched.candidates) < limit;
        if (fetched.is_complete || !is_whole) return fetched;
        append_new(fetched.candidates, titled.empty() ? in_title(filters, kInTitle) : std::move(titled));
        return fetched;
    }

private:
    std::vector<Candidate> in_title(const std::vector<std::string>& filters, std::int64_t limit) const {
        return store::candidates(read_, {with(match_of_all(asked_, Area::title), filters), limit,
                                         newest_years(kEnough * kRarerInTitles * limit)});
    }

    // The newest years, so many that this many documents with the terms should be of them; empty where none is left
    // out.
    std::vector<std::string> newest_years(std::int64_t expected) const {
        std::map<int, std::int64_t, std::greater<>> by_year;
        for (const auto& total : totals_)
            if (total.locale == asked_.locale) by_year[total.year] += total.documents;
        const auto documents = documents_of(totals_, asked_.locale);
        double needed = static_cast<double>(expected) / share_of(asked_, mode_, std::max<std::int64_t>(documents, 1));
        std::vector<std::string> years;
        for (const auto& [year, count] : by_year) {
            if (needed <= 0) return years;
            years.push_back(year_lexeme(year));
            needed -= static_cast<double>(count);
        }
        return {};
    }

    db::Read& read_;
    const Interpretation& asked_;
    Mode mode_;
    const std::vector<store::Total>& totals_;
};

}  // namespace

Fetched fetch(db::Read& read, const Reading& reading, const std::vector<std::string>& filters) {
    return Fetch{read, reading}.run(filters);
}

}  // namespace search
