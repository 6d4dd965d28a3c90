// features/presentations/booking_service.h - what happens to a request: it is asked for, confirmed, booked, moved,
// cancelled. Everything in one transaction: rows, holds and the mails about them. Who is offered it: routing_service.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/presentations/hold_store.h"
#include "features/presentations/notice_service.h"
#include "features/presentations/offer.h"
#include "features/presentations/presentation.h"
#include "features/presentations/routing_service.h"
#include "features/presentations/services.h"
#include "features/presentations/store.h"
#include "platform/db/transaction.h"

namespace presentations {

// Whose coordinators look after a presentation there: the local of that name, else the province, else the nation.
std::optional<base::LevelId> level_of(db::Read& read, const Wish& wish);

// A request that nobody confirmed yet, with its mail. Of a slot: its time is taken at once.
struct Asking {
    const Request& request;
    base::Locale locale;
    std::int64_t address_hash;
};
// slot_gone: somebody else has it, or the champion is not free any more. too_many: five are open for this address.
enum class Asked : unsigned char { done, slot_gone, no_champion, too_many };
Asked ask(const Services& services, const Asking& asking, db::Write& write);

// The address is confirmed: what was kept is booked, everything else is offered.
void confirm(const Services& services, PresentationId id, db::Write& write);

// first: somebody else was. busy: the champion has something else then. over: it is too late, or answered.
enum class Accepted : unsigned char { done, first, busy, over };
struct Acceptance {
    OfferId offer;
    base::Instant start;  // one of the dates
};
Accepted accept_offer(const Services& services, const Acceptance& acceptance, db::Write& write);
// By a coordinator, who may also choose a date that is none of the host's.
struct Assignment {
    PresentationId presentation;
    ChampionId champion;
    base::Instant start;
};
// busy: as above. over: it is booked already, or past.
Accepted assign(const Services& services, const Assignment& assignment, db::Write& write);

// By whom it ends, and why. cancelled tells both sides; declined the host.
struct Ended {
    State state;  // cancelled, declined, missed
    std::string by, reason;
};
store::Changed end(const Services& services, PresentationId id, const Ended& ended, db::Write& write);

// The host can do other dates: booked again with the same champion where they are free, else offered anew.
void move(const Services& services, PresentationId id, const std::vector<base::Instant>& dates, db::Write& write);

// What was booked is not any more, and somebody is looked for anew; their calendars learn so. new_dates: everybody may
// be asked again. champion_cannot: all but them. champion_erased: likewise, and nothing is sent to them any more.
enum class GivenBack : unsigned char { new_dates, champion_cannot, champion_erased };
void give_back(const Services& services, PresentationId id, GivenBack because, db::Write& write);
// A champion stops: their offers and bookings to come go to others, and what was kept with them is kept no more. Once
// erased, their name and words go as well.
void champion_ended(const Services& services, ChampionId champion, ports::ChampionEnd end, db::Write& write);

}  // namespace presentations
