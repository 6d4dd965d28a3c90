// features/newsroom/import_listing_order.h - dates that stand where they should not. Pure.
#pragma once
#include "features/newsroom/import_listing.h"

namespace newsroom {

// Reports the fewest dates whose removal leaves the others in order, newest or oldest first, whichever most of them
// keep; and dates later than today.
void note_order(Listing& listing, Day today);

}  // namespace newsroom
