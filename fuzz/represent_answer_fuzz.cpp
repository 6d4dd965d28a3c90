// fuzz/represent_answer_fuzz.cpp - any bytes as JSON of Represent: each reader of it gives rows that keep their
// promises, or troubles.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/email_address.h"
#include "models/ridings/provider.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    for (const auto* const provider : {&ridings::represent_representatives(), &ridings::represent_boundaries(),
                                       &ridings::represent_boundary_sets(), &ridings::represent_postal_code()}) {
        const auto reading = provider->read(bytes);
        CHECK(reading.troubles.size() <= ridings::kMostTroubles);
        for (const auto& row : reading.memberships) CHECK(row.riding < reading.riding_names.size());
        for (const auto& row : reading.representatives) {
            CHECK(!row.office.empty());
            CHECK(row.email.empty() || base::EmailAddress::parse(row.email));
        }
        if (!reading.is_sound()) continue;
        for (const auto& row : reading.ridings) CHECK(!row.code.empty() && !row.name_en.empty());
        for (const auto& row : reading.sets) CHECK(!row.boundary_set.empty());
    }
    return 0;
}
