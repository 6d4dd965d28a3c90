// features/editor_letters/mails.h - the mails of this slice: to whoever writes, and the letter itself to the paper.
#pragma once
#include "features/editor_letters/services.h"
#include "platform/mail/renderers.h"

namespace editor_letters {

// The services outlive the renderers.
void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace editor_letters
