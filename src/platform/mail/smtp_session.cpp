#include "platform/mail/smtp_session.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "platform/mail/encoding.h"

namespace mail {
namespace {

bool has_word(std::string_view line, std::string_view word) {
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        if (line.substr(0, end) == word) return true;
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return false;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Nothing that could end the path or the command.
bool is_path(std::string_view text) {
    return std::ranges::none_of(
        text, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == '<' || c == '>' || c == 0x7f; });
}

DeliveryResult result_of(const SmtpReply& reply) {
    if (reply.code >= 200 && reply.code < 300) return {Delivery::delivered, reply.code, reply.text()};
    return {reply.code >= 500 ? Delivery::permanent : Delivery::temporary, reply.code, reply.text()};
}

// 421: the server closes the connection, whatever it was asked.
const SmtpReply& unless_closing(const SmtpReply& reply) {
    if (reply.code == 421) throw SmtpFault(reply.text(), reply.code);
    return reply;
}

void expect(const SmtpReply& reply, std::string_view what) {
    if (!reply.is_positive()) throw SmtpFault(fmt::format("{}: {}", what, reply.text()));
}

}  // namespace

SmtpOffers read_offers(const SmtpReply& ehlo) {
    SmtpOffers offers;
    for (const std::string& text : ehlo.lines) {
        std::string line = text;
        std::ranges::transform(line, line.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
        if (line == "PIPELINING") offers.pipelining = true;
        if (line == "STARTTLS") offers.starttls = true;
        if (line == "SMTPUTF8") offers.smtp_utf8 = true;
        // "AUTH=" is an old spelling of some servers.
        if (line.starts_with("AUTH ") || line.starts_with("AUTH=")) {
            offers.auth_plain |= has_word(std::string_view(line).substr(5), "PLAIN");
            offers.auth_login |= has_word(std::string_view(line).substr(5), "LOGIN");
        }
        if (line.starts_with("SIZE ")) std::from_chars(line.data() + 5, line.data() + line.size(), offers.size_limit);
    }
    return offers;
}

std::size_t Answers::open() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(results_, [](const auto& result) { return !result.has_value(); }));
}

void Answers::set(std::size_t index, DeliveryResult result) {
    results_[index] = std::move(result);
    if (told_) told_(index, *results_[index]);
}

void Answers::fail_first(const DeliveryResult& result) {
    for (std::size_t i = 0; i < results_.size(); ++i)
        if (is_open(i)) return set(i, result);
}

void Answers::fail_all(const DeliveryResult& result) {
    for (std::size_t i = 0; i < results_.size(); ++i)
        if (is_open(i)) set(i, result);
}

std::vector<DeliveryResult> Answers::take() && {
    std::vector<DeliveryResult> all;
    all.reserve(results_.size());
    for (auto& result : results_) all.push_back(*std::move(result));
    return all;
}

SmtpSession::SmtpSession(const SmtpServer& server) : connection_(server) {
    greet(server);
    encrypt(server);
    sign_in(server);
}

void SmtpSession::greet(const SmtpServer& server) {
    expect(connection_.read_reply(), "greeting");
    say_hello(server);
}

void SmtpSession::say_hello(const SmtpServer& server) {
    const SmtpReply ehlo = ask("EHLO " + server.helo_name);
    if (ehlo.is_positive()) {
        offers_ = read_offers(ehlo);
        return;
    }
    offers_ = {};
    expect(ask("HELO " + server.helo_name), "HELO");
}

void SmtpSession::encrypt(const SmtpServer& server) {
    if (server.starttls == runtime::StartTls::none) return;
    if (!offers_.starttls) {
        if (server.starttls == runtime::StartTls::opportunistic) return;
        throw SmtpFault("the mail server offers no encryption (STARTTLS), and mail.smtp.starttls asks for it");
    }
    expect(ask("STARTTLS"), "STARTTLS");
    connection_.start_encryption();
    say_hello(server);
}

void SmtpSession::sign_in(const SmtpServer& server) {
    if (server.username.empty()) return;
    if (!connection_.is_encrypted()) throw SmtpFault("the password is not sent without encryption");
    if (offers_.auth_plain) {
        const std::string credentials = '\0' + server.username + '\0' + server.password;
        return expect(ask("AUTH PLAIN " + base64(credentials)), "AUTH");
    }
    if (!offers_.auth_login) throw SmtpFault("the mail server offers neither AUTH PLAIN nor AUTH LOGIN");
    expect(ask("AUTH LOGIN"), "AUTH");
    expect(ask(base64(server.username)), "AUTH");
    expect(ask(base64(server.password)), "AUTH");
}

SmtpReply SmtpSession::ask(const std::string& command) {
    connection_.write(command + "\r\n");
    return connection_.read_reply();
}

