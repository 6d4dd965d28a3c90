// The rules of newspapers, campaigns and letters, without web and database.
#include "features/editor_letters/letter.h"

#include <gtest/gtest.h>

namespace editor_letters {
namespace {

constexpr std::string_view kToday = "2026-11-22";

std::vector<std::string> fields_of(const base::Problems& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
}

NewspaperForm herald() {
    return {.name = "Larch River Herald",
            .language = "en",
            .place = "Larch River",
            .province = "NB",
            .reach = "town",
            .postal_areas = "e1a, E1C",
            .email = "letters@herald.example.org",
            .page_url = "https://herald.example.org/letters",
            .word_limit = "250",
            .most_a_day = "",
            .source = "its own page",
            .as_of = "2026-10-12"};
}

base::Result<NewspaperFacts, base::Problems> accepted(const NewspaperForm& form) {
    return accept(TypedNewspaper{form, std::string{kToday}});
}

TEST(ANewspaper, IsTakenAsTypedAndGivenBack) {
    const auto facts = accepted(herald());
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->postal_areas, (std::vector<std::string>{"E1A", "E1C"}));
    EXPECT_EQ(facts->most_a_day, kUsualADay);
    EXPECT_EQ(form_of(*facts).postal_areas, "E1A E1C");
    EXPECT_EQ(form_of(*facts).word_limit, "250");
}

TEST(ANewspaper, TellsEverythingThatIsWrongAtOnce) {
    const NewspaperForm form{.name = "=Paper",
                             .language = "de",
                             .place = "",
                             .province = "XX",
                             .reach = "town",
                             .postal_areas = "D1A",
                             .email = "no address",
                             .page_url = "javascript:alert(1)",
                             .word_limit = "many",
                             .most_a_day = "0",
                             .source = "",
                             .as_of = "2026-11-23"};
    EXPECT_EQ(fields_of(accepted(form).error()),
              (std::vector<std::string>{"name", "language", "province", "place", "postal_areas", "email", "page_url",
                                        "word_limit", "most_a_day", "source", "as_of"}));
}

TEST(ANewspaper, IsStaleAfterAYear) {
    auto facts = *accepted(herald());
    EXPECT_FALSE(is_stale(facts, "2027-10-12"));
    EXPECT_TRUE(is_stale(facts, "2027-10-13"));
}

TEST(AListOfNewspapers, NamesEveryLineThatIsWrong) {
    const auto list =
        read_list({"name,email,reach,language,source,as_of\n"
                   "One,a@b.example,country,en,page,2026-01-01\n"
                   "Two,nobody,country,en,page,2026-01-01\n"
                   "Three,c@d.example,country,en,page,soon\n",
                   std::string{kToday}});
    ASSERT_FALSE(list);
    ASSERT_EQ(list.error().size(), 2U);
    EXPECT_EQ(list.error()[0].line, 3U);
    EXPECT_EQ(list.error()[0].field, "email");
    EXPECT_EQ(list.error()[1].line, 4U);
    EXPECT_EQ(list.error()[1].field, "as_of");
    EXPECT_FALSE(read_list({"name,email\nOne,a@b.example\n", std::string{kToday}})) << "columns are missing";
    EXPECT_FALSE(read_list({"name,email,reach,source,as_of\n\"open", std::string{kToday}}));
}

Newspaper paper(std::int64_t id, NewspaperForm form) { return {NewspaperId{id}, *accepted(form)}; }

std::vector<Newspaper> some_papers() {
    auto region = herald(), french = herald(), country = herald(), far = herald(), province = herald();
    region.name = "Region", region.reach = "region", region.place = "Saint-Aubin", region.postal_areas = "";
    french.name = "French", french.language = "fr";
    country.name = "Country", country.reach = "country", country.province = "", country.place = "";
    far.name = "Far", far.place = "Cold Bay", far.postal_areas = "E9";
    province.name = "Province", province.reach = "province";
    return {paper(1, country),  paper(2, far),      paper(3, french),
            paper(4, herald()), paper(5, province), paper(6, region)};
}

std::vector<std::string> names_near(const Where& where) {
    std::vector<std::string> names;
    for (const auto& each : near(some_papers(), where)) names.push_back(each.newspaper.facts.name);
    return names;
}

TEST(PapersNear, ComeInTheOrderOfTheirNearness) {
    EXPECT_EQ(names_near({.postal_code = people::PostalCode::parse("E1C 2B3")}),
              (std::vector<std::string>{"French", "Larch River Herald", "Region", "Province", "Country", "Far"}));
    EXPECT_EQ(names_near({.postal_code = people::PostalCode::parse("E9B 1A1"), .language = base::Locale::english}),
              (std::vector<std::string>{"Far", "Region", "Province", "Country", "Larch River Herald"}));
}

TEST(PapersNear, AreFoundByTheNameOfATownAlone) {
    EXPECT_EQ(names_near({.place = "LARCH RIVER", .language = base::Locale::french}),
              (std::vector<std::string>{"French"}));
    EXPECT_EQ(names_near({.place = "Nowhere"}), (std::vector<std::string>{"Country"}));
    EXPECT_EQ(names_near({.postal_code = people::PostalCode::parse("K1A 0B1")}), (std::vector<std::string>{"Country"}));
}

TEST(Words, AreCountedAsEditorsCountThem) {
    EXPECT_EQ(count_words("The library isn't for sale — not now, not ever."), 9);
    EXPECT_EQ(count_words("« L’école\u00A0»\u202F: un toit\u00A0!"), 3);
    EXPECT_EQ(count_words(""), 0);
    EXPECT_EQ(count_words("e\u0301te\u0301 2026\n\tici"), 3);
}

LetterForm a_letter() {
    return {.subject = "After six",
            .text =
                "I drive the bus, and when I lock it up the library is the only lit window on Main Street, which "
                "is why I write to you today.",
            .name = "Ana Silva",
            .place = "Larch River",
            .telephone = "506 555-0142",
            .email = "ana@example.org"};
}

TEST(ALetter, KeepsToTheLimitOfItsPaper) {
    const auto form = a_letter();
    EXPECT_TRUE(accept(TypedLetter{form, 0}));
    EXPECT_TRUE(accept(TypedLetter{form, 28}));
    EXPECT_EQ(fields_of(accept(TypedLetter{form, 27}).error()), (std::vector<std::string>{"text"}));
}

TEST(ALetter, HoldsNoLinksAndSaysWhoWroteIt) {
    const LetterForm form{.subject = "See www.win.example.com",
                          .text = "Too short, https://win.example.com",
                          .name = "=cmd()",
                          .place = "",
                          .telephone = "ask me",
                          .email = "ana"};
    EXPECT_EQ(fields_of(accept(TypedLetter{form, 250}).error()),
              (std::vector<std::string>{"subject", "text", "text", "name", "place", "telephone", "email"}));
}

TEST(ACampaign, NeedsBothLanguagesAndALastDayAhead) {
    CampaignForm form{.theme = "public-services",
                      .title_en = "Library hours",
                      .title_fr = "Heures de bibliothèque",
                      .happened_en = "A vote.",
                      .happened_fr = "Un vote.",
                      .points_en = " One \n\n two ",
                      .points_fr = "Un",
                      .closes_on = "2026-11-22"};
    const auto plan = accept(TypedCampaign{form, std::string{kToday}});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->points(base::Locale::english), (std::vector<std::string>{"One", "two"}));
    EditorCampaign campaign{
        .id = EditorCampaignId{1}, .level = base::LevelId{1}, .state = CampaignState::published, .plan = *plan};
    EXPECT_TRUE(takes_letters(campaign, kToday));
    EXPECT_FALSE(takes_letters(campaign, "2026-11-23"));
    form.happened_fr = "", form.title_fr = " ", form.points_fr = "\n", form.closes_on = "2026-11-21";
    EXPECT_EQ(fields_of(accept(TypedCampaign{form, std::string{kToday}}).error()),
              (std::vector<std::string>{"title_fr", "happened_fr", "points_fr", "closes_on"}));
}

// As Python's urllib.parse.quote(text, safe="") writes it, with CRLF for each line end.
TEST(AMailtoLink, EncodesEverythingThatCouldEndIt) {
    EXPECT_EQ(mailto_url({"letters@herald.example.org", "Été & pain?", "Un\nDeux #3"}),
              "mailto:letters@herald.example.org?subject=%C3%89t%C3%A9%20%26%20pain%3F&body=Un%0D%0ADeux%20%233");
}

}  // namespace
}  // namespace editor_letters
