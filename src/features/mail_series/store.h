// features/mail_series/store.h - all SQL of this slice.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "features/mail_series/series.h"
#include "platform/db/transaction.h"
#include "ports/person_actions.h"

namespace mail_series::store {

std::vector<Series> all(db::Read& read);  // newest first
std::optional<Series> find(db::Read& read, SeriesId id);
SeriesId insert(db::Write& write, const Plan& plan, const std::string& by);
// The steps that were are replaced; who is under way goes on with the step of the same number.
void change(db::Write& write, SeriesId id, const Plan& plan);
void switch_on(db::Write& write, SeriesId id);
void switch_off(db::Write& write, SeriesId id);
void set_edition(db::Write& write, SeriesId id, int position, ports::MailingEditionId edition);

// Lets whoever did this into the series that wait for it and are on; nobody comes in twice.
void enter(db::Write& write, const ports::PersonAction& action);

// Of series that are on, those whose mail is due, the longest due first.
struct DueMember {
    Member member;
    base::Instant due_at;
};
std::vector<DueMember> due(db::Read& read, base::Instant now, std::int64_t limit);
void go_on(db::Write& write, const Member& member, base::Instant due_at);
void wait_until(db::Write& write, const Member& member, base::Instant due_at);
void end(db::Write& write, const Member& member, Ended ended);

// Whether they ever came in.
bool is_member(db::Read& read, SeriesId series, people::PersonId person);

std::map<Ended, std::int64_t> counts(db::Read& read, SeriesId id);

struct Membership {
    SeriesId series;
    std::string name;
    base::Instant entered_at;
    Ended ended;
};
std::vector<Membership> memberships(db::Read& read, people::PersonId person);
void forget(db::Write& write, people::PersonId person);

}  // namespace mail_series::store
