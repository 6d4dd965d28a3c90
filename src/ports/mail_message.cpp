#include "ports/mail_message.h"

#include "ports/sender.h"

namespace ports {

mail::Message mail_message(const runtime::Config& config, const PageFrames& frames, html::MailWords words) {
    const base::Locale locale = words.translator.locale();
    words.campaign = frames.campaign(locale);
    words.sender = sender_line(config, locale);
    return {.subject = mail::Line{words.title}, .text = html::mail_text(words), .html = html::mail_layout(words)};
}

}  // namespace ports
