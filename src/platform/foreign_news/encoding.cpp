#include "platform/foreign_news/encoding.h"

#include <algorithm>
#include <array>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "base/text.h"

namespace foreign_news {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kDeclaredWithin = 2'048;  // bytes in which a page says how it is written

struct Utf8Count {
    std::size_t sound = 0;  // characters of several bytes
    std::size_t broken = 0;
};

std::size_t sound_length(std::string_view bytes) {
    const auto lead = static_cast<unsigned char>(bytes.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return length <= bytes.size() && base::is_valid_utf8(bytes.substr(0, length)) ? length : 0;
}

Utf8Count count_utf8(std::string_view bytes) {
    Utf8Count count;
    while (!bytes.empty()) {
        const auto length = sound_length(bytes);
        if (length > 1) ++count.sound;
        // A character that the end cuts is not broken.
        if (length == 0 && bytes.size() >= 4) ++count.broken;
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return count;
}

// "windows-1252" of charset="windows-1252" or encoding='...'; empty where nothing is declared.
std::string declared(std::string_view start) {
    const auto lower = base::lower_ascii(start.substr(0, kDeclaredWithin));
    for (const std::string_view key : {"charset=", "encoding="}) {
        auto at = lower.find(key);
        if (at == std::string::npos) continue;
        at += key.size();
        if (at < lower.size() && (lower[at] == '"' || lower[at] == '\'')) ++at;
        const auto end = lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.", at);
        return lower.substr(at, end == std::string::npos ? end : end - at);
    }
    return {};
}

// Browsers take ISO-8859-1 and ASCII for windows-1252.
std::string as_browsers_do(std::string name) {
    if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" || name == "iso8859-1")
        return "windows-1252";
    return name;
}

std::string converted(std::string_view bytes, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    auto* const converter = ucnv_open(encoding.c_str(), &status);
    if (U_FAILURE(status)) return converted(bytes, "windows-1252");
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, status);
    ucnv_close(converter);
    std::string out;
    text.toUTF8String(out);
    return out;
}

// Puts U+FFFD for every byte that belongs to no character.
DecodedText repaired(std::string_view bytes) {
    DecodedText out;
    out.text.reserve(bytes.size());
    std::uint32_t line = 1;
    while (!bytes.empty()) {
        const auto length = sound_length(bytes);
        if (length == 0) {
            out.text += kReplacement;
            if (out.broken++ == 0) out.first_broken = line;
        } else {
            out.text += bytes.substr(0, length);
            line += bytes[0] == '\n' ? 1 : 0;
        }
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

DecodedText with_broken_counted(std::string text) {
    DecodedText out{.text = std::move(text)};
    for (auto at = out.text.find(kReplacement); at != std::string::npos; at = out.text.find(kReplacement, at + 3)) {
        if (out.broken++ > 0) continue;
        const auto end = out.text.begin() + static_cast<std::ptrdiff_t>(at);
        out.first_broken = 1 + static_cast<std::uint32_t>(std::count(out.text.begin(), end, '\n'));
    }
    return out;
}

bool has_zeros(std::string_view bytes) { return bytes.substr(0, 4'096).contains('\0'); }

}  // namespace

std::string encoding_of(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) return "UTF-8";
    if (start.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (start.starts_with("\xFE\xFF")) return "UTF-16BE";
    // Without a mark, the zeros beside ASCII tell.
    if (start.size() >= 4 && start[0] != 0 && start[1] == 0 && start[2] != 0 && start[3] == 0) return "UTF-16LE";
    if (start.size() >= 4 && start[0] == 0 && start[1] != 0 && start[2] == 0 && start[3] != 0) return "UTF-16BE";
    const auto count = count_utf8(start);
    if (count.broken == 0) return "UTF-8";
    const auto name = as_browsers_do(declared(start));
    const bool says_utf8 = name.empty() || name.starts_with("utf");
    if (!says_utf8) return name;
    return count.sound >= count.broken ? "UTF-8" : "windows-1252";
}

std::optional<base::Message> binary_kind(std::string_view start) {
    static constexpr auto kArchives = std::to_array<std::string_view>({"PK\x03\x04", "\x1F\x8B", "Rar!", "7z\xBC\xAF"});
    static constexpr auto kPictures = std::to_array<std::string_view>({"\x89PNG", "\xFF\xD8\xFF", "GIF8", "RIFF"});
    const auto begins = [start](std::string_view mark) { return start.starts_with(mark); };
    if (begins("%PDF")) return base::message("This is a PDF, not a page or a table. Save the page as HTML.");
    if (std::ranges::any_of(kArchives, begins))
        return base::message("This is an archive or an office document. Unpack it, or save it as HTML or CSV.");
    if (std::ranges::any_of(kPictures, begins)) return base::message("This is a picture or a film, not a text.");
    if (has_zeros(start) && !encoding_of(start).starts_with("UTF-16"))
        return base::message("This is no text: it holds zero bytes.");
    return std::nullopt;
}

base::Result<DecodedText, base::Message> decoded_text(std::string bytes) {
    if (const auto kind = binary_kind(bytes)) return *kind;
    const auto encoding = encoding_of(bytes);
    return decoded_text(std::move(bytes), encoding);
}

DecodedText decoded_text(std::string bytes, const std::string& encoding) {
    if (encoding != "UTF-8") {
        auto text = converted(bytes, encoding);
        if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
        return with_broken_counted(std::move(text));
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    if (base::is_valid_utf8(bytes)) return {.text = std::move(bytes)};
    return repaired(bytes);
}

}  // namespace foreign_news
