#include "people/person.h"

#include <gtest/gtest.h>

#include "people/consent.h"

namespace people {
namespace {

TEST(PersonName, TakesTheNamesThatPeopleHave) {
    const PersonName names[] = {{"Maya", "Tremblay-Okafor"},
                                {"J.R.", "O'Neill"},
                                {"Éloïse", "d’Entremont"},
                                {"St. John", "Smith Jr."},
                                {"李", "小龙"},
                                {"Anne.Marie", "Roy"},
                                {"M", "X"},
                                {"Kukdookaa", "ᑯᒃᑑᒃ"},
                                {"N.", "J.Co"}};
    for (const auto& name : names) EXPECT_TRUE(problems_of(name).empty()) << name.given << ' ' << name.family;
}

TEST(PersonName, RefusesLinksAndFormulas) {
    for (const auto* name : {"http://spam.example", "www.casino", "Buy-pills.com", "visit cheap.ru/now", "HTTPS://X",
                             "=SUM(A1)", "+1", "-Anna", "@everyone"}) {
        const auto problems = problems_of(PersonName{name, "Roy"});
        ASSERT_EQ(problems.size(), 1u) << name;
        EXPECT_EQ(problems[0].field, "given_name");
    }
}

TEST(PersonName, IsTidiedBeforeItIsJudged) {
    const auto name = tidied({"  Marc -\tAndré\x01 ", " Roy\n"});
    EXPECT_EQ(name.given, "Marc - André");
    EXPECT_EQ(name.family, "Roy");
}

TEST(PersonName, NeedsBothPartsOfABearableLength) {
    EXPECT_EQ(problems_of(PersonName{"", ""}).size(), 2u);
    EXPECT_TRUE(problems_of(PersonName{std::string(100, 'a'), "Roy"}).empty());
    EXPECT_FALSE(problems_of(PersonName{std::string(101, 'a'), "Roy"}).empty());
    EXPECT_FALSE(problems_of(PersonName{"Ann\xff", "Roy"}).empty());
}

TEST(Consent, TheNewestEntryDecides) {
    const base::Instant now{1'000'000};
    Consent consent{.address_hash = 1};
    EXPECT_EQ(state_of(std::nullopt, now), ConsentState::none);
    EXPECT_EQ(state_of(consent, now), ConsentState::given);
    consent.expires_at = now;
    EXPECT_EQ(state_of(consent, now), ConsentState::expired);
    consent.expires_at = now + base::seconds(1);
    EXPECT_EQ(state_of(consent, now), ConsentState::given);
    consent.act = ConsentAct::withdrawn;
    EXPECT_EQ(state_of(consent, now), ConsentState::withdrawn);
}

}  // namespace
}  // namespace people
