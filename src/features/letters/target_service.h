// features/letters/target_service.h - who gets a person's letter: their ridings by the postal code, those who hold the
// offices there, as the campaign's rule says.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "features/letters/campaign.h"
#include "ports/elections.h"
#include "ports/representatives.h"

namespace letters {

// What is known about a person's place. An open question: the code spans these ridings, and only they can say.
struct PersonPlace {
    people::Province province;
    std::vector<ports::RidingId> ridings;          // of the houses that the rule asks for
    std::vector<ports::RidingsOfHouse> questions;  // several to choose from
    std::vector<ports::RidingHouse> unknown;       // asked for, but no riding is known there
};

// By the postal code, which is a sound one, and the identities chosen so far by house.
PersonPlace place_of(db::Read& read, const ports::Representatives& representatives, const TargetRule& rule,
                     const std::string& postal_code, const std::array<std::string, 3>& chosen);

struct Recipients {
    std::vector<ports::Representative> to;      // held seats; with or without an address for mail
    std::vector<ports::Representative> vacant;  // nobody sits there
    bool can_mail() const;                      // at least one has an address
};
Recipients recipients_of(db::Read& read, const ports::Representatives& representatives, const TargetRule& rule,
                         const PersonPlace& place, base::Locale locale);

// Whether an election is near that concerns one of them.
bool election_concerns(db::Read& read, const ports::Elections& elections, const Recipients& recipients);

// The lines of who speaks, of the campaign and of the open periods; none unless an election is near.
std::vector<std::string> taglines(db::Read& read, const ports::Elections& elections, const Campaign& campaign,
                                  base::Locale locale);

}  // namespace letters
