// Rules as staff type them, keep them and read them.
#include "features/segments/segment.h"

#include <gtest/gtest.h>

#include "features/segments/words.h"

namespace segments {
namespace {

using people::Province;

Form typed() {
    Form form = form_of({});
    form.name = "  Pledge in the   east ";
    form.provinces = {"NB", "QC"};
    form.districts = "j0x, K1A h";
    form.language = "fr";
    form.active_within_days = "90";
    form.tags = {"12"};
    form.actions = {{"yes", "petitions.signed:7", "30"}, {"no", "petitions.signed:8", ""}, {}};
    return form;
}

TEST(Segment, IsReadAsTyped) {
    const auto named = read_form(typed());
    ASSERT_TRUE(named);
    EXPECT_EQ(named->name, "Pledge in the east");
    const Rules& rules = named->rules;
    EXPECT_EQ(rules.provinces, (std::vector{Province::nb, Province::qc}));
    EXPECT_EQ(rules.districts, (std::vector<std::string>{"J0X", "K1A", "H"}));
    EXPECT_EQ(rules.language, base::Locale::french);
    EXPECT_EQ(rules.active_within_days, 90);
    EXPECT_EQ(rules.actions, (std::vector{ActionRule{Did::yes, "petitions.signed", 7, 30},
                                          ActionRule{Did::no, "petitions.signed", 8, std::nullopt}}));
}

TEST(Segment, EveryProblemIsToldAtOnce) {
    Form form = typed();
    form.name = " ";
    form.provinces.push_back("XX");
    form.other_provinces = {"QC"};
    form.districts = "K1A 99";
    form.language = "de";
    form.quiet_for_days = "-3";
    form.actions[0].subject = "petitions.signed";
    form.actions[1].within_days = "soon";
    const auto named = read_form(form);
    ASSERT_FALSE(named);
    for (const auto* field :
         {"name", "provinces", "other_provinces", "districts", "language", "quiet_for_days", "action_1", "days_2"})
        EXPECT_NE(base::find_problem(named.error(), field), nullptr) << field;
}

TEST(Segment, SurvivesItsForm) {
    const auto named = read_form(typed());
    ASSERT_TRUE(named);
    const auto again = read_form(form_of(*named));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *named);
}

TEST(Segment, SurvivesTheDatabase) {
    const auto rules = read_form(typed())->rules;
    EXPECT_EQ(rules_of(to_json(rules)), rules);
    EXPECT_EQ(rules_of("{}"), Rules{});
}

TEST(Segment, ForeignJsonIsRefused) {
    for (const auto* text : {"", "[]", "{\"provinces\": [\"XX\"]}", "{\"joined_within_days\": 0}", "{\"surprise\": 1}",
                             "{\"actions\": [{\"kind\": \"a\"}]}", "{\"language\": \"de\"}", "{\"tags\": [\"1\"]}"})
        EXPECT_EQ(rules_of(text), std::nullopt) << text;
}

TEST(Segment, IsReadAloud) {
    const Names known{.tags = {{people::TagId{12}, "Steward", {}}},
                      .subjects = {{"petitions.signed", 7, "Signed", "The Equality Pledge"}}};
    const auto rules = read_form(typed())->rules;
    const auto said = sentences(i18n::Translator{base::Locale::english}, rules, known);
    EXPECT_EQ(said,
              (std::vector<std::string>{
                  "Lives in: New Brunswick or Quebec", "Postal code begins with J0X, K1A or H", "Wants mails in French",
                  "Has the tag Steward", "Did within 30 days: Signed – The Equality Pledge",
                  "Did not: something that is gone", "Took part in something within the last 90 days"}));
    EXPECT_EQ(line(i18n::Translator{base::Locale::english}, {}, known), "Everybody who may be mailed");
}

}  // namespace
}  // namespace segments
