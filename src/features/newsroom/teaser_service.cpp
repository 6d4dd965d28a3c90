#include "features/newsroom/teaser_service.h"

#include "base/text.h"
#include "features/newsroom/teaser.h"
#include "platform/html/markdown.h"

namespace newsroom {
namespace {

constexpr std::size_t kLongestHeadline = 80;

}  // namespace

std::string shown_teaser(const ItemWords& words, base::Locale locale) {
    if (!words.teaser.empty()) return base::collapse_spaces(words.teaser);
    return teaser_from({.text = html::plain_text(words.body), .locale = locale});
}

std::string headline_of(const ItemWords& words, base::Locale locale) {
    if (!words.title.empty()) return words.title;
    const auto teaser = shown_teaser(words, locale);
    return teaser_from(
        {.text = teaser.empty() ? words.quotation : teaser, .locale = locale, .limit = kLongestHeadline});
}

}  // namespace newsroom
