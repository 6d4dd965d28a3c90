#include "features/mail_sending/letter_service.h"

#include <fmt/format.h>

#include "platform/mail/mime.h"
#include "platform/mail/sender.h"
#include "ports/return_address.h"

namespace mail_sending {
namespace {

base::EmailAddress address(const std::string& text) {
    const auto parsed = base::EmailAddress::parse(text);
    if (!parsed) throw std::runtime_error("not an address: " + text);
    return *parsed;
}

std::string full_name(const people::PersonName& name) {
    return name.family.empty() ? name.given : name.given + ' ' + name.family;
}

// A part of a Feedback-ID holds no colon and no blank.
std::string feedback_part(std::string text) {
    std::erase_if(text, [](char c) { return c == ':' || c <= ' '; });
    return text;
}

}  // namespace

LetterWriter::LetterWriter(const Services& services)
    : services_(services),
      from_en_{mail::Line(services.config.mail.from_name_en), address(services.config.mail.from_address)},
      from_fr_{mail::Line(services.config.mail.from_name_fr), address(services.config.mail.from_address)},
      signer_(mail::dkim_signer(services.config.mail.dkim, services.data_folder.string())) {
    const runtime::Config::Mail& settings = services.config.mail;
    if (!settings.reply_to.empty()) reply_to_ = mail::Mailbox{mail::Line(), address(settings.reply_to)};
    sender_ =
        mail::wire_address(address(settings.bounce_address.empty() ? settings.from_address : settings.bounce_address));
    feedback_sender_ = feedback_part(std::string{from_en_.address.domain()});
}

std::optional<base::EmailAddress> LetterWriter::return_address(const Letter& letter) const {
    const auto& domain = services_.config.mail.returns_domain;
    if (domain.empty()) return std::nullopt;
    const auto token = ports::return_token(services_.tokens, {letter.id, ports::mark_of(letter.person.address_hash)});
    return base::EmailAddress::parse(fmt::format("b-{}@{}", token, domain));
}

mail::Envelope LetterWriter::envelope(const Letter& letter, base::Instant now) const {
    const bool is_french = letter.person.locale == base::Locale::french;
    mail::Mailbox from = is_french ? from_fr_ : from_en_;
    const ports::MailingSender own = letter.words->sender(letter.person.locale);
    if (!own.name.empty()) from.name = mail::Line(own.name);
    const auto blast = letter.blast ? letter.blast->value : 0;
    return {.from = from,
            .to = {mail::Line(full_name(letter.person.name)), address(letter.person.email)},
            .reply_to = own.reply_to ? mail::Mailbox{mail::Line(), *own.reply_to} : reply_to_,
            .date = now,
            .message_id = mail::Line(fmt::format("c{}@{}", letter.id.value, from.address.domain())),
            .unsubscribe_mailbox = return_address(letter),
            .feedback_id = mail::Line(fmt::format("{}:{}:{}", blast, letter.variant.number, feedback_sender_))};
}

mail::Parcel LetterWriter::write(const Letter& letter, base::Instant now) const {
    ports::PersonalLinks links;
    if (services_.links.personal) links = services_.links.personal(letter.person.id, letter.id, letter.person.locale);
    const mail::Message message = letter.words->copy_for(letter.person, links, letter.variant);
    const mail::Envelope envelope = this->envelope(letter, now);
    std::string text = mail::write_mime(envelope, message);
    if (signer_) text.insert(0, signer_->sign(text, now));
    return {envelope.unsubscribe_mailbox ? mail::wire_address(*envelope.unsubscribe_mailbox) : sender_,
            mail::wire_address(envelope.to.address), std::move(text)};
}

}  // namespace mail_sending
