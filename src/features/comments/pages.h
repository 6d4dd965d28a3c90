// features/comments/pages.h - what the public sees: the section on a petition's page, the list, and a signer's own
// comment. Each gives the content of <main>, the sections a part of it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/comments/comment.h"
#include "features/comments/store.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/petitions.h"

namespace comments::pages {

// On the page of a petition: the newest, and how many there are.
struct Section {
    const ports::PetitionFacts& petition;
    std::vector<Comment> newest;
    std::int64_t count;
    base::Instant now;
};
html::SafeHtml section(const i18n::Translator& t, const Section& section);

struct List {
    const ports::PetitionFacts& petition;
    std::vector<Comment> comments;
    std::vector<store::StateCount> counts;
    std::optional<base::Locale> language{};  // that visitors chose
    std::optional<CommentId> older{};        // where the next page begins
    base::Instant now{};
    enum class Reported : unsigned char { no, yes } reported = Reported::no;  // just now, by this visitor
};
html::SafeHtml list(const i18n::Translator& t, const List& list);

// What a signer has said, and the form to say it or say it otherwise.
struct Own {
    const ports::PetitionFacts& petition;
    std::optional<Comment> comment;
    std::string name;  // by which it is shown; empty: by none
    std::string token;
    std::string typed;
    const base::Problems& problems;
    html::SafeHtml words_help{};  // what can be said, and typed words that have better ones
};
html::SafeHtml own_section(const i18n::Translator& t, const Own& own);  // on the page behind the mailed link
html::SafeHtml own(const i18n::Translator& t, const Own& own);          // a page of its own
html::SafeHtml broken_link(const i18n::Translator& t);

// "/en/petitions/equality-pledge/comments"
std::string list_path(base::Locale locale, std::string_view slug);
// "/en/comments/AAYW2f..."
std::string own_path(base::Locale locale, std::string_view token);

}  // namespace comments::pages
