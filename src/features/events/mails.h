// features/events/mails.h - the mails to guests.
#pragma once
#include "features/events/services.h"
#include "platform/mail/renderers.h"

namespace events {

void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace events
