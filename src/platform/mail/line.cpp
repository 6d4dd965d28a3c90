#include "platform/mail/line.h"

#include <algorithm>
#include <cstddef>

#include "base/text.h"

namespace mail {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // U+FFFD

// Bytes of the well-formed character at the start, or 0. Nothing longer than 4 bytes is one.
std::size_t character_length(std::string_view text) {
    for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length)
        if (base::is_valid_utf8(text.substr(0, length))) return length;
    return 0;
}

// C0, DEL, C1 (U+0080-U+009F) and the line and paragraph separators U+2028 and U+2029.
bool is_control(std::string_view character) {
    const auto first = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) return first < 0x20 || first == 0x7f;
    if (character.size() == 2) return first == 0xc2 && static_cast<unsigned char>(character[1]) < 0xa0;
    return character == "\xe2\x80\xa8" || character == "\xe2\x80\xa9";
}

void append_space(std::string& out) {
    if (!out.empty() && out.back() != ' ') out += ' ';
}

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
}

}  // namespace

Line::Line(std::string_view text) {
    // Most are addresses and English: a mail to many makes two for each copy.
    if (is_plain(text)) {
        text_ = text;
        text = {};
    }
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        const std::string_view character = text.substr(0, length == 0 ? 1 : length);
        if (length == 0) {
            text_ += kReplacement;
        } else if (is_control(character)) {
            append_space(text_);
        } else {
            text_ += character;
        }
        text.remove_prefix(character.size());
    }
    const auto first = text_.find_first_not_of(' ');
    text_.erase(0, first == std::string::npos ? text_.size() : first);
    text_.resize(text_.find_last_not_of(' ') + 1);
}

}  // namespace mail
