// ports/return_address.h - what stands behind "b-" in the address to which a copy comes back: whose copy it is, and for
// which of their addresses it was.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/auth/token.h"
#include "ports/mailings.h"

namespace ports {

struct ReturnedCopy {
    SentMailId mail;
    std::optional<AddressMark> address{};  // nullopt: of a mail that said none
};

// "TOKEN-1f3a90c2": the token over the copy's id, and the mark in eight hexadecimal digits. The mark is not signed: it
// only tells addresses of the same person apart.
std::string return_token(const auth::Tokens& tokens, const ReturnedCopy& copy);
// With or without a mark; nullopt for whatever is not of our making. Any bytes are fine.
std::optional<ReturnedCopy> read_return_token(const auth::Tokens& tokens, std::string_view text);

}  // namespace ports
