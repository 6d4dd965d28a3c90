// platform/foreign_news/listing_dates.h - makes the dates of a page ready, for listing.cpp. Pure.
#pragma once
#include <vector>

#include "platform/foreign_news/document.h"
#include "platform/foreign_news/listing.h"

namespace foreign_news {

// Leaves out blocks that are outside and pagers; parts "March 12, 2013 - Nurses on strike" in two where a third of the
// dates of the page stand so, and everywhere in front of the first date that stands alone; takes headings of years and
// months for what they are; gives days to dates whose year or order stands elsewhere on the page. Says what is strange
// about dates.
void prepare_dates(Document& document, const ListingSettings& settings, std::vector<Oddity>& oddities);

}  // namespace foreign_news
