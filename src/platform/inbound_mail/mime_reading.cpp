#include "platform/inbound_mail/mime_reading.h"

#include <algorithm>
#include <mutex>

#include "base/text.h"

namespace inbound_mail {

Owned<GMimeMessage> parsed(std::string_view text) {
    static std::once_flag ready;
    std::call_once(ready, g_mime_init);
    const Owned<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(text.data(), text.size())};
    const Owned<GMimeParser> parser{g_mime_parser_new_with_stream(stream.get())};
    return Owned<GMimeMessage>{g_mime_parser_construct_message(parser.get(), nullptr)};
}

std::string header(GMimeObject* object, const char* name) {
    const char* value = g_mime_object_get_header(object, name);
    return value == nullptr ? "" : value;
}

std::string content_of(GMimeObject* part, std::size_t limit) {
    const Owned<GMimeStream> stream{g_mime_stream_mem_new()};
    if (GMIME_IS_PART(part)) {
        if (auto* content = g_mime_part_get_content(GMIME_PART(part)); content != nullptr)
            g_mime_data_wrapper_write_to_stream(content, stream.get());
    } else {
        g_mime_object_write_to_stream(part, nullptr, stream.get());
    }
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char*>(bytes->data), std::min<std::size_t>(bytes->len, limit)};
}

std::string as_utf8(std::string_view text) {
    std::string result{text};
    if (base::is_valid_utf8(text)) return result;
    std::ranges::replace_if(result, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
    return result;
}

std::string one_line(std::string_view text, std::size_t limit) {
    std::string line = base::collapse_spaces(as_utf8(text));
    if (line.size() <= limit) return line;
    while (limit > 0 && (static_cast<unsigned char>(line[limit]) & 0xC0U) == 0x80) --limit;
    return line.substr(0, limit);
}

bool holds_any(std::string_view text, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != text.npos; });
}

}  // namespace inbound_mail
