// features/mailing_list/paper_consent.h - a consent that was given on paper, at a table or by telephone, as staff
// record it. Pure.
#pragma once
#include <optional>
#include <string>

#include "base/email_address.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/consent.h"
#include "people/person.h"
#include "platform/i18n/time_zone.h"

namespace mailing_list {

// As typed. Days as "2026-11-22".
struct PaperForm {
    std::string email, given_name, family_name, language, ground, given_on, ends_on, words, note;
};

struct PaperConsent {
    base::EmailAddress email;
    people::PersonName name;
    base::Locale locale;
    people::ConsentGround ground;
    base::Instant given_at;                // noon of that day
    std::optional<base::Instant> ends_at;  // of implied consent: the end of that day's noon
    std::string words;                     // as they stand on the paper
    std::string note;                      // where the paper is kept
};

struct PaperReading {
    base::Instant now;
    const i18n::TimeZone& zone;
};
// Everything wrong at once: words and note have 1 to 1000 characters; the day is not to come and at most ten years ago;
// implied consent has an end behind it, an express one none.
base::Result<PaperConsent, base::Problems> read_paper(const PaperForm& form, const PaperReading& reading);

}  // namespace mailing_list
