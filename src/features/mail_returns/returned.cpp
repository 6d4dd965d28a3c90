#include "features/mail_returns/returned.h"

#include "base/text.h"

namespace mail_returns {

namespace {

bool is_of_token(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

}  // namespace

base::Message label(ReportKind kind) {
    switch (kind) {
        case ReportKind::unknown_address:
            return base::message("The address does not exist");
        case ReportKind::later:
            return base::message("Full, away or out of reach");
        case ReportKind::refused:
            return base::message("Refused by the other server");
        case ReportKind::complaint:
            return base::message("Called spam by the reader");
        case ReportKind::delayed:
            return base::message("Still being tried");
        case ReportKind::delivered:
            return base::message("Receipts");
        case ReportKind::automatic:
            return base::message("Automatic answers");
        case ReportKind::leaving:
            return base::message("Left by mail");
        case ReportKind::other:
            return base::message("Not understood");
    }
    return base::message("Not understood");
}

std::optional<ports::ReturnKind> noted(ReportKind kind) {
    switch (kind) {
        case ReportKind::unknown_address:
            return ports::ReturnKind::hard;
        case ReportKind::later:
            return ports::ReturnKind::soft;
        case ReportKind::refused:
            return ports::ReturnKind::blocked;
        case ReportKind::complaint:
            return ports::ReturnKind::complaint;
        case ReportKind::leaving:
            return ports::ReturnKind::left;
        case ReportKind::delayed:
        case ReportKind::delivered:
        case ReportKind::automatic:
        case ReportKind::other:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<OwnAddress> own_address(std::string_view recipient, std::string_view domain) {
    const auto at = recipient.rfind('@');
    if (at == std::string_view::npos || domain.empty()) return std::nullopt;
    if (!base::equals_ignoring_ascii_case(recipient.substr(at + 1), domain)) return std::nullopt;
    const auto local = recipient.substr(0, at);
    if (local.size() < 3 || local[1] != '-') return std::nullopt;
    return OwnAddress{base::lower_ascii(local.substr(0, 1)).front(), local.substr(2)};
}

bool is_for_complaints(std::string_view recipient, std::string_view domain) {
    const auto at = recipient.rfind('@');
    return at != std::string_view::npos && !domain.empty() &&
           base::equals_ignoring_ascii_case(recipient.substr(0, at), "complaints") &&
           base::equals_ignoring_ascii_case(recipient.substr(at + 1), domain);
}

std::vector<std::string_view> copy_addresses_in(std::string_view text, std::string_view domain) {
    constexpr std::size_t kMost = 20, kLongestToken = 64;
    std::vector<std::string_view> found;
    if (domain.empty()) return found;
    for (auto at = text.find('@'); at != text.npos && found.size() < kMost; at = text.find('@', at + 1)) {
        if (!base::equals_ignoring_ascii_case(text.substr(at + 1, domain.size()), domain)) continue;
        auto begin = at;
        while (begin > 0 && at - begin < kLongestToken + 2 && is_of_token(text[begin - 1])) --begin;
        const auto address = text.substr(begin, at + 1 + domain.size() - begin);
        if (const auto own = own_address(address, domain); own && own->prefix == kCopyPrefix) found.push_back(address);
    }
    return found;
}

}  // namespace mail_returns
