// platform/mail/encoding.h - the encodings that mails are made of.
#pragma once

#include <string>
#include <string_view>

#include "base/instant.h"
#include "platform/mail/line.h"

namespace mail {

// RFC 2047: the text itself when it is printable ASCII that no reader could take for an encoded word, else encoded
// words of at most 75 characters, separated by a single space, that never split a character.
std::string encode_header_text(const Line& text);

// A header field with its CRLF. Folded before a space so that lines have at most 78 characters where a space allows it.
std::string header_field(std::string_view name, std::string_view value);

// RFC 2045, 6.7: lines of at most 76 characters, line ends (LF, CRLF or CR) as CRLF; blanks at line ends encoded.
std::string quoted_printable(std::string_view text);
void append_quoted_printable(std::string& out, std::string_view text);

// RFC 4648, 4, with padding and without line ends.
std::string base64(std::string_view bytes);

// RFC 5322, 3.3: "Sun, 22 Nov 2026 00:33:21 +0000".
std::string header_date(base::Instant at);

}  // namespace mail
