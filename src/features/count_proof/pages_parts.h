// features/count_proof/pages_parts.h - parts that several pages of this slice share.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "features/count_proof/pages.h"

namespace count_proof::pages::parts {

// Why something does not hold, in a sentence.
base::Message words_of(Flaw flaw);

// Entries, root, time of a head.
void write_head_facts(html::Out& out, const i18n::Translator& t, const store::StoredHead& head);
void write_head_table(html::Out& out, const i18n::Translator& t, std::span<const store::StoredHead> heads);

// A text to read or copy, folded away.
struct NoteBlock {
    std::string_view id;
    std::string label;
    std::string_view text;
};
void write_note(html::Out& out, const i18n::Translator& t, const NoteBlock& block);

// What the check of something pasted found; nothing where nothing was.
void write_verdict(html::Out& out, const i18n::Translator& t, const Checked& checked);

}  // namespace count_proof::pages::parts
