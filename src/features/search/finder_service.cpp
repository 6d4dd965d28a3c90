#include "features/search/finder_service.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

#include "features/search/interpretation.h"

namespace search {
namespace {

constexpr std::int64_t kInTitle = 150;          // candidates that have all words in their title, beyond the newest
constexpr std::int64_t kCommon = 5'000;         // documents; words that all are in more are looked for in titles first
constexpr std::int64_t kReadForPhrase = 1'500;  // candidates that are read for a phrase of common words
constexpr std::int64_t kEnough = 3;  // times as many as wanted should be of the years that are looked at first
constexpr std::int64_t kRarerInTitles = 4;
constexpr std::size_t kMostRareTerms = 4;  // of a question that no document answers whole

enum class Mode : unsigned char { as_typed, corrected, partial };

struct Found {
    Candidate candidate;
    double score;
    const Interpretation* by;
};

// What one attempt found: best first.
struct Attempt {
    std::vector<Found> found;
    bool is_complete = true;  // these are all that match
    bool is_complete_unfiltered = true;
    std::int64_t without_filters = 0;
    std::optional<Facets> facets{};
    decltype(Facets::sections) sections{};  // of what was ranked
};

// ---- Filters

std::vector<std::string> lexemes_of(const Filters& filters) {
    std::vector<std::string> lexemes;
    if (!filters.kind.empty()) lexemes.push_back(kind_lexeme(filters.kind));
    if (!filters.section.empty()) lexemes.push_back(section_lexeme(filters.section));
    if (filters.year != 0) lexemes.push_back(year_lexeme(filters.year));
    if (filters.level != 0) lexemes.push_back(level_lexeme(filters.level));
    return lexemes;
}

// Shows slug and title of each section of "slug\ttitle\nslug\ttitle".
void each_section(std::string_view sections, const std::function<void(std::string_view, std::string_view)>& visit) {
    while (!sections.empty()) {
        const auto end = std::min(sections.find('\n'), sections.size());
        const auto line = sections.substr(0, end);
        const auto tab = std::min(line.find('\t'), line.size());
        visit(line.substr(0, tab), line.substr(std::min(tab + 1, line.size())));
        sections.remove_prefix(std::min(end + 1, sections.size()));
    }
}

bool passes(const Candidate& candidate, const Filters& filters) {
    const bool is_there = (filters.kind.empty() || candidate.kind == filters.kind) &&
                          (filters.year == 0 || candidate.year == filters.year) &&
                          (filters.level == 0 || candidate.level == filters.level);
    if (!is_there || filters.section.empty()) return is_there;
    bool is_in_section = false;
    each_section(candidate.sections, [&](std::string_view slug, std::string_view) {
        is_in_section = is_in_section || slug == filters.section;
    });
    return is_in_section;
}

Facets facets_of(const std::vector<Found>& found) {
    Facets facets;
    for (const auto& [candidate, score, by] : found) {
        ++facets.kinds[candidate.kind];
        if (candidate.year != 0) ++facets.years[candidate.year];
        if (candidate.level != 0) ++facets.levels[candidate.level];
        each_section(candidate.sections, [&](std::string_view slug, std::string_view title) {
            auto& section = facets.sections[std::string{slug}];
            section.first = title;
            ++section.second;
        });
    }
    return facets;
}

// ---- The index

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

struct Fetched {
    std::vector<Candidate> candidates;
    bool is_complete = true;
};

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
    Fetch(db::Read& read, const Interpretation& asked, Mode mode, const std::vector<store::Total>& totals)
        : read_(read), asked_(asked), mode_(mode), totals_(totals) {}

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

// ---- One question

class Search {
public:
    Search(db::Read& read, Vocabularies& vocabularies, const Question& question)
        : read_(read), vocabularies_(vocabularies), question_(question), totals_(store::totals(read)) {}

