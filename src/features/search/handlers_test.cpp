// What the addresses of the search answer.
#include "features/search/handlers.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/search/index_house_test.h"
#include "platform/http/testing.h"

namespace search {
namespace {

class Searching : public testing::Test {
protected:
    static ports::FrameSettings frame_settings() {
        ports::FrameSettings settings;
        settings.public_url = "https://campaign.example";
        settings.campaign = [](base::Locale) { return "All Together Now"; };
        settings.search_path = "search";
        return settings;
    }
    std::string page(std::string_view address) {
        const auto request = http::testing::get(address);
        const auto response = house.database->read([&](db::Read& read) { return handlers.show(request, read); });
        EXPECT_EQ(response.status, 200);
        return std::string{response.body.view()};
    }
    boost::json::object json(std::string_view address) {
        const auto request = http::testing::get(address);
        const auto response = house.database->read([&](db::Read& read) { return handlers.api(request, read); });
        return boost::json::parse(response.body.view()).as_object();
    }
    static bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

    IndexHouse house{test_support::Kind::sqlite};
    ports::PageFrames frames{frame_settings()};
    Services services{frames, house.documents, house.finder};
    Handlers handlers{services};
};

TEST_F(Searching, without_words_teaches_how) {
    EXPECT_TRUE(has(page("/en/search"), "One word is enough"));
    EXPECT_TRUE(has(page("/fr/search?q="), "Un mot suffit"));
}

TEST_F(Searching, marks_words_in_the_original_text_and_escapes_it) {
    house.shelf.put("odd/en", base::Locale::english, "Libraries & <script>", "A library <b>is</b> loud.");
    house.indexer.compare();
    const auto shown = page("/en/search?q=library+loud");
    EXPECT_TRUE(has(shown, "<mark>Libraries</mark> &amp; &lt;script&gt;"));
    EXPECT_TRUE(has(shown, "A <mark>library</mark> &lt;b&gt;is&lt;/b&gt; <mark>loud</mark>."));
    EXPECT_TRUE(has(page("/en/search?q=%22%3E%3Cscript%3E"), "value=\"&quot;&gt;&lt;script&gt;\""));
}

TEST_F(Searching, keeps_the_question_when_the_language_is_switched_and_search_engines_out) {
    const auto shown = page("/fr/search?q=l%27eau&year=2026");
    EXPECT_TRUE(has(shown, "/en/search?q=l%27eau&amp;year=2026"));
    EXPECT_TRUE(has(shown, "noindex"));
    EXPECT_TRUE(has(shown, "opensearchdescription+xml"));
}

TEST_F(Searching, by_programs_gives_plain_texts) {
    const auto answer = json("/api/v1/search?q=infirmieres");
    EXPECT_EQ(answer.at("total").as_int64(), 2);
    const auto& first = answer.at("results").as_array().at(0).as_object();
    EXPECT_EQ(first.at("path").as_string(), "/fr/news/nurses/fr");
    EXPECT_EQ(first.at("language").as_string(), "fr");
    EXPECT_EQ(answer.at("counts").as_object().at("kinds").as_object().at("news").as_int64(), 2);
    EXPECT_EQ(json("/api/v1/search").at("results").as_array().size(), 0U);
    EXPECT_EQ(json("/api/v1/search?q=Solidarty").at("corrected").as_string(), "solidarity");
}

TEST_F(Searching, ignores_filters_that_make_no_sense) {
    EXPECT_EQ(json("/api/v1/search?q=water&lang=en&kind=nonsense&year=abc&level=mars&page=-4").at("total").as_int64(),
              2)
        << "the page about water and that about the budget";
}

TEST_F(Searching, is_described_for_browsers) {
    const auto response = handlers.description(http::testing::get("/fr/search/description.xml"));
    EXPECT_TRUE(
        has(std::string{response.body.view()}, "template=\"https://campaign.example/fr/search?q={searchTerms}\""));
}

}  // namespace
}  // namespace search
