// features/letters/queue_store.h - letters on their way: when each may leave, so that no office and no domain gets more
// than it bears; who takes which; what became of it.
//
// Each office and each domain has a clock, the time at which its next letter may leave. A letter that joins the queue
// gets the later of the two as its time, and both clocks step on. So the end of the queue is known, and a restart
// changes nothing. A letter that could not leave in its time (a pause, a server away) gets a new one before it is
// taken: what gathered meanwhile does not leave all at once.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/letters/letter.h"
#include "platform/db/transaction.h"

namespace letters::store {

// The most that may leave in an hour.
struct Throttle {
    std::int64_t per_hour_to_office, per_hour_to_domain;
};

// The letters of a writing that was just confirmed: waiting, in their turns, or held. Steps the tally.
void enqueue(db::Write& write, std::span<const Letter> letters, const Throttle& throttle);
void hold(db::Write& write, WritingId writing);  // of one just confirmed; counted as asked when it is released

// Letters whose time was missed by more than half a minute get new ones, at most `limit`; returns how many.
bool has_late(db::Read& read, base::Instant now);
std::int64_t postpone_late(db::Write& write, const Throttle& throttle, std::int64_t limit);

// Letters to these offices' regions wait; nothing happens where it is so already.
void pause_regions(db::Write& write, std::span<const std::string> regions);
std::vector<std::string> paused_regions(db::Read& read);

// Takes letters whose time has come and whose campaign and region may send; nobody else takes them before `until`.
bool has_due(db::Read& read, base::Instant now);
struct QueueLease {
    base::Instant until;
    std::int64_t limit;
};
std::vector<Letter> take_due(db::Write& write, const QueueLease& lease);

// What became of a letter that was taken; one whose lease was lost is passed over. Steps the tally.
struct LetterOutcome {
    LetterId id;
    base::Instant leased_until;  // as take_due gave it in due_at
    LetterState state;
    base::Instant due_at;  // of the next attempt, where it waits
    std::string detail;
};
void record(db::Write& write, std::span<const LetterOutcome> outcomes);

// All that bounced wait again, in their turns; returns how many.
std::int64_t resend_bounced(db::Write& write, CampaignId campaign, const Throttle& throttle);

enum class Noted : unsigned char { no, yes };
Noted note_answered(db::Write& write, LetterId id);  // once; steps the tally
Noted note_bounced(db::Write& write, LetterId id);   // of one that was delivered

// How many wait, and when the last of them may leave.
struct Waiting {
    std::int64_t letters = 0;
    std::optional<base::Instant> until{};
};
Waiting waiting(db::Read& read, CampaignId campaign);
// Newest first.
std::vector<Letter> bounced(db::Read& read, CampaignId campaign, std::int64_t limit);

}  // namespace letters::store
