// features/mail_sending/outcome_service.h - what the answers to a block of copies mean, written down by few statements;
// and what comes back for single copies later.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "features/mail_sending/block_service.h"
#include "features/mail_sending/domain_store.h"
#include "features/mail_sending/tally_store.h"
#include "platform/db/database.h"

namespace mail_sending {

// What became of a block, ready to be written.
struct Settlement {
    std::vector<store::Outcome> outcomes;  // of a block of the first try: only of those that were not delivered
    std::vector<store::Note> notes;
    std::vector<ports::MailReturn> refusals;
    std::vector<SentMailId> finished_singles;
    std::map<std::pair<BlastId, int>, store::Tally> steps;
    std::map<std::string, DomainRound> rounds;
    std::int64_t delivered = 0, delayed = 0, refused = 0;
};

// Nothing of this mail reached the server.
bool is_unreached(const mail::DeliveryResult& result);

// While nothing of a block reached the server, its copies were not tried: that does not count as an attempt.
Settlement settlement_of(const WorkBlock& block, base::Instant now);
void record(db::Write& write, const WorkBlock& block, const Settlement& settlement);

// Copies that were decided without being sent.
void record_decided(db::Database& database, const std::vector<store::Copy>& due,
                    const std::vector<store::Outcome>& decided);

// ports::NoteReturn: marks the copy, steps its blast's tally, keeps the words, and suppresses the address that the copy
// went to, whichever the person uses by now, where it does not exist, where its owner complained, and where
// kSoftReturnsInARow copies in a row came back.
void note_return(db::Write& write, const ports::MailReturn& returned);

}  // namespace mail_sending
