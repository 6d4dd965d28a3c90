// The rules: what a campaign needs, whom a rule means, what is wrong with a letter.
#include "features/letters/letter.h"

#include <gtest/gtest.h>

#include "features/letters/demo_texts.h"

namespace letters {
namespace {

LetterForm mayas_form() {
    LetterForm form;
    form.postal_code = "k1a0b1";
    form.blocks = {"2", "1", "99"};
    form.words = "My mother gets her pills by post.";
    form.given_name = " Maya ";
    form.family_name = "Tremblay";
    form.email = "maya@example.org";
    form.street = "5 Mill Lane";
    form.place = "Larch River";
    form.address_asked = Ticked::yes;
    return form;
}

std::vector<std::string> fields_of(const base::Problems& problems) {
    std::vector<std::string> fields;
    for (const auto& each : problems) fields.push_back(each.field);
    return fields;
}

TEST(LetterCampaign, every_text_survives_being_stored) {
    const Content content = demo_letter();
    EXPECT_EQ(content_of(to_json(content)), content);
    EXPECT_EQ(content_of("no json"), Content{});
    EXPECT_TRUE(unready(content).empty());
}

TEST(LetterCampaign, a_text_that_one_language_lacks_keeps_it_from_being_published) {
    Content content = demo_letter();
    content.blocks[1].french.clear();
    content.closing = {};
    const auto missing = fields_of(unready(content));
    EXPECT_EQ(missing, (std::vector<std::string>{"block_2_fr", "closing_en", "closing_fr"}));
}

TEST(LetterCampaign, it_is_open_from_its_first_to_its_last_day) {
    Campaign campaign{.opens_on = "2027-01-10", .closes_on = "2027-01-20"};
    EXPECT_EQ(campaign.stage("2027-01-15"), Stage::draft);
    campaign.published_at = base::Instant{1};
    EXPECT_EQ(campaign.stage("2027-01-09"), Stage::upcoming);
    EXPECT_EQ(campaign.stage("2027-01-20"), Stage::open);
    EXPECT_EQ(campaign.stage("2027-01-21"), Stage::closed);
    campaign.paused_at = base::Instant{2};
    EXPECT_EQ(campaign.stage("2027-01-15"), Stage::paused);
    campaign.stopped_at = base::Instant{3};
    EXPECT_EQ(campaign.stage("2027-01-15"), Stage::closed);
}

TEST(LetterTarget, a_rule_survives_being_stored_and_typed) {
    const TargetRule rule{.own = {ports::RidingHouse::federal, ports::RidingHouse::municipal},
                          .offices = {people::Office::senator},
                          .provinces = {people::Province::on, people::Province::qc},
                          .parties = {"Harvest Party"},
                          .named = {ports::RepresentativeId{17}}};
    EXPECT_EQ(target_of(to_json(rule)), rule);
    EXPECT_EQ(read_target(form_of(rule)), rule);
    EXPECT_TRUE(problems_of(form_of(rule)).empty());
    EXPECT_EQ(
        fields_of(problems_of(TargetForm{.own = {}, .offices = {}, .provinces = {}, .parties = {}, .named = "Odette"})),
        (std::vector<std::string>{"own", "named"}));
}

TEST(LetterTarget, party_and_province_narrow_it_down) {
    const TargetRule rule{
        .own = {ports::RidingHouse::federal}, .provinces = {people::Province::on}, .parties = {"Harvest Party"}};
    ports::Representative odette{.id = ports::RepresentativeId{1}, .office = people::Office::mp};
    odette.province = people::Province::on;
    odette.party = "Harvest Party";
    EXPECT_TRUE(fits(rule, odette));
    odette.party = "Lantern Party";
    EXPECT_FALSE(fits(rule, odette));
    odette.party = "Harvest Party";
    odette.province = people::Province::qc;
    EXPECT_FALSE(fits(rule, odette));
    EXPECT_TRUE(leaves_out(rule, people::Province::qc));
    EXPECT_EQ(region_of(odette), "");
    odette.office = people::Office::provincial;
    EXPECT_EQ(region_of(odette), "QC");
}

TEST(LetterForms, mayas_letter_has_the_paragraphs_in_their_order_and_her_own_words) {
    const auto draft = accept(mayas_form(), Hinted::no);
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->postal_code, "K1A 0B1");
    EXPECT_EQ(draft->name.given, "Maya");
    EXPECT_EQ(draft->blocks, (std::vector<std::size_t>{0, 1}));
    const Content content = demo_letter();
    const std::string body = body_of(content, *draft, base::Locale::english);
    EXPECT_EQ(body, content.opening.english + "\n\n" + content.blocks[0].english + "\n\n" + content.blocks[1].english +
                        "\n\nMy mother gets her pills by post.\n\n" + content.closing.english);
    EXPECT_EQ(signature_of({draft->name, "5 Mill Lane", "Larch River", "K1A 0B1"}),
              "Maya Tremblay\n5 Mill Lane\nLarch River  K1A 0B1");
}

TEST(LetterForms, all_problems_come_at_once) {
    LetterForm form = mayas_form();
    form.postal_code = "90210";
    form.words = "See www.win.example";
    form.email = "maya";
    form.street = "";
    form.subject = "7";
    form.family_name = "";
    const auto refused = accept(form, Hinted::yes);
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields_of(refused.error()), (std::vector<std::string>{"subject", "words", "as_meant", "family_name",
                                                                    "email", "postal_code", "street"}));
}

TEST(LetterForms, a_letter_without_any_choice_says_nothing) {
    LetterForm form = mayas_form();
    form.blocks.clear();
    form.words = "  \n ";
    const auto refused = accept(form, Hinted::no);
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields_of(refused.error()), (std::vector<std::string>{"words"}));
}

TEST(LetterQueue, a_letter_is_tried_for_three_days) {
    base::Duration sum{};
    int attempts = 1;
    for (; retry_after(attempts); ++attempts) sum.microseconds += retry_after(attempts)->microseconds;
    EXPECT_EQ(retry_after(1), base::minutes(1));
    EXPECT_EQ(attempts, 22);
    EXPECT_NEAR(static_cast<double>(sum.seconds()), 3.0 * 86'400, 13'000);
}

}  // namespace
}  // namespace letters
