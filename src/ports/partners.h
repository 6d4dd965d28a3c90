// ports/partners.h - partner organisations on whose sites the sign-on form stands: what the form shows for them, and
// who agreed to be passed on to them. The slice of partners gives it; app fills it in.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "people/person.h"
#include "platform/db/transaction.h"
#include "ports/petition_terms.h"

namespace ports {

// One version of the line by which somebody agrees, in both languages. It never changes.
using PartnerWordingId = base::Id<struct PartnerWordingTag>;

// A box to tick, never ticked beforehand: "Share my name and my address with ...".
struct PartnerLine {
    PartnerWordingId wording;
    std::string words;
};

// A partner as the form needs it, in one language.
struct PartnerFacts {
    std::string code;  // "cupe-on": the source of the signatures that come through it
    std::string name;
    std::string origins;              // that may frame the form, as the header writes them: "https://a.example ..."
    std::optional<PartnerLine> line;  // absent: nothing is asked for
};

// Somebody ticked the line, and has confirmed their address.
struct PartnerAgreement {
    std::string source;  // of the signature: the line has to be that partner's
    PartnerWordingId wording;
    PetitionId petition;
    SignatureId signature;
    std::int64_t address_hash;
    people::PersonId person;
    base::Locale locale;  // in which they read it
    std::string network;
    base::Instant ticked_at;
};

// Without functions there are no partners.
struct Partners {
    // nullopt: no such partner, or its forms are switched off.
    std::function<std::optional<PartnerFacts>(db::Read&, std::string_view code, base::Locale)> find{};
    // Records it with its proof, where the line is that partner's; else nothing: forms can be forged.
    std::function<void(db::Write&, const PartnerAgreement&)> agreed{};
};

}  // namespace ports
