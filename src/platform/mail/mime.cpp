#include "platform/mail/mime.h"

#include <algorithm>
#include <functional>
#include <memory>

#include <fmt/format.h>
#include <unicode/uidna.h>

#include "platform/mail/encoding.h"

namespace mail {
namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Nontransitional IDNA. A domain that it refuses goes as it is: the relay will say so.
std::string ascii_domain(std::string_view domain) {
    if (is_ascii(domain)) return std::string(domain);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UIDNA, decltype(&uidna_close)> idna(uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &status),
                                                              &uidna_close);
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    char ascii[256];
    const std::int32_t length = uidna_nameToASCII_UTF8(
        idna.get(), domain.data(), static_cast<std::int32_t>(domain.size()), ascii, sizeof ascii, &info, &status);
    if (U_FAILURE(status) || info.errors != 0) return std::string(domain);
    return {ascii, static_cast<std::size_t>(length)};
}

// RFC 5322, 3.2.3: what a display name may hold without quotation marks.
bool is_atom_text(char c) {
    constexpr std::string_view kSigns = "!#$%&'*+-/=?^_`{|}~ ";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kSigns.contains(c);
}

std::string display_name(const Line& name) {
    const std::string encoded = encode_header_text(name);
    if (encoded != name.text() || std::ranges::all_of(encoded, is_atom_text)) return encoded;
    std::string quoted = "\"";
    for (const char c : encoded) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

std::string mailbox(const Mailbox& box) {
    const std::string address = wire_address(box.address);
    return box.name.empty() ? address : fmt::format("{} <{}>", display_name(box.name), address);
}

// An address in a header holds neither blanks nor < > nor quotes; a Line may.
std::string header_url(const Line& url) {
    std::string out;
    for (const char c : url.text()) {
        if (c <= ' ' || c == '<' || c == '>' || c == '"' || static_cast<unsigned char>(c) >= 0x7f) {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        } else {
            out += c;
        }
    }
    return out;
}

std::string list_headers(const Envelope& envelope, const Line& unsubscribe_url) {
    std::string ways;
    if (!unsubscribe_url.empty()) ways = fmt::format("<{}>", header_url(unsubscribe_url));
    if (envelope.unsubscribe_mailbox)
        ways += fmt::format("{}<mailto:{}?subject=unsubscribe>", ways.empty() ? "" : ", ",
                            header_url(Line(wire_address(*envelope.unsubscribe_mailbox))));
    std::string out;
    if (!ways.empty()) out += header_field("List-Unsubscribe", ways);
    if (!unsubscribe_url.empty()) out += header_field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    if (!envelope.feedback_id.empty()) out += header_field("Feedback-ID", envelope.feedback_id.text());
    return out;
}

// "=_" stands in no line of quoted-printable text, so a boundary that holds it is in no part.
std::string boundary_for(const Line& message_id) {
    return fmt::format("=_{:016x}", std::hash<std::string>{}(message_id.text()));
}

struct Part {
    std::string type;
    std::string_view content;
};

void append_part(std::string& out, const Part& part, std::string_view boundary) {
    out += fmt::format("--{}\r\nContent-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
                       boundary, part.type);
    append_quoted_printable(out, part.content);
    out += "\r\n";
}

std::string headers(const Envelope& envelope, const Message& message) {
    std::string out = header_field("Date", header_date(envelope.date));
    out += header_field("From", mailbox(envelope.from));
    if (envelope.reply_to) out += header_field("Reply-To", mailbox(*envelope.reply_to));
    out += header_field("To", mailbox(envelope.to));
    out += header_field("Message-ID", fmt::format("<{}>", envelope.message_id.text()));
    out += header_field("Subject", encode_header_text(message.subject));
    out += list_headers(envelope, message.unsubscribe_url);
    return out;
}

}  // namespace

std::string wire_address(const base::EmailAddress& address) {
    const std::string& text = address.text();
    const auto domain = text.size() - address.domain().size();
    return text.substr(0, domain) + ascii_domain(address.domain());
}

std::string write_mime(const Envelope& envelope, const Message& message) {
    const std::string boundary = boundary_for(envelope.message_id);
    std::string out = headers(envelope, message);
    out += "MIME-Version: 1.0\r\n";
    out += header_field("Content-Type", fmt::format("multipart/alternative; boundary=\"{}\"", boundary));
    out += "\r\n";
    const std::size_t size = message.text.size() + message.html.view().size() + message.calendar.text.size();
    out.reserve(out.size() + size + size / 8 + 512);
    append_part(out, {"text/plain", message.text}, boundary);
    append_part(out, {"text/html", message.html.view()}, boundary);
    if (!message.calendar.text.empty())
        append_part(out, {fmt::format("text/calendar; method={}", message.calendar.method), message.calendar.text},
                    boundary);
    out += fmt::format("--{}--\r\n", boundary);
    return out;
}

}  // namespace mail
