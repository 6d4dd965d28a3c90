// features/presentations/hold_store.h - the times of champions that are taken: by presentations, and by whatever else
// asks for them. The database itself sees to it that no two of one champion overlap.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "features/presentations/store.h"

namespace presentations::store {

// Stored as these numbers.
enum class Holder : unsigned char { presentation = 0, event = 1 };

// A presentation's. Identities are never given twice, so that one of an event is none of a presentation.
struct Hold {
    PresentationId presentation;
    ChampionId champion;
    base::Instant starts_at, ends_at;
    Holder holder = Holder::presentation;  // event: the identity is that of an event
    Format format = Format::in_person;
};

// Takes this time of the champion; no: it overlaps another one of theirs. Several at once: one gets it.
Changed take(db::Write& write, const Hold& hold);
void release(db::Write& write, PresentationId id);
std::vector<ports::BookedTime> holds(db::Read& read, std::span<const ChampionId> champions,
                                     const ports::TimeSpan& span);
bool is_holding(db::Read& read, PresentationId id);
std::vector<Hold> all_holds(db::Read& read);  // by champion, then by their start

}  // namespace presentations::store
