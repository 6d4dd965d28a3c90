#include "features/comments/store.h"

#include <tuple>

namespace comments::store {
namespace {

Comment read_comment(const db::Row& row) {
    return {.id = row.as<CommentId>(0),
            .signature = row.as<SignatureId>(1),
            .petition = row.as<PetitionId>(2),
            .locale = row.as<base::Locale>(3),
            .words = row.as<std::string>(4),
            .name = row.as<std::string>(5),
            .place = row.as<std::string>(6),
            .likeness = row.integer(7),
            .state = row.as<State>(8),
            .reason = reason_of(row.as<std::string>(9)).value_or(Reason::none),
            .written_at = row.as<base::Instant>(10),
            .decided_by = row.as<std::string>(11),
            .reports = row.integer(12)};
}

#define SELECT_COMMENTS                                                                                       \
    "select id, signature_id, petition_id, locale, words, name, place, likeness, state, reason, written_at, " \
    "decided_by, reports from petition_comment "

const db::Query<Comment(CommentId)> kFind{SELECT_COMMENTS "where id = $1 and counts = 1", read_comment};

const db::Query<Comment(SignatureId)> kOfSignature{SELECT_COMMENTS "where signature_id = $1", read_comment};

const db::Query<Comment(std::int64_t)> kOfAddress{SELECT_COMMENTS "where address_hash = $1 order by id", read_comment};

// Of one state and one language ('': of both): from the oldest on, and from the newest.
const db::Query<Comment(PetitionId, State, std::string_view, CommentId, std::int64_t)> kOldest{
    SELECT_COMMENTS
    "where petition_id = $1 and state = $2 and counts = 1 and ($3 = '' or locale = $3) and id > $4 order by id limit "
    "$5",
    read_comment};

const db::Query<Comment(PetitionId, State, std::string_view, CommentId, std::int64_t)> kNewest{
    SELECT_COMMENTS
    "where petition_id = $1 and state = $2 and counts = 1 and ($3 = '' or locale = $3) and id < $4 "
    "order by id desc limit $5",
    read_comment};

const db::Query<Comment(PetitionId, std::string_view, CommentId, std::int64_t)> kNotShown{
    SELECT_COMMENTS
    "where petition_id = $1 and state >= 2 and counts = 1 and ($2 = '' or locale = $2) and id < $3 "
    "order by id desc limit $4",
    read_comment};

const db::Query<Comment(PetitionId, std::string_view, CommentId, std::int64_t)> kReported{
    SELECT_COMMENTS
    "where petition_id = $1 and reports > 0 and +state = 1 and counts = 1 and ($2 = '' or locale = $2) "
    "and id > $3 order by id limit $4",
    read_comment};

#undef SELECT_COMMENTS

const db::Command<void(CommentId, SignatureId, PetitionId, std::int64_t, base::Locale, std::string_view,
                       std::string_view, std::string_view, std::int64_t, base::Instant)>
    kInsert{R"sql(
    insert into petition_comment (id, signature_id, petition_id, address_hash, locale, words, name, place, likeness,
                                  state, written_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10)
)sql"};

const db::Command<void(SignatureId)> kRemove{"delete from petition_comment where signature_id = $1"};
const db::Command<void(std::int64_t)> kRemoveOfAddress{"delete from petition_comment where address_hash = $1"};

const db::BatchCommand<void(SignatureId)> kRemoveAll{
    "with gone (id) as (values ($1)) delete from petition_comment where signature_id in (select id from gone)"};

// counts: 0 out of sight, 1 back again.
const db::BatchCommand<void(SignatureId, int)> kStand{
    "with standing (id, counts) as (values ($1, $2)) update petition_comment set counts = standing.counts "
    "from standing where petition_comment.signature_id = standing.id"};

const db::Query<std::int64_t(PetitionId)> kCountShown{
    "select count(*) from petition_comment where petition_id = $1 and state = 1 and counts = 1",
    db::columns<std::int64_t, std::int64_t>};

const db::Query<StateCount(PetitionId)> kCounts{
    "select state, reason, count(*) from petition_comment where petition_id = $1 and counts = 1 "
    "group by state, reason order by state, reason",
    [](const db::Row& row) {
        return StateCount{row.as<State>(0), reason_of(row.as<std::string>(1)).value_or(Reason::none), row.integer(2)};
    }};

const db::Query<std::int64_t(PetitionId)> kCountReported{
    "select count(*) from petition_comment where petition_id = $1 and reports > 0 and +state = 1 and counts = 1",
    db::columns<std::int64_t, std::int64_t>};

const db::Query<std::int64_t(std::int64_t)> kCountAlike{
    "select count(*) from (select id from petition_comment where likeness = $1 limit 100) as alike",
    db::columns<std::int64_t, std::int64_t>};

const db::Command<void(CommentId, State, std::string_view, base::Instant, std::string_view, SavingId)> kDecide{R"sql(
    update petition_comment set state = $2, reason = $3, decided_at = $4, decided_by = $5, saving = $6, reports = 0
    where id = $1
)sql"};

using DecisionId = base::Id<struct DecisionTag>;
const db::Command<void(DecisionId, SavingId, CommentId, PetitionId, State, std::string_view, State, std::string_view,
                       base::Instant, std::string_view)>
    kRemember{R"sql(
    insert into comment_decision (id, saving, comment_id, petition_id, state_before, reason_before, state_after,
                                  reason_after, decided_at, decided_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql"};

const db::Query<Undoable(SavingId)> kUndoable{
    R"sql(
    select comment_decision.comment_id, comment_decision.petition_id, state_before, reason_before
    from comment_decision join petition_comment on petition_comment.id = comment_decision.comment_id
    where comment_decision.saving = $1 and undone_at is null and petition_comment.saving = $1
    order by comment_decision.id
)sql",
    db::columns<Undoable, CommentId, PetitionId, State, std::string>};

const db::Command<void(CommentId, State, std::string_view)> kPutBack{
    "update petition_comment set state = $2, reason = $3, saving = 0 where id = $1"};

const db::Command<void(SavingId, CommentId, base::Instant)> kMarkUndone{
    "update comment_decision set undone_at = $3 where saving = $1 and comment_id = $2"};

const db::Command<void(CommentId, PetitionId)> kReport{
    "update petition_comment set reports = reports + 1 where id = $1 and petition_id = $2 and state = 1 and counts = "
    "1"};

constexpr CommentId kBeforeAll{0}, kBehindAll{INT64_MAX};

std::string_view code_of(std::optional<base::Locale> locale) { return locale ? base::code(*locale) : ""; }

}  // namespace

CommentId write_words(db::Write& write, SignatureId signature, const ports::SignerWords& signer) {
    write.run(kRemove, signature);
    const auto id = write.new_id<CommentId>();
    write.run(kInsert, id, signature, signer.petition, signer.address_hash, signer.locale, signer.words, signer.name,
              signer.place, likeness_of(signer.words), write.now());
    return id;
}

std::optional<Comment> find(db::Read& read, CommentId comment) { return read.one(kFind, comment); }

std::optional<Comment> of_signature(db::Read& read, SignatureId signature) { return read.one(kOfSignature, signature); }

std::vector<Comment> of_address(db::Read& read, std::int64_t address_hash) {
    return read.all(kOfAddress, address_hash);
}

void remove(db::Write& write, SignatureId signature) { write.run(kRemove, signature); }

void remove_of_address(db::Write& write, std::int64_t address_hash) { write.run(kRemoveOfAddress, address_hash); }

void follow(db::Write& write, std::span<const ports::CountChange> changes) {
    struct Standing {
        SignatureId signature;
        int counts;
    };
    std::vector<SignatureId> withdrawn;
    std::vector<Standing> standing;
    for (const ports::CountChange& change : changes) {
        if (change.step == ports::CountStep::withdrawn) withdrawn.push_back(change.signature);
        if (change.step == ports::CountStep::invalidated) standing.push_back({change.signature, 0});
        if (change.step == ports::CountStep::restored) standing.push_back({change.signature, 1});
    }
    write.run_batch(kRemoveAll, withdrawn, [](const SignatureId& id) { return std::tie(id); });
    write.run_batch(kStand, standing, [](const Standing& each) { return std::tie(each.signature, each.counts); });
}

std::vector<Comment> shown(db::Read& read, const PublicPage& page) {
    return read.all(kNewest, page.petition, State::shown, code_of(page.locale), page.before.value_or(kBehindAll),
                    page.limit);
}

std::int64_t count_shown(db::Read& read, PetitionId petition) { return read.one(kCountShown, petition).value_or(0); }

std::vector<Comment> page(db::Read& read, const StaffPage& page) {
    const auto language = code_of(page.locale);
    switch (page.view) {
        case View::waiting:
            return read.all(kOldest, page.petition, State::waiting, language, page.after.value_or(kBeforeAll),
                            page.limit);
        case View::reported:
            return read.all(kReported, page.petition, language, page.after.value_or(kBeforeAll), page.limit);
        case View::shown:
            return read.all(kNewest, page.petition, State::shown, language, page.after.value_or(kBehindAll),
                            page.limit);
        case View::not_shown:
            return read.all(kNotShown, page.petition, language, page.after.value_or(kBehindAll), page.limit);
    }
    return {};
}

std::vector<StateCount> counts(db::Read& read, PetitionId petition) { return read.all(kCounts, petition); }

std::int64_t count_reported(db::Read& read, PetitionId petition) {
    return read.one(kCountReported, petition).value_or(0);
}

std::int64_t count_alike(db::Read& read, std::int64_t likeness) { return read.one(kCountAlike, likeness).value_or(0); }

Changed decide(db::Write& write, const Comment& comment, Reason reason, const Deciding& deciding) {
    const State after = state_after(comment.state, reason);
    if (after == comment.state && reason == comment.reason && comment.reports == 0) return Changed::no;
    write.run(kRemember, write.new_id<DecisionId>(), deciding.saving, comment.id, comment.petition, comment.state,
              name_of(comment.reason), after, name_of(reason), write.now(), deciding.by);
    write.run(kDecide, comment.id, after, name_of(reason), write.now(), deciding.by, deciding.saving);
    return Changed::yes;
}

std::vector<Undoable> undoable(db::Read& read, SavingId saving) { return read.all(kUndoable, saving); }

void undo(db::Write& write, SavingId saving, const Undoable& decision) {
    write.run(kPutBack, decision.comment, decision.before, decision.reason_before);
    write.run(kMarkUndone, saving, decision.comment, write.now());
}

Changed report(db::Write& write, PetitionId petition, CommentId comment) {
    return write.run(kReport, comment, petition) == 0 ? Changed::no : Changed::yes;
}

}  // namespace comments::store
