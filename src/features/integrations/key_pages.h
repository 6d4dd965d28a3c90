// features/integrations/key_pages.h - the staff's pages of keys. Each gives the content of <main>.
#pragma once
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/integrations/key.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace integrations::pages {

struct Keys {
    std::vector<ApiKey> keys;
    base::Instant now;
    KeyForm typed;
    people::LevelTree levels;
    base::Problems problems{};
};
html::SafeHtml keys(i18n::Translator t, const Keys& view);

// Shown once.
struct NewKeyPage {
    std::string name;
    const KeyText& text;
    std::string site;  // "https://example.org"
};
html::SafeHtml new_key(i18n::Translator t, const NewKeyPage& view);

}  // namespace integrations::pages