std::string SmtpSession::envelope(const Parcel& parcel) const {
    const std::string size = offers_.size_limit > 0 ? fmt::format(" SIZE={}", parcel.mail.size()) : "";
    const bool needs_utf8 = !is_ascii(parcel.recipient) || !is_ascii(parcel.sender);
    return fmt::format("MAIL FROM:<{}>{}{}\r\nRCPT TO:<{}>\r\nDATA\r\n", parcel.sender, size,
                       needs_utf8 ? " SMTPUTF8" : "", parcel.recipient);
}

std::optional<DeliveryResult> SmtpSession::refused_here(const Parcel& parcel) const {
    if (!is_path(parcel.recipient) || !is_path(parcel.sender))
        return DeliveryResult{Delivery::permanent, 0, "the address cannot be written in SMTP"};
    if (!offers_.smtp_utf8 && !(is_ascii(parcel.recipient) && is_ascii(parcel.sender)))
        return DeliveryResult{Delivery::permanent, 0, "the mail server takes no address with other letters than ASCII"};
    if (offers_.size_limit > 0 && static_cast<std::int64_t>(parcel.mail.size()) > offers_.size_limit)
        return DeliveryResult{Delivery::permanent, 0, "the mail is larger than the mail server takes"};
    return std::nullopt;
}

// The indexes of what is to be sent. What this session cannot carry at all gets its result here.
std::vector<std::size_t> SmtpSession::sendable(std::span<const Parcel> parcels, Answers& answers) const {
    std::vector<std::size_t> indexes;
    for (std::size_t i = 0; i < parcels.size(); ++i) {
        if (!answers.is_open(i)) continue;
        if (auto refusal = refused_here(parcels[i])) {
            answers.set(i, *std::move(refusal));
        } else {
            indexes.push_back(i);
        }
    }
    return indexes;
}

void SmtpSession::send(std::span<const Parcel> parcels, Answers& answers) {
    const std::vector<std::size_t> indexes = sendable(parcels, answers);
    bool envelope_is_sent = false;
    for (std::size_t n = 0; n < indexes.size(); ++n) {
        const Parcel& parcel = parcels[indexes[n]];
        const EnvelopeReplies replies = envelope_is_sent ? read_envelope_replies() : send_envelope(parcel);
        envelope_is_sent = false;
        if (!replies.accepted()) {
            answers.set(indexes[n], replies.refusal());
            abandon(replies);
            continue;
        }
        std::string bytes = dot_stuffed(parcel.mail);
        const bool goes_on = offers_.pipelining && n + 1 < indexes.size();
        if (goes_on) bytes += envelope(parcels[indexes[n + 1]]);
        owes_answer_ = true;
        connection_.write(bytes);
        const SmtpReply taken = connection_.read_reply();
        owes_answer_ = false;
        answers.set(indexes[n], result_of(unless_closing(taken)));
        envelope_is_sent = goes_on;
    }
}

SmtpSession::EnvelopeReplies SmtpSession::send_envelope(const Parcel& parcel) {
    const std::string commands = envelope(parcel);
    if (offers_.pipelining) {
        connection_.write(commands);
        return read_envelope_replies();
    }
    EnvelopeReplies replies;
    std::size_t start = 0;
    for (SmtpReply* reply : {&replies.mail, &replies.rcpt, &replies.data}) {
        const std::size_t end = commands.find("\r\n", start) + 2;
        connection_.write(std::string_view(commands).substr(start, end - start));
        *reply = unless_closing(connection_.read_reply());
        if (!reply->is_positive()) break;
        start = end;
    }
    return replies;
}

SmtpSession::EnvelopeReplies SmtpSession::read_envelope_replies() {
    EnvelopeReplies replies;
    for (SmtpReply* reply : {&replies.mail, &replies.rcpt, &replies.data})
        *reply = unless_closing(connection_.read_reply());
    return replies;
}

bool SmtpSession::EnvelopeReplies::accepted() const {
    return mail.is_positive() && rcpt.is_positive() && data.code == 354;
}

// A 5xx to MAIL is about the sender or the session ("530 Authentication required"), not about this mail: somebody can
// put it right, and no mail may be lost by it.
DeliveryResult SmtpSession::EnvelopeReplies::refusal() const {
    if (!mail.is_positive()) return {Delivery::temporary, mail.code, mail.text()};
    return result_of(rcpt.is_positive() ? data : rcpt);
}

// Brings the session back to where the next MAIL may come.
void SmtpSession::abandon(const EnvelopeReplies& replies) {
    if (replies.data.code == 354) ask(".");
    expect(ask("RSET"), "RSET");
}

bool SmtpSession::is_alive() {
    try {
        return ask("NOOP").is_positive();
    } catch (const SmtpFault&) {
        return false;
    }
}

void SmtpSession::quit() {
    connection_.shorten_timeout(base::seconds(2));
    ask("QUIT");
}

}  // namespace mail
