#include "platform/inbound_mail/report.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"
#include "platform/inbound_mail/mime_reading.h"

namespace inbound_mail {
namespace {

constexpr std::size_t kLongestDetail = 500, kLongestSubject = 200, kLongestRead = 65'536;  // bytes

constexpr std::array<std::string_view, 17> kUnknownWords{"user unknown",
                                                         "doesn't have a",
                                                         "unknown user",
                                                         "no such user",
                                                         "no such recipient",
                                                         "does not exist",
                                                         "doesn't exist",
                                                         "no mailbox here",
                                                         "invalid recipient",
                                                         "recipient not found",
                                                         "unknown recipient",
                                                         "mailbox not found",
                                                         "address rejected: unknown",
                                                         "account that you tried to reach",
                                                         "mailbox unavailable",
                                                         "utilisateur inconnu",
                                                         "no longer available"};
constexpr std::array<std::string_view, 12> kRefusedWords{"spam",      "blocked",    "blacklist",   "block list",
                                                         "blocklist", "reputation", "policy",      "dmarc",
                                                         "spf",       "dkim",       "not allowed", "denied"};
// About us, whatever else is said: "sender verify failed: no such user".
constexpr std::array<std::string_view, 11> kSenderWords{
    "sender verif", "sender address", "sender domain", "sender rejected", "reverse dns", "reverse hostname",
    "ptr record",   "relaying",       "relay access",  "to relay",        "relay not"};
constexpr std::array<std::string_view, 8> kFullWords{"quota",    "full",     "over limit", "try again",
                                                     "temporar", "greylist", "timed out",  "too many"};

// "5.1.1": class, subject, detail.
struct Status {
    int klass, subject, detail;
};
std::optional<Status> status_of(std::string_view text) {
    std::array<int, 3> parts{};
    std::size_t part = 0;
    bool has_digit = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9' && parts[part] < 1'000) {
            parts[part] = parts[part] * 10 + (c - '0');
            has_digit = true;
        } else if (c == '.' && has_digit && part < 2) {
            ++part;
            has_digit = false;
        } else {
            break;
        }
    }
    if (part != 2 || !has_digit || (parts[0] != 2 && parts[0] != 4 && parts[0] != 5)) return std::nullopt;
    return Status{parts[0], parts[1], parts[2]};
}

ReportKind by_words(std::string_view lower) {
    if (holds_any(lower, kSenderWords)) return ReportKind::refused;
    if (holds_any(lower, kUnknownWords)) return ReportKind::unknown_address;
    if (holds_any(lower, kRefusedWords)) return ReportKind::refused;
    return ReportKind::later;
}

// The fields of a message/delivery-status or message/feedback-report: "Name: value", folded lines joined.
class ReportFields {
public:
    explicit ReportFields(std::string_view text) {
        while (!text.empty()) {
            const auto end = text.find('\n');
            std::string_view line = text.substr(0, end);
            text.remove_prefix(end == text.npos ? text.size() : end + 1);
            if (line.ends_with('\r')) line.remove_suffix(1);
            add(line);
        }
    }
    // The first value under this name, which is written in lower case.
    std::string value(std::string_view name) const {
        const auto found = std::ranges::find(fields_, name, &Field::name);
        return found == fields_.end() ? "" : found->value;
    }

private:
    struct Field {
        std::string name, value;
    };
    void add(std::string_view line) {
        if ((line.starts_with(' ') || line.starts_with('\t')) && !fields_.empty()) {
            fields_.back().value += line;
            return;
        }
        const auto colon = line.find(':');
        if (colon == line.npos) return;
        fields_.push_back({base::lower_ascii(line.substr(0, colon)), base::collapse_spaces(line.substr(colon + 1))});
    }
    std::vector<Field> fields_;
};

// Without the kind of address before it: "rfc822; maya@example.org".
std::string behind_semicolon(const std::string& value) {
    const auto at = value.find(';');
    return at == std::string::npos ? value : base::collapse_spaces(std::string_view{value}.substr(at + 1));
}

// The first part of this kind, in the order of the mail, and the first text.
struct Parts {
    GMimeObject* status = nullptr;    // message/delivery-status
    GMimeObject* feedback = nullptr;  // message/feedback-report
    GMimeObject* text = nullptr;      // text/*
};
void visit_part(GMimeObject*, GMimeObject* part, void* to) {
    auto& parts = *static_cast<Parts*>(to);
    GMimeContentType* type = g_mime_object_get_content_type(part);
    const auto keep = [&](GMimeObject*& slot, const char* main, const char* sub) {
        if (slot == nullptr && g_mime_content_type_is_type(type, main, sub)) slot = part;
    };
    keep(parts.status, "message", "delivery-status");
    keep(parts.status, "message", "global-delivery-status");  // RFC 6533
    keep(parts.feedback, "message", "feedback-report");
    keep(parts.text, "text", "*");
}

// One enhanced status code in running text: "550 5.1.1 no such user".
std::string status_in(std::string_view text) {
    for (std::size_t i = 0; i + 5 <= text.size(); ++i) {
        const bool is_begin =
            i == 0 || text[i - 1] == ' ' || text[i - 1] == '#' || text[i - 1] == '\n' || text[i - 1] == '-';
        if (!is_begin || (text[i] != '4' && text[i] != '5') || text[i + 1] != '.') continue;
        if (const auto status = status_of(text.substr(i)))
            return std::to_string(status->klass) + "." + std::to_string(status->subject) + "." +
                   std::to_string(status->detail);
    }
    return "";
}

