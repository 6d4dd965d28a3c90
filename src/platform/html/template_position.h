// platform/html/template_position.h - a template as a template parameter, where its {} stand, and why one is refused.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace html {

// A template text as a template parameter.
template <size_t Size>
struct Literal {
    char text[Size]{};
    consteval Literal(const char (&from)[Size]) {  // NOLINT: implicit, so that write<"..."> reads as it does
        for (size_t i = 0; i < Size; ++i) text[i] = from[i];
    }
    [[nodiscard]] constexpr std::string_view view() const { return {text, Size - 1}; }
};

// Where a {} stands, which decides what it takes and how it is escaped.
enum class Position : unsigned char {
    text,         // <p>{}</p>
    plain_text,   // <title>{}</title>, <textarea>{}</textarea>: text that can hold no elements
    attribute,    // class="{}"
    tag,          // <input {}>: takes html::Attribute only
    url,          // href="{}": a whole URL
    url_base,     // href="{}/x": the start of a URL, which a path follows
    path_piece,   // href="/x/{}"
    query_piece,  // href="/x?y={}"
    resource,     // <script src="{}">: takes html::AssetUrl only
};

// Why a template is refused; template.h turns each into the compiler's message.
enum class Refusal : unsigned char {
    none,
    unquoted_attribute,
    single_quoted_attribute,
    event_handler,
    style_attribute,
    source_set,
    forbidden_attribute,
    raw_text_element,
    tag_name,
    comment,
    declaration,
    url_prefix,
    malformed_tag,
    ends_inside_tag,
    ends_inside_element,
    ends_inside_comment,
};

struct Slot {
    size_t offset = 0;  // of the opening brace
    Position position = Position::text;
};

template <size_t SlotCount>
struct Scan {
    std::array<Slot, SlotCount> slots{};
    Refusal refusal = Refusal::none;
};

}  // namespace html
