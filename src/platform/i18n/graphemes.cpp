#include "platform/i18n/graphemes.h"

#include <memory>

#include <unicode/brkiter.h>

#include "platform/i18n/icu.h"

namespace i18n {

std::size_t count_graphemes(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks{
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status)};
    icu_data::expect_success(status, "characters cannot be told apart");
    const icu::UnicodeString units = icu_data::utf16(text);
    breaks->setText(units);
    std::size_t count = 0;
    while (breaks->next() != icu::BreakIterator::DONE) ++count;
    return count;
}

}  // namespace i18n
