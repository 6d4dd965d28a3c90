// features/petitions/invalidation_conditions_service.h - what staff type to say which signatures are meant, understood:
// as patterns for the database, and as the few questions that patterns cannot ask.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/problem.h"
#include "base/result.h"
#include "features/petitions/invalidation.h"
#include "platform/http/client_address.h"
#include "platform/i18n/time_zone.h"

namespace petitions {

// The same, understood. Texts are small letters where case does not matter; patterns are those of LIKE.
struct Conditions {
    std::string given_name, family_name,
        name;                          // patterns: of one of them where the glob allows it, else of both, "Ann Lee"
    std::string address, postal_code;  // patterns
    std::string domain, domain_below;  // patterns of addresses: of this very domain, and of those below it
    std::string source;                // itself
    std::string region;                // "" or a code,
    std::string postal_from, postal_until;  // and between which postal codes there lie; until: before
    std::optional<http::Network> network;
    std::string network_prefix;  // pattern of the texts of its addresses, where they have one in common; else ""
    base::Instant from{0};
    base::Instant until{INT64_MAX};
    std::int64_t least_score = 0;
    std::int64_t reasons = 0;
    SignatureForm::Tick marked = SignatureForm::Tick::no;

    // Whether patterns alone do not say it all, so that passes() has to look at each row.
    bool needs_a_look() const;
    // What a pattern cannot say of a row: the network, and a region that its postal code tells.
    bool passes(const std::string& network_text, const std::string& country, const std::string& postal) const;
};

// Problems: no condition at all, and every field that is not understood.
base::Result<Conditions, base::Problems> read_conditions(const ConditionForm& form, const i18n::TimeZone& zone);

// The form as an urlencoded query "name=...&domain=..." without empty fields, and back. Unknown names are passed over.
std::string query_of(const ConditionForm& form);
ConditionForm conditions_of(std::string_view query);

}  // namespace petitions
