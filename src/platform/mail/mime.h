// platform/mail/mime.h - writes a message as RFC 5322 text with MIME parts.
#pragma once

#include <string>
#include <string_view>

#include "platform/mail/message.h"

namespace mail {

// The whole mail, every line ended by CRLF and at most 78 characters long where folding can do it (never above 998):
// Date, From, Reply-To, To, Message-ID, Subject, List-Unsubscribe and List-Unsubscribe-Post when the message has an
// address for it (and the envelope maybe a mailbox), Feedback-ID where the envelope has one, then multipart/alternative
// with a text and an HTML part, and an invitation where the message has one, all UTF-8 in quoted-printable. ASCII only,
// but for the local part of an address that has other letters (RFC 6532). A domain is written in its ASCII form. The
// same input gives the same mail: the boundary comes from the Message-ID.
std::string write_mime(const Envelope& envelope, const Message& message);

// The address as it goes over the wire: the domain in its ASCII form (IDNA, RFC 5891).
std::string wire_address(const base::EmailAddress& address);

}  // namespace mail
