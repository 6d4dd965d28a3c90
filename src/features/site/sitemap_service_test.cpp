// The sitemap: every address once, in parts that are not too long.
#include "features/site/sitemap_service.h"

#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/databases.h"

namespace site {
namespace {

// A slice with this many pages, whose keys sort as their numbers do.
ports::DocumentProvider pages(std::string name, int count) {
    return [name, count](db::Read&, const ports::DocumentPage& page) {
        EXPECT_EQ(page.parts, ports::DocumentParts::addresses);
        std::vector<ports::SearchDocument> documents;
        for (int i = 0; i < count && documents.size() < page.limit; ++i) {
            ports::SearchDocument document{.key = fmt::format("{:06}", i), .locale = base::Locale::english};
            document.path = fmt::format("/en/{}/{}", name, i);
            document.changed_at = {i + 1};
            if (document.key > page.after) documents.push_back(std::move(document));
        }
        return documents;
    };
}

class SitemapOfSlices : public testing::Test {
protected:
    SitemapOfSlices() {
        documents.add({"pages", base::message("Pages")}, pages("pages", 3));
        documents.add({"none", base::message("None")}, pages("none", 0));
        documents.add({"news", base::message("News")}, pages("news", 2'503));
    }
    // The addresses of all parts, one after the other.
    std::vector<std::string> walk(const SitemapParts& parts) {
        std::vector<std::string> found;
        database->read([&](db::Read& read) {
            for (const auto& part : parts)
                each_of_part(documents, read, part, [&](const auto& each) { found.push_back(each.path); });
        });
        return found;
    }
    SitemapParts divided(std::size_t most) {
        return database->read([&](db::Read& read) { return divide(documents, read, most); });
    }

    test_support::TestDatabase database{test_support::Kind::sqlite};
    ports::SearchDocuments documents;
};

TEST_F(SitemapOfSlices, HasEveryAddressOnceHoweverItIsDivided) {
    for (const std::size_t most : {1UL, 2UL, 3UL, 1'000UL, 1'003UL, 2'506UL, 50'000UL}) {
        const auto parts = divided(most);
        const auto found = walk(parts);
        EXPECT_EQ(found.size(), 2'506U) << most;
        EXPECT_EQ(std::set<std::string>(found.begin(), found.end()).size(), 2'506U) << most;
        EXPECT_EQ(parts.size(), (2'506 + most - 1) / most);
        for (const auto& part : parts) EXPECT_LE(part.addresses, most);
        EXPECT_EQ(parts.back().changed_at, base::Instant{2'503});
    }
}

TEST_F(SitemapOfSlices, IsDividedAnewAfterAWhile) {
    Sitemap sitemap{documents};
    database->read([&](db::Read& read) {
        const base::Instant start{1'800'000'000'000'000};
        const auto first = sitemap.parts(read, start);
        EXPECT_EQ(sitemap.parts(read, start + base::minutes(4)), first);
        documents.add({"more", base::message("More")}, pages("more", 5));
        EXPECT_EQ(sitemap.parts(read, start + base::minutes(6))->front().addresses, 2'511U);
    });
}

TEST(SitemapFiles, AreNumbered) {
    EXPECT_EQ(part_number("1.xml"), 1U);
    EXPECT_EQ(part_number("20.xml"), 20U);
    for (const auto* bad : {"0.xml", "01.xml", "-1.xml", "1", ".xml", "1.xml.gz", "99999999.xml", "a.xml"})
        EXPECT_EQ(part_number(bad), 0U) << bad;
}

}  // namespace
}  // namespace site
