// features/dossiers/record_store.h - promises, positions, meetings and what is to be done, in the database.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "features/dossiers/dossier.h"
#include "features/dossiers/forms.h"
#include "platform/db/transaction.h"

namespace dossiers::store {

// Who records, about whom.
struct By {
    RepresentativeId representative;
    std::string_view staff_name;
    base::Locale locale;  // in which they write notes
};

// Open at first, with the evidence of the promise itself.
PromiseId add_promise(db::Write& write, const PromiseFacts& facts, const By& by);
std::vector<Promise> promises_of(db::Read& read, RepresentativeId representative);  // newest first, with their history
std::optional<Promise> find_promise(db::Read& read, PromiseId id);
// nullopt: somebody recorded another state since facts.seen; nothing was written.
std::optional<PromiseStateId> add_state(db::Write& write, const Promise& promise, const StateFacts& facts,
                                        std::string_view staff_name);

// How many promises stand how, by representative; mistaken ones too.
struct PromiseCount {
    RepresentativeId representative;
    PromiseState state;
    std::int64_t count;
};
std::vector<PromiseCount> promise_counts(db::Read& read);

// Takes the place of the position on the same matter, which is kept.
void set_position(db::Write& write, const PositionFacts& facts, const By& by);
// Current ones first, then those that were replaced, each newest first.
std::vector<OwnPosition> positions_of(db::Read& read, RepresentativeId representative);

MeetingId add_meeting(db::Write& write, const MeetingFacts& facts, const By& by);
std::vector<Meeting> meetings_of(db::Read& read, RepresentativeId representative);  // newest first
std::optional<Meeting> find_meeting(db::Read& read, MeetingId id);
// The facts without what is to be done, which stands by itself since the meeting was recorded.
void change_meeting(db::Write& write, MeetingId id, const MeetingFacts& facts, std::string_view staff_name);
// What is to be done after it stays.
void remove_meeting(db::Write& write, MeetingId id);

void add_follow_up(db::Write& write, const FollowUpForm& facts, const By& by);
std::vector<FollowUp> follow_ups_of(db::Read& read, RepresentativeId representative);  // by the day they are due
std::optional<FollowUp> find_follow_up(db::Read& read, FollowUpId id);
enum class Changed : unsigned char { no, yes };
Changed finish_follow_up(db::Write& write, FollowUpId id, std::string_view staff_name);

// Of all representatives: the last meeting, and the first thing to be done that is not; "" for none.
struct MeetingSum {
    RepresentativeId representative;
    std::int64_t meetings;
    std::string last_on;
};
std::vector<MeetingSum> meeting_sums(db::Read& read);
struct FollowUpSum {
    RepresentativeId representative;
    std::int64_t count;
    std::string first_due_on;
};
std::vector<FollowUpSum> follow_up_sums(db::Read& read);

}  // namespace dossiers::store
