// platform/html/markdown_reader.h - md4c behind a C++ face, with guards against hostile sources. For this folder only.
#pragma once

#include <string>
#include <string_view>

#include <md4c.h>

namespace html {

// The deepest nesting of quotations, lists, emphasis and so on.
inline constexpr int kDeepestNesting = 32;

// What a reading of Markdown reports, in the order of the text. `detail` is md4c's structure for that type.
class MarkdownVisitor {
public:
    virtual ~MarkdownVisitor() = default;
    virtual void enter_block(MD_BLOCKTYPE type, const void* detail) = 0;
    virtual void leave_block(MD_BLOCKTYPE type, const void* detail) = 0;
    virtual void enter_span(MD_SPANTYPE type, const void* detail) = 0;
    virtual void leave_span(MD_SPANTYPE type, const void* detail) = 0;
    // Words as they are read: entities decoded, line breaks within a paragraph as MD_TEXT_SOFTBR and MD_TEXT_BR.
    virtual void text(MD_TEXTTYPE type, std::string_view words) = 0;
    // How many bytes came out so far; the reading stops when they are out of proportion.
    [[nodiscard]] virtual size_t written() const = 0;
};

enum class Reading { complete, refused };

// Walks over the source. Refused, perhaps after a part of it, when the source is longer than kMarkdownLimit, nested
// deeper than kDeepestNesting, when more than 16 bytes a byte of source (and 16 KB) come out, or when md4c stumbles
// over it. What a visitor hears is always properly nested.
[[nodiscard]] Reading read_markdown(std::string_view source, MarkdownVisitor& visitor);

// An address or title with its entities decoded.
[[nodiscard]] std::string decoded(const MD_ATTRIBUTE& attribute);

}  // namespace html
