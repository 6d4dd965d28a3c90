// features/editor_letters/pages.h - what the public sees. Each gives the content of <main>; block() a part.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "features/editor_letters/letter.h"
#include "models/likeness/index.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/message_guides.h"
#include "ports/paging.h"

namespace editor_letters::pages {

enum class Open : unsigned char { no, yes };
enum class Asked : unsigned char { no, yes };
enum class Expiry : unsigned char { ahead, past };

struct List {
    const std::vector<EditorCampaign>& campaigns;  // published ones
    std::string day;                               // today
};
html::SafeHtml list(const i18n::Translator& t, const List& view);

struct Printed {
    const std::vector<PrintedLetter>& letters;  // those of the page
    ports::ListPosition position{};
};
html::SafeHtml printed(const i18n::Translator& t, const Printed& view);

struct Block {
    const std::vector<EditorCampaign>& campaigns;
    std::string heading;  // "" for ours
    html::SafeHtml text{};
};
html::SafeHtml block(const i18n::Translator& t, const Block& view);

// Where somebody looks for papers, as typed.
struct Find {
    std::string place, postal_code, province, language;
};
struct Show {
    const EditorCampaign& campaign;
    Open is_open;
    const Find& find;
    Asked asked;
    const base::Problems& problems;
    const std::vector<NearNewspaper>& found;
    std::vector<std::string> taglines;  // near an election
    std::string day;
};
html::SafeHtml show(const i18n::Translator& t, const Show& view);

struct Write {
    const EditorCampaign& campaign;
    const Newspaper& newspaper;
    const LetterForm& typed;
    base::Locale words_in;
    std::int64_t words;
    const base::Problems& problems;
    std::string path, stamp;
    html::SafeHtml puzzle{}, panel{};
    std::vector<std::string> taglines{};
};
html::SafeHtml write(const i18n::Translator& t, const Write& view);
html::SafeHtml closed(const i18n::Translator& t, const EditorCampaign& campaign);

// The letter as the paper gets it, what we noticed, and the ways it can go.
struct Draft {
    const EditorLetter& letter;
    const Newspaper& newspaper;
    const EditorCampaign& campaign;
    std::string token;
    likeness::Alike alike;
    std::string same_at;  // another paper that gets the same letter of the same person; empty: none
    std::vector<ports::MarkedWord> marks;
    std::string mailbox_path;  // in a demo
    const base::Problems& problems;
};
html::SafeHtml draft(const i18n::Translator& t, const Draft& view);

// Behind the mailed link.
struct Own {
    const EditorLetter& letter;
    const Newspaper& newspaper;
    std::string token;
    Expiry expiry;
    PrintedForm typed;
    const base::Problems& problems;
};
html::SafeHtml own(const i18n::Translator& t, const Own& view);
html::SafeHtml broken_link(const i18n::Translator& t);

// Parts that several of these pages have.
html::SafeHtml letter_sheet(const i18n::Translator& t, const EditorLetter& letter);
html::SafeHtml election_lines(const std::vector<std::string>& taglines);

}  // namespace editor_letters::pages
