// fuzz/import_date_fuzz.cpp - any bytes for a date: none, or one of the years that an item can be of.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "platform/foreign_news/date.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto is_sound = [](const foreign_news::FoundDate& date) {
        if (!date.day) return true;
        const auto year = base::year_of(*date.day);
        return year >= base::kFirstYear && year <= base::kLastYear;
    };
    if (const auto date = foreign_news::standing_date(text)) CHECK(is_sound(*date));
    if (const auto edge = foreign_news::edge_date(text)) CHECK(is_sound(edge->date) && !edge->rest.empty());
    if (const auto line = foreign_news::dateline_in(text)) CHECK(is_sound(line->date));
    CHECK(is_sound(foreign_news::named_date(text)));
    static_cast<void>(foreign_news::year_heading(text));
    return 0;
}
