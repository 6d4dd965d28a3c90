#include "platform/html/picture.h"

#include <algorithm>

#include "base/check.h"

namespace html {
namespace {

constexpr int kUsualWidth = 960;  // pixels: for browsers that do not choose

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.' ||
           c == '_' || c == '-';
}

// The templates refuse this attribute, since a comma or space in an address would make two of it: here there are none.
void write_source_set(Out& out, std::span<const PictureFile> files) {
    std::string& text = writing::Access::text(out);
    std::string_view before = R"( srcset=")";
    for (const auto& file : files) {
        CHECK(file.path.starts_with('/') && std::ranges::all_of(file.path, is_plain));
        text.append(before).append(file.path).append(" ").append(std::to_string(file.width)).append("w");
        before = ", ";
    }
    text += '"';
}

const PictureFile& usual(std::span<const PictureFile> files) {
    const auto found = std::ranges::find_if(files, [](const PictureFile& file) { return file.width >= kUsualWidth; });
    return found == files.end() ? files.back() : *found;
}

void write_blur(Out& out, std::string_view placeholder) {
    if (!placeholder.starts_with("data:image/")) return;
    // An allowed address of a picture, though not of a link: the escaping is that of any attribute.
    std::string& text = writing::Access::text(out);
    text += R"(<img class="photo__blur" alt="" aria-hidden="true" src=")";
    append_escaped(text, placeholder);
    text += R"(">)";
}

void write_choice(Out& out, const PictureMarkup& markup) {
    std::string& text = writing::Access::text(out);
    if (!markup.webp.empty()) {
        text += R"(<source type="image/webp")";
        write_source_set(out, markup.webp);
        text.append(R"( sizes=")").append(markup.display_width.css()).append(R"(">)");
    }
    text += "<img";
    write_source_set(out, markup.jpeg);
    text.append(R"( sizes=")").append(markup.display_width.css()).append(R"(" class="photo__image" src=")");
    append_url(text, usual(markup.jpeg).path);
    text += R"(" alt=")";
    append_escaped(text, markup.alt);
    text.append(R"(" width=")").append(std::to_string(markup.width));
    text.append(R"(" height=")").append(std::to_string(markup.height));
    text.append(markup.loading == Loading::lazy ? R"(" loading="lazy" decoding="async">)" : R"(" decoding="async">)");
}

}  // namespace

SafeHtml picture(const PictureMarkup& markup) {
    if (markup.jpeg.empty()) return {};
    return render<R"(<span class="photo">{}<picture>{}</picture></span>)">(
        [&](Out& out) { write_blur(out, markup.placeholder); }, [&](Out& out) { write_choice(out, markup); });
}

}  // namespace html
