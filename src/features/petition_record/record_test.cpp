// The record as a campaign writes it: people of three places sign, one of them takes the name back.
#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/petition_record/api.h"
#include "features/petition_record/pages.h"
#include "features/petition_record/slice.h"
#include "tests/support/databases.h"

namespace petition_record {
namespace {

using ports::CountStep;
using ports::SignerClass;

constexpr ports::PetitionId kLibrary{7};
constexpr base::Instant kMonday{1'795'000'000'000'000};
constexpr base::Instant kTuesday = kMonday + base::days(1);

ports::CountChange signed_in(std::string region, base::Instant at) {
    return {.petition = kLibrary,
            .signer_class = SignerClass::individual,
            .signature = ports::SignatureId{1},
            .step = CountStep::confirmed,
            .at = at,
            .first_counted_at = at,
            .region = std::move(region)};
}

class Record : public test_support::OnBothDatabases {
protected:
    void tell(const std::vector<ports::CountChange>& changes) {
        database->write([&](db::Write& write) { store::count_steps(write, changes); });
    }
    std::vector<DayCount> days(SignerClass of = SignerClass::individual) {
        return database->read([&](db::Read& read) { return store::days(read, {kLibrary, of}); });
    }
    std::vector<store::RegionCount> regions() {
        return database->read([](db::Read& read) { return store::regions(read, {kLibrary, SignerClass::individual}); });
    }
    std::size_t findings(std::int64_t counted) {
        ports::PetitionReader petitions;
        petitions.counts = [counted](ports::PetitionId) {
            return std::map<SignerClass, std::int64_t>{{SignerClass::individual, counted}};
        };
        return database->read([&](db::Read& read) { return sums_check(petitions).run(read).size(); });
    }
};

TEST_P(Record, CountsEachDayAndEachPlace) {
    tell({signed_in("CA-ON", kMonday), signed_in("CA-ON", kMonday), signed_in("CA-QC", kTuesday)});
    tell({signed_in("FR", kTuesday)});
    EXPECT_EQ(days(), (std::vector<DayCount>{{day_of(kMonday), 2}, {day_of(kTuesday), 2}}));
    EXPECT_EQ(regions(), (std::vector<store::RegionCount>{{"CA-ON", 2}, {"CA-QC", 1}, {"FR", 1}}));
    EXPECT_EQ(findings(4), 0U);
    EXPECT_EQ(findings(5), 1U) << "the count says more than its days";
}

TEST_P(Record, TakesAWithdrawnNameFromTheDayOnWhichItWasFirstCounted) {
    tell({signed_in("CA-ON", kMonday), signed_in("CA-QC", kTuesday)});
    auto withdrawal = signed_in("CA-ON", kMonday);
    withdrawal.step = CountStep::withdrawn;
    withdrawal.at = kTuesday;
    tell({withdrawal});
    EXPECT_EQ(days(), (std::vector<DayCount>{{day_of(kTuesday), 1}}));
    EXPECT_EQ(regions(), (std::vector<store::RegionCount>{{"CA-QC", 1}}));
    auto fake = signed_in("CA-QC", kTuesday);
    fake.step = CountStep::invalidated;
    tell({fake});
    fake.step = CountStep::restored;
    tell({fake});
    EXPECT_EQ(regions(), (std::vector<store::RegionCount>{{"CA-QC", 1}}));
    EXPECT_EQ(findings(1), 0U);
}

TEST_P(Record, KeepsTheClassesApart) {
    auto council = signed_in("CA-NB", kMonday);
    council.signer_class = SignerClass::municipality;
    tell({signed_in("CA-ON", kMonday), council});
    EXPECT_EQ(days().size(), 1U);
    EXPECT_EQ(days(SignerClass::municipality), (std::vector<DayCount>{{day_of(kMonday), 1}}));
    EXPECT_EQ(findings(1), 1U) << "the count knows nothing of the council";
}

ALLTOGETHER_ON_BOTH_DATABASES(Record);

const ports::PetitionFacts kFacts{.id = kLibrary,
                                  .level = base::LevelId{1},
                                  .slug = "library",
                                  .kind = ports::PetitionKind::petition,
                                  .stage = ports::PetitionStage::open,
                                  .goal = 500,
                                  .published_at = kMonday,
                                  .title = "Save the library"};

TEST(RecordFile, HasEveryDayAndEveryPlace) {
    const std::vector<ClassRecord> record{
        {SignerClass::individual, {{day_of(kMonday), 2}, {day_of(kTuesday), 1}}, {{"CA-ON", 2}, {"", 1}}}};
    EXPECT_EQ(csv_of(record),
              "class,day,region,counted\r\nindividual,2026-11-18,,2\r\nindividual,2026-11-19,,1\r\n"
              "individual,,CA-ON,2\r\nindividual,,,1\r\n");
    const auto json = boost::json::parse(json_of(kFacts, record));
    const auto& days = json.at("classes").at(0).at("days");
    EXPECT_EQ(days.at(1).at("day").as_string(), "2026-11-19");
    EXPECT_EQ(days.at(1).at("total").as_int64(), 3);
}

TEST(RecordSection, TellsHowManyAndWhereInBothLanguages) {
    const std::vector<Total> line{{day_of(kMonday), 90}, {day_of(kTuesday), 260}};
    const std::vector<store::RegionCount> regions{{"CA-QC", 200}, {"CA-ON", 50}, {"FR", 10}};
    const auto english =
        std::string{pages::growth(i18n::Translator{base::Locale::english}, {kFacts, line, regions}).view()};
    EXPECT_NE(english.find("260 people have signed since November 18, 2026."), std::string::npos) << english;
    EXPECT_NE(english.find("2 provinces and territories"), std::string::npos);
    EXPECT_NE(english.find("240 to go"), std::string::npos) << "to the goal of 500";
    const auto french =
        std::string{pages::growth(i18n::Translator{base::Locale::french}, {kFacts, line, regions}).view()};
    EXPECT_NE(french.find("260 personnes ont signé depuis le 18 novembre 2026."), std::string::npos) << french;
}

TEST(RecordSection, SaysWhatIsToComeWhileNobodyHasSigned) {
    const auto page = std::string{pages::growth(i18n::Translator{base::Locale::english}, {kFacts, {}, {}}).view()};
    EXPECT_NE(page.find("first confirmed signature"), std::string::npos);
    EXPECT_NE(page.find("/en/petitions/library/versions"), std::string::npos);
}

}  // namespace
}  // namespace petition_record
