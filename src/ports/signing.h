// ports/signing.h - signing for people, and reading what they signed, with their names: for slices that answer to
// programs of partners. The slice of petitions gives it; app fills it in.
#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/person.h"
#include "platform/db/transaction.h"
#include "platform/http/request.h"
#include "ports/petition_terms.h"

namespace ports {

// What somebody said who signs, as a program took it down.
struct SignOnWords {
    std::string given_name, family_name, email, country, postal_code, place, comment;
    std::string source{};  // the partner's code
    base::Locale locale{};
};

// Checked, and looked at by the guard; made by the slice that records it.
class PreparedSignOn {
public:
    virtual ~PreparedSignOn() = default;
};

// recorded and repeat get the same answer: who has signed stays private.
enum class SignedOn : unsigned char { recorded, repeat, closed, unknown_petition };

enum class SignatureStanding : unsigned char { pending, confirmed, withdrawn, invalidated };

// One signature with its person. Of somebody erased the texts are empty and the hash is 0.
struct WholeSignature {
    SignatureId id;
    PetitionId petition;
    SignatureStanding standing;
    std::int64_t address_hash;
    std::string email;
    people::PersonName name;
    std::string country, postal_code, place, comment, source;
    base::Locale locale;
    base::Instant signed_at, changed_at;
};

// When something was made and last changed: both ends open.
struct TimeSpans {
    base::Instant created_after{std::numeric_limits<std::int64_t>::min()},
        created_before{std::numeric_limits<std::int64_t>::max()},
        changed_after{std::numeric_limits<std::int64_t>::min()},
        changed_before{std::numeric_limits<std::int64_t>::max()};
};

// Individuals that count, oldest first, behind `after`, without the first `skipped` of them.
struct SignatureListing {
    PetitionId petition;
    SignatureId after{0};
    std::int64_t skipped = 0;
    std::int64_t limit = 25;
    TimeSpans spans{};
};

// All members are filled by the slice.
struct Signing {
    // The request is that which brought the words: its {slug} names the petition, its network and key are judged.
    std::function<base::Result<std::shared_ptr<const PreparedSignOn>, base::Problems>(const http::Request&,
                                                                                      const SignOnWords&)>
        prepare{};
    std::function<SignedOn(db::Write&, const PreparedSignOn&)> record{};
    std::function<std::vector<WholeSignature>(db::Read&, const SignatureListing&)> list{};
    std::function<std::optional<WholeSignature>(db::Read&, SignatureId)> find{};
    // Of one address under all petitions, oldest first, in every standing.
    std::function<std::vector<WholeSignature>(db::Read&, std::int64_t address_hash)> of_address{};
};

}  // namespace ports
