#include <algorithm>
#include <tuple>

#include "base/check.h"
#include "people/addresses.h"
#include "people/fields.h"
#include "people/mail_standing.h"
#include "people/mail_standing_changes.h"
#include "people/merging.h"
#include "people/store.h"
#include "people/tags.h"

namespace people {
namespace {

// Stored by number. shared_tag: both had it.
enum class Part : unsigned char { address = 1, tag = 2, answer = 3, shared_tag = 4 };

// What was filled in, as bits.
constexpr int kNames = 1, kWhere = 2, kRiding = 4;

struct MergeRow {
    MergeId id;
    PersonId kept, merged;
    std::int64_t merged_address;
    int filled;
    MailPreferences before;
    std::string by;
    base::Instant at;
    std::string undone_by;
    std::optional<base::Instant> undone_at;
};

MergeRow read_merge_row(const db::Row& row) {
    return {.id = row.as<MergeId>(0),
            .kept = row.as<PersonId>(1),
            .merged = row.as<PersonId>(2),
            .merged_address = row.as<std::int64_t>(3),
            .filled = row.as<int>(4),
            .before = {.left_out = {row.as<std::int64_t>(5)},
                       .most_per_week = row.as<int>(6),
                       .paused_until = row.as<base::Instant>(7)},
            .by = row.as<std::string>(8),
            .at = row.as<base::Instant>(9),
            .undone_by = row.as<std::string>(10),
            .undone_at = row.as<std::optional<base::Instant>>(11)};
}
const db::Query<MergeRow(MergeId)> kMerge{
    R"(select id, kept_id, merged_id, merged_address, filled, left_out_before, per_week_before, paused_before,
              merged_by, at, undone_by, undone_at from person_merge where id = $1)",
    read_merge_row};
const db::Query<MergeRow(PersonId)> kMergesOf{
    R"(select id, kept_id, merged_id, merged_address, filled, left_out_before, per_week_before, paused_before,
              merged_by, at, undone_by, undone_at from person_merge
       where kept_id = $1 or merged_id = $1 order by id desc)",
    read_merge_row};
const db::Command<void(MergeId, PersonId, PersonId, std::int64_t, int, std::int64_t, int, base::Instant,
                       std::string_view, base::Instant)>
    kInsertMerge{
        R"(insert into person_merge (id, kept_id, merged_id, merged_address, filled, left_out_before, per_week_before,
                                     paused_before, merged_by, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};
const db::Query<PersonId(PersonId)> kStandingMerges{
    "select merged_id from person_merge where kept_id = $1 and undone_at is null order by id",
    db::columns<PersonId, PersonId>};
const db::Command<void(MergeId, std::string_view, base::Instant)> kUndone{
    "update person_merge set undone_by = $2, undone_at = $3 where id = $1"};

const db::BatchCommand<void(MergeId, Part, std::int64_t)> kInsertParts{
    "insert into person_merge_part (merge_id, kind, item) values ($1, $2, $3)"};
const db::Query<std::int64_t(MergeId, Part)> kParts{
    "select item from person_merge_part where merge_id = $1 and kind = $2", db::columns<std::int64_t, std::int64_t>};

// The merged one's address makes room: a number that no address has, since the hashes are spread over all of them.
const db::Command<void(PersonId, PersonId, base::Instant)> kSetAside{
    R"(update person set merged_into = $2, address_hash = -id, family_key = null, given_key = null, changed_at = $3
       where id = $1)"};
const db::Command<void(PersonId, std::int64_t, std::string_view, std::string_view, base::Instant)> kBringBack{
    R"(update person set merged_into = null, address_hash = $2, family_key = $3, given_key = $4, changed_at = $5
       where id = $1)"};

const db::Command<void(std::int64_t, PersonId, std::string_view, base::Instant)> kInsertAddress{
    "insert into person_address (address_hash, person_id, email, added_at) values ($1, $2, $3, $4)"};
const db::Command<void(std::int64_t)> kRemoveAddress{"delete from person_address where address_hash = $1"};
const db::Command<void(std::int64_t, PersonId, PersonId)> kMoveAddress{
    "update person_address set person_id = $3 where address_hash = $1 and person_id = $2"};
const db::Command<void(std::int64_t, PersonId, PersonId)> kMoveAnswer{
    "update person_answer set person_id = $3 where id = $1 and person_id = $2"};

MailPreferences stricter(const MailPreferences& left, const MailPreferences& right) {
    MailPreferences both{.left_out = {left.left_out.bits | right.left_out.bits},
                         .most_per_week = std::min(left.most_per_week, right.most_per_week),
                         .paused_until = std::max(left.paused_until, right.paused_until)};
    if (both.most_per_week == 0) both.most_per_week = std::max(left.most_per_week, right.most_per_week);
    return both;
}

bool is_same(const MailPreferences& left, const MailPreferences& right) {
    return left.left_out == right.left_out && left.most_per_week == right.most_per_week &&
           left.paused_until == right.paused_until;
}

