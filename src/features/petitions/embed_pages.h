// features/petitions/embed_pages.h - the sign form in frames on the sites of partners, and what comes after it: whole
// documents, small, without menus. They work without scripts.
#pragma once
#include <string>

#include "features/petitions/pages.h"
#include "features/petitions/sign_form_pages.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/partners.h"

namespace petitions::pages {

// What all framed documents show around their content.
struct FrameAround {
    const Petition& petition;
    const Text& text;
    const ports::PartnerFacts& partner;
    std::string campaign;
};

html::SafeHtml framed_form(const i18n::Translator& t, const FrameAround& around, const PublicCount& count,
                           const SignFormState& state);
html::SafeHtml framed_closed(const i18n::Translator& t, const FrameAround& around, const PublicCount& count);
html::SafeHtml framed_thanks(const i18n::Translator& t, const FrameAround& around, const std::string& mailbox_path);
html::SafeHtml framed_refusal(const i18n::Translator& t, const FrameAround& around, const std::string& contact);

// "/en/petitions/equality-pledge/embed/lake-river"
std::string embed_path(base::Locale locale, const std::string& slug, std::string_view partner);

}  // namespace petitions::pages
