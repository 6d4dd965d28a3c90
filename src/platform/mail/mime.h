// platform/mail/mime.h - writes a message as RFC 5322 text with MIME parts.
#pragma once

#include <string>
#include <string_view>

#include "platform/mail/message.h"

namespace mail {

// The whole mail, every line ended by CRLF and at most 78 characters long where folding can do it (never above 998):
// Date, From, Reply-To, To, Message-ID, Subject, List-Unsubscribe and List-Unsubscribe-Post when the message has an
// address for it, then multipart/alternative with a text and an HTML part, both UTF-8 in quoted-printable.
// ASCII only. Deterministic: the boundary comes from the Message-ID.
std::string write_mime(const Envelope& envelope, const Message& message);

// RFC 2047: text itself when it is printable ASCII that no reader could take for an encoded word, else encoded words
// of at most 75 characters, separated by a single space, that never split a character.
std::string encode_header_text(const Line& text);

// RFC 2045, 6.7: lines of at most 76 characters, line ends (LF, CRLF or CR) as CRLF; blanks at line ends encoded.
std::string quoted_printable(std::string_view text);

// RFC 5322, 3.3: "Sun, 22 Nov 2026 00:33:21 +0000".
std::string header_date(base::Instant at);

}  // namespace mail
