// features/mosaic/pages.h - what supporters see of the mosaic.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/mosaic/mosaic.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace mosaic::pages {

// Where else to go, without the language.
struct Ways {
    std::string send, wall;
};

// Pixels of the picture that those without a script see.
struct WholeSize {
    int width, height;
};

html::SafeHtml show(const i18n::Translator& t, const Mosaic& mosaic, const WholeSize& whole, const Ways& ways);
html::SafeHtml nothing_yet(const i18n::Translator& t, const Ways& ways);

struct Entry {
    int cell;
    ports::Voice voice;
};
struct People {
    const Mosaic& mosaic;
    std::vector<Entry> entries;
    std::optional<int> next;  // the cell behind which the next page begins
};
html::SafeHtml list(const i18n::Translator& t, const People& people);

html::SafeHtml block(const i18n::Translator& t, const Mosaic& mosaic, const WholeSize& whole, const Ways& ways);

std::string path(base::Locale locale);       // "/en/mosaic"
std::string list_path(base::Locale locale);  // "/en/mosaic/list"
std::string whole_path(MosaicId mosaic);     // "/mosaic/17/whole.jpg"

}  // namespace mosaic::pages
