// features/petitions/staff_pages.h - what staff see. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/petitions/live_counts_service.h"
#include "features/petitions/petition.h"
#include "features/petitions/signature.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace petitions::staff_pages {

struct ListedPetition {
    Petition petition;
    std::string title;  // in the reader's language where there is one
    PublicCount count;
};
html::SafeHtml list(const i18n::Translator& t, const std::vector<ListedPetition>& petitions, base::Instant now);

struct NewForm {
    PetitionForm typed;
    base::Problems problems;
    const people::LevelTree& levels;
};
html::SafeHtml new_petition(const i18n::Translator& t, const NewForm& form);

// Numbers, state, and the buttons that change it.
struct Overview {
    const Petition& petition;
    std::vector<Text> texts;  // the newest of each language
    PublicCount count;
    base::Problems problems;
    base::Instant now;
};
html::SafeHtml overview(const i18n::Translator& t, const Overview& view);

// Both languages side by side.
struct TextEditor {
    TextForms typed;
    std::vector<Text> newest;
    base::Problems problems;
};
html::SafeHtml texts(const i18n::Translator& t, const Petition& petition, const TextEditor& editor);

// The drafts as supporters will see them, one language below the other.
html::SafeHtml preview(const i18n::Translator& t, const Petition& petition, const std::vector<Text>& texts);

struct SignatureList {
    const Petition& petition;
    std::vector<Signature> signatures;
    std::string words;                 // searched for
    std::optional<SignatureId> older;  // where the next page begins
    enum class MayExport : unsigned char { no, yes } may_export = MayExport::no;
};
html::SafeHtml signatures(const i18n::Translator& t, const SignatureList& list);

// "/en/staff/petitions/equality-pledge"
std::string staff_path(base::Locale locale, std::string_view slug);

}  // namespace petitions::staff_pages
