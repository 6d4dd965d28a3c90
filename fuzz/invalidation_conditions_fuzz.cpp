// fuzz/invalidation_conditions_fuzz.cpp - any bytes as the query that says which signatures are meant: refused with
// problems, or patterns of bounded length; and what is kept with a batch reads back as it was.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "features/petitions/invalidation_conditions_service.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto form = petitions::conditions_of({reinterpret_cast<const char*>(data), size});
    CHECK(petitions::conditions_of(petitions::query_of(form)) == form);
    const auto conditions = petitions::read_conditions(form, i18n::TimeZone::toronto());
    if (!conditions) {
        CHECK(!conditions.error().empty());
        return 0;
    }
    constexpr std::size_t kLongest = 2 * 200 + 1;  // every sign escaped, and a '%'
    for (const auto* pattern : {&conditions->name, &conditions->address, &conditions->domain, &conditions->postal_code,
                                &conditions->network_prefix})
        CHECK(pattern->size() <= kLongest);
    CHECK(conditions->least_score >= 0 && conditions->least_score <= 100);
    if (conditions->network) CHECK(!conditions->passes("", "CA", "K1A 0B1"));
    return 0;
}
