// What programs may ask for and send: filters, dates, people in JSON, pages.
#include <gtest/gtest.h>

#include "features/osdi/filter.h"
#include "features/osdi/hal_api.h"
#include "features/osdi/joining.h"
#include "features/osdi/person_input.h"
#include "platform/http/testing.h"

namespace osdi {
namespace {

boost::json::object object_of(std::string_view text) { return boost::json::parse(text).as_object(); }

TEST(Filters, AreConditionsJoinedByAnd) {
    const auto filter = read_filter("email_address eq 'o''hara@example.org'  AND modified_date gt '2026-11-22'");
    ASSERT_TRUE(filter);
    ASSERT_EQ(filter->conditions.size(), 2U);
    EXPECT_EQ(*filter->value(FilterField::email_address), "o'hara@example.org");
    EXPECT_EQ(filter->conditions[1].comparison, Comparison::gt);
    EXPECT_TRUE(read_filter("")->is_empty());
    EXPECT_TRUE(read_filter("  ")->is_empty());
}

TEST(Filters, ThatCannotBeReadAreRefused) {
    for (const auto* text :
         {"email_address", "email_address eq", "email_address eq maya", "email_address eq 'maya", "salary eq '1'",
          "given_name gt 'A'", "modified_date gt 'yesterday'", "given_name eq 'A' or given_name eq 'B'",
          "given_name eq 'A' and", "(given_name eq 'A')", "given_name eq 'A' 'B'", "'A' eq given_name"})
        EXPECT_FALSE(read_filter(text)) << text;
    EXPECT_FALSE(read_filter("given_name eq '" + std::string(600, 'a') + "'"));
    std::string many = "region eq 'ON'";
    for (int i = 0; i < 8; ++i) many += " and region eq 'ON'";
    EXPECT_FALSE(read_filter(many)) << "nine conditions";
}

// Seconds since 1970 as python3 gives them: datetime.fromisoformat(...).timestamp()
TEST(Dates, AreReadWithTheirOffset) {
    EXPECT_EQ(read_time("2026-11-22")->seconds(), 1'795'305'600);
    EXPECT_EQ(read_time("2026-11-22T18:30:15Z")->seconds(), 1'795'372'215);
    EXPECT_EQ(read_time("2026-11-22T18:30:15-05:00")->seconds(), 1'795'390'215);
    EXPECT_EQ(read_time("2026-11-22 18:30")->seconds(), 1'795'372'200);
    EXPECT_EQ(read_time("2026-11-22T18:30:15.250Z")->microseconds, 1'795'372'215'250'000);
    EXPECT_EQ(read_time("2024-02-29")->seconds(), 1'709'164'800);
    for (const auto* text :
         {"", "2026", "2026-13-01", "2026-02-29", "1969-12-31", "2026-11-22T24:00", "2026-11-22T10",
          "2026-11-22T10:00:61Z", "2026-11-22T10:00:00.Z", "2026-11-22T10:00:00Zz", "2026-11-22T10:00+5"})
        EXPECT_FALSE(read_time(text)) << text;
}

TEST(Dates, MeanWholeSecondsSinceAnswersShowNoFinerOnes) {
    const auto span = [](std::string_view text) { return read_filter(text)->spans(); };
    const base::Instant second = *read_time("2026-11-22T18:00:00Z");
    const base::Instant within = second + base::milliseconds(300);
    const auto holds = [&](std::string_view text) {
        const auto spans = span(text);
        return within > spans.changed_after && within < spans.changed_before;
    };
    EXPECT_TRUE(holds("modified_date eq '2026-11-22T18:00:00Z'"));
    EXPECT_TRUE(holds("modified_date ge '2026-11-22T18:00:00Z'"));
    EXPECT_TRUE(holds("modified_date le '2026-11-22T18:00:00Z'"));
    EXPECT_TRUE(holds("modified_date gt '2026-11-22T18:00:00Z'")) << "nobody who follows along misses one";
    EXPECT_FALSE(holds("modified_date lt '2026-11-22T18:00:00Z'"));
    EXPECT_FALSE(holds("modified_date gt '2026-11-22T18:00:01Z'"));
    EXPECT_TRUE(holds("modified_date gt '2026-11-22' and modified_date lt '2026-11-23'"));
}

TEST(APersonInJson, IsReadAsActionNetworkWritesIt) {
    const auto person = read_person(object_of(R"({
        "identifiers": ["van:1234", "alltogether:7"], "given_name": "  Maya ", "family_name": "Trent",
        "languages_spoken": ["fr-CA"],
        "email_addresses": [{"address": "old@example.org"},
                            {"primary": true, "address": "Maya@Example.org", "status": "subscribed"}],
        "postal_addresses": [{"postal_code": "k1a0b1", "locality": "Ottawa", "address_lines": ["1 Main St"]}],
        "phone_numbers": [{"number": "613-555-0100"}],
        "custom_fields": {"Union Local": 17, "Steward?": true, "***": "dropped"}})"));
    ASSERT_TRUE(person);
    EXPECT_EQ(person->name, (people::PersonName{"Maya", "Trent"}));
    EXPECT_EQ(person->email->canonical(), "maya@example.org");
    EXPECT_EQ(person->other_emails.size(), 1U);
    EXPECT_EQ(person->wish, MailWish::subscribed);
    EXPECT_EQ(person->locale, base::Locale::french);
    EXPECT_EQ(person->address->postal_code, "K1A 0B1");
    EXPECT_EQ(person->address->province, people::Province::on);
    EXPECT_EQ(person->answers, (std::vector<CustomAnswer>{{"union_local", "17"},
                                                          {"steward", "yes"},
                                                          {"phone", "613-555-0100", true},
                                                          {"street", "1 Main St", true}}));
    EXPECT_EQ(person->identifiers, std::vector<std::string>{"van:1234"});
}

TEST(APersonInJson, TellsAllProblemsAtOnceWithTheirPlaces) {
    const auto person = read_person(object_of(R"({
        "given_name": "=cmd", "family_name": 5,
        "email_addresses": [{"address": "nowhere", "status": "bouncing"}],
        "postal_addresses": [{"postal_code": "12345"}], "identifiers": ["no colon"], "custom_fields": []})"));
    ASSERT_FALSE(person);
    for (const auto* field : {"given_name", "family_name", "email_addresses[0].address", "email_addresses[0].status",
                              "postal_addresses[0].postal_code", "identifiers", "custom_fields"})
        EXPECT_NE(base::find_problem(person.error(), field), nullptr) << field;
}

TEST(APersonInJson, MayLiveElsewhereOrNameOnlyAPlace) {
    const auto abroad = read_person(
        object_of(R"({"postal_addresses": [{"country": "US", "postal_code": "20009", "locality": "Washington"}]})"));
    ASSERT_TRUE(abroad);
    EXPECT_EQ(abroad->address->country.code(), "US");
    const auto place = read_person(object_of(R"({"postal_addresses": [{"region": "QC", "locality": "Gatineau"}]})"));
    ASSERT_TRUE(place);
    EXPECT_EQ(place->address->province, people::Province::qc);
}

TEST(Pages, AreCountedFromOneAndHoldTwentyFiveAtMost) {
    const auto paging = [](std::string_view query) {
        return read_paging(http::testing::get("/api/v2/people" + std::string{query}).query);
    };
    EXPECT_EQ(paging("")->per_page, 25);
    EXPECT_EQ(paging("?page=3&per_page=100")->skipped(), 50);
    EXPECT_EQ(paging("?page=3&after=17")->skipped(), 0);
    for (const auto* wrong : {"?page=0", "?page=-1", "?page=x", "?per_page=0", "?page=1000000"})
        EXPECT_FALSE(paging(wrong)) << wrong;
}

TEST(AddressesOfOurs, AreRecognisedAndOthersAreNot) {
    const auto request = http::testing::get("/api/v2/");
    const Root root{request, "https://example.org"};
    EXPECT_EQ(root.url("people/17"), "https://example.org/api/v2/people/17");
    EXPECT_EQ(root.path_of("https://example.org/api/v2/people/17"), "people/17");
    EXPECT_FALSE(root.path_of("https://evil.example/api/v2/people/17"));
    EXPECT_EQ((Root{request, "https://other.example"}.url("tags")), "http://example.org/api/v2/tags");
}

TEST(RulesOfJoining, NeedTheWordsWherePartnersAnswer) {
    EXPECT_TRUE(read_joining({"17", "by_mail", "", ""}));
    EXPECT_EQ(read_joining({"17", "vouched", "", ""}).error().size(), 2U);
    EXPECT_EQ(read_joining({"", "", "", ""}).error().size(), 2U);
    EXPECT_TRUE(read_joining({"17", "vouched", "Yes, write to me.", "Oui, écrivez-moi."}));
}

}  // namespace
}  // namespace osdi
