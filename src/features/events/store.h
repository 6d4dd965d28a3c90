// features/events/store.h - events and their guests.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "features/events/event.h"
#include "platform/db/transaction.h"

namespace events::store {

enum class Changed : unsigned char { no, yes };

EventId insert(db::Write& write, base::LevelId level, const Plan& plan);
void save(db::Write& write, EventId id, const Plan& plan);  // one more in the sequence
std::optional<Event> find(db::Read& read, EventId id);
std::optional<Event> find_deleted_too(db::Read& read, EventId id);  // for mails about it
// Published ones that end after this time, by their start; of all levels.
std::vector<Event> upcoming(db::Read& read, base::Instant now);
std::vector<Event> past(db::Read& read, base::Instant now, std::int64_t limit);  // the newest first
std::vector<Event> all(db::Read& read, std::int64_t limit);                      // by their start, the last first
Changed publish(db::Write& write, EventId id);                                   // no: it is no draft
// Who gives it, and under which name that is shown.
struct Speaker {
    std::optional<ports::ChampionId> champion;
    std::string name;
};
void set_speaker(db::Write& write, EventId id, const Speaker& speaker);
// Nobody gives it any more, and staff have to decide; one more in the sequence. name: who is shown as its speaker.
void lose_speaker(db::Write& write, EventId id, const std::string& name);
// Those to come whose champion stopped, and that are not cancelled; by their start.
std::vector<Event> without_speaker(db::Read& read, base::Instant now);
// Those that this champion gives and that begin from this time on, cancelled ones too; by their start.
std::vector<Event> of_champion(db::Read& read, ports::ChampionId champion, base::Instant from);
// Those of every champion that are not cancelled and begin from this time on.
std::vector<Event> by_champions(db::Read& read, base::Instant from);
struct Reason {
    std::string english, french;
};
Changed cancel(db::Write& write, EventId id, const Reason& reason);  // no: it is not published

Changed remove(db::Write& write, EventId id);  // no: it is no draft
void forget_removed(db::Write& write, base::Instant before);

struct GuestRow {
    EventId event;
    const NewGuest& guest;
    std::int64_t address_hash;
    base::Locale locale;
};
// nullopt: this address stands there already.
std::optional<GuestId> insert_guest(db::Write& write, const GuestRow& row);
std::optional<Guest> guest_of_address(db::Read& read, EventId event, std::int64_t address_hash);
std::optional<Guest> find_guest(db::Read& read, GuestId id);
std::vector<Guest> guests(db::Read& read, EventId event);  // who comes, then the waiting line, then the others
std::vector<Guest> guests_of_address(db::Read& read, std::int64_t address_hash);
Changed count_mail(db::Write& write, GuestId id);
// Takes so many seats where there are enough; no: it is full. Whoever comes at the same time waits for this row.
Changed take_seats(db::Write& write, EventId event, std::int64_t seats);
void free_seats(db::Write& write, EventId event, std::int64_t seats);
void set_state(db::Write& write, GuestId id, GuestState state);
void confirm(db::Write& write, GuestId id, GuestState state);
void ask_again(db::Write& write, GuestId id, const NewGuest& guest);  // who had withdrawn
// The first of the waiting line who fits into so many free seats.
std::optional<Guest> first_waiting(db::Read& read, EventId event, std::int64_t free);
// Those who come to events that begin in [from, until), and were not reminded.
struct Span {
    base::Instant from, until;
};
std::vector<Guest> to_remind(db::Read& read, const Span& span);
void note_reminded(db::Write& write, GuestId id);
void remind_again(db::Write& write, EventId event);  // it was moved
void erase_guests(db::Write& write, std::int64_t address_hash);

// For retention: guests of events that were over before this time.
std::int64_t count_old_guests(db::Read& read, base::Instant before);
std::int64_t forget_old_guests(db::Write& write, base::Instant before, std::int64_t limit);

// Events whose count of seats is not that of their guests.
struct Miscount {
    EventId event;
    std::int64_t stored, counted;
};
std::vector<Miscount> miscounts(db::Read& read);

}  // namespace events::store
