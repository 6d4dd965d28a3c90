// platform/html/qr_code.h - a text as a QR code, drawn as SVG inside the page: nothing to fetch, no script, no style.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/html/template.h"

namespace html {

struct QrCode {
    std::string_view text;   // UTF-8, 1 to 2,000 bytes
    std::string_view label;  // what it is, for those who cannot see it
};

// Black on white in dark mode too, since phones read nothing else reliably, with the quiet zone of four modules that
// ISO/IEC 18004 asks for; error correction level M (15 %). nullopt: the text is too long, or empty.
[[nodiscard]] std::optional<SafeHtml> qr_code(const QrCode& code);

}  // namespace html
