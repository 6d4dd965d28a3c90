// What conditions mean, without a database.
#include <gtest/gtest.h>

#include "features/petitions/invalidation_conditions_service.h"

namespace petitions {
namespace {

Conditions conditions(const ConditionForm& form) {
    auto read = read_conditions(form, i18n::TimeZone::toronto());
    EXPECT_TRUE(read);
    return read ? *read : Conditions{};
}

std::vector<std::string> fields_wrong_in(const ConditionForm& form) {
    std::vector<std::string> fields;
    const auto read = read_conditions(form, i18n::TimeZone::toronto());
    if (!read)
        for (const auto& problem : read.error()) fields.push_back(problem.field);
    return fields;
}

TEST(Conditions, none_at_all_would_mean_everybody_and_is_refused) {
    EXPECT_EQ(fields_wrong_in({}), std::vector<std::string>{""});
}

TEST(Conditions, stars_and_question_marks_become_those_of_the_database_and_its_own_signs_do_not) {
    EXPECT_EQ(conditions({.name = "M?ckey*"}).name, "m_ckey%");
    EXPECT_EQ(conditions({.name = "*Tremblay"}).family_name, "%tremblay");
    EXPECT_EQ(conditions({.name = "Ann*"}).given_name, "ann%");
    EXPECT_EQ(conditions({.name = "Ann L*"}).name, "ann l%");
    EXPECT_EQ(conditions({.name = "*"}).name, "%");
    EXPECT_EQ(conditions({.address = "50%_off@*"}).address, "50\\%\\_off@%");
    EXPECT_EQ(conditions({.postal_code = "k1a"}).postal_code, "K1A%");
}

TEST(Conditions, a_network_is_sought_by_the_groups_that_all_its_addresses_begin_with) {
    EXPECT_EQ(conditions({.network = "192.0.2.0/24"}).network_prefix, "192.0.2.%");
    EXPECT_EQ(conditions({.network = "192.0.2.0/22"}).network_prefix, "192.0.%");
    EXPECT_EQ(conditions({.network = "192.0.2.7"}).network_prefix, "192.0.2.7");
    EXPECT_EQ(conditions({.network = "192.0.2.7/32"}).network_prefix, "192.0.2.7");
    EXPECT_EQ(conditions({.network = "::ffff:192.0.2.0/120"}).network_prefix, "192.0.2.%");
    EXPECT_TRUE(conditions({.network = "::ffff:192.0.2.0/120"}).passes("192.0.2.200", "CA", ""));
    EXPECT_EQ(conditions({.network = "2001:db8::/32"}).network_prefix, "2001:db8:%");
    EXPECT_EQ(conditions({.network = "2001:db8:0:7::/64"}).network_prefix, "2001:db8:%")
        << "what is zero may be written shorter";
}

TEST(Conditions, every_address_of_a_network_passes_and_no_other) {
    const auto wide = conditions({.network = "192.0.2.0/22"});
    EXPECT_TRUE(wide.passes("192.0.3.255", "CA", "K1A 0B1"));
    EXPECT_FALSE(wide.passes("192.0.4.0", "CA", "K1A 0B1"));
    EXPECT_FALSE(wide.passes("", "CA", "K1A 0B1")) << "its address is not kept any more";
    EXPECT_TRUE(conditions({.network = "2001:db8:0:7::/64"}).passes("2001:db8:0:7::1", "CA", ""));
}

TEST(Conditions, the_territories_share_a_letter_and_are_told_apart) {
    const auto nunavut = conditions({.region = "nu"});
    EXPECT_EQ(nunavut.postal_from + nunavut.postal_until, "XY");
    EXPECT_TRUE(nunavut.needs_a_look());
    EXPECT_TRUE(nunavut.passes("", "CA", "X0A 0H0"));
    EXPECT_FALSE(nunavut.passes("", "CA", "X1A 1A1"));
    EXPECT_TRUE(conditions({.region = "PE"}).passes("", "CA", "C1A 7K4"));
    EXPECT_FALSE(conditions({.region = "PE"}).passes("", "PE", "")) << "Peru has the same letters";
    EXPECT_EQ(conditions({.region = "QC"}).postal_from + conditions({.region = "QC"}).postal_until, "GK");
    EXPECT_EQ(conditions({.region = "ON"}).postal_from + conditions({.region = "ON"}).postal_until, "KQ");
    EXPECT_EQ(conditions({.region = "FR"}).postal_until, "");
}

TEST(Conditions, times_are_those_of_the_sites_clock) {
    const auto time = conditions({.from = "2026-11-22T14:05", .until = "2026-11-22T14:06"});
    EXPECT_EQ(time.from.microseconds, 1'795'374'300'000'000);  // date -d '2026-11-22 19:05 UTC' +%s
    EXPECT_EQ((time.until - time.from), base::minutes(1));
}

TEST(Conditions, everything_that_is_not_understood_is_said_at_once) {
    EXPECT_EQ(fields_wrong_in({.network = "::ffff:192.0.2.0/24",
                               .region = "Ontario",
                               .source = "A B",
                               .from = "soon",
                               .least_score = "101"}),
              (std::vector<std::string>{"network", "region", "source", "from", "least_score"}));
}

TEST(Conditions, come_back_from_the_query_that_keeps_them) {
    const ConditionForm form{.name = "a & b=c",
                             .address = "*@é.example",
                             .domain = "x.example",
                             .postal_code = "K1A",
                             .network = "192.0.2.0/24",
                             .region = "ON",
                             .source = "local-7",
                             .from = "2026-11-22T14:05",
                             .until = "2026-11-23T14:05",
                             .least_score = "40",
                             .reasons = 5,
                             .marked = SignatureForm::Tick::yes};
    EXPECT_EQ(conditions_of(query_of(form)), form);
    EXPECT_EQ(conditions_of("reasons=1&reasons=4").reasons, 5) << "boxes of a form";
    EXPECT_EQ(query_of({}), "");
}

TEST(PublicReason, is_needed_in_both_languages) {
    EXPECT_EQ(problems_of(PublicReason{"Made up by a script.", ""}).size(), 1u);
    EXPECT_EQ(problems_of(PublicReason{std::string(501, 'x'), "Un robot."}).front().field, "reason_en");
    EXPECT_TRUE(problems_of(PublicReason{"Made up by a script.", "Inventées par un robot."}).empty());
}

}  // namespace
}  // namespace petitions
