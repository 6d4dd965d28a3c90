// platform/foreign_news/listing_sheets.h - dates whose parts stand in lines of their own, for listing_dates.cpp. Pure.
#pragma once
#include "platform/foreign_news/document.h"

namespace foreign_news {

// A calendar's sheet - "12" above "Mar" above "2013", in any order that is a date - becomes one date.
void join_sheets(Document& document);

// Numbers alone below a heading of a month - "March 2013", then "12" and "25" - become days of that month, where at
// least two stand so.
void find_lone_days(Document& document);

}  // namespace foreign_news
