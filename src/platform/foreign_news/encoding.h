// platform/foreign_news/encoding.h - the bytes of a file to import as UTF-8. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/result.h"

namespace foreign_news {

struct DecodedText {
    std::string text;                // well-formed UTF-8
    std::size_t broken = 0;          // characters that could not be read; U+FFFD stands for each
    std::uint32_t first_broken = 0;  // the line of the first one
};

// How the bytes are written: by a byte order mark (UTF-8, UTF-16), else UTF-8 when they are well-formed, else what they
// declare themselves (charset= or encoding=), else UTF-8 where most of what is not ASCII is, else windows-1252.
// What is no text - a picture, a PDF, an archive, zeros - is refused with its reason.
base::Result<DecodedText, base::Message> decoded_text(std::string bytes);

// The same for a part of a file whose encoding is known and no mark stands in front. Never refuses.
DecodedText decoded_text(std::string bytes, const std::string& encoding);

// The encoding by name, as ICU knows it: "UTF-8", "windows-1252". `start` may be cut anywhere.
std::string encoding_of(std::string_view start);

// Why these first bytes are no text; nullopt when they may be one.
std::optional<base::Message> binary_kind(std::string_view start);

}  // namespace foreign_news
