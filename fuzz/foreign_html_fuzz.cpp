// fuzz/foreign_html_fuzz.cpp - any bytes as a page to import: a tree, plain words, Markdown without scripts, and items.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "platform/foreign_news/encoding.h"
#include "platform/foreign_news/listing.h"
#include "platform/foreign_news/page.h"
#include "platform/foreign_news/plain_text.h"
#include "platform/html/foreign_html.h"
#include "platform/html/foreign_markdown.h"
#include "platform/html/markdown.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto decoded = foreign_news::decoded_text({reinterpret_cast<const char*>(data), size});
    if (!decoded) return 0;
    CHECK(base::is_valid_utf8(decoded->text));
    const auto page = html::read_foreign_html(decoded->text);
    CHECK(page.has_value() && page->nodes.size() <= 2 * decoded->text.size() + 1);
    const auto text = html::markdown_of(*page, 0, "https://example.org/news/");
    CHECK(base::is_valid_utf8(text.markdown));
    const auto shown = html::markdown(text.markdown);
    CHECK(!shown.view().contains("<script") && !shown.view().contains("href=\"javascript"));
    const foreign_news::ListingSettings settings{.today = base::Day{std::chrono::days{20'000}}};
    for (const auto& listing : {foreign_news::listing_of(foreign_news::document_of(*page), settings),
                                foreign_news::listing_of(foreign_news::document_of_text(decoded->text), settings)})
        for (const auto& item : listing.items)
            CHECK(base::is_valid_utf8(item.teaser) && base::is_valid_utf8(item.title));
    return 0;
}
