// features/dossiers/mails.h - what this slice writes: the answer of an office, handed on to who wrote the letter.
#pragma once
#include <string>

#include "features/dossiers/services.h"
#include "platform/mail/renderers.h"

namespace dossiers {

inline const std::string kAnswerMail = "dossiers.answer";  // about an answer

// services outlives the renderers.
void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace dossiers
