// What people write into addresses and forms where a number belongs.
#include "base/whole_number.h"

#include <gtest/gtest.h>

#include "base/id.h"

namespace {

using ShelfId = base::Id<struct ShelfTag>;

TEST(WholeNumber, IsAllOfTheTextOrNothing) {
    EXPECT_EQ(base::whole_number("17"), 17);
    EXPECT_EQ(base::whole_number("-3"), -3);
    EXPECT_EQ(base::whole_number("9223372036854775807"), INT64_MAX);
    for (const char* const text : {"", "-", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "seven", "9223372036854775808"})
        EXPECT_EQ(base::whole_number(text), std::nullopt) << text;
}

TEST(WholeNumber, NamesARowOnlyAboveZero) {
    EXPECT_EQ(base::id_from<ShelfId>("17"), ShelfId{17});
    for (const char* const text : {"0", "-1", "", "17a"}) EXPECT_EQ(base::id_from<ShelfId>(text), std::nullopt) << text;
}

}  // namespace
