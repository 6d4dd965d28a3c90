// features/mailing_list/consent_store.h - implied consents that have ended, and the nightly looks at them.
#pragma once
#include <optional>

#include "people/consent_list.h"
#include "platform/db/transaction.h"

namespace mailing_list::store {

// Whether it is new.
bool note_ended(db::Write& write, const people::EndingConsent& ended);
std::int64_t count_ended_since(db::Read& read, base::Instant noted_since);

struct Sweep {
    base::Instant at{};
    std::int64_t ended = 0, ending = 0;
};
void record_sweep(db::Write& write, const Sweep& sweep);
std::vector<Sweep> latest_sweeps(db::Read& read, std::int64_t limit);  // newest first

}  // namespace mailing_list::store
