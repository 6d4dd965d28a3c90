// features/mail_sending/blast_store.h - blasts, their waves and their counts in the database.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "features/mail_sending/blast.h"
#include "platform/db/transaction.h"

namespace mail_sending::store {

BlastId insert(db::Write& write, const Plan& plan, std::string_view planned_by);
std::optional<Blast> find(db::Read& read, BlastId id);
// Newest first, those older than `before` (nullopt: from the newest on).
std::vector<Blast> blasts(db::Read& read, std::optional<BlastId> before, std::int64_t limit);
std::vector<Blast> of_mailing(db::Read& read, MailingId mailing);
// Confirmed, not finished, not stopped.
std::vector<Blast> unfinished(db::Read& read);

enum class Changed : unsigned char { no, yes };

struct Confirmation {
    MailingEditionId edition;
    std::string by;
    std::int64_t counted;
    base::Instant undo_until;
    std::vector<Wave> waves;
    std::optional<SegmentId> segment{};  // that nobody changes any more
};
// no: it was confirmed before.
Changed confirm(db::Write& write, BlastId id, const Confirmation& confirmation);
// Within the undo window: it is a plan again. no: the window is closed, or it was not confirmed.
Changed take_back(db::Write& write, BlastId id);
// no: it was not running, or not paused, or had ended.
Changed pause(db::Write& write, BlastId id);
Changed resume(db::Write& write, BlastId id);
Changed stop(db::Write& write, BlastId id);
// The wording that the rest gets, and the waves of the rest. no: it was chosen before, or it had ended.
Changed choose(db::Write& write, BlastId id, Variant winner, const std::vector<Wave>& waves);
// Every blast of which nothing is left to do.
bool has_done(db::Read& read);
void finish_done(db::Write& write);

// A wave that has begun, of a blast that may send.
struct ActiveWave {
    BlastId blast;
    Wave wave;
    people::PersonId behind;
};
std::vector<ActiveWave> active_waves(db::Read& read, base::Instant now);
std::vector<Wave> waves(db::Read& read, BlastId id);
// Moves the walk on. no: somebody else did, or the blast may not send any more.
struct Step {
    people::PersonId from, to;
    enum class End : unsigned char { no, yes } end;
};
Changed advance(db::Write& write, const ActiveWave& wave, const Step& step);

}  // namespace mail_sending::store
