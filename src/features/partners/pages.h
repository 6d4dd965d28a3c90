// features/partners/pages.h - the pages of staff about partners, and the part about sharing on the page behind the
// mailed link. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/partners/partner.h"
#include "features/partners/store.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/petitions.h"

namespace partners::pages {

struct List {
    std::vector<Partner> partners;
    std::vector<store::SourceCount> counts;
    std::vector<ports::PetitionFacts> petitions;
    PartnerForm typed;
    base::Problems problems;
};
html::SafeHtml list(const i18n::Translator& t, const List& view);

// What the copied lines put on a page.
struct SnippetFor {
    std::string petition;  // its name in addresses; empty: none is open
    base::Locale language = base::Locale::english;
};

enum class MayExport : unsigned char { no, yes };

struct PartnerPage {
    PartnerForm typed;
    base::Problems problems;
    std::optional<Partner> partner{};  // always there when shown
    std::optional<Wording> wording{};
    std::vector<ports::PetitionFacts> petitions{}, open{};
    std::vector<store::SourceCount> counts{};
    std::vector<store::AgreedCount> agreed{};
    SnippetFor snippet{};
    std::string public_url{};
    MayExport may_export = MayExport::no;
};
html::SafeHtml partner(const i18n::Translator& t, const PartnerPage& page);

// The lines that partners copy, as text.
struct Snippets {
    std::string script, frame, link, counter;
};
struct Place {
    std::string public_url, code, petition, title;  // title: of the petition, in the language
    base::Locale language;
};
Snippets snippets_of(const Place& place);

// Behind the mailed link: to whom the name is passed on, and the button that ends it.
struct Sharing {
    std::string partner;  // its name
    std::string action;   // where the button posts to
    std::string agreement;
};
html::SafeHtml sharing(const i18n::Translator& t, const Sharing& sharing);
std::string take_back_label(const i18n::Translator& t);

std::string partners_path(base::Locale locale);
std::string partner_path(base::Locale locale, std::string_view code);
std::string own_signature_path(base::Locale locale, std::string_view token);

}  // namespace partners::pages
