// platform/html/assets.h - the stylesheet, scripts, icons and fonts that travel inside the program, and their URLs.
//
// The build writes each file under a name that holds a hash of its content (site.1A2B3C4D.css), compressed copies
// beside it (.gz, .br), and assets.txt with one line "site.css site.1A2B3C4D.css" for each. A URL therefore never
// changes its meaning and may be kept for ever.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/html/template.h"

namespace html {

// One file as the http layer serves it: Cache-Control: public, max-age=31536000, immutable.
struct Asset {
    std::string_view content;
    std::string_view brotli;  // the same compressed; empty where the build made none
    std::string_view gzip;
    std::string_view content_type;  // "text/css; charset=utf-8"
};

// "/assets/site.1A2B3C4D.css" for "site.css". A name that the build did not write gives "/assets/missing", which
// answers 404: a page without its stylesheet is better than none. O(1), from any thread.
[[nodiscard]] AssetUrl asset_url(std::string_view name);

// Whether the build wrote that name.
[[nodiscard]] bool has_asset(std::string_view name);

// The file behind the path of a request, "/assets/site.1A2B3C4D.css"; nullopt for any other path.
[[nodiscard]] std::optional<Asset> find_asset(std::string_view path);

// One icon of the sprite icons.svg, hidden from screen readers: the words beside it say what it means.
[[nodiscard]] SafeHtml icon(std::string_view name);

}  // namespace html
