// features/endorsements/mails.h - what this slice writes to those who endorse.
#pragma once
#include <string>

#include "features/endorsements/services.h"
#include "platform/mail/renderers.h"

namespace endorsements {

inline const std::string kLinkMail = "endorsements.link";          // with the link to confirm, or to what stands
inline const std::string kDecisionMail = "endorsements.decision";  // what staff decided

// services outlives the renderers.
void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace endorsements
