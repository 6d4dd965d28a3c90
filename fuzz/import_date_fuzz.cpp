// fuzz/import_date_fuzz.cpp - any bytes for a date: none, or one of the years that an item can be of.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/newsroom/import_date.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto is_sound = [](const newsroom::FoundDate& date) {
        if (!date.day) return true;
        const auto year = newsroom::month_of(*date.day).year;
        return year >= newsroom::kFirstYear && year <= newsroom::kLastYear;
    };
    if (const auto date = newsroom::standing_date(text)) CHECK(is_sound(*date));
    if (const auto edge = newsroom::edge_date(text)) CHECK(is_sound(edge->date) && !edge->rest.empty());
    CHECK(is_sound(newsroom::named_date(text)));
    static_cast<void>(newsroom::year_heading(text));
    return 0;
}
