// features/voices/mails.h - what this slice writes to those who send a voice, and to guardians.
#pragma once
#include <string>

#include "features/voices/services.h"
#include "platform/mail/renderers.h"

namespace voices {

inline const std::string kConfirmMail = "voices.confirm";    // with the link to confirm and to withdraw
inline const std::string kGuardianMail = "voices.guardian";  // to the guardian, likewise
inline const std::string kDecisionMail = "voices.decision";  // what staff decided

// services outlives the renderers.
void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace voices
