// features/segments/store.h - all SQL of this slice.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/segments/segment.h"
#include "people/person.h"
#include "platform/db/transaction.h"
#include "ports/person_actions.h"
#include "ports/person_merges.h"

namespace segments::store {

// Segments. Those that are retired are still found by their id.
std::vector<Segment> segments(db::Read& read);
std::optional<Segment> find_segment(db::Read& read, SegmentId id);
struct Keeping {
    const NamedRules& named;
    const std::string& by;
};
SegmentId insert_segment(db::Write& write, const Keeping& keeping);
void change_segment(db::Write& write, SegmentId id, const Keeping& keeping);
void retire_segment(db::Write& write, SegmentId id);
// A copy that is retired from the beginning: what was confirmed with these rules keeps them.
std::optional<SegmentId> freeze_segment(db::Write& write, SegmentId id);

// The fingerprint of what was done: FNV-1a of the kind, a colon and the number. Never changes.
std::int64_t subject_of(std::string_view kind, std::int64_t about);

// Keeps the last time, or forgets it. Under an address that no person has it waits until somebody has it.
void keep_actions(db::Write& write, std::span<const ports::PersonAction> actions);
// What was done under an address before a person had it becomes theirs.
struct EarlyAddress {
    std::int64_t address_hash;
    people::PersonId person;
};
void adopt(db::Write& write, const EarlyAddress& early);
// Addresses of which something waits, though a person has them: of people who came since then, and of all.
std::vector<EarlyAddress> newcomers(db::Read& read, base::Instant since, std::int64_t limit);
std::vector<EarlyAddress> known_by_now(db::Read& read, std::int64_t limit);
// The kept one did what the merged one did; parted, each did their own again.
void join_actions(db::Write& write, const ports::PersonMerge& merge);
void part_actions(db::Write& write, const ports::PersonMerge& merge);
// Of an erased person, and of an address of theirs.
void forget_person(db::Write& write, people::PersonId person);
void forget_address(db::Write& write, std::int64_t address_hash);
struct KeptAction {
    std::int64_t subject;
    base::Instant at;
};
std::vector<KeptAction> actions_of(db::Read& read, people::PersonId person);

// The people with ids in (after, last], in order.
struct IdRange {
    people::PersonId after, last;
};
std::vector<people::PersonId> who_did(db::Read& read, std::int64_t subject, const IdRange& range);
// The same, of those who did it at this time or later.
struct Since {
    std::int64_t subject;
    base::Instant at;
};
std::vector<people::PersonId> who_did_since(db::Read& read, const Since& since, const IdRange& range);
// Who did anything at this time or later.
std::vector<people::PersonId> active_since(db::Read& read, base::Instant at, const IdRange& range);

}  // namespace segments::store
