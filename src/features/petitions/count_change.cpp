#include "features/petitions/count_change.h"

#include "people/place.h"

namespace petitions {

std::string region_of(const std::string& country, const std::string& postal_code) {
    if (country != "CA") return country;
    const auto code = people::PostalCode::parse(postal_code);
    return code ? "CA-" + std::string{people::code(people::province_of(*code))} : country;
}

ports::CountChange change_of(const Signature& signature, const StepTaken& taken) {
    return {.petition = signature.petition,
            .signer_class = signature.signer_class,
            .signature = signature.id,
            .step = taken.step,
            .at = taken.at,
            .first_counted_at = signature.confirmed_at.value_or(taken.at),
            .region = region_of(signature.country, signature.postal_code),
            .signer = signature.address_hash,
            .source = signature.source,
            .said_why = signature.comment.empty() ? ports::SaidWhy::no : ports::SaidWhy::yes};
}

}  // namespace petitions
