// platform/foreign_news/listing_order.h - dates that stand where they should not. Pure.
#pragma once
#include "platform/foreign_news/listing.h"

namespace foreign_news {

// Reports the fewest dates whose removal leaves the others in order, newest or oldest first, whichever most of them
// keep; and dates later than today.
void note_order(Listing& listing, base::Day today);

}  // namespace foreign_news
