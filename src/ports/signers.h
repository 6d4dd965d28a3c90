// ports/signers.h - what other slices may do about the person behind one signature, without learning who it is. The
// slice that holds the signatures gives it; app fills it in.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/locale.h"
#include "platform/db/transaction.h"
#include "ports/count_changes.h"

namespace ports {

// Signatures under one petition behind `after` (id 0: from the beginning), oldest first.
struct SignaturePage {
    PetitionId petition;
    SignatureId after{0};
    std::int64_t limit = 1'000;
};

// How many count now.
struct StandingCount {
    PetitionId petition;
    SignerClass signer_class;
    std::int64_t standing;
};

// What the signer of one signature said about why they sign, and by which name pages may show them.
struct SignerWords {
    PetitionId petition;
    std::int64_t address_hash;
    base::Locale locale;
    std::string words;            // up to 500 characters; empty where they said nothing
    std::string name{}, place{};  // "Maya T.", "Moncton"; both empty where they did not agree to be shown
};

// How many individuals count who signed this very text.
struct TextCount {
    PetitionTextId text;
    std::int64_t counted;
};

// One that counts, of an address that is known.
struct StandingSignature {
    SignatureId signature;
    PetitionId petition;
};

enum class MailOrdered : unsigned char { no, yes };

struct Signers {
    // Those that count now, each as the step that confirmed it: for a slice that begins to follow the count later.
    std::function<std::vector<CountChange>(db::Read&, const SignaturePage&)> counted{};
    // The kept counts, in this very snapshot; those that were never stepped are missing.
    std::function<std::vector<StandingCount>(db::Read&)> standing{};
    // Orders one mail of this kind to the signer, in their language, about the signature. no: five mails were sent
    // about it already, or it does not count, or the person is erased.
    std::function<MailOrdered(db::Write&, SignatureId, const std::string& kind)> order_mail{};
    // Under every text of a petition that somebody signed. Reads all its signatures: for documents, not for pages.
    std::function<std::vector<TextCount>(db::Read&, PetitionId)> by_text{};
    // nullopt where the signature is not there or does not count.
    std::function<std::optional<SignerWords>(db::Read&, SignatureId)> words{};
    // Those of one address (auth's keyed hash) that count, oldest first. Only for who has proved that it is theirs.
    std::function<std::vector<StandingSignature>(db::Read&, std::int64_t address_hash)> of_address{};
};

}  // namespace ports
