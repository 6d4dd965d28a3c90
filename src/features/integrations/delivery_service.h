// features/integrations/delivery_service.h - tells an address what happened, at least once.
#pragma once
#include "features/integrations/services.h"
#include "features/integrations/webhook.h"

namespace integrations {

// Sends one delivery, outside any transaction, and writes down how it went. An answer of 2xx within the time limit is
// success; 410 switches the address off; anything else is tried again after delay_after, and while an address fails its
// other deliveries wait with it. What is told of one signature is read anew for each attempt, so that nobody is named
// who took it back or was erased meanwhile: then nothing is sent. After kFailingLimit of failures the address is
// switched off and its maker told by mail. Does nothing for a delivery that is done, gone, or whose address is switched
// off. A crash before the outcome is written makes the job run again: the receiver gets the same webhook-id.
void deliver(const Services& services, DeliveryId id);

}  // namespace integrations
