// platform/html/foreign_tokens.h - tags and texts of a foreign page, one after the other. For this folder only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/foreign_html.h"

namespace html {

struct ForeignToken {
    enum class Kind : unsigned char { text, open, close };
    Kind kind = Kind::text;
    std::string name{};  // of a tag, lower case
    std::string text{};  // decoded
    std::vector<ForeignAttribute> attributes{};
    std::uint32_t line = 1;
};

// Reads once from front to end; no part of the source is looked at more than a few times.
class ForeignTokens {
public:
    explicit ForeignTokens(std::string_view source) : source_(source) {}

    // false at the end of the source.
    bool next(ForeignToken& token);

private:
    void take_text(std::size_t end, ForeignToken& token);
    bool take_markup(ForeignToken& token);
    void take_open_tag(ForeignToken& token);
    void take_attribute(ForeignToken& token);
    std::string_view take_value();
    void take_raw_text(ForeignToken& token);
    void skip_through(std::string_view mark);
    void skip_blanks();
    void advance(std::size_t to);
    bool ends() const { return at_ >= source_.size(); }

    std::string_view source_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::string raw_{};  // the element whose text holds no tags, while inside it
};

}  // namespace html
