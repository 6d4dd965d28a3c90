#include "features/petitions/count_store.h"

#include <tuple>

namespace petitions::store {
namespace {

const db::Command<void(PetitionId, SignerClass, int, std::int64_t, std::int64_t, std::int64_t, std::int64_t)>
    kStepTally{R"sql(
    insert into signature_tally (petition_id, class, lane, pending, confirmed, withdrawn, invalidated)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (petition_id, class, lane) do update
    set pending = signature_tally.pending + excluded.pending,
        confirmed = signature_tally.confirmed + excluded.confirmed,
        withdrawn = signature_tally.withdrawn + excluded.withdrawn,
        invalidated = signature_tally.invalidated + excluded.invalidated
)sql"};

const db::Command<void(PetitionId, SignerClass, int, std::int64_t)> kStepEndorsers{R"sql(
    insert into endorser_tally (petition_id, class, lane, counted) values ($1, $2, $3, $4)
    on conflict (petition_id, class, lane) do update set counted = endorser_tally.counted + excluded.counted
)sql"};

const db::Query<EndorserCount()> kEndorserCounts{R"sql(
    select petition_id, class, sum(counted) from endorser_tally
    group by petition_id, class having sum(counted) <> 0 order by petition_id, class
)sql",
                                                 db::columns<EndorserCount, PetitionId, SignerClass, std::int64_t>};

constexpr auto kReadCount =
    db::columns<Count, PetitionId, SignerClass, std::int64_t, std::int64_t, std::int64_t, std::int64_t>;

const db::Query<Count()> kTally{R"sql(
    select petition_id, class, sum(pending), sum(confirmed), sum(withdrawn), sum(invalidated)
    from signature_tally
    group by petition_id, class order by petition_id, class
)sql",
                                kReadCount};

const db::Query<Count()> kRecount{R"sql(
    select petition_id, class, count(*) filter (where state = 0), count(*) filter (where state = 1),
           count(*) filter (where state = 2), count(*) filter (where state = 3)
    from signature group by petition_id, class order by petition_id, class
)sql",
                                  kReadCount};

const db::Query<std::int64_t()> kWithoutText{R"sql(
    select count(*) from signature
    where not exists (select 1 from petition_text as signed
                      where signed.id = signature.text_id and signed.petition_id = signature.petition_id)
)sql",
                                             db::columns<std::int64_t, std::int64_t>};

const db::Query<std::int64_t()> kShownWithoutRight{R"sql(
    select count(*) from shown_name
    where not exists (select 1 from signature
                      where signature.id = shown_name.signature_id and state = 1 and show_name = 1)
)sql",
                                                   db::columns<std::int64_t, std::int64_t>};

using ShownNameId = base::Id<struct ShownNameTag>;
const db::Command<void(ShownNameId, PetitionId, SignatureId, std::string, std::string, base::Instant)> kShowName{
    "insert into shown_name (id, petition_id, signature_id, name, place, confirmed_at) "
    "values ($1, $2, $3, $4, $5, $6)"};

const db::Command<void(SignatureId)> kHideName{"delete from shown_name where signature_id = $1"};
const db::Command<void(SignatureId)> kForgetWithheldName{"delete from withheld_name where signature_id = $1"};

const db::BatchCommand<void(SignatureId)> kCopyToWithheld{R"sql(
    with wanted (id) as (values ($1))
    insert into withheld_name (id, petition_id, signature_id, name, place, confirmed_at)
    select shown_name.id, petition_id, signature_id, name, place, confirmed_at
    from wanted join shown_name on shown_name.signature_id = wanted.id
)sql"};
const db::BatchCommand<void(SignatureId)> kHideNames{
    "with wanted (id) as (values ($1)) delete from shown_name where signature_id in (select id from wanted)"};
const db::BatchCommand<void(SignatureId)> kCopyToShown{R"sql(
    with wanted (id) as (values ($1))
    insert into shown_name (id, petition_id, signature_id, name, place, confirmed_at)
    select withheld_name.id, petition_id, signature_id, name, place, confirmed_at
    from wanted join withheld_name on withheld_name.signature_id = wanted.id
)sql"};
const db::BatchCommand<void(SignatureId)> kForgetWithheldNames{
    "with wanted (id) as (values ($1)) delete from withheld_name where signature_id in (select id from wanted)"};

const db::Query<ShownName(PetitionId, std::int64_t)> kLatestNames{
    "select name, place, confirmed_at from shown_name where petition_id = $1 order by id desc limit $2",
    db::columns<ShownName, std::string, std::string, base::Instant>};

// shown_name.id grows with the time of confirmation; that of a signature with the time of signing.
const db::Query<NamedSignature(PetitionId, SignatureId, std::int64_t)> kNamesAfter{
    R"sql(
    select signature_id, name, place, confirmed_at from shown_name
    where petition_id = $1
      and id > coalesce((select before.id from shown_name as before where before.signature_id = $2), 0)
    order by id limit $3
)sql",
    [](const db::Row& row) {
        return NamedSignature{row.as<SignatureId>(0),
                              {row.as<std::string>(1), row.as<std::string>(2), row.as<base::Instant>(3)}};
    }};

}  // namespace

void step_tally(db::Write& write, PetitionId petition, const Step& step) {
    write.run(kStepTally, petition, SignerClass::individual, write.lane(), step.pending, step.confirmed, step.withdrawn,
              step.invalidated);
}

void step_endorsers(db::Write& write, const EndorserCount& step) {
    write.run(kStepEndorsers, step.petition, step.signer_class, write.lane(), step.counted);
}

std::vector<EndorserCount> endorser_counts(db::Read& read) { return read.all(kEndorserCounts); }

std::vector<Count> tally(db::Read& read) { return read.all(kTally); }

std::vector<Count> recount(db::Read& read) { return read.all(kRecount); }

Strays strays(db::Read& read) {
    return {.without_text = read.one(kWithoutText).value(),
            .shown_without_right = read.one(kShownWithoutRight).value()};
}

std::vector<NamedSignature> names_after(db::Read& read, const NamesAfter& page) {
    return read.all(kNamesAfter, page.petition, page.after, page.limit);
}

void show_name(db::Write& write, PetitionId petition, SignatureId signature, const ShownName& name) {
    write.run(kShowName, write.new_id<ShownNameId>(), petition, signature, name.name, name.place, name.confirmed_at);
}

void hide_name(db::Write& write, SignatureId signature) {
    write.run(kHideName, signature);
    write.run(kForgetWithheldName, signature);
}

void withhold_names(db::Write& write, std::span<const SignatureId> signatures) {
    const auto column = [](const SignatureId& id) { return std::tie(id); };
    write.run_batch(kCopyToWithheld, signatures, column);
    write.run_batch(kHideNames, signatures, column);
}

void show_names_again(db::Write& write, std::span<const SignatureId> signatures) {
    const auto column = [](const SignatureId& id) { return std::tie(id); };
    write.run_batch(kCopyToShown, signatures, column);
    write.run_batch(kForgetWithheldNames, signatures, column);
}

std::vector<ShownName> latest_names(db::Read& read, PetitionId petition, std::int64_t limit) {
    return read.all(kLatestNames, petition, limit);
}

}  // namespace petitions::store
