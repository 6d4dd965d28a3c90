// features/integrations/news_service.h - what became of somebody on the email list, written down for those who want to
// hear of it.
#pragma once
#include "features/integrations/services.h"
#include "people/person_news.h"

namespace integrations {

// The events of one step, with a delivery for every address that wants them. May be called again for the same step.
void take_news(const Services& services, const people::PersonNews& news);

}  // namespace integrations
