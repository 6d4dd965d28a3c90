#include "features/delivery/content.h"

#include <algorithm>

namespace delivery {

const SignedText* newest_text(const Content& content, base::Locale locale) {
    const auto found = std::ranges::find(content.texts, locale, &SignedText::locale);
    return found == content.texts.end() ? nullptr : &*found;
}

std::int64_t count_of(const Content& content, ports::SignerClass signer_class) {
    const auto found = content.counts.find(signer_class);
    return found == content.counts.end() ? 0 : found->second;
}

}  // namespace delivery
