#include "features/search/interpretation.h"

#include <algorithm>

namespace search {
namespace {

constexpr std::int64_t kRare = 2;
constexpr std::int64_t kOftener = 10;
constexpr std::int64_t kLeastMeant = 5;

void add_stems(std::vector<std::string>& all, const Stems& stems) {
    for (const auto* stem : {&stems.main, &stems.other})
        if (!stem->empty() && std::ranges::find(all, *stem) == all.end()) all.push_back(*stem);
}

class Interpreter {
public:
    Interpreter(const Query& query, base::Locale locale, const Lexicon& lexicon, Correction correction)
        : query_(query), lexicon_(lexicon), correction_(correction), made_{.locale = locale} {}

    Interpretation interpret() {
        for (std::size_t i = 0; i < query_.wanted.size(); ++i)
            add_wanted(query_.wanted[i], query_.is_last_open && i + 1 == query_.wanted.size());
        for (const Clause& clause : query_.unwanted) add_unwanted(clause);
        return std::move(made_);
    }

private:
    void add_wanted(const Clause& clause, bool is_open) {
        std::vector<std::size_t> chain;
        for (const Word& word : clause) {
            if (is_stop_word(word.folded, made_.locale)) continue;
            auto term = term_of(word, is_open);
            if (!term) {
                made_.has_unknown = true;
                continue;
            }
            made_.wanted_stems.insert(term->stems.begin(), term->stems.end());
            chain.push_back(made_.terms.terms.size());
            made_.terms.terms.push_back(*std::move(term));
        }
        if (chain.size() > 1) made_.terms.phrases.push_back(std::move(chain));
    }

    // nullopt: a word of which nothing is known.
    std::optional<Term> term_of(const Word& word, bool is_open) {
        const Stems stems = stems_of(word, made_.locale);
        Term term{.stems = {}, .documents = lexicon_.documents(stems)};
        add_stems(term.stems, stems);
        if (term.documents > kRare || (term.documents > 0 && correction_ != Correction::of_rare_words)) return term;
        if (term.documents == 0 && is_open)
            if (auto begun = beginning_of(word)) return begun;
        if (auto meant = meant_by(word, term.documents)) return meant;
        return term.documents > 0 ? std::optional{std::move(term)} : std::nullopt;
    }

    std::optional<Term> beginning_of(const Word& word) const {
        if (word.folded.size() < kShortestBeginning) return std::nullopt;
        Term term{.stems = {}, .documents = 0};
        for (const KnownWord& known : lexicon_.beginning(word.folded)) {
            add_stems(term.stems, known.stems);
            term.documents += known.documents;
        }
        return term.documents > 0 ? std::optional{std::move(term)} : std::nullopt;
    }

    std::optional<Term> meant_by(const Word& word, std::int64_t documents) {
        if (correction_ == Correction::none) return std::nullopt;
        const auto least = documents == 0 ? 1 : std::max(kLeastMeant, kOftener * documents);
        const auto spelling = lexicon_.nearest(word.folded, least);
        if (!spelling) return std::nullopt;
        const auto words = words_in(spelling->lower);
        if (words.size() != 1) return std::nullopt;
        const Stems stems = stems_of(words.front(), made_.locale);
        Term term{.stems = {}, .documents = lexicon_.documents(stems)};
        add_stems(term.stems, stems);
        made_.mistakes += mistakes_between(word.folded, spelling->folded);
        made_.replacements.push_back({word.begin, word.end, spelling->lower});
        return term;
    }

    // One word is left out by the index, several that stand together by the ranking.
    void add_unwanted(const Clause& clause) {
        std::vector<Term> terms;
        for (const Word& word : clause) {
            if (is_stop_word(word.folded, made_.locale)) continue;
            terms.push_back({.stems = {}, .documents = 0});
            add_stems(terms.back().stems, stems_of(word, made_.locale));
        }
        if (terms.size() > 1) return made_.terms.unwanted_phrases.push_back(std::move(terms));
        for (const Term& term : terms)
            for (const auto& stem : term.stems)
                made_.unwanted_lexemes.push_back(lexeme_of(stem, made_.locale, Area::anywhere));
    }

    const Query& query_;
    const Lexicon& lexicon_;
    Correction correction_;
    Interpretation made_;
};

}  // namespace

Interpretation interpretation_of(const Query& query, base::Locale locale, const Lexicon& lexicon,
                                 Correction correction) {
    return Interpreter{query, locale, lexicon, correction}.interpret();
}

}  // namespace search
