// platform/html/share_links.h - the block with which a visitor passes a page on.
#pragma once

#include <string_view>

#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace html {

struct Shared {
    std::string_view heading;        // above the block
    std::string_view address_label;  // of the field with the address, for who does not see it
    std::string_view title;          // of the page; the subject of a mail
    std::string_view url;            // absolute
    std::string_view mail;           // the text of a mail, with the address
};

// The address to copy, the device's own sharing (where a script finds it), mail, Facebook and WhatsApp. The links need
// no script of anybody else's: they are plain addresses with the page's own in them.
void write_share_links(Out& out, const i18n::Translator& t, const Shared& shared);

}  // namespace html
