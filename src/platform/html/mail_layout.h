// platform/html/mail_layout.h - the HTML part of a mail: one column that every mail client can show.
#pragma once
#include <string>
#include <vector>

#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace html {

struct MailButton {
    std::string label, url;
};

// What a mail says, for both of its parts.
struct MailWords {
    i18n::Translator translator{base::Locale::english};
    std::string campaign;  // heading above the words
    std::string title;
    std::vector<std::string> paragraphs;  // before the button
    MailButton button{};                  // left out when it has no address
    std::vector<std::string> after{};     // paragraphs after the button
    std::vector<MailButton> links{};      // small links at the end
    std::string sender;                   // who writes, with postal address: the law asks for it
};

// A whole document with inlined styles; no picture, no script, nothing fetched from anywhere.
[[nodiscard]] SafeHtml mail_layout(const MailWords& words);

// The same words as plain text, addresses on lines of their own.
[[nodiscard]] std::string mail_text(const MailWords& words);

}  // namespace html
