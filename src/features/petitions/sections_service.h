// features/petitions/sections_service.h - the parts of a petition's pages that other slices draw.
#pragma once
#include "features/petitions/pages.h"
#include "platform/http/request.h"
#include "ports/petition_sections.h"

namespace petitions {

// The petition as the port shows it, with the title of this text.
ports::PetitionFacts facts_of(const Petition& petition, const Text& text, base::Instant now);

// Of the public page, each place in the order of its sections.
pages::Sections public_sections(const ports::PetitionSections& sections, const ports::PetitionView& view,
                                db::Read& read);

// Of the page behind a mailed link.
html::SafeHtml signature_sections(const ports::PetitionSections& sections, const ports::SignatureView& view,
                                  db::Read& read);

}  // namespace petitions
