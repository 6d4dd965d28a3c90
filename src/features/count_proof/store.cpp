#include "features/count_proof/store.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <sodium.h>

namespace count_proof::store {
namespace {

using ports::CountChange;
using ports::CountStep;

std::optional<Hash> salt_of(const std::optional<db::Blob>& blob) {
    if (!blob) return std::nullopt;
    const auto hash = Hash::of(blob->bytes);
    if (!hash) throw db::Fault{"count_proof_signature: a salt does not hold 32 bytes"};
    return hash;
}

struct NewRow {
    SignatureId signature;
    PetitionId petition;
    SignerClass signer_class;
    base::Instant counted_at;
    db::Blob salt;
    std::int64_t steps = 0, is_counted = 1;
};
const db::BatchCommand<SignatureId(SignatureId, PetitionId, SignerClass, base::Instant, db::Blob, std::int64_t,
                                   std::int64_t)>
    kEnter{R"sql(
    insert into count_proof_signature (signature_id, petition_id, class, counted_at, salt, steps, is_counted)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (signature_id) do nothing returning signature_id
)sql",
           [](const db::Row& row) { return row.as<SignatureId>(0); }};

// Only what changes whether it counts is a step.
struct Turn {
    SignatureId signature;
    std::int64_t is_counted;
};
struct Turned {
    SignatureId signature;
    std::int64_t ordinal;
};
const db::BatchCommand<Turned(SignatureId, std::int64_t)> kTurn{R"sql(
    with told (id, is_counted) as (values ($1, $2))
    update count_proof_signature set steps = count_proof_signature.steps + 1, is_counted = told.is_counted
    from told
    where count_proof_signature.signature_id = told.id and count_proof_signature.is_counted <> told.is_counted
    returning signature_id, steps
)sql",
                                                                db::columns<Turned, SignatureId, std::int64_t>};

struct NewStep {
    SignatureId signature;
    std::int64_t ordinal;
    CountStep step;
};
const db::BatchCommand<void(SignatureId, std::int64_t, CountStep)> kAddStep{
    "insert into count_proof_step (signature_id, ordinal, step) values ($1, $2, $3)"};

const db::Query<Waiting(std::int64_t)> kWaiting{
    "select signature_id, petition_id, class, counted_at, salt from count_proof_signature where position is null "
    "order by signature_id limit $1",
    [](const db::Row& row) {
        return Waiting{row.as<SignatureId>(0), row.as<PetitionId>(1), row.as<SignerClass>(2), row.as<base::Instant>(3),
                       *salt_of(row.as<db::Blob>(4))};
    }};

const db::Query<WaitingStep(std::int64_t)> kWaitingSteps{
    R"sql(
    select later.signature_id, later.ordinal, later.step, signature.position
    from count_proof_step as later join count_proof_signature as signature
      on signature.signature_id = later.signature_id
    where later.position is null and signature.position is not null
    order by later.ordinal, later.signature_id limit $1
)sql",
    db::columns<WaitingStep, SignatureId, std::int64_t, CountStep, std::int64_t>};

const db::BatchCommand<void(SignatureId, std::int64_t)> kPlaceConfirmed{R"sql(
    with placed (id, position) as (values ($1, $2))
    update count_proof_signature
    set position = placed.position, salt = case when salt_goes = 1 then null else salt end
    from placed
    where count_proof_signature.signature_id = placed.id
)sql"};

const db::BatchCommand<void(SignatureId, std::int64_t, std::int64_t)> kPlaceStep{R"sql(
    with placed (id, ordinal, position) as (values ($1, $2, $3))
    update count_proof_step set position = placed.position from placed
    where count_proof_step.signature_id = placed.id and count_proof_step.ordinal = placed.ordinal
)sql"};

const db::BatchCommand<void(SignatureId)> kForgetSalt{R"sql(
    with gone (id) as (values ($1))
    update count_proof_signature
    set salt = case when count_proof_signature.position is null then salt else null end, salt_goes = 1
    from gone
    where count_proof_signature.signature_id = gone.id
)sql"};

Record read_record(const db::Row& row) {
    return {row.as<SignatureId>(0),
            row.as<PetitionId>(1),
            row.as<SignerClass>(2),
            row.as<base::Instant>(3),
            salt_of(row.as<std::optional<db::Blob>>(4)),
            row.integer(5) == 1,
            row.as<std::optional<std::int64_t>>(6)};
}
#define RECORD_COLUMNS "s.signature_id, s.petition_id, s.class, s.counted_at, s.salt, s.is_counted, s.position"
const db::Query<Record(SignatureId)> kFind{
    "select " RECORD_COLUMNS " from count_proof_signature s where s.signature_id = $1", read_record};

// The record once for each step; once without a step where there is none.
struct StoryRow {
    Record record;
    std::optional<Step> step;
};
const db::Query<StoryRow(SignatureId)> kStory{
    "select " RECORD_COLUMNS
    ", t.step, t.position from count_proof_signature s "
    "left join count_proof_step t on t.signature_id = s.signature_id where s.signature_id = $1 order by t.ordinal",
    [](const db::Row& row) {
        const auto step = row.as<std::optional<CountStep>>(7);
        return StoryRow{read_record(row),
                        step ? std::optional{Step{*step, row.as<std::optional<std::int64_t>>(8)}} : std::nullopt};
    }};
