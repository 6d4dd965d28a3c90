// features/mail_sending/tally_store.h - how the copies of a sending fared, in numbers: stepped block by block, and
// counted anew from the copies for checks.
#pragma once
#include <cstdint>
#include <vector>

#include "features/mail_sending/blast.h"
#include "platform/db/transaction.h"

namespace mail_sending::store {

// Counts of one wording.
struct Tally {
    Variant variant{};
    std::int64_t taken = 0, delivered = 0, refused = 0, given_up = 0, dropped = 0;
    std::int64_t hard = 0, soft = 0, blocked = 0, complaints = 0, unsubscribed = 0;

    std::int64_t done() const { return delivered + refused + given_up + dropped; }
    std::int64_t returned() const { return hard + soft + blocked; }
    Tally& operator+=(const Tally& other);
    bool operator==(const Tally&) const = default;
};
std::vector<Tally> tallies(db::Read& read, BlastId id);
Tally total(db::Read& read, BlastId id);  // of all wordings
void add(db::Write& write, BlastId id, const Tally& step);

struct BlastTally {
    BlastId blast;
    Tally tally;
};
std::vector<BlastTally> kept_tallies(db::Read& read);  // by sending and wording
// Reads every copy: not for pages.
std::vector<BlastTally> recounted_tallies(db::Read& read);

}  // namespace mail_sending::store
