#include "features/voices/consent.h"

#include "ports/sender.h"

namespace voices {

std::string organisation(const Services& services, base::Locale locale) {
    return ports::organisation_name(services.config, locale);
}

std::string consent_words(const i18n::Translator& t, const std::string& organisation) {
    return t(
        "I agree that {organisation} shows my photo, my message, my name as given above and my place on this "
        "site, in pictures made of many photos, and in print about this campaign. Everybody in the photo agrees. "
        "I can withdraw at any time.",
        {{"organisation", organisation}});
}

std::string guardian_words(const i18n::Translator& t, const std::string& organisation) {
    return t(
        "I am a parent or guardian of whoever sends this, and I agree that {organisation} shows their photo, their "
        "message, their name as given above and their place on this site, in pictures made of many photos, and in "
        "print about this campaign. I can withdraw this at any time.",
        {{"organisation", organisation}});
}

}  // namespace voices
