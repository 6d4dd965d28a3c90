#include "platform/inbound_mail/session.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace inbound_mail {
namespace {

constexpr std::string_view kEnd = "\r\n.\r\n";

std::string upper(std::string_view text) {
    std::string result{text};
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return result;
}

// The address between < and > behind "FROM:" or "TO:"; nullopt when there is none. Parameters behind it are ignored.
std::optional<std::string> path_after(std::string_view word, std::string_view rest) {
    if (upper(rest.substr(0, word.size())) != word) return std::nullopt;
    rest.remove_prefix(word.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    const auto end = rest.find('>');
    if (!rest.starts_with('<') || end == std::string_view::npos) return std::nullopt;
    return std::string{rest.substr(1, end - 1)};
}

}  // namespace

std::string Session::greeting() const { return "220 " + host_ + " ready\r\n"; }

std::string Session::receive(std::string_view bytes) {
    while (!bytes.empty() && !is_over_) {
        if (reading_ == Reading::mail) {
            bytes.remove_prefix(read_mail(bytes));
            continue;
        }
        const auto end = bytes.find('\n');
        const auto part = bytes.substr(0, end);
        if (line_.size() + part.size() > kLongestCommand) drops_line_ = true;
        if (!drops_line_) line_ += part;
        if (end == std::string_view::npos) break;
        bytes.remove_prefix(end + 1);
        if (line_.ends_with('\r')) line_.pop_back();
        const std::string line = std::exchange(line_, {});
        std::exchange(drops_line_, false) ? mistake("500 5.5.2 Line too long") : read_command(line);
    }
    return std::exchange(answer_, {});
}

void Session::read_command(std::string_view line) {
    const auto blank = line.find(' ');
    const std::string word = upper(line.substr(0, blank));
    const auto rest = blank == std::string_view::npos ? std::string_view{} : line.substr(blank + 1);
    if (word == "EHLO" || word == "HELO" || word == "LHLO") return hello(word, rest);
    if (word == "MAIL") return mail_from(rest);
    if (word == "RCPT") return rcpt_to(rest);
    if (word == "DATA") return data();
    if (word == "RSET") {
        begin_again();
        return say("250 2.0.0 OK");
    }
    if (word == "NOOP") return say("250 2.0.0 OK");
    if (word == "QUIT") {
        is_over_ = true;
        return say("221 2.0.0 Bye");
    }
    mistake("500 5.5.1 Not understood");
}

void Session::hello(std::string_view word, std::string_view rest) {
    if (rest.empty()) return mistake("501 5.5.4 Say who you are");
    begin_again();
    protocol_ = word == "LHLO" ? Protocol::lmtp : Protocol::smtp;
    if (word == "HELO") return say("250 " + host_);
    say("250-" + host_);
    say("250-PIPELINING");
    say("250-ENHANCEDSTATUSCODES");
    say("250-8BITMIME");
    say("250 SMTPUTF8");
}

void Session::mail_from(std::string_view rest) {
    if (protocol_ == Protocol::none) return mistake("503 5.5.1 Say EHLO first");
    if (has_sender_) return mistake("503 5.5.1 One at a time");
    auto sender = path_after("FROM:", rest);
    if (!sender) return mistake("501 5.5.4 Write MAIL FROM:<address>");
    mail_.sender = *std::move(sender);
    has_sender_ = true;
    say("250 2.1.0 OK");
}

void Session::rcpt_to(std::string_view rest) {
    if (!has_sender_) return mistake("503 5.5.1 Say MAIL first");
    auto recipient = path_after("TO:", rest);
    if (!recipient) return mistake("501 5.5.4 Write RCPT TO:<address>");
    if (mail_.recipients.size() == kMostRecipients) return say("452 4.5.3 Too many recipients");
    if (!hooks_.knows(*recipient)) return mistake("550 5.1.1 Nobody here has this address");
    mail_.recipients.push_back(*std::move(recipient));
    say("250 2.1.5 OK");
}

void Session::data() {
    if (mail_.recipients.empty()) return mistake("503 5.5.1 Say RCPT first");
    reading_ = Reading::mail;
    end_ = 2;
    say("354 End with a line of one full stop");
}

void Session::mistake(std::string_view answer) {
    say(answer);
    if (++mistakes_ < kMostMistakes) return;
    is_over_ = true;
    say("421 4.7.0 Too many mistakes");
}

void Session::begin_again() {
    mail_ = {};
    has_sender_ = false;
}

std::size_t Session::read_mail(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char byte = bytes[i];
        if (byte == kEnd[static_cast<std::size_t>(end_)]) {
            if (++end_ == 5) {
                finish_mail();
                return i + 1;
            }
            if (end_ != 3 && end_ != 4) keeper_.add(byte);  // the dot and what follows it wait for their meaning
            continue;
        }
        if (end_ == 4) keeper_.add('\r');  // of "CR LF . CR" without LF; the dot was a doubled one's, or is dropped
        end_ = byte == '\r' ? 1 : 0;
        keeper_.add(byte);
    }
    return bytes.size();
}

void Session::finish_mail() {
    reading_ = Reading::commands;
    const std::size_t recipients = mail_.recipients.size();
    KeptMail kept = keeper_.take();
    mail_.text = std::move(kept.text);
    mail_.late = std::move(kept.late);
    const Taken taken = hooks_.take(mail_);
    begin_again();
    const std::size_t answers = protocol_ == Protocol::lmtp ? recipients : 1;
    for (std::size_t i = 0; i < answers; ++i)
        say(taken == Taken::yes ? "250 2.0.0 Taken" : "451 4.3.0 Not now, try again");
}

void Session::say(std::string_view line) {
    answer_ += line;
    answer_ += "\r\n";
}

}  // namespace inbound_mail
