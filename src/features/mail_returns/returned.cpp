#include "features/mail_returns/returned.h"

#include "base/text.h"

namespace mail_returns {

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

}  // namespace mail_returns
