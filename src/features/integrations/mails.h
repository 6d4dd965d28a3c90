// features/integrations/mails.h - word to whoever made a webhook that it was switched off.
#pragma once
#include "features/integrations/services.h"
#include "platform/mail/renderers.h"

namespace integrations {

inline constexpr auto kDisabledMail = "integrations.webhook_disabled";  // about: a webhook

// The services outlive the renderers.
void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace integrations
