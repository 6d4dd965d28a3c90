#include "features/letters/office_mails.h"

#include <stdexcept>

#include <fmt/format.h>

#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "platform/mail/mime.h"
#include "platform/mail/sender.h"
#include "ports/sender.h"

namespace letters {
namespace {

base::EmailAddress sound_address(const std::string& text) {
    const auto parsed = base::EmailAddress::parse(text);
    if (!parsed) throw std::runtime_error("not an address: " + text);
    return *parsed;
}

const std::string& bounce_address(const runtime::Config::Mail& settings) {
    return settings.bounce_address.empty() ? settings.from_address : settings.bounce_address;
}

std::string full_name(const people::PersonName& name) { return name.given + ' ' + name.family; }

// One paragraph, its lines kept.
void write_paragraph(html::Out& out, std::string_view words) {
    html::write<"<p>">(out);
    while (true) {
        const auto end = words.find('\n');
        html::write<"{}">(out, words.substr(0, end));
        if (end == std::string_view::npos) break;
        html::write<"<br>">(out);
        words.remove_prefix(end + 1);
    }
    html::write<"</p>">(out);
}

html::SafeHtml document_of(std::string_view text, base::Locale locale) {
    html::Out out;
    html::write<R"(<!doctype html><html lang="{}"><head><meta charset="utf-8"><title></title></head><body>)">(
        out, base::code(locale));
    while (!text.empty()) {
        const auto end = std::min(text.find("\n\n"), text.size());
        write_paragraph(out, text.substr(0, end));
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    html::write<"</body></html>">(out);
    return std::move(out).finish();
}

}  // namespace

std::string greeting(base::Locale locale, std::string_view name) {
    const i18n::Translator t{locale};
    return t("Dear {name},", {{"name", std::string{name}}});
}

std::string sender_name(const Services& services, const Writing& writing) {
    const i18n::Translator t{writing.locale};
    return t("{name} via {organisation}",
             {{"name", full_name(writing.name)},
              {"organisation", ports::organisation_name(services.config, writing.locale)}});
}

std::string text_of(const OfficeLetter& letter) {
    const Writing& writing = letter.writing;
    std::string text = greeting(writing.locale, letter.recipient_name) + "\n\n" + writing.body + "\n\n" +
                       signature_of({writing.name, writing.street, writing.place, writing.postal_code});
    for (const std::string& line : letter.taglines) text += "\n\n" + line;
    return text;
}

mail::Message message_of(const OfficeLetter& letter) {
    std::string text = text_of(letter);
    auto html = document_of(text, letter.writing.locale);
    return {.subject = mail::Line{letter.writing.subject}, .text = text + "\n", .html = std::move(html)};
}

OfficeMailWriter::OfficeMailWriter(const Services& services)
    : services_(services),
      from_(sound_address(services.config.mail.from_address)),
      bounces_(mail::wire_address(sound_address(bounce_address(services.config.mail)))),
      signer_(mail::dkim_signer(services.config.mail.dkim, services.data_folder.string())) {}

std::optional<base::EmailAddress> OfficeMailWriter::reply_address(LetterId letter) const {
    const auto& domain = services_.config.mail.returns_domain;
    if (domain.empty()) return std::nullopt;
    return base::EmailAddress::parse(
        fmt::format("l-{}@{}", services_.tokens.make(ports::kLetterReply, letter.value), domain));
}

mail::Envelope OfficeMailWriter::envelope(const Letter& letter, const Writing& writing, base::Instant now) const {
    const auto own = reply_address(letter.id);
    return {.from = {mail::Line{sender_name(services_, writing)}, from_},
            .to = {mail::Line{letter.recipient_name}, sound_address(letter.recipient)},
            .reply_to = mail::Mailbox{mail::Line{full_name(writing.name)}, own ? *own : sound_address(writing.email)},
            .date = now,
            .message_id = mail::Line{fmt::format("l{}@{}", letter.id.value, from_.domain())}};
}

mail::Parcel OfficeMailWriter::write(const Letter& letter, const OfficeLetter& words, base::Instant now) const {
    const mail::Envelope envelope = this->envelope(letter, words.writing, now);
    std::string text = mail::write_mime(envelope, message_of(words));
    if (signer_) text.insert(0, signer_->sign(text, now));
    const auto own = reply_address(letter.id);
    return {own ? mail::wire_address(*own) : bounces_, mail::wire_address(envelope.to.address), std::move(text)};
}

}  // namespace letters
