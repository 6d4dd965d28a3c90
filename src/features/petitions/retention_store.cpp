#include "features/petitions/retention_store.h"

#include <tuple>

namespace petitions::store {
namespace {

const db::Query<SignatureId(base::Instant, SignatureId, std::int64_t)> kWithOldNetwork{
    "select id from signature where signed_at < $1 and id > $2 and network <> '' order by id limit $3",
    [](const db::Row& row) { return row.as<SignatureId>(0); }};

const db::Query<std::int64_t(base::Instant)> kCountOldNetworks{
    "select count(*) from signature where signed_at < $1 and network <> ''",
    [](const db::Row& row) { return row.integer(0); }};

const db::BatchCommand<void(SignatureId)> kForgetNetwork{
    "with old (id) as (values ($1)) update signature set network = '' from old where signature.id = old.id"};

}  // namespace

std::vector<SignatureId> with_old_network(db::Read& read, const OldNetworks& old) {
    return read.all(kWithOldNetwork, old.signed_before, old.after, old.limit);
}

std::int64_t count_old_networks(db::Read& read, base::Instant signed_before) {
    return read.one(kCountOldNetworks, signed_before).value_or(0);
}

void forget_networks(db::Write& write, std::span<const SignatureId> signatures) {
    write.run_batch(kForgetNetwork, signatures, [](const SignatureId& id) { return std::tie(id); });
}

}  // namespace petitions::store
