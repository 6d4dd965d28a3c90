#include "features/search/finder_service.h"

#include <algorithm>
#include <functional>
#include <set>
#include <span>
#include <tuple>

#include "features/search/interpretation.h"

namespace search {
namespace {

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
        auto fetched = fetch(read_, {asked, mode, totals_});
        made.is_complete_unfiltered = made.is_complete_unfiltered && fetched.is_complete;
        const auto filters = lexemes_of(question_.filters);
        if (!fetched.is_complete && !filters.empty()) fetched = fetch(read_, {asked, mode, totals_}, filters);
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
        add_hits(answer,
                 std::span{made.found}.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
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

    void add_hits(Answer& answer, std::span<const Found> found) {
        std::vector<std::int64_t> numbers;
        for (const Found& each : found) numbers.push_back(each.candidate.number);
        auto contents = store::contents(read_, numbers);
        for (const Found& each : found) {
            const auto content = contents.find(each.candidate.number);
            if (content != contents.end()) add_hit(answer, each, std::move(content->second));
        }
    }

    static void add_hit(Answer& answer, const Found& found, Content content) {
        const auto& stems = found.by->wanted_stems;
        auto title = highlighted(content.title, stems, content.locale);
        auto words = snippet(content.teaser.empty() ? content.text : content.teaser + "\n" + content.text, stems,
                             content.locale);
        answer.hits.push_back({std::move(content), std::move(title), std::move(words), found.score});
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
