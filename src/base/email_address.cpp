#include "base/email_address.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace base {
namespace {

constexpr std::size_t kLongestAddress = 254;
constexpr std::size_t kLongestLocalPart = 64;
constexpr std::size_t kLongestLabel = 63;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_local_character(char c) {
    constexpr std::string_view kSigns = "!#$%&'*+/=?^_`{|}~-.";
    return is_letter_or_digit(c) || is_beyond_ascii(c) || kSigns.contains(c);
}

bool is_local_part(std::string_view local) {
    if (local.empty() || local.size() > kLongestLocalPart) return false;
    if (local.front() == '.' || local.back() == '.' || local.contains("..")) return false;
    return std::ranges::all_of(local, is_local_character);
}

bool is_label(std::string_view label) {
    if (label.empty() || label.size() > kLongestLabel) return false;
    if (label.front() == '-' || label.back() == '-') return false;
    return std::ranges::all_of(label, [](char c) { return is_letter_or_digit(c) || is_beyond_ascii(c) || c == '-'; });
}

bool is_domain(std::string_view domain) {
    int labels = 0;
    std::string_view label;
    while (true) {
        const auto dot = domain.find('.');
        label = domain.substr(0, dot);
        if (!is_label(label)) return false;
        ++labels;
        if (dot == std::string_view::npos) break;
        domain.remove_prefix(dot + 1);
    }
    return labels >= 2 && !std::ranges::all_of(label, is_digit);
}

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// Domains under which one provider reaches the same mailbox.
constexpr std::array<std::array<std::string_view, 2>, 4> kAliasDomains{{{"googlemail.com", "gmail.com"},
                                                                        {"protonmail.com", "proton.me"},
                                                                        {"pm.me", "proton.me"},
                                                                        {"me.com", "icloud.com"}}};

std::string_view alias_free(std::string_view domain) {
    for (const auto& [alias, home] : kAliasDomains)
        if (domain == alias) return home;
    return domain;
}

}  // namespace

std::optional<EmailAddress> EmailAddress::parse(std::string_view text) {
    text = without_blanks(text);
    const auto at = text.find('@');
    if (at == std::string_view::npos || text.size() > kLongestAddress) return std::nullopt;
    if (!is_valid_utf8(text)) return std::nullopt;
    if (!is_local_part(text.substr(0, at)) || !is_domain(text.substr(at + 1))) return std::nullopt;
    return EmailAddress{std::string{text.substr(0, at + 1)} + lower_ascii(text.substr(at + 1))};
}

std::string EmailAddress::canonical() const {
    const auto at = text_.find('@');
    std::string local = lower_ascii(std::string_view{text_}.substr(0, at));
    const std::string_view domain = alias_free(this->domain());
    if (const auto plus = local.find('+'); plus != std::string::npos && plus > 0) local.resize(plus);
    if (domain == "gmail.com") std::erase(local, '.');
    return local + '@' + std::string{domain};
}

std::string_view EmailAddress::domain() const { return std::string_view{text_}.substr(text_.find('@') + 1); }

}  // namespace base
