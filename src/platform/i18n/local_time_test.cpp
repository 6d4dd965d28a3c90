// What clocks show. Expected values: `TZ=America/Toronto date -d "..." +%s` and `date -u -d @...`.
#include "platform/i18n/local_time.h"

#include <gtest/gtest.h>

namespace i18n {
namespace {

const TimeZone& toronto() { return TimeZone::toronto(); }

std::int64_t seconds_at(const char* text) {
    const auto at = instant_of(*local_time_of(text), toronto());
    return at ? at->seconds() : 0;
}

TEST(LocalTime, NineInTheMorningIsAnotherInstantInWinterAndInSummer) {
    EXPECT_EQ(seconds_at("2026-11-30T09:00"), 1796047200);  // 14:00 UTC
    EXPECT_EQ(seconds_at("2026-07-01T09:00"), 1782910800);  // 13:00 UTC
    EXPECT_EQ(text_of(local_time({1796047200LL * 1'000'000}, toronto())), "2026-11-30T09:00");
    EXPECT_EQ(text_of(local_time({1782910859LL * 1'000'000}, toronto())), "2026-07-01T09:00");
}

TEST(LocalTime, AnHourThatIsLeaptOverDoesNotExistAndOneThatIsRepeatedIsTheFirst) {
    EXPECT_FALSE(instant_of(*local_time_of("2026-03-08T02:30"), toronto()));
    EXPECT_EQ(seconds_at("2026-11-01T01:30"), 1793511000);  // 05:30 UTC, still daylight time
    EXPECT_EQ(seconds_at("2026-11-01T02:30"), 1793518200);
}

TEST(LocalTime, TextsThatAreNoTimeAreRefused) {
    for (const char* text : {"", "2026-11-30", "2026-11-30 09:00", "2026-02-30T09:00", "2026-11-30T24:00",
                             "2026-11-30T9:000", "2026-11-30T09:60", "-026-11-30T09:00", "2026-11-30T09:00Z"})
        EXPECT_FALSE(local_time_of(text)) << text;
    EXPECT_EQ(local_time_of("2026-11-30T09:00:15"), (LocalTime{2026, 11, 30, 9, 0}));
}

}  // namespace
}  // namespace i18n
