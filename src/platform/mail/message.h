// platform/mail/message.h - a mail as a slice writes it, and the envelope in which it goes out.
#pragma once

#include <optional>
#include <string>

#include "base/email_address.h"
#include "base/instant.h"
#include "platform/html/template.h"
#include "platform/mail/line.h"

namespace mail {

// What a slice renders. Both parts say the same; the text part is not derived from the HTML one.
struct Message {
    Line subject;
    std::string text;           // plain text, lines of any length ended by "\n"
    html::SafeHtml html;        // a whole document, from html::mail_layout
    Line unsubscribe_url = {};  // https address for RFC 8058 one-click unsubscription; empty for a mail about an act
                                // of the recipient's own, such as a confirmation
};

struct Mailbox {
    Line name;  // may be empty
    base::EmailAddress address;
};

// Everything else that a mail says about itself.
struct Envelope {
    Mailbox from;
    Mailbox to;
    std::optional<Mailbox> reply_to;
    base::Instant date;
    Line message_id;  // without < and >; the same on every attempt
    // Of mails to many: where mail programs that know no RFC 8058 write to, beside unsubscribe_url; and what large
    // receivers tell complaints apart by, such as "4711:blast:alltogether".
    std::optional<base::EmailAddress> unsubscribe_mailbox{};
    Line feedback_id{};
};

}  // namespace mail
