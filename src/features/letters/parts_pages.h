// features/letters/parts_pages.h - parts that several pages of writers have. Included by them only.
#pragma once
#include <string>

#include "features/letters/pages.h"
#include "platform/html/forms.h"

namespace letters::pages {

// The title, and above it the way back to the campaign.
void write_page_head(html::Out& out, const i18n::Translator& t, const Way& way, const std::string& title);
// Of the page for calling, for the same place.
std::string call_address(const i18n::Translator& t, const Way& way);
// The ridings that were chosen, unseen.
html::SafeHtml chosen_ridings(const LetterForm& typed);
// That an election is near, where it is.
void write_election(html::Out& out, const i18n::Translator& t, ElectionNear near);
html::SafeHtml act_button(const i18n::Translator& t, const html::Button& button);

}  // namespace letters::pages
