// base/email_address.h - an address we are willing to send to. Valid by construction.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace base {

class EmailAddress {
public:
    // nullopt unless text, without blanks at its ends, is local@domain with
    //  - at most 254 bytes in all and 64 before the '@' (RFC 5321, 4.5.3.1),
    //  - a local part of letters, digits and !#$%&'*+/=?^_`{|}~- or UTF-8 letters (RFC 6531), with single dots inside,
    //  - a domain of at least two labels of letters, digits and inner hyphens (or UTF-8 letters), 1 to 63 bytes each,
    //    the last one not all digits.
    // Quoted local parts and address literals are legal mail but never a supporter's address: refused.
    static std::optional<EmailAddress> parse(std::string_view text);

    // As typed, for sending; the domain in lower case.
    const std::string& text() const { return text_; }

    // The same for every spelling that reaches the same mailbox, for comparing only, never for sending: lower case;
    // the part from '+' on dropped for every domain; dots dropped and googlemail.com made gmail.com for Google; other
    // alias domains of one provider made one (hotmail/live/outlook stay apart: they are different mailboxes).
    std::string canonical() const;

    std::string_view domain() const;

    bool operator==(const EmailAddress&) const = default;

private:
    explicit EmailAddress(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace base
