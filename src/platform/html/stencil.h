// platform/html/stencil.h - finished markup or text with holes, for copies that differ only in a few words: a mail to
// a million people is laid out once, and each copy costs some memory copies.
//
//     html::write<R"(<p>Dear {},</p><a href="{}">Leave</a>)">(out, html::mark({0}), html::address_mark({1}));
//     const html::Stencil stencil{std::move(out).finish()};
//     stencil.fill(std::array<std::string_view, 2>{"Ann <3", "https://example.org/leave"});
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/template.h"

namespace html {

// Which of the values stands in a hole.
struct Hole {
    std::size_t number;  // 0 to kMostHoles - 1
};
inline constexpr std::size_t kMostHoles = 256;

// What stands in the words for a hole: two private-use characters (U+E000, then U+E100 + number), which templates and
// Markdown carry along like any other.
[[nodiscard]] std::string mark(Hole hole);
// The same for a hole that is a whole address, for the slot of an href: templates take it for a path of this site.
[[nodiscard]] std::string address_mark(Hole hole);

// Words from outside without the characters that marks are made of (U+E000 to U+E1FF); each becomes U+FFFD.
[[nodiscard]] std::string without_marks(std::string_view words);

// The words with every mark replaced by what `value(Hole)` says, as it is.
template <typename Value>
[[nodiscard]] std::string with_values(std::string_view words, const Value& value);

// A text cut at its marks: the literal before each hole, and the literal behind the last.
struct CutText {
    enum class Kind : unsigned char { words, address };
    struct Piece {
        std::string before;
        Hole hole;
        Kind kind;
    };
    std::vector<Piece> pieces;
    std::string rest;
};
[[nodiscard]] CutText cut_at_marks(std::string_view text);

// Plain text with holes. Values stand as they are.
class TextStencil {
public:
    TextStencil() = default;
    explicit TextStencil(std::string_view text) : cut_(cut_at_marks(text)) {}
    // values[n] for hole n; nothing for a hole without a value.
    [[nodiscard]] std::string fill(std::span<const std::string_view> values) const;

private:
    CutText cut_;
};

// Markup with holes. Values are escaped, which holds in text and in double-quoted attributes; an address that links may
// not have (escape.h) becomes "#blocked".
class Stencil {
public:
    Stencil() = default;
    explicit Stencil(const SafeHtml& markup) : cut_(cut_at_marks(markup.view())) {}
    [[nodiscard]] SafeHtml fill(std::span<const std::string_view> values) const;

private:
    CutText cut_;
};

template <typename Value>
std::string with_values(std::string_view words, const Value& value) {
    const auto cut = cut_at_marks(words);
    std::string out;
    for (const auto& piece : cut.pieces) out.append(piece.before).append(value(piece.hole));
    return out += cut.rest;
}

}  // namespace html
