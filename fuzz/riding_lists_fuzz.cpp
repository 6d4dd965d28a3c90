// fuzz/riding_lists_fuzz.cpp - any bytes as CSV lists of ridings, offices and postal codes: sound rows, or troubles.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "models/ridings/provider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    std::size_t recognised = 0;
    for (const auto* const provider : ridings::providers()) recognised += provider->recognises(bytes) ? 1 : 0;
    CHECK(recognised <= 1);
    for (const auto* const provider :
         {&ridings::csv_ridings(), &ridings::csv_representatives(), &ridings::csv_postal_codes()}) {
        const auto reading = provider->read(bytes);
        CHECK(reading.troubles.size() <= ridings::kMostTroubles);
        for (const auto& row : reading.memberships) {
            CHECK(row.riding < reading.riding_names.size());
            CHECK(ridings::pack(ridings::text_of(row.code)) == row.code);
        }
        if (!reading.is_sound()) continue;
        for (const auto& row : reading.ridings) CHECK(!row.code.empty() && !row.name_fr.empty());
    }
    return 0;
}