    Answer run() {
        Answer answer{.query = read_query(question_.words)};
        query_ = &answer.query;
        if (answer.query.wanted.empty()) return answer;
        answer.outcome = Outcome::only_common;
        if (std::ranges::all_of(groups().front(),
                                [&](auto locale) { return interpret(locale, Mode::as_typed).is_empty(); }))
            return answer;
        answer.outcome = Outcome::nothing;
        for (const Mode mode : {Mode::as_typed, Mode::corrected, Mode::partial})
            for (const auto& locales : groups_of(mode))
                if (answer_with(answer, attempt(locales, mode), locales, mode)) return answer;
        return answer;
    }

private:
    std::vector<std::vector<base::Locale>> groups() const {
        using base::Locale;
        switch (question_.languages) {
            case Languages::own_first:
                return {{question_.own}, {base::other(question_.own)}};
            case Languages::english:
                return {{Locale::english}};
            case Languages::french:
                return {{Locale::french}};
            case Languages::both:
                break;
        }
        return {{Locale::english, Locale::french}};
    }

    // A mistyped word is one of one language: that in which it has fewer mistakes.
    std::vector<std::vector<base::Locale>> groups_of(Mode mode) {
        auto all = groups();
        if (mode != Mode::corrected || all.front().size() < 2) return all;
        const auto mistakes = [&](base::Locale locale) { return interpret(locale, mode).mistakes; };
        const auto& own = question_.own;
        if (mistakes(own) <= mistakes(base::other(own))) return {{own}, {base::other(own)}};
        return {{base::other(own)}, {own}};
    }

    const Interpretation& interpret(base::Locale locale, Mode mode) {
        auto& kept = mode == Mode::as_typed ? as_typed_ : corrected_;
        const auto found = kept.find(locale);
        if (found != kept.end()) return found->second;
        const auto correction = mode == Mode::as_typed ? Correction::none : Correction::of_unknown_words;
        return kept.emplace(locale, interpretation_of(*query_, locale, lexicon(locale), correction)).first->second;
    }

    Lexicon lexicon(base::Locale locale) {
        return {.documents = [this, locale](const Stems& stems) { return store::documents_with(read_, stems, locale); },
                .beginning =
                    [this, locale](const std::string& folded) {
                        return store::words_beginning(read_, {locale, folded, kBeginnings});
                    },
                .nearest = [this, locale](std::string_view folded, std::int64_t least) -> std::optional<Spelling> {
                    const auto* spelling = vocabulary(locale).nearest(folded, least);
                    return spelling == nullptr ? std::nullopt : std::optional{*spelling};
                }};
    }

    const Vocabulary& vocabulary(base::Locale locale) {
        auto& words = vocabulary_[locale];
        if (!words) words = vocabularies_.of(read_, locale);
        return *words;
    }

    Corpus corpus(base::Locale locale) const {
        Corpus corpus{.now = question_.now};
        std::int64_t text_words = 0;
        for (const auto& total : totals_) {
            if (total.locale != locale) continue;
            corpus.documents += total.documents;
            text_words += total.text_words;
        }
        if (corpus.documents > 0)
            corpus.average_text_words = static_cast<double>(text_words) / static_cast<double>(corpus.documents);
        return corpus;
    }

    static bool is_worth(const Interpretation& asked, Mode mode) {
        if (asked.terms.terms.empty()) return false;
        switch (mode) {
            case Mode::as_typed:
                return !asked.has_unknown;
            case Mode::corrected:
                return !asked.has_unknown && !asked.replacements.empty();
            case Mode::partial:
                return asked.has_unknown || asked.terms.terms.size() > 1;
        }
        return false;
    }

    Attempt attempt(const std::vector<base::Locale>& locales, Mode mode) {
        Attempt made;
        std::vector<Found> unfiltered;
        for (const base::Locale locale : locales) {
            const auto& asked = interpret(locale, mode);
            if (is_worth(asked, mode)) look(asked, mode, unfiltered, made);
        }
        sort(unfiltered, made);
        made.without_filters = made.is_complete_unfiltered ? std::ssize(unfiltered) : kRanked;
        auto facets = facets_of(unfiltered);
        made.sections = facets.sections;
        if (made.is_complete_unfiltered) made.facets = std::move(facets);
        for (auto& found : unfiltered)
            if (passes(found.candidate, question_.filters)) made.found.push_back(std::move(found));
        return made;
    }

