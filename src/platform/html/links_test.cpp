// Addresses in finished markup.
#include "platform/html/links.h"

#include <gtest/gtest.h>

#include "platform/html/markdown.h"

namespace html {
namespace {

TEST(Links, of_a_text_lead_to_the_site_from_wherever_it_is_read) {
    const auto text = markdown("See [the pledge](/en/petitions/pledge?a=1&b=2) and [Ottawa](https://example.com/x).");
    const auto absolute = with_absolute_links(text, "https://campaign.example");
    EXPECT_TRUE(absolute.view().contains(R"(href="https://campaign.example/en/petitions/pledge?a=1&amp;b=2")"));
    EXPECT_TRUE(absolute.view().contains(R"(href="https://example.com/x")"));
}

TEST(Links, in_the_words_of_a_text_stay_words) {
    const auto text = render<R"(<p title="{}">{}</p>)">(R"(src="/a")", R"(<a href="/b">)");
    EXPECT_EQ(with_absolute_links(text, "https://campaign.example"), text);
}

TEST(Links, of_every_size_of_a_picture_are_changed) {
    const auto picture = render<R"(<img src="/p/1.webp" srcset="/p/1.webp 320w, /p/2.webp 640w" alt="{}">)">("A > B");
    const auto moved = with_links(picture, [](std::string_view url) { return ".." + std::string{url}; });
    EXPECT_EQ(moved.view(), R"(<img src="../p/1.webp" srcset="../p/1.webp 320w, ../p/2.webp 640w" alt="A &gt; B">)");
}

TEST(Links, that_would_run_something_are_blocked) {
    const auto link = render<R"(<a href="/x">x</a>)">();
    for (const auto* bad : {"javascript:alert(1)", "data:text/html,x", "//other.example/x", "..\\x", "a:b"}) {
        const auto moved = with_links(link, [bad](std::string_view) { return std::string{bad}; });
        EXPECT_EQ(moved.view(), R"(<a href="#blocked">x</a>)") << bad;
    }
}

}  // namespace
}  // namespace html
