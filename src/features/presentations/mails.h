// features/presentations/mails.h - the mails about presentations, in the language of whom they go to.
#pragma once
#include "features/presentations/services.h"
#include "platform/mail/renderers.h"

namespace presentations {

void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace presentations
