// features/mailings/mails.h - a mail to many as markup and as text, with marks (platform/html/stencil.h) where copies
// differ.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "features/mailings/facts.h"
#include "features/mailings/mailing.h"
#include "features/mailings/source_service.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace mailings {

// What an address that a reader may follow becomes; both absolute.
using LinkAddress = std::function<std::string(std::string_view)>;

// A mail laid out once. Holes are the places of `slots`.
struct LaidOut {
    Slots slots;
    std::string subject, preheader;  // with marks
    std::string text;                // plain-text part, with marks
    std::string made_text;           // the part of it that was made from the body, as staff would type it
    html::SafeHtml document;
    std::vector<std::string> links;  // absolute, those within the body; each once, in their order
    std::vector<Trouble> troubles;   // of subject, preheader, body and text part
};

// The whole mail in one language. One column of 600 pixels made of tables, every style in its tag; a stylesheet only
// for dark schemes and narrow screens. Addresses of this site become absolute; those in the body pass `counted`. Below
// the words: who writes and on whose behalf, postal address and contact, why this came, and the links to preferences
// and to leave, which the law asks for.
LaidOut lay_out(
    const i18n::Translator& t, const MailWords& words, const Facts& facts,
    const LinkAddress& counted = [](std::string_view url) { return std::string{url}; });

// The value of a slot that is the same in all copies: the figure of a count. nullopt for the others.
std::optional<std::string> common_value(const Slot& slot, const Facts& facts);

// Marked text with fallbacks and figures in place of marks.
std::string with_fallbacks(std::string_view marked, const Slots& slots, const Facts& facts);

}  // namespace mailings
