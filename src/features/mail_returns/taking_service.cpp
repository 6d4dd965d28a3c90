#include "features/mail_returns/taking_service.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "features/mail_returns/returned.h"
#include "features/mail_returns/store.h"
#include "platform/http/forms.h"
#include "ports/return_address.h"

namespace mail_returns {
namespace {

namespace fs = std::filesystem;

std::optional<ports::ReturnedCopy> copy_of(const Services& services, std::string_view recipient) {
    const auto address = own_address(recipient, services.config.mail.returns_domain);
    if (!address || address->prefix != kCopyPrefix) return std::nullopt;
    return ports::read_return_token(services.tokens, address->token);
}

// Somebody else who takes what comes to this address, and what it is about.
struct Listening {
    const ports::MailReplyListener& listener;
    std::int64_t about;
};
std::optional<Listening> listening_to(const Services& services, std::string_view recipient) {
    if (services.replies == nullptr) return std::nullopt;
    const auto address = own_address(recipient, services.config.mail.returns_domain);
    const auto* listener = address ? services.replies->find(address->prefix) : nullptr;
    const auto about = listener == nullptr ? std::nullopt : services.tokens.read(listener->purpose, address->token);
    if (!about) return std::nullopt;
    return Listening{*listener, *about};
}

std::string shown(std::string_view text) { return http::with_broken_bytes_replaced(text.substr(0, kLongestKept)); }

void leave(const Services& services, db::Write& write, ports::SentMailId copy) {
    if (!services.sending.person_of || !services.links.leave_by_mail) return;
    if (const auto person = services.sending.person_of(write, copy)) services.links.leave_by_mail(write, *person);
}

// The copy that a report is about which came to no return address: to complaints@, or by way of somebody else.
std::optional<ports::ReturnedCopy> copy_in(const Services& services, std::string_view text) {
    for (const auto address : copy_addresses_in(text, services.config.mail.returns_domain))
        if (const auto copy = copy_of(services, address)) return copy;
    return std::nullopt;
}

// What a report means for one recipient.
struct Meant {
    const inbound_mail::Report& report;
    const inbound_mail::Reply& reply;
    std::string_view recipient, text;  // text: the whole mail
};
void take_one(const Services& services, const Meant& meant, db::Write& write) {
    if (const auto other = listening_to(services, meant.recipient)) {
        const ports::MailReply reply{other->about, meant.report, meant.reply};
        if (!other->listener.understands || other->listener.understands(reply))
            return other->listener.take(write, reply);
    }
    store::count_return(write, meant.report.kind);
    auto copy = copy_of(services, meant.recipient);
    const auto kind = noted(meant.report.kind);
    if (!copy && kind && kind != ports::ReturnKind::left) copy = copy_in(services, meant.text);
    if (copy && kind && services.note_return)
        services.note_return(write, {copy->mail, *kind, meant.report.detail, write.now(), copy->address});
    if (copy && meant.report.kind == ReportKind::leaving) leave(services, write, copy->mail);
    if (meant.report.kind == ReportKind::other)
        store::keep_mail(write, {meant.recipient, meant.report.subject, shown(meant.text)});
}

// The values of the header fields of this name, which is written in lower case with its colon.
std::vector<std::string> header_values(std::string_view mail, std::string_view name) {
    std::vector<std::string> values;
    while (!mail.empty()) {
        const auto end = mail.find('\n');
        const auto line = mail.substr(0, end);
        if (line.empty() || line == "\r") break;
        if (base::lower_ascii(line.substr(0, name.size())) == name)
            values.push_back(base::collapse_spaces(line.substr(name.size())));
        if (end == std::string_view::npos) break;
        mail.remove_prefix(end + 1);
    }
    return values;
}

// "<b-1@example.org>" without its brackets, and without a name before them.
std::string bare(const std::string& value) {
    const auto open = value.find('<');
    const auto close = value.find('>', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos) return value;
    return value.substr(open + 1, close - open - 1);
}

std::vector<std::string> recipients_in(const Services& services, std::string_view mail) {
    std::vector<std::string> found;
    for (const auto* name : {"delivered-to:", "x-original-to:", "to:"}) {
        for (const auto& value : header_values(mail, name))
            if (knows(services, bare(value))) found.push_back(bare(value));
        if (!found.empty()) break;
    }
    return found;
}

inbound_mail::KeptMail read_mail(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    inbound_mail::Keeper keeper;
    std::array<char, 65'536> bytes;
    while (stream.read(bytes.data(), bytes.size()), stream.gcount() > 0)
        keeper.add(std::string_view{bytes.data(), static_cast<std::size_t>(stream.gcount())});
    return keeper.take();
}

}  // namespace

bool knows(const Services& services, std::string_view recipient) {
    return copy_of(services, recipient) || listening_to(services, recipient) ||
           is_for_complaints(recipient, services.config.mail.returns_domain);
}

void take(const Services& services, const inbound_mail::Mail& mail) {
    const auto report = inbound_mail::read_report(mail.text);
    const auto is_heard = [&](const std::string& to) { return listening_to(services, to).has_value(); };
    const auto reply =
        std::ranges::any_of(mail.recipients, is_heard) ? inbound_mail::read_reply(mail) : inbound_mail::Reply{};
    services.database.write([&](db::Write& write) {
        for (const auto& recipient : mail.recipients) take_one(services, {report, reply, recipient, mail.text}, write);
    });
}

std::size_t take_from(const Services& services, const Maildir& maildir) {
    const fs::path folder = fs::path{maildir.path} / "new";
    std::error_code error;
    std::size_t taken = 0;
    for (const auto& entry : fs::directory_iterator{folder, error}) {
        if (taken == maildir.limit) break;
        auto [text, late] = read_mail(entry.path());
        auto recipients = recipients_in(services, text);
        if (recipients.empty()) recipients.emplace_back();
        take(services,
             {.sender = "", .recipients = std::move(recipients), .text = std::move(text), .late = std::move(late)});
        fs::rename(entry.path(), fs::path{maildir.path} / "cur" / (entry.path().filename().string() + ":2,S"));
        ++taken;
    }
    return taken;
}

}  // namespace mail_returns
