// The rules of champions: who may go where, what forms say, whom somebody serves.
#include "features/champions/champion.h"

#include <gtest/gtest.h>

#include "features/champions/calendar_service.h"
#include "features/champions/hours.h"
#include "platform/i18n/local_time.h"

namespace champions {
namespace {

std::vector<std::string> fields_of(const base::Problems& problems) {
    std::vector<std::string> fields;
    for (const auto& each : problems) fields.push_back(each.field);
    return fields;
}

base::Day day(std::string_view text) { return *base::day_of(text); }

TEST(Applications, SayEverythingThatIsMissingAtOnce) {
    const auto empty = read_application({});
    ASSERT_FALSE(empty);
    EXPECT_EQ(fields_of(empty.error()), (std::vector<std::string>{"given_name", "family_name", "email", "place",
                                                                  "level", "english", "in_person", "motivation"}));
    ApplicationForm form{"Noor", "Haddad", "noor@example.org", " North  Harbour ", "12", "Because."};
    form.offer = {.english = true, .online = true, .radius = "80"};
    const auto sound = read_application(form);
    ASSERT_TRUE(sound);
    EXPECT_EQ(sound->place, "North Harbour");
    EXPECT_EQ(sound->offer.radius_kilometres, 0) << "who comes online only does not travel";
    form.offer.radius = "99999";
    form.motivation = std::string(2'001, 'x');
    const auto long_one = read_application(form);
    ASSERT_FALSE(long_one);
    EXPECT_EQ(fields_of(long_one.error()), (std::vector<std::string>{"radius", "motivation"}));
}

TEST(Steps, LeadOnlyWhereTheyMayOnADayThatHasBeen) {
    const StepLimits limits{State::applied, day("2026-11-22")};
    EXPECT_TRUE(read_step({"in_training", "2026-11-22", ""}, limits));
    EXPECT_FALSE(read_step({"active", "2026-11-22", ""}, limits)) << "nobody speaks untrained";
    EXPECT_EQ(fields_of(read_step({"in_training", "2026-11-23", ""}, limits).error()),
              (std::vector<std::string>{"day"}));
    EXPECT_EQ(fields_of(read_step({"dancing", "2026-02-30", ""}, limits).error()),
              (std::vector<std::string>{"state", "day"}));
    for (const State state : kStates) EXPECT_EQ(state_of(name_of(state)), state);
}

TEST(Slugs, AreReadableInBothLanguages) {
    EXPECT_EQ(slug_of("Éloïse Saint-Pierre"), "eloise-saint-pierre");
    EXPECT_EQ(slug_of("Darcy Two Bears"), "darcy-two-bears");
    EXPECT_EQ(slug_of("李 明"), "champion");
}

TEST(Hours, AreReadAsClocksShowThem) {
    EXPECT_EQ(minute_of("09:30"), 570);
    EXPECT_EQ(minute_of("24:00"), 1'440);
    EXPECT_EQ(minute_of("9:30:00"), 570);
    for (const char* odd : {"24:01", "9h30", "09:60", "-1:00", ":30", "0930", "09:3", "099:30"})
        EXPECT_EQ(minute_of(odd), std::nullopt) << odd;
}

HoursForm sound_form() {
    HoursForm form{.week = {},
                   .zone = "America/St_Johns",
                   .notice_hours = "48",
                   .buffer_in_person = "60",
                   .buffer_online = "15",
                   .most_per_week = "2"};
    form.week[1][0] = {"18:00", "21:00"};
    form.week[5][0] = {"10:00", "12:00"};
    form.week[5][1] = {"13:00", "24:00"};
    return form;
}

TEST(Hours, ComeBackAsTheyWereTyped) {
    const auto hours = read_hours(sound_form());
    ASSERT_TRUE(hours);
    EXPECT_EQ(hours->weekly.size(), 3U);
    EXPECT_EQ(hours->terms.zone.name(), "America/St_Johns");
    const auto again = form_of(hours->weekly, hours->terms);
    EXPECT_EQ(again.week[5][1].until, "00:00") << "midnight, as browsers write it";
    EXPECT_EQ(read_hours(again)->weekly, hours->weekly);
    EXPECT_EQ(again.week[1][0].from, "18:00");
}

TEST(Hours, SayWhatNobodyCanKeep) {
    auto form = sound_form();
    form.zone = "Atlantis/Capital";
    form.week[1][1] = {"20:00", "22:00"};
    form.week[2][0] = {"18:00", "17:00"};
    form.week[3][0] = {"25:00", ""};
    form.most_per_week = "0";
    form.notice_hours = "soon";
    const auto hours = read_hours(form);
    ASSERT_FALSE(hours);
    EXPECT_EQ(fields_of(hours.error()),
              (std::vector<std::string>{"zone", "from_1_1", "from_2_0", "from_3_0", "notice_hours", "most_per_week"}));
}

TEST(Exceptions, ArePossibleDaysStillToCome) {
    const auto today = day("2026-11-22");
    const auto holidays = read_exception({"closed", "2026-12-24", "2027-01-02", "", ""}, today);
    ASSERT_TRUE(holidays);
    EXPECT_EQ(holidays->hours, (availability::Hours{0, 1'440}));
    EXPECT_FALSE(read_exception({"closed", "2026-11-01", "2026-11-21", "", ""}, today)) << "over";
    EXPECT_TRUE(read_exception({"closed", "2026-11-01", "2026-11-22", "", ""}, today)) << "ends today";
    EXPECT_FALSE(read_exception({"closed", "2026-12-24", "2026-12-23", "", ""}, today));
    EXPECT_FALSE(read_exception({"closed", "2026-02-30", "", "", ""}, today));
    EXPECT_FALSE(read_exception({"open", "2026-12-24", "", "", ""}, today)) << "free, but when?";
    EXPECT_FALSE(read_exception({"closed", "2036-12-24", "", "", ""}, today));
}

TEST(BusyTimes, ComeBackFromTheirShortForm) {
    const std::vector<availability::Span> spans{{{1'800'000'000'000'000}, {1'800'003'600'000'000}},
                                                {{1'800'010'030'000'000}, {1'800'010'090'000'000}}};
    const auto text = packed(spans);
    EXPECT_EQ(text, "30000000+60,30000167+2,") << "begins are cut to the minute, ends rounded up";
    EXPECT_EQ(unpacked(text).front(), spans.front());
    EXPECT_EQ(unpacked("12+3,x+4,5+6,").size(), 1U);
}

TEST(Calendars, AddressesAreThoseOfTheWeb) {
    EXPECT_EQ(*read_calendar_address(" webcal://union.example/a.ics "), "https://union.example/a.ics");
    for (const char* odd : {"", "file:///etc/passwd", "ftp://x.example/a.ics", "https://a b.example", "javascript:1"})
        EXPECT_FALSE(read_calendar_address(odd)) << odd;
}

// The nation, Ontario and North Harbour in it, Quebec.
people::LevelTree tree() {
    using people::LevelKind;
    using people::Province;
    const base::LevelId canada{1}, ontario{2};
    return people::LevelTree{{{canada, LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}},
                              {ontario, LevelKind::province, "on", "Ontario", "Ontario", 2, canada, Province::on},
                              {base::LevelId{3}, LevelKind::local, "north-harbour", "N", "N", 3, ontario, Province::on},
                              {base::LevelId{4}, LevelKind::province, "qc", "Q", "Q", 4, canada, Province::qc}}};
}

Champion serving(std::vector<std::int64_t> levels) {
    Champion champion{.id = ChampionId{1},
                      .person = {},
                      .address_hash = 1,
                      .email = "",
                      .name = {"A", "B"},
                      .slug = "a-b",
                      .locale = base::Locale::english,
                      .level = base::LevelId{1},
                      .state = State::active,
                      .place = "",
                      .province = {},
                      .motivation = "",
                      .biography = {},
                      .picture = ports::kNoPicture,
                      .offer = {{base::Locale::english}, {ports::PresentationFormat::online}, 0},
                      .terms = {i18n::TimeZone::toronto()},
                      .feed = 1,
                      .applied_at = {},
                      .confirmed_at = {},
                      .changed_at = {}};
    for (const auto each : levels) champion.areas.push_back(base::LevelId{each});
    return champion;
}

TEST(Areas, TheClosestOneThatHoldsThePlaceCounts) {
    using ports::AreaFit;
    const auto levels = tree();
    const auto fit = [&](std::vector<std::int64_t> areas, std::int64_t level) {
        return area_fit(serving(std::move(areas)), {.level = base::LevelId{level}}, levels);
    };
    EXPECT_EQ(fit({1, 2, 3}, 3), AreaFit::local);
    EXPECT_EQ(fit({1, 2}, 3), AreaFit::province);
    EXPECT_EQ(fit({1}, 3), AreaFit::national);
    EXPECT_EQ(fit({4}, 3), std::nullopt) << "Quebec is not North Harbour";
    EXPECT_EQ(fit({3}, 2), std::nullopt) << "a local is not all of Ontario";
    EXPECT_EQ(area_fit(serving({3}), {.province = people::Province::on}, levels), AreaFit::local);
    EXPECT_EQ(area_fit(serving({3}), {.province = people::Province::qc}, levels), std::nullopt);
    EXPECT_TRUE(fits(serving({1}), {.topic = TopicId{9}})) << "no topic named: all of them";
    EXPECT_FALSE(fits(serving({1}), {.language = base::Locale::french}));
}

}  // namespace
}  // namespace champions