MailPreferences preferences_of(db::Read& read, PersonId person) {
    const auto standing = find_standing(read, person);
    return standing ? standing->preferences : MailPreferences{};
}

bool is_mailed(db::Read& read, PersonId person, base::Instant now) {
    const auto standing = find_standing(read, person);
    return standing && standing->allowed_until > now;
}

bool is_nowhere(const Person& person) { return person.postal_code.empty() && person.place.empty(); }

PersonChange as_it_is(const Person& person) {
    return {person.name, person.locale, address_of(person), person.level, person.riding};
}

// One merge while it is done: moves part after part and notes what it moved.
class Merging {
public:
    Merging(db::Write& write, const Person& kept, const Person& merged)
        : write_(write), kept_(kept), merged_(merged), id_(write.new_id<MergeId>()) {}

    MergeId run(const std::string& by) {
        const auto before = preferences_of(write_, kept_.id);
        const bool was_mailed = is_mailed(write_, merged_.id, write_.now());
        move_addresses();
        move_tags();
        move_answers();
        const int filled = fill();
        write_.run(kInsertMerge, id_, kept_.id, merged_.id, merged_.address_hash, filled, before.left_out.bits,
                   before.most_per_week, before.paused_until, by, write_.now());
        write_.run_batch(kInsertParts, parts_,
                         [](const Moved& moved) { return std::tie(moved.merge, moved.part, moved.item); });
        settle(stricter(before, preferences_of(write_, merged_.id)), was_mailed);
        return id_;
    }

private:
    struct Moved {
        MergeId merge;
        Part part;
        std::int64_t item;
    };

    void note(Part part, std::int64_t item) { parts_.push_back({id_, part, item}); }

    void move_addresses() {
        const auto addresses = addresses_of(write_, merged_.id);
        write_.run(kSetAside, merged_.id, kept_.id, write_.now());
        for (const PersonAddress& address : addresses) {
            note(Part::address, address.address_hash);
            if (address.address_hash == merged_.address_hash)
                write_.run(kInsertAddress, address.address_hash, kept_.id, address.email, address.added_at);
            else
                write_.run(kMoveAddress, address.address_hash, merged_.id, kept_.id);
        }
    }

    void move_tags() {
        for (const Tag& tag : tags_of(write_, merged_.id)) {
            const bool is_new = add_tag(write_, {kept_.id, tag.id}) > 0;
            note(is_new ? Part::tag : Part::shared_tag, tag.id.value);
            remove_tag(write_, {merged_.id, tag.id});
        }
    }

    void move_answers() {
        for (const KeptAnswer& kept : answers_of(write_, merged_.id)) {
            note(Part::answer, kept.id.value);
            write_.run(kMoveAnswer, kept.id.value, merged_.id, kept_.id);
        }
        settle_values(write_, kept_.id);
        settle_values(write_, merged_.id);
    }

    int fill() {
        PersonChange change = as_it_is(kept_);
        int filled = 0;
        if (kept_.name == PersonName{} && merged_.name != PersonName{}) {
            change.name = merged_.name;
            filled |= kNames;
        }
        if (is_nowhere(kept_) && !is_nowhere(merged_)) {
            change.address = address_of(merged_);
            if (!change.level) change.level = merged_.level;
            filled |= kWhere;
        }
        if (!kept_.riding && merged_.riding) {
            change.riding = merged_.riding;
            filled |= kRiding;
        }
        change_person(write_, kept_.id, change);
        return filled;
    }

    // Mail goes on where it was wanted.
    void settle(const MailPreferences& preferences, bool was_mailed) {
        recompute_standing(write_, kept_.id);
        if (was_mailed && !is_mailed(write_, kept_.id, write_.now()))
            use_address(write_, {kept_.id, merged_.address_hash});
        change_preferences(write_, kept_.id, preferences);
        stop_standing(write_, merged_.id);
    }

    db::Write& write_;
    const Person& kept_;
    const Person& merged_;
    MergeId id_;
    std::vector<Moved> parts_;
};

// The kept one goes back to an address of their own, where they use one that has to be given back.
bool free_address(db::Write& write, const MergeRow& row, const std::vector<std::int64_t>& moved) {
    const auto addresses = addresses_of(write, row.kept);
    if (addresses.empty()) return false;
    const auto is_own = [&](const PersonAddress& address) {
        return std::ranges::find(moved, address.address_hash) == moved.end();
    };
    if (is_own(addresses.front())) return true;
    const auto own = std::ranges::find_if(addresses, is_own);
    return own != addresses.end() && use_address(write, {row.kept, own->address_hash});
}

