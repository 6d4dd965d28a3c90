// features/presentations/store.h - presentations, and the dates that hosts can do.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/presentations/presentation.h"
#include "platform/db/transaction.h"

namespace presentations::store {

enum class Changed : unsigned char { no, yes };

struct NewPresentation {
    base::LevelId level;
    Origin origin;
    State state;
    const Wish& wish;
    std::string email;  // "" of a conversation
    std::int64_t address_hash = 0;
    base::Locale locale;
    std::optional<ChampionId> champion{};
    std::optional<base::Instant> starts_at{};
    std::optional<ChampionId> wanted{};  // whom the host named
};
PresentationId insert(db::Write& write, const NewPresentation& presentation);

std::optional<Presentation> find(db::Read& read, PresentationId id);
std::vector<Presentation> of_address(db::Read& read, std::int64_t address_hash);
// Of this address, and not over: asked for, offered or booked for a time to come.
std::int64_t open_of_address(db::Write& write, std::int64_t address_hash);

// The dates of the host, best first.
std::vector<base::Instant> dates(db::Read& read, PresentationId id);
void replace_dates(db::Write& write, PresentationId id, const std::vector<base::Instant>& dates);

// The newest first, of this state where there is one.
struct StaffPage {
    std::optional<State> state{};
    std::optional<PresentationId> before{};
    std::int64_t limit = 50;
};
std::vector<Presentation> page(db::Read& read, const StaffPage& page);
// All of a champion, by their start, those without one first.
std::vector<Presentation> of_champion(db::Read& read, ChampionId champion);
// Booked or held, by their start, from this time on.
std::vector<Presentation> scheduled(db::Read& read, base::Instant from);
// In this state, oldest first.
std::vector<Presentation> in_state(db::Read& read, State state, std::int64_t limit);
// Booked ones that begin in [from, until) and nobody was reminded of.
struct Span {
    base::Instant from, until;
};
std::vector<Presentation> to_remind(db::Read& read, const Span& span);
// Booked ones that began before, for which nobody was asked for a report.
std::vector<Presentation> to_report(db::Read& read, base::Instant before);
// Unconfirmed ones that keep a free time since before this time.
std::vector<Presentation> kept_too_long(db::Read& read, base::Instant before);
struct StateCount {
    base::LevelId level;
    State state;
    std::int64_t count;
};
std::vector<StateCount> counts_by_level(db::Read& read);

// One more mail about the confirmation; no: five were sent.
Changed count_mail(db::Write& write, PresentationId id);
// The address is confirmed. no: it was before, or the presentation is over.
struct Confirmed {
    State state;  // from now on
};
Changed confirm(db::Write& write, PresentationId id, Confirmed now);

// Booked with this champion at this time, one more in the sequence. no: it is not waiting or offered any more.
struct Booking {
    ChampionId champion;
    base::Instant starts_at;
};
Changed book(db::Write& write, PresentationId id, const Booking& booking);
// Booked at another time, one more in the sequence. no: it is not booked.
Changed move(db::Write& write, PresentationId id, base::Instant starts_at);
// Offered, in the next round.
void begin_round(db::Write& write, PresentationId id);
// It waits for a coordinator, from now on unless it did before. The champion and the time are taken off.
void escalate(db::Write& write, PresentationId id);
// Offered as if for the first time.
void forget_rounds(db::Write& write, PresentationId id);
// One more in the sequence.
void count_change(db::Write& write, PresentationId id);
// As asked for anew: no champion, no time, the rounds counted from the beginning.
void reopen(db::Write& write, PresentationId id);
// Over for good, or held. no: it is in that state already.
struct Ending {
    State state;
    std::string by, reason;
};
Changed end(db::Write& write, PresentationId id, const Ending& ending);
void note_reminded(db::Write& write, PresentationId id);
void note_report_asked(db::Write& write, PresentationId id);

// Takes everything about the person out for good, also the place, which may be where they live; group, town and numbers
// stay.
void erase(db::Write& write, PresentationId id);
// Why this champion did not hold what was booked with them, in their words.
void erase_reasons(db::Write& write, ChampionId champion);
// Those of others that nobody confirmed, created before: for retention.
struct Old {
    base::Instant before;
    std::int64_t limit;
};
std::int64_t count_unconfirmed(db::Read& read, base::Instant before);
std::int64_t forget_unconfirmed(db::Write& write, const Old& old);
std::int64_t count_contacts(db::Read& read, base::Instant before);
std::int64_t forget_contacts(db::Write& write, const Old& old);

}  // namespace presentations::store
