// features/voices/decision_store.h - what staff decided about voices: with what was before, so that it can be undone.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/voices/voice.h"
#include "platform/auth/principal.h"
#include "platform/db/transaction.h"

namespace voices::store {

enum class Changed : unsigned char { no, yes };
struct Deciding {
    SavingId saving;
    std::string by;
};
// The row and the memory of what was before. What follows from it is step_service's.
void decide(db::Write& write, const Voice& voice, Reason reason, const Deciding& deciding);
void second(db::Write& write, VoiceId voice, auth::StaffId by);  // the first of two

// The decisions of one save that nobody has decided otherwise since.
struct Undoable {
    VoiceId voice;
    State before;
    std::string reason_before, province;
};
std::vector<Undoable> undoable(db::Read& read, SavingId saving);
void undo(db::Write& write, SavingId saving, const Undoable& decision);

using DecisionId = base::Id<struct DecisionTag>;
struct LoggedDecision {
    DecisionId id;
    VoiceId voice;
    State before, after;
    Reason reason;
    base::Instant at;
    std::string by;
    std::optional<base::Instant> undone_at;
};
// Newest first.
struct LogPage {
    DecisionId before{INT64_MAX};
    std::int64_t limit = 100;
};
std::vector<LoggedDecision> log(db::Read& read, const LogPage& page);

// A reader says that a shown voice should not be. no: it is not shown.
Changed report(db::Write& write, VoiceId voice);

struct ReasonCount {
    Reason reason;
    std::int64_t count;
};
// Those refused and taken down, of a province or of all.
std::vector<ReasonCount> not_shown(db::Read& read, std::string_view province = "");

struct Settings {
    bool is_four_eyes = false;
};
Settings settings(db::Read& read);
void save_settings(db::Write& write, const Settings& settings);

}  // namespace voices::store
