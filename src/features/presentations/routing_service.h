// features/presentations/routing_service.h - to whom a request is offered, and what follows when they refuse or do not
// answer. In the transaction of whoever calls.
#pragma once
#include <string>
#include <vector>

#include "features/presentations/offer.h"
#include "features/presentations/offer_store.h"
#include "features/presentations/presentation.h"
#include "features/presentations/services.h"
#include "platform/db/transaction.h"

namespace presentations {

// Offers it to the best who were not asked yet, or brings it to the coordinators. Whom the host named is asked first,
// and alone.
void route(const Services& services, PresentationId id, db::Write& write);

// A time that a champion may be free at, and when that is asked: the notice that they need counts from there.
struct Start {
    base::Instant at, now;
};
// The question to ports::Champions whether somebody could hold it then; whom, the caller says.
ports::SlotSearch slot_search(const Presentation& presentation, const Start& start);

// Everybody who could hold it, with the reasons; those who were asked since its dates were set are left out.
std::vector<Candidate> candidates(const Services& services, const Presentation& presentation, db::Read& read,
                                  base::Instant now);

struct Refusal {
    OfferId offer;
    std::string words;
};
// Whoever was the last to be asked in this round makes the next one begin.
store::Answered refuse_offer(const Services& services, const Refusal& refusal, db::Write& write);
// Those whose time ran out, all of them.
void expire_offers(const Services& services, db::Write& write);
// Those of a champion who cannot be asked any more.
void withdraw_offers(const Services& services, ChampionId champion, db::Write& write);

}  // namespace presentations
