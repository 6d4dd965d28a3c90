// Texts of petitions on their way to paper: read as words, checked against every parliament.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "features/delivery/content_service.h"
#include "features/delivery/text_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (!base::is_valid_utf8(text)) return 0;
    const auto words = delivery::words_of({.id = ports::PetitionTextId{1},
                                           .petition = ports::PetitionId{1},
                                           .locale = base::Locale::french,
                                           .version = 1,
                                           .title = std::string{text.substr(0, text.find('\n'))},
                                           .lead = "",
                                           .body = std::string{text},
                                           .frozen_at = {}});
    if (words.request.size() + words.reasons.size() != words.paragraphs.size()) std::abort();
    for (const auto parliament : delivery::kParliaments) {
        const auto& facts = delivery::facts_of(parliament);
        if (delivery::check(facts, words, {}).size() != facts.rules.size()) std::abort();
    }
    return 0;
}
