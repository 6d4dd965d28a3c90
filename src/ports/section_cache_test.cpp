#include "ports/section_cache.h"

#include <string>

#include <gtest/gtest.h>

namespace ports {
namespace {

constexpr base::Instant kNow{1'795'000'000'000'000};

TEST(SectionCache, DrawsAgainOnlyWhenItsTimeHasPassed) {
    SectionCache cache{base::seconds(10)};
    int drawn = 0;
    const auto look = [&](base::Instant now) {
        return cache.section({PetitionId{7}, base::Locale::english, now}, [&] {
            ++drawn;
            return html::render<"<p>{}</p>">(std::to_string(drawn));
        });
    };
    look(kNow);
    EXPECT_EQ(look(kNow + base::seconds(9)).view(), "<p>1</p>");
    EXPECT_EQ(look(kNow + base::seconds(10)).view(), "<p>2</p>");
}

}  // namespace
}  // namespace ports
