// fuzz/osdi_filter_fuzz.cpp - any bytes as a filter of the OSDI API: refused, or a few conditions whose dates leave a
// span.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/osdi/filter.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto filter = osdi::read_filter(text);
    if (!filter) return 0;
    CHECK(size <= osdi::kLongestFilter && filter->conditions.size() <= osdi::kMostConditions);
    std::size_t values = 0;
    for (const auto& condition : filter->conditions) {
        values += condition.value.size();
        const bool is_date =
            condition.field == osdi::FilterField::created_date || condition.field == osdi::FilterField::modified_date;
        CHECK(is_date || condition.comparison == osdi::Comparison::eq);
        CHECK(!is_date || osdi::read_time(condition.value) == condition.at);
    }
    CHECK(values <= size);
    (void)filter->spans();
    return 0;
}
