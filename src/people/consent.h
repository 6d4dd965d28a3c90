// people/consent.h - proof of who agreed to be mailed, to what words, when and where. The log only grows: a withdrawal
// is a row of its own, and the newest row of an address for a purpose decides.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "people/person.h"

namespace people {

using ConsentId = base::Id<struct ConsentTag>;

enum class ConsentAct : unsigned char { given = 0, withdrawn = 1 };

// express: they said so. implied: the law takes it from a relation, such as a membership, and only for a time.
enum class ConsentGround : unsigned char { express = 0, implied = 1 };

// What was agreed to: to be mailed by the organisation, or to be passed to the partner named in on_behalf_of. Each
// purpose has its own newest row.
enum class ConsentPurpose : unsigned char { mail = 0, partner = 1 };

// The exact sentence that was agreed to. The store numbers the sentences of one key and language 1, 2, ... as they
// come, so that a changed sentence, or translation, is a new version by itself.
struct ConsentWording {
    std::string key;  // "petitions.mail"
    base::Locale locale;
    std::string words;
    std::int64_t version = 0;  // of one that was read; ignored when recording
};

struct Consent {
    ConsentAct act = ConsentAct::given;
    ConsentGround ground = ConsentGround::express;
    std::int64_t address_hash;
    std::optional<PersonId> person;
    ConsentWording wording;                     // of a withdrawal: the words of the button
    std::string on_behalf_of;                   // the organisation that will write
    std::string source;                         // page, form or paper: "/en/petitions/equality-pledge"
    std::string network;                        // IP address; empty when not known
    base::Instant at;                           // when they ticked the box or pressed the button
    std::optional<base::Instant> confirmed_at;  // when the address was confirmed
    std::optional<base::Instant> expires_at;    // of implied consent
    ConsentPurpose purpose = ConsentPurpose::mail;
};

// What the newest entry of an address means at a time.
enum class ConsentState : unsigned char { none, given, expired, withdrawn };
ConsentState state_of(const std::optional<Consent>& newest, base::Instant now);

}  // namespace people
