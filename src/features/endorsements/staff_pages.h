// features/endorsements/staff_pages.h - what staff see of endorsements. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/endorsements/document_store.h"
#include "features/endorsements/endorsement.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/petitions.h"
#include "ports/staff_pages.h"

namespace endorsements::staff_pages {

enum class May : unsigned char { no, yes };

struct List {
    const ports::PetitionFacts& petition;
    std::vector<Endorsement> endorsements;  // newest first
    std::optional<State> state{};           // that staff chose
    std::optional<EndorsementId> older{};   // where the next page begins
    May may_edit = May::no;                 // the petition itself
};
html::SafeHtml list(const i18n::Translator& t, const List& list);

// One of them, and what can be made of it.
struct Review {
    const Endorsement& endorsement;
    const ports::PetitionFacts& petition;
    std::string reason_en, reason_fr;  // as typed
    const base::Problems& problems;
    std::optional<Document> document{};
};
html::SafeHtml review(const i18n::Translator& t, const Review& review);

// "/en/staff/petitions/equality-pledge/endorsements"
std::string list_path(base::Locale locale, std::string_view slug);
// "/en/staff/endorsements/17"
std::string review_path(base::Locale locale, EndorsementId id);

}  // namespace endorsements::staff_pages