Report delivery_report(const ReportFields& fields) {
    Report report{.status = one_line(fields.value("status"), 20),
                  .detail = one_line(behind_semicolon(fields.value("diagnostic-code")), kLongestDetail),
                  .recipient = one_line(behind_semicolon(fields.value("final-recipient")), 320)};
    const std::string action = base::lower_ascii(fields.value("action"));
    if (action == "delayed")
        report.kind = ReportKind::delayed;
    else if (action == "delivered" || action == "relayed" || action == "expanded")
        report.kind = ReportKind::delivered;
    else
        report.kind = meaning_of(report.status, report.detail);
    return report;
}

bool is_automatic(GMimeObject* mail, std::string_view lower_subject) {
    const std::string submitted = base::lower_ascii(header(mail, "Auto-Submitted"));
    if (!submitted.empty() && !submitted.starts_with("no")) return true;
    if (!header(mail, "X-Autoreply").empty() || !header(mail, "X-Autorespond").empty()) return true;
    constexpr std::array<std::string_view, 5> kWords{"out of office", "automatic reply", "auto-reply", "autoreply",
                                                     "réponse automatique"};
    return base::lower_ascii(header(mail, "Precedence")) == "auto_reply" || holds_any(lower_subject, kWords);
}

// A bounce of a server that follows no standard.
bool is_from_mail_system(GMimeObject* mail) {
    const std::string from = base::lower_ascii(header(mail, "From"));
    return holds_any(from, std::array<std::string_view, 3>{"mailer-daemon", "postmaster", "mail delivery"}) ||
           base::collapse_spaces(header(mail, "Return-Path")) == "<>";
}

Report plain_report(GMimeObject* mail, const Parts& parts) {
    Report report{.subject = one_line(header(mail, "Subject"), kLongestSubject)};
    const std::string lower = base::lower_ascii(report.subject);
    if (is_automatic(mail, lower) && !is_from_mail_system(mail)) {
        report.kind = ReportKind::automatic;
        return report;
    }
    if (is_from_mail_system(mail)) {
        const std::string text = parts.text == nullptr ? "" : content_of(parts.text, kLongestRead);
        report.status = status_in(text);
        report.detail = one_line(std::string_view{text}.substr(0, 2'000), kLongestDetail);
        report.kind = meaning_of(report.status, text);
        return report;
    }
    if (holds_any(lower, std::array<std::string_view, 3>{"unsubscribe", "désabonner", "desabonner"}))
        report.kind = ReportKind::leaving;
    return report;
}

// Of the types of RFC 5965 and RFC 6591: one is the opposite, the others are about signatures and policies.
bool is_complaint(std::string_view type) { return type != "not-spam" && type != "auth-failure" && type != "dmarc"; }

}  // namespace

ReportKind meaning_of(std::string_view status_text, std::string_view words) {
    const std::string lower = base::lower_ascii(words);
    const auto status = status_of(status_text);
    if (!status) return by_words(lower);
    if (status->klass == 2) return ReportKind::delivered;
    if (status->klass == 4) return ReportKind::later;
    if (status->subject == 1 && (status->detail == 7 || status->detail == 8))
        return ReportKind::refused;  // these two are about the sender
    if (status->subject == 1 && status->detail != 0) return ReportKind::unknown_address;
    if (status->subject == 2 && status->detail == 1) return ReportKind::unknown_address;  // mailbox disabled
    if (status->subject == 2 && status->detail == 2) return ReportKind::later;            // mailbox full
    if (status->subject == 4) return ReportKind::later;                                   // network and routing
    if (holds_any(lower, kFullWords) && !holds_any(lower, kUnknownWords)) return ReportKind::later;
    const auto meaning = by_words(lower);
    return status->subject == 7 && meaning != ReportKind::unknown_address ? ReportKind::refused : meaning;
}

Report read_report(std::string_view text) {
    const auto message = parsed(text);
    if (message == nullptr) return {};
    auto* mail = GMIME_OBJECT(message.get());
    Parts parts;
    if (auto* body = g_mime_message_get_mime_part(message.get()); body != nullptr) {
        visit_part(nullptr, body, &parts);
        if (GMIME_IS_MULTIPART(body)) g_mime_multipart_foreach(GMIME_MULTIPART(body), visit_part, &parts);
    }
    Report report;
    if (parts.feedback != nullptr) {
        const ReportFields fields{content_of(parts.feedback, kLongestRead)};
        const auto type = base::lower_ascii(fields.value("feedback-type"));
        report = {.kind = is_complaint(type) ? ReportKind::complaint : ReportKind::other,
                  .detail = one_line(type, kLongestDetail),
                  .recipient = one_line(fields.value("original-rcpt-to"), 320)};
    } else if (parts.status != nullptr) {
        report = delivery_report(ReportFields{content_of(parts.status, kLongestRead)});
    } else {
        return plain_report(mail, parts);
    }
    report.subject = one_line(header(mail, "Subject"), kLongestSubject);
    return report;
}

}  // namespace inbound_mail
