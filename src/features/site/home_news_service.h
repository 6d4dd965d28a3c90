// features/site/home_news_service.h - what the first page of staff says about hubs and pages.
#pragma once
#include "ports/staff_home.h"

namespace site {

// A task for every hub and page, of a level where this person writes, that has words which nobody sees yet, and for
// every page without one of the languages.
ports::HomeNews home_news(db::Read& read, const http::Request& request);

}  // namespace site
