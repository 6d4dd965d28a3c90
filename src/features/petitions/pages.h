// features/petitions/pages.h - the page of a petition, and words that all pages share. The others: moment_pages.h. Each
// gives the content of <main>; the frame around it is the handler's.
#pragma once
#include <string>

#include "base/problem.h"
#include "features/petitions/live_counts_service.h"
#include "features/petitions/petition.h"
#include "features/petitions/sign_form_pages.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace petitions::pages {

// What other slices add to the page (ports/petition_sections.h).
struct Sections {
    html::SafeHtml beside_form{}, below{};
};

// A petition in the words of one language, as it stands now.
struct Shown {
    const Petition& petition;
    const Text& text;  // of the other language where this one has none
    PublicCount count;
    base::Instant now;
    Sections sections{};
};

html::SafeHtml petition(const i18n::Translator& t, const Shown& shown, const SignFormState& form);

// "Pledge", "Petition", "Proclamation", and the verb of their buttons: "Sign the pledge".
std::string kind_label(const i18n::Translator& t, Kind kind);
std::string sign_label(const i18n::Translator& t, Kind kind);

// What stands behind the count: "people have signed", "person has signed"; in French of none as of one.
std::string count_label(const i18n::Translator& t, std::int64_t confirmed);

// The sentence beside the box that asks for consent to be mailed; the proof of a consent keeps the very same.
std::string consent_label(const i18n::Translator& t);

// "/en/petitions/equality-pledge"
std::string petition_path(base::Locale locale, std::string_view slug);

}  // namespace petitions::pages
