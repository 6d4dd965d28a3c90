// features/privacy/mails.h - the mail with the link to one's own data.
#pragma once
#include "features/privacy/services.h"
#include "platform/mail/renderers.h"

namespace privacy {

// Adds kMyDataMail; nothing is sent to an address of which nothing is held. services outlives the renderers.
void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace privacy
