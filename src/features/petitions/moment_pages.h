// features/petitions/moment_pages.h - the pages of one moment each: thanks after signing, the page behind the mailed
// link, thanks after confirming. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>

#include "features/petitions/petition.h"
#include "features/petitions/signature.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/actions.h"

namespace petitions::pages {

// After signing: open your mail, what to do next, share.
struct ThankYou {
    const Petition& petition;
    const Text& text;
    std::string page_url;               // absolute, of the petition's page
    std::optional<ports::Action> next;  // the action to offer; nullopt: none is open
    std::string mailbox_path{};         // of the demo mailbox; empty where mails are really sent
};
html::SafeHtml thank_you(const i18n::Translator& t, const ThankYou& view);

// Behind the mailed link: the signature's state and the buttons that change it. Opening it changes nothing.
struct OwnSignature {
    const Signature& signature;
    const Petition& petition;
    const Text& text;   // the very text that was signed
    std::string token;  // of the link
    LinkUse use;
    std::string reason{};       // why it was invalidated
    std::string contact{};      // whom to write to about that
    html::SafeHtml sections{};  // of other slices, below the buttons
};
html::SafeHtml own_signature(const i18n::Translator& t, const OwnSignature& view);

// Just confirmed: thanks, next action, share.
html::SafeHtml confirmed(const i18n::Translator& t, const ThankYou& view);

// The guard refused: their network or address is blocked.
html::SafeHtml turned_away(const i18n::Translator& t, const Petition& petition, const std::string& contact);

// The link is broken: cut off by a mail program, or never ours.
html::SafeHtml broken_link(const i18n::Translator& t);

}  // namespace petitions::pages
