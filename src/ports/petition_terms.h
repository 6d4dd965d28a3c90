// ports/petition_terms.h - the terms in which slices speak of petitions and of who signs them. Plain data.
#pragma once
#include <array>
#include <string_view>

#include "base/id.h"

namespace ports {

// Of a petition, of one version of its text in one language, and of one signature. Endorsements have identities of the
// same kind: no two signatures of any class share one.
using PetitionId = base::Id<struct PetitionTag>;
using PetitionTextId = base::Id<struct PetitionTextTag>;
using SignatureId = base::Id<struct SignatureTag>;

enum class PetitionKind : unsigned char { petition = 0, pledge = 1, proclamation = 2 };

// draft: only staff see it. open: takes signatures. closed: still shown with its count, takes no more.
enum class PetitionStage : unsigned char { draft, open, closed };

// Different acts: each has its own form, list and count, and no number adds them up.
enum class SignerClass : unsigned char {
    individual = 0,
    elected_official = 1,
    candidate = 2,
    organisation = 3,
    municipality = 4,
};

inline constexpr std::array kSignerClasses{SignerClass::individual, SignerClass::elected_official,
                                           SignerClass::candidate, SignerClass::organisation,
                                           SignerClass::municipality};

// "individual", "elected_official", "candidate", "organisation", "municipality": in exports, the API and the log.
constexpr std::string_view name_of(SignerClass signer_class) {
    constexpr std::array<std::string_view, kSignerClasses.size()> kNames{"individual", "elected_official", "candidate",
                                                                         "organisation", "municipality"};
    return kNames[static_cast<std::size_t>(signer_class)];
}

}  // namespace ports
