// features/endorsements/pages.h - what the public sees: the section on a petition's page, the list, the form of each
// class, and the pages of one moment. Each gives the content of <main>, the section a part of it.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/endorsements/document_store.h"
#include "features/endorsements/endorsement.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/petitions.h"

namespace endorsements::pages {

struct List {
    const ports::PetitionFacts& petition;
    std::vector<Endorsement> counted;               // class by class
    std::map<EndorsementId, Document> documents{};  // of some of them; the section needs none
};
html::SafeHtml section(const i18n::Translator& t, const List& list);
html::SafeHtml list(const i18n::Translator& t, const List& list);

struct Form {
    const ports::PetitionFacts& petition;
    SignerClass signer_class;
    const EndorsementForm& typed;
    const base::Problems& problems;
};
html::SafeHtml form(const i18n::Translator& t, const Form& form);

struct ThankYou {
    const ports::PetitionFacts& petition;
    std::string mailbox_path;  // of the demo mailbox; empty where mails are really sent
};
html::SafeHtml thank_you(const i18n::Translator& t, const ThankYou& view);

// Behind the mailed link.
struct Own {
    const Endorsement& endorsement;
    const ports::PetitionFacts& petition;
    std::string token;
    html::SafeHtml sections;  // of other slices
};
html::SafeHtml own(const i18n::Translator& t, const Own& view);
html::SafeHtml broken_link(const i18n::Translator& t);

// "Elected officials", "Endorse as an organisation"
std::string class_label(const i18n::Translator& t, SignerClass signer_class);
std::string form_title(const i18n::Translator& t, SignerClass signer_class);

// "City of Larch River, New Brunswick: council resolution of November 3, 2026, 7 to 2"
std::string line_of(const i18n::Translator& t, const Statement& statement);

// "/en/petitions/equality-pledge/endorsements"
std::string list_path(base::Locale locale, std::string_view slug);
std::string document_path(base::Locale locale, std::string_view slug, EndorsementId id);
std::string form_path(base::Locale locale, std::string_view slug, SignerClass signer_class);

}  // namespace endorsements::pages
