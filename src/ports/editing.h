// ports/editing.h - when two people write at one text, nobody's words are lost and nobody's are overwritten unseen.
//
// The form carries a fingerprint of every field as it was shown. When it comes back, a field that one side changed
// takes that side's words; a field that both changed to different words is a conflict. The form then comes back with
// status 409, what was typed in its fields and what was saved meanwhile below them, and whoever sends it again has seen
// both.
//
//     const auto merged = ports::merge({.stored = named(now), .typed = named(form), .seen = seen});
//     if (!merged.conflicts.empty()) return ports::problems_of(merged);
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/problem.h"

namespace ports {

// A field of the form by its name: {"title_en", "The Equality Pledge"}.
struct NamedText {
    std::string name, text;
    bool operator==(const NamedText&) const = default;
};
using NamedTexts = std::vector<NamedText>;

// "" when there is none of this name.
const std::string& text_of(const NamedTexts& texts, std::string_view name);

// The hidden field that a form travels with.
inline constexpr std::string_view kSeenField = "seen";

// What that field holds for a form that shows these texts: 16 hexadecimal digits a text, in their order. Blanks at the
// ends and kinds of line ends make no difference, since forms do not bring them back as they were.
std::string seen(const NamedTexts& shown);

// All three name the same fields in the same order. `seen` as it came back; where it is no text of seen(), every stored
// word counts as not seen.
struct Versions {
    const NamedTexts& stored;
    const NamedTexts& typed;
    std::string_view seen;
};
struct Merged {
    NamedTexts texts;      // to store, or to show again: of a conflict what was typed
    NamedTexts conflicts;  // what is stored in the fields that both sides changed
};
Merged merge(const Versions& versions);

// One for each conflict, under the name of its field.
base::Problems problems_of(const Merged& merged);

// Who saved last, for the page that shows a conflict.
struct Saving {
    std::string by;
    base::Instant at;
};

}  // namespace ports
