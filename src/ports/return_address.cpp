#include "ports/return_address.h"

#include <charconv>

#include <fmt/format.h>

namespace ports {
namespace {

std::optional<AddressMark> read_mark(std::string_view text) {
    AddressMark mark;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), mark.value, 16);
    if (error != std::errc{} || end != text.data() + text.size() || text.size() != 8) return std::nullopt;
    return mark;
}

}  // namespace

std::string return_token(const auth::Tokens& tokens, const ReturnedCopy& copy) {
    auto text = tokens.make(kReturnAddress, copy.mail.value);
    if (copy.address) text += fmt::format("-{:08x}", copy.address->value);
    return text;
}

// A token may hold a '-' itself: the whole is tried first.
std::optional<ReturnedCopy> read_return_token(const auth::Tokens& tokens, std::string_view text) {
    if (const auto id = tokens.read(kReturnAddress, text)) return ReturnedCopy{SentMailId{*id}};
    const auto dash = text.rfind('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto id = tokens.read(kReturnAddress, text.substr(0, dash));
    const auto mark = read_mark(text.substr(dash + 1));
    if (!id || !mark) return std::nullopt;
    return ReturnedCopy{SentMailId{*id}, mark};
}

}  // namespace ports
