// features/letters/mails.h - the mails of this slice to those who write: asking for confirmation, and their copy.
#pragma once
#include "features/letters/services.h"
#include "platform/mail/renderers.h"

namespace letters {

// services outlives the renderers.
void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace letters
