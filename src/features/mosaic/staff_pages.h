// features/mosaic/staff_pages.h - where staff begin a mosaic, and see how far it is.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/mosaic/mosaic.h"
#include "features/mosaic/store.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace mosaic::staff_pages {

// A mosaic, and how far it is.
struct Listed {
    Mosaic mosaic;
    store::TileCounts tiles{};
};

struct Room {
    std::vector<Listed> mosaics;
    ports::VoiceCounts voices{};
    std::vector<ports::Picture> offered;
    TypedWish typed;
    base::Problems problems;
    enum class Reader : unsigned char { looks_on, decides } reader = Reader::decides;
    enum class Archive : unsigned char { withheld, offered } archive = Archive::offered;
};
html::SafeHtml room(const i18n::Translator& t, const Room& room);

std::string path(base::Locale locale);  // "/en/staff/mosaic"

}  // namespace mosaic::staff_pages