#undef RECORD_COLUMNS

const db::Query<std::pair<TallyKey, std::int64_t>()> kStanding{
    "select petition_id, class, sum(is_counted) from count_proof_signature group by petition_id, class "
    "order by petition_id, class",
    [](const db::Row& row) {
        return std::pair{TallyKey{row.as<PetitionId>(0), row.as<SignerClass>(1)}, row.integer(2)};
    }};

const db::Query<std::int64_t()> kHasWaiting{
    "select 1 where exists (select 1 from count_proof_signature where position is null) "
    "or exists (select 1 from count_proof_step where position is null)",
    [](const db::Row& row) { return row.integer(0); }};

// A row for each change, with a salt of its own: one call for the randomness of all.
std::vector<NewRow> new_rows(std::span<const CountChange> changes) {
    std::string salts(changes.size() * Hash::kSize, '\0');
    randombytes_buf(salts.data(), salts.size());
    std::vector<NewRow> rows;
    rows.reserve(changes.size());
    for (const CountChange& change : changes)
        rows.push_back({change.signature,
                        change.petition,
                        change.signer_class,
                        change.first_counted_at,
                        {salts.substr(rows.size() * Hash::kSize, Hash::kSize)}});
    return rows;
}

std::unordered_set<SignatureId> insert(db::Write& write, std::span<const CountChange> changes) {
    const auto ids = write.run_batch(kEnter, new_rows(changes), [](const NewRow& row) {
        return std::tie(row.signature, row.petition, row.signer_class, row.counted_at, row.salt, row.steps,
                        row.is_counted);
    });
    return {ids.begin(), ids.end()};
}

// Of each signature one change at most.
void enter_later(db::Write& write, std::span<const CountChange> changes) {
    std::vector<Turn> turns;
    std::unordered_map<SignatureId, CountStep> steps;
    std::vector<SignatureId> gone;
    for (const CountChange& change : changes) {
        turns.push_back({change.signature, ports::sign_of(change.step) > 0 ? 1 : 0});
        steps.emplace(change.signature, change.step);
        if (change.step == CountStep::withdrawn) gone.push_back(change.signature);
    }
    const auto turned =
        write.run_batch(kTurn, turns, [](const Turn& turn) { return std::tie(turn.signature, turn.is_counted); });
    std::vector<NewStep> rows;
    for (const Turned& each : turned) {
        rows.push_back({each.signature, each.ordinal, steps.at(each.signature)});
        std::erase(gone, each.signature);
    }
    write.run_batch(kAddStep, rows, [](const NewStep& row) { return std::tie(row.signature, row.ordinal, row.step); });
    forget_salts(write, gone);  // withdrawn while they did not count: no entry, but nothing is kept either
}

// Of each signature one change at most.
void enter_each_once(db::Write& write, std::span<const CountChange> changes) {
    const auto inserted = insert(write, changes);
    std::vector<CountChange> later;
    for (const CountChange& change : changes)
        if (change.step != CountStep::confirmed || !inserted.contains(change.signature)) later.push_back(change);
    if (!later.empty()) enter_later(write, later);
}

}  // namespace

void enter(db::Write& write, std::span<const CountChange> changes) {
    std::unordered_set<SignatureId> seen;
    std::size_t first = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (seen.insert(changes[i].signature).second) continue;
        enter_each_once(write, changes.subspan(first, i - first));
        seen = {changes[i].signature};
        first = i;
    }
    if (first < changes.size()) enter_each_once(write, changes.subspan(first));
}

void enter_missing(db::Write& write, std::span<const CountChange> confirmed) { insert(write, confirmed); }

std::vector<Waiting> waiting(db::Read& read, std::int64_t limit) { return read.all(kWaiting, limit); }

std::vector<WaitingStep> waiting_steps(db::Read& read, std::int64_t limit) { return read.all(kWaitingSteps, limit); }

void place_confirmed(db::Write& write, std::span<const Placed> placed) {
    write.run_batch(kPlaceConfirmed, placed,
                    [](const Placed& each) { return std::tie(each.signature, each.position); });
}

void place_steps(db::Write& write, std::span<const Placed> placed) {
    write.run_batch(kPlaceStep, placed,
                    [](const Placed& each) { return std::tie(each.signature, each.ordinal, each.position); });
}

void forget_salts(db::Write& write, std::span<const SignatureId> signatures) {
    write.run_batch(kForgetSalt, signatures, [](const SignatureId& id) { return std::tie(id); });
}

std::optional<Record> find(db::Read& read, SignatureId signature) { return read.one(kFind, signature); }

std::optional<Story> story_of(db::Read& read, SignatureId signature) {
    std::optional<Story> story;
    read.each(
        kStory,
        [&](const StoryRow& row) {
            if (!story) story = Story{row.record, {}};
            if (row.step) story->steps.push_back(*row.step);
        },
        signature);
    return story;
}

std::vector<std::pair<TallyKey, std::int64_t>> standing(db::Read& read) { return read.all(kStanding); }

bool has_waiting(db::Read& read) { return read.one(kHasWaiting).has_value(); }

}  // namespace count_proof::store
