// features/partners/agreement_service.h - who agreed to be passed on to a partner: recorded with its proof, followed
// when the signature goes out of the count or comes back, ended for good when it is taken back.
#pragma once
#include <span>
#include <string>

#include "features/partners/store.h"
#include "platform/db/transaction.h"
#include "ports/count_changes.h"
#include "ports/partners.h"

namespace partners {

// As ports::Partners::agreed says.
void record_agreement(db::Write& write, const ports::PartnerAgreement& agreement);

// Ends it, and writes into the log of consents by which words. Nothing where it has ended before.
struct Ending {
    const store::Agreed& agreed;
    std::string words;  // of the button
};
void end_agreement(db::Write& write, const Ending& ending);

// The same for everything that this address agreed to with this partner, under whichever petition: whoever takes it
// back means the partner.
void take_back(db::Write& write, const Ending& ending);

// Counts by source, and agreements of signatures that are withdrawn (they end), taken out (they rest) or restored.
void follow_steps(db::Write& write, std::span<const ports::CountChange> changes);

}  // namespace partners
