// fuzz/catalogue_fuzz.cpp - whatever a .mo file holds: messages that lie within it, or a refusal.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "platform/i18n/catalogue.h"
#include "platform/i18n/placeholders.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto catalogue = i18n::Catalogue::parse(bytes);
    if (!catalogue) return 0;
    for (const auto& [key, entry] : catalogue->entries()) {
        CHECK(!entry.forms.empty());
        (void)i18n::placeholders(entry.forms.back());
    }
    return 0;
}
