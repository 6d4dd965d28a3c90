// features/mail_returns/returned.h - what the kinds of returned mails mean for a copy and its address. Pure.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/problem.h"
#include "platform/inbound_mail/report.h"
#include "ports/mailings.h"

namespace mail_returns {

using inbound_mail::ReportKind;
using ReturnedMailId = base::Id<struct ReturnedMailTag>;

inline constexpr std::array kKinds{ReportKind::unknown_address, ReportKind::later,   ReportKind::refused,
                                   ReportKind::complaint,       ReportKind::delayed, ReportKind::delivered,
                                   ReportKind::automatic,       ReportKind::leaving, ReportKind::other};

// What it is called on the page of staff.
base::Message label(ReportKind kind);

// What is noted on the copy; nullopt where there is nothing to note.
std::optional<ports::ReturnKind> noted(ReportKind kind);

// "b-TOKEN@DOMAIN": one small letter says whose address it is, 'b' that it is a copy's.
inline constexpr char kCopyPrefix = 'b';
struct OwnAddress {
    char prefix;
    std::string_view token;
};
// nullopt for another address. The domain and the prefix are read without regard to case.
std::optional<OwnAddress> own_address(std::string_view recipient, std::string_view domain);

// Where providers send complaints, once it was registered with them (a "feedback loop"): complaints@DOMAIN. Whom one is
// about stands in the mail that it holds.
bool is_for_complaints(std::string_view recipient, std::string_view domain);

// Addresses of copies that stand in the text, "b-TOKEN@DOMAIN", the first of them: where a report came by another way,
// the mail that it is about names its return address.
std::vector<std::string_view> copy_addresses_in(std::string_view text, std::string_view domain);

// A mail that nobody understands, for staff.
struct ReturnedMail {
    ReturnedMailId id;
    base::Instant received_at;
    std::string recipient, subject, text;
};
inline constexpr std::size_t kLongestKept = 16'384;  // bytes of the text
inline constexpr int kKeptDays = 30;

struct KindCount {
    ReportKind kind;
    std::int64_t count;
};

}  // namespace mail_returns
