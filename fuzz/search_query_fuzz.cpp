// fuzz/search_query_fuzz.cpp - any bytes as a search: the words stay within the text and the bounds, what the databases
// are asked holds nothing but quoted lexemes, and snippets are pieces of well-formed text.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "features/search/interpretation.h"
#include "features/search/match.h"

namespace {

void look_at(const search::Query& query) {
    std::size_t words = 0;
    for (const auto* clauses : {&query.wanted, &query.unwanted})
        for (const auto& clause : *clauses) {
            CHECK(!clause.empty());
            words += clause.size();
            for (const auto& word : clause) {
                CHECK(word.begin < word.end && word.end <= query.text.size());
                CHECK(!word.folded.empty() && base::is_valid_utf8(word.folded) && base::is_valid_utf8(word.lower));
            }
        }
    CHECK(words <= search::kMostWords);
    CHECK(base::is_valid_utf8(query.text) && base::count_characters(query.text) <= search::kLongestQuery);
}

// Between lexemes of letters, digits and bytes above 127 there are only our own signs.
void look_at(const std::string& asked, char quote) {
    bool is_inside = false;
    for (const char c : asked) {
        if (c == quote)
            is_inside = !is_inside;
        else if (is_inside)
            CHECK((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 127);
    }
    CHECK(!is_inside);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view typed{reinterpret_cast<const char*>(data), size};
    const auto query = search::read_query(typed);
    look_at(query);
    const search::Lexicon lexicon{
        .documents = [](const search::Stems&) { return std::int64_t{1}; },
        .beginning = [](const std::string&) { return std::vector<search::KnownWord>{}; },
        .nearest = [](std::string_view, std::int64_t) { return std::optional<search::Spelling>{}; }};
    for (const base::Locale locale : base::kLocales) {
        const auto asked = search::interpretation_of(query, locale, lexicon, search::Correction::none);
        search::Match match{.all = {{search::locale_lexeme(locale)}}, .none = asked.unwanted_lexemes};
        for (const auto& term : asked.terms.terms)
            for (const auto& stem : term.stems)
                match.all.push_back({search::lexeme_of(stem, locale, search::Area::title)});
        look_at(search::fts5_text(match), '"');
        look_at(search::tsquery_text(match), '\'');
        for (const auto& piece : search::snippet(query.text, asked.wanted_stems, locale))
            CHECK(base::is_valid_utf8(piece.text));
    }
    return 0;
}
