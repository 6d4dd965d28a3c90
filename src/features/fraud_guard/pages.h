// features/fraud_guard/pages.h - all words and markup of this slice.
#pragma once
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/fraud_guard/settings.h"
#include "features/fraud_guard/store.h"
#include "platform/html/template.h"
#include "platform/http/fields.h"
#include "platform/i18n/translator.h"
#include "ports/load_ladder.h"

namespace fraud_guard {

// A new entry of a list, as typed.
struct EntryTyped {
    std::string list, pattern, reason, days;
};

}  // namespace fraud_guard

namespace fraud_guard::pages {

// "/en/staff/fraud" and below.
std::string path_of(base::Locale locale, std::string_view page = "");

// What the sign form carries under pressure: a field that a script fills with the answer of a puzzle, a line that says
// how far it is, and what to know where there is no script.
html::SafeHtml puzzle(const i18n::Translator& t);

enum class MaySet : unsigned char { no, yes };

struct Overview {
    Situation situation;
    Policy policy;
    ports::LoadStep step;
    std::vector<store::LoggedChange> changes;
    MaySet may_set;
    base::Problems problems;
};
html::SafeHtml overview(const i18n::Translator& t, const Overview& view);

struct Rules {
    Policy policy, shipped;
    http::Fields typed;  // empty, or the form that came back with problems
    MaySet may_set;
    base::Problems problems;
};
html::SafeHtml rules(const i18n::Translator& t, const Rules& view);

struct ListPage {
    std::vector<ListEntry> entries, ended;
    EntryTyped typed;
    base::Problems problems;
    base::Instant now;
};
html::SafeHtml lists(const i18n::Translator& t, const ListPage& view);

// "Load: search is left out"
std::string step_label(const i18n::Translator& t, ports::LoadStep step);
// "192.0.2.0/24 came up: 31% of what was signed lately, usually 2%"
std::string trend_sentence(const i18n::Translator& t, const Trend& trend);

}  // namespace fraud_guard::pages
