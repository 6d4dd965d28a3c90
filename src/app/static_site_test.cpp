// Where the pages of a folder lie, and how they find each other.
#include "app/static_site.h"

#include <gtest/gtest.h>

namespace app {
namespace {

TEST(StaticFiles, have_names_that_every_disk_takes) {
    EXPECT_EQ(file_of("/en/news/solidarity"), "en/news/solidarity.html");
    EXPECT_EQ(file_of("/en/news/solidarity?after=2019-05-03.17325"), "en/news/solidarity~after-2019-05-03.17325.html");
    EXPECT_EQ(file_of("/pictures/a-960.jpg"), "pictures/a-960.jpg");
    EXPECT_EQ(file_of("/assets/site.1A2B.css"), "assets/site.1A2B.css");
}

TEST(StaticFiles, find_each_other_from_any_depth) {
    EXPECT_EQ(relative_way({"en/news/a.html", "en/news/a/2019.html"}), "a/2019.html");
    EXPECT_EQ(relative_way({"en/news/a/2019/05.html", "en/articles/b.html"}), "../../../articles/b.html");
    EXPECT_EQ(relative_way({"index.html", "assets/site.css"}), "assets/site.css");
    EXPECT_EQ(relative_way({"en/a.html", "fr/a.html"}), "../fr/a.html");
}

TEST(StaticFiles, load_no_script_and_keep_data) {
    EXPECT_EQ(without_scripts(R"(<a><link rel="preload" href="/f" as="font"><script type="module" src="/x"></script>)"
                              R"(<script type="application/ld+json">{}</script><b>)"),
              R"(<a><script type="application/ld+json">{}</script><b>)");
}

}  // namespace
}  // namespace app