void give_back_addresses(db::Write& write, const MergeRow& row, const Person& merged) {
    for (const std::int64_t hash : write.all(kParts, row.id, Part::address))
        if (hash != row.merged_address) write.run(kMoveAddress, hash, row.kept, row.merged);
    write.run(kRemoveAddress, row.merged_address);
    const auto keys = name_keys(merged.name, merged.email);
    write.run(kBringBack, row.merged, row.merged_address, keys.family, keys.given, write.now());
}

void give_back_tags(db::Write& write, const MergeRow& row) {
    for (const std::int64_t tag : write.all(kParts, row.id, Part::tag))
        if (remove_tag(write, {row.kept, TagId{tag}})) add_tag(write, {row.merged, TagId{tag}});
    for (const std::int64_t tag : write.all(kParts, row.id, Part::shared_tag))
        if (find_tag(write, TagId{tag})) add_tag(write, {row.merged, TagId{tag}});
}

void give_back_answers(db::Write& write, const MergeRow& row) {
    for (const std::int64_t answer : write.all(kParts, row.id, Part::answer))
        write.run(kMoveAnswer, answer, row.kept, row.merged);
    settle_values(write, row.kept);
    settle_values(write, row.merged);
}

// What was filled in, unless somebody changed it since.
void empty_again(db::Write& write, const MergeRow& row, const Person& merged) {
    const auto kept = find_person(write, row.kept);
    if (!kept || row.filled == 0) return;
    PersonChange change = as_it_is(*kept);
    if ((row.filled & kNames) != 0 && kept->name == merged.name) change.name = {};
    if ((row.filled & kWhere) != 0 && kept->postal_code == merged.postal_code && kept->place == merged.place)
        change.address = Address{};
    if ((row.filled & kRiding) != 0 && kept->riding == merged.riding) change.riding = std::nullopt;
    change_person(write, row.kept, change);
}

void give_back_choices(db::Write& write, const MergeRow& row) {
    const auto joined = stricter(row.before, preferences_of(write, row.merged));
    if (is_same(preferences_of(write, row.kept), joined)) change_preferences(write, row.kept, row.before);
    recompute_standing(write, row.kept);
    recompute_standing(write, row.merged);
}

// Whether the merged one's address is still nobody else's.
bool is_address_there(db::Read& read, const MergeRow& row) {
    const auto owner = find_person_by_address(read, row.merged_address);
    return !owner || owner->id == row.kept;
}

bool is_alive(const std::optional<Person>& person) { return person && !person->erased_at && !person->merged_into; }

Merge as_shown(db::Read& read, const MergeRow& row) {
    const auto count = [&](Part part) { return std::ssize(read.all(kParts, row.id, part)); };
    return {row.id,
            row.kept,
            row.merged,
            row.by,
            row.at,
            row.undone_by,
            row.undone_at,
            count(Part::address),
            count(Part::tag) + count(Part::shared_tag),
            count(Part::answer)};
}

}  // namespace

std::optional<MergeId> merge(db::Write& write, const MergeOrder& order) {
    if (order.kept == order.merged) return std::nullopt;
    const auto kept = find_person(write, order.kept);
    const auto merged = find_person(write, order.merged);
    if (!is_alive(kept) || !is_alive(merged)) return std::nullopt;
    return Merging{write, *kept, *merged}.run(order.by);
}

bool undo_merge(db::Write& write, MergeId merge, const std::string& by) {
    const auto row = write.one(kMerge, merge);
    if (!row || row->undone_at) return false;
    const auto merged = find_person(write, row->merged);
    if (!is_alive(find_person(write, row->kept)) || !merged || merged->erased_at) return false;
    if (!is_address_there(write, *row) || !free_address(write, *row, write.all(kParts, row->id, Part::address)))
        return false;
    write.run(kUndone, merge, by, write.now());
    give_back_addresses(write, *row, *merged);
    give_back_tags(write, *row);
    give_back_answers(write, *row);
    empty_again(write, *row, *merged);
    give_back_choices(write, *row);
    return true;
}

std::optional<Merge> find_merge(db::Read& read, MergeId merge) {
    const auto row = read.one(kMerge, merge);
    if (!row) return std::nullopt;
    return as_shown(read, *row);
}

std::vector<Merge> merges_of(db::Read& read, PersonId person) {
    std::vector<Merge> merges;
    for (const MergeRow& row : read.all(kMergesOf, person)) merges.push_back(as_shown(read, row));
    return merges;
}

std::vector<PersonId> selves(db::Read& read, PersonId person) {
    std::vector<PersonId> all{person};
    for (std::size_t next = 0; next < all.size(); ++next)
        for (const PersonId merged : read.all(kStandingMerges, all[next]))
            if (std::ranges::find(all, merged) == all.end()) all.push_back(merged);
    return all;
}

PersonId living(db::Read& read, PersonId person) {
    auto found = find_person(read, person);
    for (int steps = 0; found && found->merged_into && steps < 100; ++steps) {
        person = *found->merged_into;
        found = find_person(read, person);
    }
    return person;
}

}  // namespace people
