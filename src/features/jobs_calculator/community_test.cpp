// What falls on one community, from three numbers.
#include "features/jobs_calculator/community.h"

#include <gtest/gtest.h>

#include "models/jobs_lost/shipped_data.h"

namespace jobs_calculator {
namespace {

// Two thousand jobs: 1,200 public, 800 private.
jobs_lost::Estimate estimate() {
    jobs_lost::Estimate estimate;
    estimate.jobs_public = 1'200;
    estimate.jobs_private = 800;
    estimate.jobs_total = 2'000;
    estimate.range = {1'500, 2'200};
    return estimate;
}

base::Result<std::optional<Community>, base::Problems> count(const CommunityForm& form) {
    return read_community(form, {estimate(), jobs_lost::YearValue{2024, 100'000}}, base::Locale::english);
}

// By hand: 5 of 100 in public services, so 5 of 100 of the loss; (900 + 100) of 20,000 out of work.
TEST(ACommunity, bears_its_share_of_the_public_services) {
    const auto found = count({"ON", "5,000", "20,000", "900"});
    ASSERT_TRUE(found && *found);
    const Community& community = **found;
    EXPECT_DOUBLE_EQ(community.share, 0.05);
    EXPECT_DOUBLE_EQ(community.loss.jobs_public, 60);
    EXPECT_DOUBLE_EQ(community.loss.jobs_private, 40);
    EXPECT_DOUBLE_EQ(community.range.low, 75);
    EXPECT_DOUBLE_EQ(community.range.high, 110);
    EXPECT_DOUBLE_EQ(*community.loss.unemployment_before, 4.5);
    EXPECT_DOUBLE_EQ(*community.loss.unemployment_after, 5);
    EXPECT_EQ(query_of(community.form),
              "&community_in=ON&community_public_jobs=5000&community_labour_force=20000&community_unemployed=900");
}

TEST(ACommunity, may_be_given_as_a_percentage_also_where_the_province_is_not_known) {
    const auto found = read_community({"ON", "2,5 %", "", ""}, {estimate(), std::nullopt}, base::Locale::french);
    ASSERT_TRUE(found && *found);
    EXPECT_DOUBLE_EQ((*found)->share, 0.025);
    EXPECT_FALSE((*found)->loss.unemployment_after);
    EXPECT_EQ(query_of((*found)->form), "&community_in=ON&community_public_jobs=2.5%25");
    EXPECT_FALSE(read_community({"ON", "5000", "", ""}, {estimate(), std::nullopt}, base::Locale::english))
        << "people of nobody knows how many";
}

TEST(ACommunity, counts_in_its_own_province_only_and_where_one_was_given) {
    EXPECT_FALSE(count({"QC", "5000", "", ""})->has_value());
    EXPECT_FALSE(count({"ON", "", "", ""})->has_value());
}

TEST(ACommunity, that_makes_no_sense_is_told_everything_at_once) {
    const auto fields = [](const CommunityForm& form) {
        std::string names;
        const auto found = count(form);
        if (!found)
            for (const auto& problem : found.error()) names += problem.field + " ";
        return names;
    };
    EXPECT_EQ(fields({"ON", "many", "20,000", "x"}), "community_public_jobs community_unemployed ");
    EXPECT_EQ(fields({"ON", "", "20,000", ""}), "community_public_jobs community_unemployed ");
    EXPECT_EQ(fields({"ON", "100,001", "", "5"}), "community_public_jobs community_labour_force ");
    for (const auto* people : {"0", "-5", "0%", "101%", "1e3"})
        EXPECT_EQ(fields({"ON", people, "", ""}), "community_public_jobs ") << people;
    EXPECT_EQ(fields({"ON", "5", "10", "11"}), "community_unemployed ");
    EXPECT_EQ(fields({"ON", "5", "0", "0"}), "community_unemployed ");
}

// Sums of the three industries in the pack, 2024, by hand: awk over data/employment/by_industry.csv.
TEST(PublicServices, of_a_province_are_three_published_industries) {
    const auto observations = jobs_lost::shipped_observations();
    const auto ontario = jobs_lost::public_sector_employees(observations, jobs_lost::Jurisdiction::on);
    ASSERT_TRUE(ontario);
    EXPECT_EQ(ontario->year, 2024);
    EXPECT_EQ(ontario->value, 1904586);
    EXPECT_FALSE(jobs_lost::public_sector_employees(observations, jobs_lost::Jurisdiction::ca));
}

}  // namespace
}  // namespace jobs_calculator
