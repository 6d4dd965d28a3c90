// features/champions/slots_service.h - free slots and matches out of the database, and the answers of ports::Champions.
#pragma once
#include <span>
#include <vector>

#include "features/champions/champion.h"
#include "features/champions/services.h"
#include "platform/db/transaction.h"

namespace champions {

inline constexpr int kSlotStep = 30;  // minutes: slots begin at full and half hours of the wall

// Of these champions, whatever their state, in their order. A span of more than 400 days is cut. In one that is just as
// long as what is searched for, a slot may begin at any minute.
std::vector<ports::ChampionSlots> slots_of(db::Read& read, const ports::ChampionBookings& bookings,
                                           std::span<const Champion> champions, const ports::SlotSearch& search);

ports::ChampionFacts facts_of(const Champion& champion);

// Public champions who fit, closest area first, then by name.
std::vector<Champion> in_directory(db::Read& read, const ports::ChampionSearch& search);

// The champion whose session the request carries, in any state but left.
std::optional<Champion> signed_in(db::Read& read, const Services& services, const http::Request& request);
// The same by what a form brought along.
struct SessionKey {
    auth::TokenHash token;
    base::Instant now;
};
SessionKey session_key(const Services& services, const http::Request& request);
std::optional<Champion> signed_in(db::Read& read, const SessionKey& key);

// services outlives it.
ports::Champions champions_port(const Services& services);

}  // namespace champions
