// features/voices/consent.h - the words by which people agree. A changed sentence is a new version by itself.
#pragma once
#include <string>

#include "features/voices/services.h"
#include "platform/i18n/translator.h"

namespace voices {

// In whose name the wall stands, in this language.
std::string organisation(const Services& services, base::Locale locale);

// To be published: by whoever sends a voice.
std::string consent_words(const i18n::Translator& t, const std::string& organisation);
// To the same, for a child: by a parent or guardian.
std::string guardian_words(const i18n::Translator& t, const std::string& organisation);

}  // namespace voices
