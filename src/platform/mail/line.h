// platform/mail/line.h - text that may stand in a header: one line of well-formed UTF-8, by construction.
#pragma once

#include <string>
#include <string_view>

namespace mail {

// Whatever it is made from, a Line holds no line end, no NUL and no other control character (each run of them becomes
// one space; blanks at the ends go), and broken UTF-8 has become U+FFFD. Headers are only written from Lines, so no
// visitor's text can add a header.
class Line {
public:
    Line() = default;
    explicit Line(std::string_view text);

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    bool operator==(const Line&) const = default;

private:
    std::string text_;
};

}  // namespace mail
