// ports/message_guides.h - words that work, at hand wherever people write: what to say on a theme, and which words of a
// text have better ones. The slice of guides answers; without it every function is absent, and nothing is shown.
//
//     if (guides.panel) out.append(guides.panel(read, {.locale = locale, .field = "words", .text = typed}));
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/level_id.h"
#include "base/locale.h"
#include "platform/db/transaction.h"
#include "platform/html/template.h"

namespace ports {

// For whom words are shown: those for members alone also where staff and members write.
enum class GuideReader : unsigned char { everybody, member };

// Which words are wanted. The nearest level's guide of a theme stands for those above it.
struct GuideQuery {
    base::Locale locale;
    std::string theme{};                   // "tax-fairness"; empty: every theme
    std::optional<base::LevelId> level{};  // absent: the nation's
    GuideReader reader = GuideReader::everybody;
    std::size_t limit = 40;
};

struct GuideTheme {
    std::string theme;  // "tax-fairness"
    std::string title;  // in the language asked for
};

// You hear / you can say, in one language.
struct SuggestedWords {
    std::string guide, pair;  // slug and key
    std::string title;        // of the guide
    std::string heard, say;
    std::string other{};  // a second wording, tried against the first; may be empty
};

// A word of a text that has a better one. begin..end: bytes of the text.
struct MarkedWord {
    std::size_t begin, end;
    std::string better, why;
};

// What became of suggested words, counted without anybody's name. answered: somebody answered what they stood in.
enum class WordsBecame : unsigned char { inserted, sent, answered };

// Suggestions and marks beside one field of a form. Plain words that can be copied; with script, one tap inserts them
// and the marks follow what is typed.
struct GuidePanel {
    base::Locale locale;    // of the page
    base::Locale words_in;  // of what is written
    std::string field;      // id of the control
    std::string text{};     // what stands in it now, which is marked
    std::string theme{};    // empty: every theme
    std::optional<base::LevelId> level{};
    GuideReader reader = GuideReader::everybody;
};

struct MessageGuides {
    std::function<std::vector<GuideTheme>(db::Read&, const GuideQuery&)> themes{};
    std::function<std::vector<SuggestedWords>(db::Read&, const GuideQuery&)> suggestions{};
    // A hint, never a problem: in the order of the text, none inside another.
    std::function<std::vector<MarkedWord>(db::Read&, base::Locale, std::string_view text)> marks{};
    std::function<html::SafeHtml(db::Read&, const GuidePanel&)> panel{};
    // Counts each wording that stands word for word in this text, once; nothing else of the text is kept.
    std::function<void(db::Write&, base::Locale, std::string_view text, WordsBecame)> count{};
};

}  // namespace ports
