// ports/person_facts.h - what slices know about one person, as sentences in time: for timelines and segments.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"
#include "platform/db/transaction.h"

namespace ports {

// Whom the question is about: auth's keyed hash of the canonical address.
struct PersonKey {
    std::int64_t address_hash;
};

struct PersonFact {
    base::Instant at;
    std::string slice;     // "petitions"
    std::string sentence;  // in the language asked for: "Signed the Equality Pledge."
    std::string path{};    // of a staff page with more; may be empty
};

using FactProvider = std::function<std::vector<PersonFact>(db::Read&, PersonKey, base::Locale)>;

class PersonFacts {
public:
    void add(FactProvider provider) { providers_.push_back(std::move(provider)); }

    // Of all slices, newest first.
    std::vector<PersonFact> all(db::Read& read, PersonKey person, base::Locale locale) const;

private:
    std::vector<FactProvider> providers_;
};

}  // namespace ports
