// features/mailing_list/proof.h - the proof sheet of one person: every consent and withdrawal with all that is known of
// it, in words, for the page and for print alike.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "people/consent.h"
#include "people/mail_standing.h"
#include "people/person.h"
#include "platform/i18n/time_zone.h"
#include "platform/i18n/translator.h"

namespace mailing_list {

struct ProofFact {
    std::string term, value;
};
struct ProofEntry {
    std::string title;  // "Consent given", "Withdrawn"
    std::string words;  // exactly what was agreed to or pressed
    base::Locale words_locale;
    std::vector<ProofFact> facts;
};
struct Proof {
    std::string name, email;
    std::string standing;             // "We may mail this person until they leave."
    std::vector<ProofEntry> entries;  // oldest first
    base::Instant made_at;
};

// What is known of one person.
struct Held {
    const people::Person& person;
    std::optional<people::MailStanding> standing;
    std::vector<people::Consent> consents;  // oldest first
};
struct Reading {
    base::Instant now;
    const i18n::TimeZone& zone;
};
Proof proof_of(const i18n::Translator& t, const Held& held, const Reading& reading);

}  // namespace mailing_list
