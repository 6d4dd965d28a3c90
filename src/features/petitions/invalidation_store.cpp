#include "features/petitions/invalidation_store.h"

#include <tuple>

#include "features/petitions/count_change.h"
#include "features/petitions/count_store.h"

namespace petitions::store {
namespace {

#define INVALIDATION_COLUMNS                                                                        \
    "select id, petition_id, state, conditions, reason_en, reason_fr, up_to, looked_to, expected, " \
    "invalidated, counted, restored, counted_again, asked_at, asked_by_id, asked_by, decided_at, "  \
    "decided_by, ended_at, stopped_by, undo_at, undone_at, undone_by from invalidation "

Invalidation read_invalidation(const db::Row& row) {
    using When = std::optional<base::Instant>;
    return {.id = row.as<InvalidationId>(0),
            .petition = row.as<PetitionId>(1),
            .state = row.as<BatchState>(2),
            .conditions = row.as<std::string>(3),
            .reason = {row.as<std::string>(4), row.as<std::string>(5)},
            .up_to = row.as<SignatureId>(6),
            .looked_to = row.as<SignatureId>(7),
            .expected = row.integer(8),
            .invalidated = row.integer(9),
            .counted = row.integer(10),
            .restored = row.integer(11),
            .counted_again = row.integer(12),
            .asked_at = row.as<base::Instant>(13),
            .asked_by_id = row.integer(14),
            .asked_by = row.as<std::string>(15),
            .decided_at = row.as<When>(16),
            .decided_by = row.as<std::string>(17),
            .ended_at = row.as<When>(18),
            .stopped_by = row.as<std::string>(19),
            .undo_at = row.as<When>(20),
            .undone_at = row.as<When>(21),
            .undone_by = row.as<std::string>(22)};
}

const db::Query<Invalidation(InvalidationId)> kFindInvalidation{INVALIDATION_COLUMNS "where id = $1",
                                                                read_invalidation};

const db::Query<Invalidation(PetitionId, std::int64_t)> kInvalidations{
    INVALIDATION_COLUMNS "where petition_id = $1 order by id desc limit $2", read_invalidation};

const db::Query<Invalidation(PetitionId, std::int64_t)> kCorrections{
    INVALIDATION_COLUMNS "where petition_id = $1 and counted > 0 order by id desc limit $2", read_invalidation};

#undef INVALIDATION_COLUMNS

const db::Query<std::int64_t(PetitionId)> kCountWaiting{
    "select count(*) from invalidation where petition_id = $1 and state = 0", db::columns<std::int64_t, std::int64_t>};

const db::Command<void(InvalidationId, PetitionId, BatchState, std::string, std::string, std::string, SignatureId,
                       std::int64_t, base::Instant, std::int64_t, std::string)>
    kInsert{R"sql(
    insert into invalidation (id, petition_id, state, conditions, reason_en, reason_fr, up_to, looked_to, expected,
                              invalidated, counted, restored, counted_again, asked_at, asked_by_id, asked_by,
                              decided_by, stopped_by, undone_by)
    values ($1, $2, $3, $4, $5, $6, $7, 0, $8, 0, 0, 0, 0, $9, $10, $11, '', '', '')
)sql"};

const db::Command<void(InvalidationId, BatchState, base::Instant, std::string_view)> kDecide{
    "update invalidation set state = $2, decided_at = $3, decided_by = $4 where id = $1 and state = 0"};

const db::Command<void(InvalidationId, base::Instant, std::string_view)> kStop{
    "update invalidation set state = 3, ended_at = $2, stopped_by = $3 where id = $1 and state = 1"};

const db::Command<void(InvalidationId, base::Instant, std::string_view)> kBeginUndo{
    "update invalidation set state = 4, undo_at = $2, undone_by = $3 where id = $1 and state in (2, 3)"};

// From the place that was read: of two that step at once, the second changes nothing.
const db::Command<void(InvalidationId, SignatureId, SignatureId)> kAdvance{
    "update invalidation set looked_to = $3 where id = $1 and state = 1 and looked_to = $2"};

const db::Command<void(InvalidationId, std::int64_t, std::int64_t)> kAddInvalidated{
    "update invalidation set invalidated = invalidated + $2, counted = counted + $3 where id = $1"};

const db::Command<void(InvalidationId, base::Instant)> kEnd{
    "update invalidation set state = 2, ended_at = $2 where id = $1 and state = 1 and looked_to >= up_to"};

const db::Command<void(InvalidationId, std::int64_t, std::int64_t)> kAddRestored{
    "update invalidation set restored = restored + $2, counted_again = counted_again + $3 where id = $1"};

const db::Command<void(InvalidationId, base::Instant)> kEndUndo{
    "update invalidation set state = 5, undone_at = $2 where id = $1 and state = 4"};

// What a step of the count needs of a signature that was moved.
struct MovedSignature {
    SignatureId id;
    SignerClass signer_class;
    std::optional<base::Instant> confirmed_at;
    std::string country, postal_code, source;
};
constexpr auto kReadMoved = db::columns<MovedSignature, SignatureId, SignerClass, std::optional<base::Instant>,
                                        std::string, std::string, std::string>;

const db::BatchCommand<MovedSignature(SignatureId, InvalidationId)> kInvalidate{R"sql(
    with wanted (id, batch) as (values ($1, $2))
    update signature set state = 3, invalidation_id = wanted.batch, review = review + 4
    from wanted
    where signature.id = wanted.id and signature.state < 2
    returning signature.id, class, confirmed_at, country, postal_code, source
)sql",
                                                                                kReadMoved};

const db::BatchCommand<MovedSignature(SignatureId, InvalidationId)> kRestore{R"sql(
    with wanted (id, batch) as (values ($1, $2))
    update signature set state = case when confirmed_at is null then 0 else 1 end, invalidation_id = null,
                         review = review - 4
    from wanted
    where signature.id = wanted.id and signature.state = 3 and signature.invalidation_id = wanted.batch
    returning signature.id, class, confirmed_at, country, postal_code, source
)sql",
                                                                             kReadMoved};

