// platform/html/picture.h - a picture in several widths: the browser takes the one that fits, and shows a blur till
// then.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/template.h"

namespace html {

// One file of it. The path is of this site and of letters, digits and /._- only; anything else is a bug of ours.
struct PictureFile {
    std::string path;
    int width;               // pixels
    std::int64_t bytes = 0;  // 0: not known
};

// How wide it stands on its page: the attribute "sizes". Literals of ours only.
class DisplayWidth {
public:
    consteval DisplayWidth(const char* css) : css_(css) {}  // NOLINT: a literal is one
    [[nodiscard]] constexpr std::string_view css() const { return css_; }

private:
    const char* css_;
};

// eager: for what is seen first on its page, above all else.
enum class Loading { lazy, eager };

struct PictureMarkup {
    std::span<const PictureFile> webp, jpeg;  // both by growing width; nothing is drawn where jpeg is empty
    int width = 0, height = 0;                // pixels of the largest: keeps the place free while it loads
    std::string_view alt{};                   // what it shows; empty for decoration
    std::string_view placeholder{};           // a "data:image/..." address of a few pixels; may be empty
    DisplayWidth display_width = "100vw";
    Loading loading = Loading::lazy;
};

// <span class="photo"> with the blur and the <picture> in it, as wide as what is around it.
[[nodiscard]] SafeHtml picture(const PictureMarkup& markup);

}  // namespace html
