// The index follows what the slices show; on both databases.
#include "features/search/index_service.h"

#include <gtest/gtest.h>

#include "features/search/index_house_test.h"
#include "features/search/store.h"
#include "platform/jobs/jobs.h"

namespace search {
namespace {

class Following : public testing::TestWithParam<test_support::Kind> {
protected:
    IndexHouse house{GetParam()};
};
ALLTOGETHER_ON_BOTH_DATABASES(Following);

TEST_P(Following, a_change_that_a_slice_names_is_found_and_the_rest_is_not_looked_at) {
    house.shelf.put("water/en", base::Locale::english, "Clean rivers", "Rivers run.");
    house.shelf.put("strike/en", base::Locale::english, "Picket lines", "Not named.");
    house.indexer.follow("news water/");
    EXPECT_EQ(house.find_english("rivers").total, 1);
    EXPECT_EQ(house.find({.words = "water", .languages = Languages::english}).total, 1) << "the budget page";
    EXPECT_EQ(house.find({.words = "picket", .languages = Languages::english}).outcome, Outcome::nothing);
    house.shelf.documents.erase("water/en");
    house.indexer.follow("news water/");
    EXPECT_EQ(house.find({.words = "rivers", .languages = Languages::english}).outcome, Outcome::nothing);
    house.indexer.follow("unknown water/");
}

TEST_P(Following, what_nobody_named_is_found_by_comparing) {
    EXPECT_EQ(house.indexer.compare().changed, 0);
    house.shelf.documents.erase("strike/en");
    house.shelf.put("rent/en", base::Locale::english, "Rents", "Rent is due.", 3);
    EXPECT_EQ(house.findings().size(), 1U);
    EXPECT_EQ(house.indexer.compare().changed, 2);
    EXPECT_TRUE(house.findings().empty());
    EXPECT_EQ(house.find_english("rent").total, 1);
}

TEST_P(Following, what_vanishes_at_once_is_not_found_from_the_commit_on) {
    house.shelf.documents.erase("water/en");
    house.shelf.documents.erase("water/fr");
    house.database->write([](db::Write& write) { take_out(write, {.kind = "news", .key = "water/"}); });
    EXPECT_EQ(house.find_english("hands").total, 0);
    EXPECT_TRUE(house.findings().empty());
    EXPECT_EQ(house.indexer.compare().changed, 0);
    house.database->write([](db::Write& write) { take_out(write, {.kind = "news", .key = "water/"}); });
    EXPECT_TRUE(house.findings().empty()) << "twice is once";
}

TEST_P(Following, a_rebuilt_index_is_the_same) {
    house.shelf.put("rent/en", base::Locale::english, "Rents", "Rent is due.", 3);
    house.indexer.compare();
    const auto before = IndexHouse::keys(house.find_english("public"));
    EXPECT_EQ(house.indexer.rebuild().documents, 15);
    EXPECT_EQ(IndexHouse::keys(house.find_english("public")), before);
    EXPECT_TRUE(house.findings().empty());
}

TEST_P(Following, a_change_is_ordered_in_the_transaction_that_makes_it) {
    house.database->write([](db::Write& write) { ports::document_changed(write, {.kind = "news", .key = "water/"}); });
    const auto jobs = house.database->write([](db::Write& write) {
        return jobs::take_due_jobs(write, {.until = write.now() + base::minutes(1), .limit = 5});
    });
    ASSERT_EQ(jobs.size(), 1U);
    EXPECT_EQ(jobs[0].job.kind, ports::kFollowDocuments);
    EXPECT_EQ(jobs[0].job.payload, "news water/");
}

}  // namespace
}  // namespace search