const db::Query<SignatureId(InvalidationId, std::int64_t)> kHeldBy{
    "select id from signature where invalidation_id = $1 and state = 3 order by id limit $2",
    [](const db::Row& row) { return row.as<SignatureId>(0); }};

Moved moved(std::int64_t rows) { return rows == 0 ? Moved::no : Moved::yes; }

struct ItemOfBatch {
    SignatureId signature;
    InvalidationId batch;
};

std::vector<MovedSignature> move_all(db::Write& write,
                                     const db::BatchCommand<MovedSignature(SignatureId, InvalidationId)>& command,
                                     InvalidationId batch, std::span<const SignatureId> signatures) {
    std::vector<ItemOfBatch> items;
    items.reserve(signatures.size());
    for (const SignatureId id : signatures) items.push_back({id, batch});
    return write.run_batch(command, items,
                           [](const ItemOfBatch& item) { return std::tie(item.signature, item.batch); });
}

// Only what counted, or counts again, moves the public count.
std::vector<ports::CountChange> changes_of(const std::vector<MovedSignature>& moved, PetitionId petition,
                                           ports::CountStep step, base::Instant now) {
    std::vector<ports::CountChange> changes;
    for (const MovedSignature& each : moved) {
        if (!each.confirmed_at) continue;
        changes.push_back({.petition = petition,
                           .signer_class = each.signer_class,
                           .signature = each.id,
                           .step = step,
                           .at = now,
                           .first_counted_at = *each.confirmed_at,
                           .region = region_of(each.country, each.postal_code),
                           .source = each.source});
    }
    return changes;
}

std::vector<SignatureId> signatures_of(const std::vector<ports::CountChange>& changes) {
    std::vector<SignatureId> ids;
    ids.reserve(changes.size());
    for (const ports::CountChange& change : changes) ids.push_back(change.signature);
    return ids;
}

}  // namespace

std::optional<Invalidation> find_invalidation(db::Read& read, InvalidationId id) {
    return read.one(kFindInvalidation, id);
}

std::vector<Invalidation> invalidations(db::Read& read, PetitionId petition, std::int64_t limit) {
    return read.all(kInvalidations, petition, limit);
}

std::vector<Invalidation> corrections(db::Read& read, PetitionId petition, std::int64_t limit) {
    return read.all(kCorrections, petition, limit);
}

std::int64_t count_waiting_batches(db::Read& read, PetitionId petition) {
    return read.one(kCountWaiting, petition).value_or(0);
}

InvalidationId insert(db::Write& write, const NewInvalidation& batch) {
    const auto id = write.new_id<InvalidationId>();
    write.run(kInsert, id, batch.petition, batch.state, batch.conditions, batch.reason.english, batch.reason.french,
              batch.up_to, batch.expected, write.now(), batch.asked_by_id, batch.asked_by);
    return id;
}

Moved approve(db::Write& write, InvalidationId id, std::string_view staff_name) {
    return moved(write.run(kDecide, id, BatchState::at_work, write.now(), staff_name));
}

Moved turn_down(db::Write& write, InvalidationId id, std::string_view staff_name) {
    return moved(write.run(kDecide, id, BatchState::turned_down, write.now(), staff_name));
}

Moved stop(db::Write& write, InvalidationId id, std::string_view staff_name) {
    return moved(write.run(kStop, id, write.now(), staff_name));
}

Moved begin_undo(db::Write& write, InvalidationId id, std::string_view staff_name) {
    return moved(write.run(kBeginUndo, id, write.now(), staff_name));
}

std::optional<std::vector<ports::CountChange>> invalidate(db::Write& write, const Invalidation& batch,
                                                          const InvalidationStep& step) {
    if (write.run(kAdvance, batch.id, batch.looked_to, step.looked_to) == 0) return std::nullopt;
    const auto moved = move_all(write, kInvalidate, batch.id, step.signatures);
    auto changes = changes_of(moved, batch.petition, ports::CountStep::invalidated, write.now());
    const std::int64_t all = std::ssize(moved), counted = std::ssize(changes);
    withhold_names(write, signatures_of(changes));
    if (all > 0) {
        step_tally(write, batch.petition, {.pending = counted - all, .confirmed = -counted, .invalidated = all});
        write.run(kAddInvalidated, batch.id, all, counted);
    }
    write.run(kEnd, batch.id, write.now());
    return changes;
}

std::vector<SignatureId> held_by(db::Read& read, InvalidationId id, std::int64_t limit) {
    return read.all(kHeldBy, id, limit);
}

std::vector<ports::CountChange> restore(db::Write& write, const Invalidation& batch,
                                        std::span<const SignatureId> signatures) {
    const auto moved = move_all(write, kRestore, batch.id, signatures);
    auto changes = changes_of(moved, batch.petition, ports::CountStep::restored, write.now());
    const std::int64_t all = std::ssize(moved), counted = std::ssize(changes);
    show_names_again(write, signatures_of(changes));
    if (all > 0) {
        step_tally(write, batch.petition, {.pending = all - counted, .confirmed = counted, .invalidated = -all});
        write.run(kAddRestored, batch.id, all, counted);
    }
    return changes;
}

void end_undo(db::Write& write, InvalidationId id) { write.run(kEndUndo, id, write.now()); }

}  // namespace petitions::store
