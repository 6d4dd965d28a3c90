// features/events/guest_service.h - seats: taken, waited for, given back, in one transaction with the mails about them.
#pragma once
#include "features/events/event.h"
#include "features/events/services.h"
#include "features/events/store.h"
#include "platform/db/transaction.h"

namespace events {

struct Asking {
    EventId event;
    const NewGuest& guest;
    std::int64_t address_hash;
    base::Locale locale;
};
// A mail with a link, to whoever asks, also for the second time: five mails at most.
void ask(const Asking& asking, db::Write& write);

// Confirmed: a seat where there is one, else the end of the waiting line. Nothing for who comes or waits already.
void confirm(const Services& services, const Guest& guest, db::Write& write);
// The seats go to the first who wait and fit.
void withdraw(const Services& services, const Guest& guest, db::Write& write);
// After the event got more room, or somebody left.
void fill_seats(const Services& services, EventId event, db::Write& write);
// Everybody who comes or waits gets a mail about what changed.
void tell_guests(EventId event, db::Write& write);

}  // namespace events
