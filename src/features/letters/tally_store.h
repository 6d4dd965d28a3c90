// features/letters/tally_store.h - how letters and telephone calls fared, in numbers: stepped in the transaction of
// what they count, so that no page counts letters.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "features/letters/letter.h"
#include "platform/db/transaction.h"

namespace letters::store {

struct Tally {
    CampaignId campaign{0};
    ports::RepresentativeId representative{0};
    std::int64_t asked = 0, delivered = 0, bounced = 0, printed = 0, called = 0, answered = 0;
    base::Instant first_at{}, last_at{};

    std::int64_t waiting() const { return asked - delivered - bounced - printed - called; }
};

// Adds the counts of each step to what is there; several steps of one representative are fine.
void add(db::Write& write, std::span<const Tally> steps);

// Of the campaign, those with most letters first.
std::vector<Tally> tallies(db::Read& read, CampaignId campaign);
std::vector<Tally> tallies_about(db::Read& read, ports::RepresentativeId representative);
std::vector<Tally> sums_by_representative(db::Read& read);  // campaign: 0
Tally total(db::Read& read, CampaignId campaign);           // representative: 0

struct Calls {
    ports::RepresentativeId representative{0};
    CallOutcome outcome;
    std::int64_t calls;
};
void count_call(db::Write& write, CampaignId campaign, const Calls& call);
std::vector<Calls> calls(db::Read& read, CampaignId campaign);  // by representative and outcome

// What the letters themselves say, for comparing with the tallies: delivered, bounced and answered.
std::vector<Tally> recount(db::Read& read);

}  // namespace letters::store
