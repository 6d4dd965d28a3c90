// features/petitions/pages.h - what supporters see: the petition, the thank-you, the page behind the mailed link.
// Each gives the content of <main>; the frame around it is the handler's.
#pragma once
#include <string>

#include "base/problem.h"
#include "features/petitions/live_counts_service.h"
#include "features/petitions/petition.h"
#include "features/petitions/signature.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace petitions::pages {

// A petition in the words of one language, as it stands now.
struct Shown {
    const Petition& petition;
    const Text& text;  // of the other language where this one has none
    PublicCount count;
    base::Instant now;
};

// The sign form as it is to appear: empty, or with what was typed and what is wrong with it.
struct SignFormState {
    SignatureForm typed;
    base::Problems problems;
    std::string stamp;  // when the form was shown, signed: sent back so that a script in a hurry is noticed
};

html::SafeHtml petition(const i18n::Translator& t, const Shown& shown, const SignFormState& form);

// After signing: open your mail, what to do next, share.
struct ThankYou {
    const Petition& petition;
    const Text& text;
    std::string page_url;      // absolute, of the petition's page
    std::string mailbox_path;  // of the demo mailbox; empty where mails are really sent
};
html::SafeHtml thank_you(const i18n::Translator& t, const ThankYou& view);

// Behind the mailed link: the signature's state and the buttons that change it. Opening it changes nothing.
struct OwnSignature {
    const Signature& signature;
    const Petition& petition;
    const Text& text;   // the very text that was signed
    std::string token;  // of the link
    base::Instant now;
};
html::SafeHtml own_signature(const i18n::Translator& t, const OwnSignature& view);

// Just confirmed: thanks, next action, share.
html::SafeHtml confirmed(const i18n::Translator& t, const ThankYou& view);

// The link is broken: cut off by a mail program, or never ours.
html::SafeHtml broken_link(const i18n::Translator& t);

// "Pledge", "Petition", "Proclamation", and the verb of their buttons: "Sign the pledge".
std::string kind_label(const i18n::Translator& t, Kind kind);
std::string sign_label(const i18n::Translator& t, Kind kind);

// "/en/petitions/equality-pledge"
std::string petition_path(base::Locale locale, std::string_view slug);

}  // namespace petitions::pages
