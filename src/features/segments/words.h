// features/segments/words.h - rules as sentences that people read.
#pragma once
#include <string>
#include <vector>

#include "features/segments/segment.h"
#include "people/tags.h"
#include "platform/i18n/translator.h"
#include "ports/person_actions.h"

namespace segments {

// One thing that people do, with what it was about, for the menus: {"petitions.signed:7", "Signed: the Equality
// Pledge"}.
struct SubjectName {
    std::string kind;
    std::int64_t about;
    std::string group, name;  // "Signed a petition or pledge", "The Equality Pledge"
};

// What rules refer to, by their names.
struct Names {
    std::vector<people::Tag> tags;
    std::vector<SubjectName> subjects;
};
Names names(db::Read& read, const ports::PersonActions& actions, base::Locale locale);

// One sentence a rule: "Lives in Ontario or Quebec". None: everybody. What no longer exists is called so.
std::vector<std::string> sentences(const i18n::Translator& t, const Rules& rules, const Names& names);
// The same in one line, with semicolons; "Everybody who may be mailed" for no rules.
std::string line(const i18n::Translator& t, const Rules& rules, const Names& names);

}  // namespace segments
