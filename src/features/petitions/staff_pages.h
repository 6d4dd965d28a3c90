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
#include "ports/editing.h"
#include "ports/petition_sections.h"
#include "ports/staff_pages.h"

namespace petitions::staff_pages {

// "/en/staff/petitions/equality-pledge"; without a slug that of the list.
std::string staff_path(base::Locale locale, std::string_view slug = "");

struct ListedPetition {
    Petition petition;
    std::string title;        // in the reader's language where there is one
    std::vector<Text> texts;  // the newest of each language
    PublicCount count;
};
html::SafeHtml list(const i18n::Translator& t, const std::vector<ListedPetition>& petitions, base::Instant now);

struct NewForm {
    PetitionForm typed;
    base::Problems problems;
    std::vector<people::Level> levels;  // to choose from
};
html::SafeHtml new_petition(const i18n::Translator& t, const NewForm& form);

// Numbers, state, and the buttons that change it.
struct Overview {
    const Petition& petition;
    std::string title;
    std::vector<Text> texts;  // the newest of each language
    PublicCount count;
    base::Problems problems;
    base::Instant now;
    std::vector<ports::PetitionRoom> rooms{};  // those that this person may enter
};
html::SafeHtml overview(const i18n::Translator& t, const Overview& view);

// What the button that publishes carries along: other words, another text (ports/editing.h).
std::string seen_words(const std::vector<Text>& newest);

// Both languages side by side.
struct TextEditor {
    std::string title;  // of the petition
    TextForms typed;
    std::vector<Text> newest;
    std::string seen;               // for the form to carry: see ports/editing.h
    ports::NamedTexts conflicts{};  // what others saved meanwhile, by field
    ports::Saving saving{};         // who saved that
    base::Problems problems{};
};
html::SafeHtml texts(const i18n::Translator& t, const Petition& petition, const TextEditor& editor);

// The drafts as supporters will see them, one language below the other.
struct Preview {
    const Petition& petition;
    std::string title;
    std::vector<Text> texts;
};
html::SafeHtml preview(const i18n::Translator& t, const Preview& view);

struct SignatureList {
    const Petition& petition;
    std::string title;  // of the petition
    std::vector<Signature> signatures;
    std::string words;                   // searched for
    std::optional<SignatureId> older{};  // where the next page begins
    enum class MayExport : unsigned char { no, yes } may_export = MayExport::no;
};
html::SafeHtml signatures(const i18n::Translator& t, const SignatureList& list);

// What all pages of one petition share ----------------------------------------------------------------------------

// The way from the list to this petition.
std::vector<ports::Crumb> crumbs(const i18n::Translator& t, const Petition& petition, const std::string& title);

// The text of this language; nullptr: there is none.
const Text* text_in(const std::vector<Text>& texts, base::Locale locale);

// "Pending", "Confirmed", "Withdrawn", "Invalidated".
ports::Badge badge_of(const i18n::Translator& t, SignatureState state);

// "missing", "draft of version 2", "version 1, published".
ports::Badge text_badge(const i18n::Translator& t, const Text* text);

}  // namespace petitions::staff_pages
