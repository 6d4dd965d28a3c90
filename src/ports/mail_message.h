// ports/mail_message.h - a mail of ours from its words: whose campaign it is and who sends it, as text and as HTML.
//
//     return ports::mail_message(services, {.translator = t, .title = t("Please confirm"), .paragraphs = {t("...")}});
#pragma once
#include <utility>

#include "platform/html/mail_layout.h"
#include "platform/mail/message.h"
#include "platform/runtime/config.h"
#include "ports/page.h"

namespace ports {

// The title is the subject. Campaign and sender of the words are filled in, in the language of their translator.
mail::Message mail_message(const runtime::Config& config, const PageFrames& frames, html::MailWords words);

// By the services of any slice.
template <class Services>
mail::Message mail_message(const Services& services, html::MailWords words) {
    return mail_message(services.config, services.frames, std::move(words));
}

}  // namespace ports
