// features/newsroom/latest_pages.h - the newest items of a section, as a block of the campaign hub.
#pragma once
#include <string>
#include <vector>

#include "features/newsroom/store.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace newsroom::pages {

struct LatestBlock {
    std::string heading;  // as staff typed it; empty: the title of the section, "News" for all
    html::SafeHtml text;
    std::vector<store::Headline> headlines;
    std::string more_path;  // of the section
};
html::SafeHtml latest(const i18n::Translator& t, const LatestBlock& block);

}  // namespace newsroom::pages
