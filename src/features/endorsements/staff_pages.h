// features/endorsements/staff_pages.h - what staff see of endorsements. Each gives the content of <main>.
#pragma once
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/endorsements/endorsement.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/petitions.h"
#include "ports/staff_pages.h"

namespace endorsements::staff_pages {

struct List {
    const ports::PetitionFacts& petition;
    std::vector<Endorsement> endorsements;  // newest first
};
html::SafeHtml list(const i18n::Translator& t, const List& list);

// One of them, and what can be made of it.
struct Review {
    const Endorsement& endorsement;
    const ports::PetitionFacts& petition;
    std::string reason_en, reason_fr;  // as typed
    const base::Problems& problems;
};
html::SafeHtml review(const i18n::Translator& t, const Review& review);

// "/en/staff/petitions/equality-pledge/endorsements"
std::string list_path(base::Locale locale, std::string_view slug);

}  // namespace endorsements::staff_pages