    // Filters are looked at later where all matches are at hand; else by the index.
    void look(const Interpretation& asked, Mode mode, std::vector<Found>& all, Attempt& made) {
        const Fetch fetch{read_, asked, mode, totals_};
        auto fetched = fetch.run({});
        made.is_complete_unfiltered = made.is_complete_unfiltered && fetched.is_complete;
        const auto filters = lexemes_of(question_.filters);
        if (!fetched.is_complete && !filters.empty()) fetched = fetch.run(filters);
        made.is_complete = made.is_complete && fetched.is_complete;
        auto terms = asked.terms;
        if (mode == Mode::partial) terms.phrases.clear();
        for (const auto& scored : rank(fetched.candidates, terms, corpus(asked.locale)))
            all.push_back({std::move(fetched.candidates[scored.candidate]), scored.score, &asked});
    }

    static void sort(std::vector<Found>& all, Attempt& made) {
        std::ranges::sort(all, [](const Found& left, const Found& right) {
            if (left.score != right.score) return left.score > right.score;
            return left.candidate.number > right.candidate.number;
        });
        if (std::ssize(all) <= kRanked) return;
        all.resize(static_cast<std::size_t>(kRanked));
        made.is_complete = made.is_complete_unfiltered = false;
    }

    bool answer_with(Answer& answer, Attempt made, const std::vector<base::Locale>& locales, Mode mode) {
        answer.without_filters = std::max(answer.without_filters, made.without_filters);
        if (made.found.empty()) return false;
        answer.outcome = Outcome::found;
        answer.total = std::ssize(made.found);
        answer.is_complete = made.is_complete;
        answer.offered = made.facets.value_or(possible(locales, std::move(made.sections)));
        answer.facets = std::move(made.facets);
        answer.is_partial = mode == Mode::partial;
        answer.languages = locales;
        const auto& asked = *made.found.front().by;
        if (mode != Mode::as_typed && !asked.replacements.empty())
            answer.corrected = with_replacements(answer.query, asked.replacements);
        if (mode == Mode::as_typed && answer.is_complete && answer.total <= 2) suggest(answer, asked.locale);
        const auto begin = std::min<std::int64_t>((question_.page - 1) * kHitsOnPage, answer.total);
        const auto end = std::min(begin + kHitsOnPage, answer.total);
        for (auto i = begin; i < end; ++i) add_hit(answer, made.found[static_cast<std::size_t>(i)]);
        return true;
    }

    // All that there are documents of, whether or not they match: too many do to be looked at one by one.
    Facets possible(const std::vector<base::Locale>& locales, decltype(Facets::sections) sections) const {
        Facets facets{.sections = std::move(sections)};
        for (const auto& total : totals_) {
            if (std::ranges::find(locales, total.locale) == locales.end()) continue;
            facets.kinds[total.kind] += total.documents;
            if (total.year != 0) facets.years[total.year] += total.documents;
            if (total.level != 0) facets.levels[total.level] += total.documents;
        }
        return facets;
    }

    void suggest(Answer& answer, base::Locale locale) {
        const auto meant = interpretation_of(answer.query, locale, lexicon(locale), Correction::of_rare_words);
        if (!meant.replacements.empty()) answer.suggestion = with_replacements(answer.query, meant.replacements);
    }

    void add_hit(Answer& answer, const Found& found) {
        auto content = store::content(read_, found.candidate.number);
        if (!content) return;
        const auto& stems = found.by->wanted_stems;
        auto title = highlighted(content->title, stems, content->locale);
        auto words = snippet(content->teaser.empty() ? content->text : content->teaser + "\n" + content->text, stems,
                             content->locale);
        answer.hits.push_back({*std::move(content), std::move(title), std::move(words), found.score});
    }

    db::Read& read_;
    Vocabularies& vocabularies_;
    const Question& question_;
    std::vector<store::Total> totals_;
    const Query* query_ = nullptr;
    std::map<base::Locale, Interpretation> as_typed_, corrected_;
    std::map<base::Locale, std::shared_ptr<const Vocabulary>> vocabulary_;
};

}  // namespace

Answer Finder::find(db::Read& read, const Question& question) const {
    return Search{read, vocabularies_, question}.run();
}

}  // namespace search
