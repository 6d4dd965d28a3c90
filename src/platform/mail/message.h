// platform/mail/message.h - a mail as a slice writes it, and the envelope in which it goes out.
#pragma once

#include <optional>
#include <string>

#include "base/email_address.h"
#include "base/instant.h"
#include "platform/html/template.h"
#include "platform/mail/line.h"

namespace mail {

// An invitation as calendars take it (RFC 6047): a third way of saying the same, beside text and HTML.
struct CalendarPart {
    std::string method;  // "REQUEST" or "CANCEL", as in the text
    std::string text;    // a whole VCALENDAR (platform/calendars); empty: none
};

// What a slice renders. Both parts say the same; the text part is not derived from the HTML one.
struct Message {
    Line subject;
    std::string text;           // plain text, lines of any length ended by "\n"
    html::SafeHtml html;        // a whole document, from html::mail_layout
    Line unsubscribe_url = {};  // https address for RFC 8058 one-click unsubscription; empty for a mail about an act
                                // of the recipient's own, such as a confirmation
    CalendarPart calendar{};
    // Of a mail that leaves in a person's name, in place of what is configured; the address it comes from stays.
    Line sender_name{};
    std::optional<base::EmailAddress> reply_to{};
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
