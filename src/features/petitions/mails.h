// features/petitions/mails.h - what this slice writes to people about their own signature.
#pragma once
#include "features/petitions/services.h"
#include "platform/mail/renderers.h"

namespace petitions {

// Adds kConfirmMail, kSignedAlreadyMail and kInvalidatedMail. services outlives the renderers.
void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace petitions
