// The rules: what a request has to say, which dates there are, who is asked first, and what a report may hold.
#include "features/presentations/presentation.h"

#include <gtest/gtest.h>

#include "features/presentations/distance.h"
#include "features/presentations/offer.h"
#include "features/presentations/report.h"
#include "platform/i18n/local_time.h"

namespace presentations {
namespace {

constexpr base::Instant kNow{1'800'000'000'000'000};  // 2027-01-15T08:00:00Z

RequestForm ruth_asks() {
    return {.host_group = "Local 1031",
            .audience = "union",
            .expected_size = "35",
            .format = "in_person",
            .place = "St. Brendan’s Hall",
            .town = "Port Ellery",
            .province = "NL",
            .zone = "",
            .topic = "",
            .language = "en",
            .minutes = "60",
            .dates = {"2027-02-10T19:00", "", ""},
            .contact_name = "Ruth Abara",
            .email = "ruth@example.org"};
}

std::vector<std::string> fields_of(const base::Problems& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
}

std::vector<std::string> refused_fields(const RequestForm& form) {
    const auto accepted = accept(Typed{form, kNow});
    return accepted ? std::vector<std::string>{} : fields_of(accepted.error());
}

TEST(Asking, ADateIsMeantAsTheClocksOfTheProvinceShowIt) {
    const auto accepted = accept(Typed{ruth_asks(), kNow});
    ASSERT_TRUE(accepted);
    EXPECT_EQ(accepted->wish.zone.name(), "America/St_Johns");
    // 19:00 in St. John's is three and a half hours behind UTC in winter: python3 -c "zoneinfo" says 22:30Z.
    ASSERT_EQ(accepted->dates.size(), 1U);
    EXPECT_EQ(i18n::machine_time(accepted->dates.front()), "2027-02-10T22:30:00Z");
}

TEST(Asking, PastAndImpossibleTimesAreNamedBesideTheirFields) {
    auto form = ruth_asks();
    form.dates = {"2026-12-01T19:00", "2027-02-30T19:00", "2027-01-16T09:00"};
    EXPECT_EQ(refused_fields(form), (std::vector<std::string>{"date_1", "date_2", "date_3"}));
    form.dates = {"", "", ""};
    EXPECT_EQ(refused_fields(form), (std::vector<std::string>{"date_1"}));
    form.dates = {"2029-01-01T09:00", "", ""};
    EXPECT_EQ(refused_fields(form), (std::vector<std::string>{"date_1"})) << "further than a year";
}

TEST(Asking, TheHourThatSpringLeavesOutIsNoTimeAndTheDoubledOneIsTheEarlier) {
    auto form = ruth_asks();
    form.province = "ON";
    form.dates = {"2027-03-14T02:30", "", ""};
    EXPECT_EQ(refused_fields(form), (std::vector<std::string>{"date_1"}));
    form.province = "SK";  // no summer time there
    EXPECT_TRUE(refused_fields(form).empty());
    form.province = "ON";
    form.dates = {"2027-11-07T01:30", "", ""};
    const auto accepted = accept(Typed{form, kNow});
    ASSERT_TRUE(accepted);
    EXPECT_EQ(i18n::machine_time(accepted->dates.front()), "2027-11-07T05:30:00Z");
}

TEST(Asking, EverythingWrongIsSaidAtOnce) {
    RequestForm form;
    form.expected_size = "0";
    form.province = "ZZ";
    EXPECT_EQ(refused_fields(form),
              (std::vector<std::string>{"host_group", "audience", "expected_size", "format", "town", "province",
                                        "language", "minutes", "date_1", "contact_name", "email"}));
}

TEST(Asking, OfAFreeTimeNoDatesAreNeededButItMustBeToCome) {
    auto form = ruth_asks();
    form.dates = {};
    form.champion = "noor-haddad";
    form.start = "1801000000";
    const auto accepted = accept(Typed{form, kNow});
    ASSERT_TRUE(accepted);
    ASSERT_TRUE(accepted->slot);
    EXPECT_TRUE(accepted->dates.empty());
    form.start = "1700000000";
    EXPECT_EQ(refused_fields(form), (std::vector<std::string>{"start"}));
    form.start = "99999999999999999999";
    EXPECT_EQ(refused_fields(form), (std::vector<std::string>{"start"}));
}

TEST(Offering, TheNearestComeFirstThenTopicDatesAndHowLittleTheyHave) {
    const Candidate local{ChampionId{4}, {ports::AreaFit::local, false, 0, 1}};
    const Candidate knows{ChampionId{3}, {ports::AreaFit::province, true, 0, 1}};
    const Candidate busy{ChampionId{1}, {ports::AreaFit::local, false, 4, 1}};
    const Candidate far{ChampionId{2}, {ports::AreaFit::national, false, 0, 3}};
    const auto best = best_of({busy, far, knows, local}, 3);
    ASSERT_EQ(best.size(), 3U);
    EXPECT_EQ(best[0].champion, local.champion);
    EXPECT_EQ(best[1].champion, knows.champion);
    EXPECT_EQ(best[2].champion, far.champion);
}

TEST(Offering, ReasonsAreKeptAsWordsAndComeBack) {
    const Reasons reasons{ports::AreaFit::province, true, 2, 3};
    EXPECT_EQ(text_of(reasons), "province topic load:2 dates:3");
    EXPECT_EQ(reasons_of(text_of(reasons)), reasons);
    EXPECT_EQ(reasons_of("what ever load:x"), Reasons{});
}

TEST(Offering, WhoWouldHaveToTravelFartherThanTheySaidIsAskedLast) {
    const Candidate near{ChampionId{4}, {.area = ports::AreaFit::province, .dates = 1, .kilometres = 30, .radius = 50}};
    const Candidate silent{ChampionId{3}, {.area = ports::AreaFit::province, .dates = 1, .kilometres = 300}};
    const Candidate far{ChampionId{1}, {.area = ports::AreaFit::local, .dates = 3, .kilometres = 120, .radius = 50}};
    const auto best = best_of({far, silent, near}, 3);
    EXPECT_EQ(best[0].champion, near.champion);
    EXPECT_EQ(best[1].champion, silent.champion) << "who did not say how far is not too far";
    EXPECT_EQ(best[2].champion, far.champion) << "and is asked where nobody else is left";
}

TEST(Offering, WhomTheHostNamedIsAskedFirstAndAlone) {
    const Candidate local{ChampionId{1}, {.area = ports::AreaFit::local, .dates = 3}};
    const Candidate wanted{ChampionId{2},
                           {.load = 3, .dates = 1, .kilometres = 900, .radius = 50, .is_asked_for = true}};
    const auto round = next_round({local, wanted});
    ASSERT_EQ(round.size(), 1U);
    EXPECT_EQ(round.front().champion, wanted.champion);
    EXPECT_EQ(next_round({local}).size(), 1U);
    EXPECT_TRUE(next_round({}).empty());
    EXPECT_EQ(text_of(wanted.reasons), "load:3 dates:1 km:900 radius:50 asked");
    EXPECT_EQ(reasons_of(text_of(wanted.reasons)), wanted.reasons);
}

// The distances are those of the haversine formula in python3, over the coordinates of data/places/towns.csv.
TEST(Travelling, TheWayBetweenTwoTownsIsKnownWhereBothAre) {
    using people::Province;
    EXPECT_EQ(kilometres_of({{"Moncton", Province::nb}, {"Dieppe", Province::nb}}), 9);
    EXPECT_EQ(kilometres_of({{"Moncton, NB", Province::nb}, {"HALIFAX", Province::ns}}), 187);
    EXPECT_EQ(kilometres_of({{"Montreal", Province::qc}, {"Québec", Province::qc}}), 233);
    EXPECT_EQ(kilometres_of({{"St. John’s", Province::nl}, {"Whitehorse", Province::yt}}), 5176);
    EXPECT_EQ(kilometres_of({{"Saint John's", Province::nl}, {"St John's", Province::nl}}), 0);
    EXPECT_EQ(kilometres_of({{"Larch River", Province::bc}, {"larch-river", Province::bc}}), 0) << "in no table";
    EXPECT_EQ(kilometres_of({{"Larch River", Province::bc}, {"Victoria", Province::bc}}), std::nullopt);
    EXPECT_EQ(kilometres_of({{"", Province::bc}, {"Victoria", Province::bc}}), std::nullopt);
}

TEST(Offering, AnOfferStandsForTwoDaysButNotPastTheLastDate) {
    EXPECT_EQ(expiry_of(kNow, {kNow + base::days(20)}), kNow + base::days(2));
    EXPECT_EQ(expiry_of(kNow, {kNow + base::hours(20), kNow + base::hours(30)}), kNow + base::hours(24));
    EXPECT_EQ(expiry_of(kNow, {kNow + base::hours(1)}), kNow);
}

TEST(Reporting, NamesComeOneALineWithTheirAddresses) {
    ReportForm form{
        .attendance = "24",
        .questions = "Who pays?",
        .feeling_before = "2",
        .feeling_after = "4",
        .words = "",
        .names = "Maya Tremblay-Roy, maya@example.org\r\n\n  lone@example.org \nJean Le Bel , jean@example.org"};
    const auto report = accept(form);
    ASSERT_TRUE(report);
    ASSERT_EQ(report->names.size(), 3U);
    EXPECT_EQ(report->names[0].name, (people::PersonName{"Maya", "Tremblay-Roy"}));
    EXPECT_EQ(report->names[1].name, (people::PersonName{"", ""}));
    EXPECT_EQ(report->names[2].name, (people::PersonName{"Jean", "Le Bel"}));
    form.names = "Maya Tremblay";
    form.attendance = "many";
    form.feeling_after = "9";
    const auto refused = accept(form);
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields_of(refused.error()), (std::vector<std::string>{"attendance", "feeling_after", "names"}));
}

TEST(Reporting, AConversationIsOverAndNotTooLongAgo) {
    ConversationForm form{
        .date = "2027-01-10T12:00",
        .town = "Val-Clair",
        .province = "QC",
        .audience = "coworkers",
        .host_group = "",
        .language = "fr",
        .report = {
            .attendance = "3", .questions = "", .feeling_before = "", .feeling_after = "", .words = "", .names = ""}};
    EXPECT_TRUE(accept(TypedConversation{form, kNow}));
    form.date = "2027-02-10T12:00";
    EXPECT_EQ(fields_of(accept(TypedConversation{form, kNow}).error()), (std::vector<std::string>{"date"}));
    form.date = "2020-02-10T12:00";
    EXPECT_EQ(fields_of(accept(TypedConversation{form, kNow}).error()), (std::vector<std::string>{"date"}));
}

}  // namespace
}  // namespace presentations
