// fuzz/foreign_calendar_fuzz.cpp - other people's calendars: any bytes are read, within bounds, and what is understood
// lies in the window, in order.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "platform/calendars/answer.h"
#include "platform/calendars/calendar.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const calendars::ReadWindow window{base::Instant{1'790'000'000'000'000}, base::Instant{1'807'280'000'000'000},
                                       i18n::TimeZone::toronto()};
    calendars::read_answer(text);
    const auto calendar = calendars::read(text, window);
    CHECK(calendar.busy.size() <= calendars::kMostBusy);
    auto end = window.from;
    for (const auto& busy : calendar.busy) {
        CHECK(busy.begin < busy.end && busy.end <= window.until);
        CHECK(busy.begin >= end);
        end = busy.end;
    }
    return 0;
}
