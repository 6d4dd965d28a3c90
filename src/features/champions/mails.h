// features/champions/mails.h - mails to champions: confirming their address, signing in, being active.
#pragma once
#include "features/champions/services.h"
#include "platform/mail/renderers.h"

namespace champions {

// services outlives the renderers. A mail whose link was used or has run out is not sent any more.
void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace champions
