// platform/inbound_mail/report.h - what a mail that came back says: delivery status notifications (RFC 3464),
// complaints (ARF, RFC 5965), and the bounces of servers that follow no standard. Any bytes are fine.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace inbound_mail {

enum class ReportKind : unsigned char {
    unknown_address,  // the mailbox does not exist, or no longer
    later,            // full, away, a server that could not be reached in days: may work another time
    refused,          // the other server takes nothing from us, or not this: reputation, content, size, rules
    complaint,        // "this is spam"
    delayed,          // still being tried: nothing to do
    delivered,        // a receipt
    automatic,        // an answer by a machine, such as "I am on holiday"
    leaving,          // somebody, or a mail program for them, wrote "unsubscribe"
    other             // a person who wrote something, or nothing that is understood
};

struct Report {
    ReportKind kind = ReportKind::other;
    std::string status{};     // "5.1.1" where there is one
    std::string detail{};     // the other server's words, one line, at most 500 bytes, well-formed UTF-8
    std::string recipient{};  // whom it is about, where it says so
    std::string subject{};    // of this mail, one line, at most 200 bytes
};

// text: a whole mail, or the beginning of one.
Report read_report(std::string_view text);

// The meaning of an enhanced status code (RFC 3463), "5.2.2", and of what stands beside it. Servers give 5.0.0
// and 5.7.1 for many things: then the words decide. "" and unreadable ones: by the words alone.
ReportKind meaning_of(std::string_view status, std::string_view words);

}  // namespace inbound_mail
