// features/demo_mailbox/pages.h - the list of mails and one mail, as HTML.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"

namespace demo_mailbox::pages {

// A mail as ordered, and as its slice writes it now; nullopt: nobody needs it any more.
struct ShownMail {
    mail::StoredMail stored;
    std::optional<mail::Message> message;
};

struct Listing {
    std::string path;    // of this page, without its query
    std::string wanted;  // part of the recipient's address that was searched for; empty: all
    std::vector<ShownMail> mails{};
    std::optional<mail::MailId> older_than{};  // where the next page begins
};

html::SafeHtml list(const i18n::Translator& t, const Listing& listing);
html::SafeHtml show(const i18n::Translator& t, const ShownMail& mail);

// The subject, or words that say the mail is no longer wanted.
std::string subject_of(const i18n::Translator& t, const ShownMail& mail);

// The HTML part as a document of its own, whose links lead out of the frame that it stands in.
std::string mail_document(const html::SafeHtml& part);

}  // namespace demo_mailbox::pages
