// features/newsroom/import_listing_dates.h - makes the dates of a page ready, for import_listing.cpp. Pure.
#pragma once
#include <vector>

#include "features/newsroom/import_document.h"
#include "features/newsroom/import_listing.h"

namespace newsroom {

// Leaves out blocks that are outside and pagers; parts "March 12, 2013 - Nurses on strike" in two where a third of the
// dates of the page stand so, and everywhere in front of the first date that stands alone; takes headings of years and
// months for what they are; gives days to dates whose year or order stands elsewhere on the page. Says what is strange
// about dates.
void prepare_dates(Document& document, const ListingSettings& settings, std::vector<Oddity>& oddities);

}  // namespace newsroom
