// features/delivery/words.h - what this slice calls things, on pages and in documents alike. Pure.
#pragma once
#include <string>
#include <string_view>

#include "features/delivery/official.h"
#include "features/delivery/text_check.h"
#include "platform/i18n/translator.h"
#include "ports/petition_terms.h"

namespace delivery {

// "people", "elected officials", "candidates", "organisations", "municipalities": who signed, in a table.
std::string class_name(const i18n::Translator& t, ports::SignerClass signer_class);

// "Ontario", "France" for "ON", "FR".
std::string region_name(const i18n::Translator& t, std::string_view region);

// What the rule says, as a sentence.
std::string rule_sentence(const i18n::Translator& t, const Finding& finding);
// What to change, or to mind; empty where the text keeps the rule.
std::string remedy(const i18n::Translator& t, const Finding& finding);
// "kept", "broken", "ask the clerk", "to remember"
std::string verdict_name(const i18n::Translator& t, Verdict verdict);

// "open for signatures"
std::string stage_name(const i18n::Translator& t, OfficialStage stage);

}  // namespace delivery
