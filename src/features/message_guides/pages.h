// features/message_guides/pages.h - what readers see of guides. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/message_guides/guide.h"
#include "features/message_guides/word_lists_service.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/message_guides.h"

namespace message_guides::pages {

std::string list_path(base::Locale locale);
std::string guide_path(base::Locale locale, std::string_view slug);
// The same for members, by the link that was mailed to them.
std::string member_path(base::Locale locale, std::string_view token);

// "« words »" in French.
std::string quoted(const i18n::Translator& t, std::string_view words);

// A guide of a list, and whose it is.
struct Listed {
    const Published& guide;
    std::string level;  // the name of its level
    int accent;
};
struct LevelChoice {
    std::string slug, name;
};
struct List {
    std::string base_path;  // list_path(), or member_path()
    std::vector<Listed> guides;
    std::vector<LevelChoice> levels{};  // those with guides of their own
    std::string level{};                // the chosen one; empty: the nation
    bool is_member = false;
    bool link_was_sent = false;
    std::string typed_email{};
    base::Problems problems{};
};
html::SafeHtml list(const i18n::Translator& t, const List& list);

struct View {
    const Published& guide;
    std::string path;  // of the guide, for this reader; empty: a preview
    std::string level;
    std::optional<Audience> audience{};
    std::string other_path{};  // of the guide in the other language
};
html::SafeHtml guide(const i18n::Translator& t, const View& view);

// The parts between hero and foot, for previews too.
html::SafeHtml body(const i18n::Translator& t, const View& view);

// One pair alone: where a shared link leads.
struct PairView {
    const Published& guide;
    const Pair& pair;
    std::string url;  // absolute
};
html::SafeHtml pair(const i18n::Translator& t, const PairView& view);

// The page of a member's link that is none of ours, or of somebody who is gone.
html::SafeHtml broken_link(const i18n::Translator& t);

// Suggestions and marks beside a field.
struct Panel {
    const ports::GuidePanel& panel;
    std::vector<ports::SuggestedWords> words;
    std::vector<Hint> hints;
};
html::SafeHtml panel(const i18n::Translator& t, const Panel& panel);

// What the hub's block shows: the newest guides.
html::SafeHtml hub_block(const i18n::Translator& t, const std::vector<Published>& guides, std::string_view heading);

}  // namespace message_guides::pages
