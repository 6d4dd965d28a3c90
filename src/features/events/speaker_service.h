// features/events/speaker_service.h - the champion who gives an event: their time is taken, so that nobody books it
// twice, and they are told. In the transaction of whoever calls.
#pragma once
#include <optional>

#include "features/events/event.h"
#include "features/events/services.h"
#include "platform/db/transaction.h"

namespace events {

struct Giving {
    EventId event;  // as it is now
    std::optional<ports::ChampionId> champion;
    std::optional<Plan> before{};  // as it was planned before, where it was
};
// busy: they have something else then. unknown: there is no such champion any more. Both: the caller undoes everything.
enum class Given : unsigned char { yes, busy, unknown };
// From now on this champion gives it, or none of ours. The time of whoever gave it before is free, and whoever does not
// give it any more, or gives it at another time or place, gets a mail. Where no name is shown yet, or that of whoever
// gave it before, theirs is shown from now on if they agreed to be shown.
Given give(const Services& services, const Giving& giving, db::Write& write);

// It is cancelled, or the draft is deleted: their time is free, and they are told.
void free_speaker(const Services& services, const Event& event, db::Write& write);

// A champion stops: nobody gives their events to come any more, they are told, and staff have to decide who does. Once
// erased, their name stands nowhere, and nothing is sent to them.
void champion_ended(const Services& services, const ports::ChampionId& champion, ports::ChampionEnd end,
                    db::Write& write);

}  // namespace events
