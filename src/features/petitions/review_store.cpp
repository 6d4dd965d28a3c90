#include "features/petitions/review_store.h"

#include <tuple>

#include "features/petitions/signature_store.h"

namespace petitions::store {
namespace {

// "review = 0 and score >= 10" is the condition of the index signature_review, word for word. Less is no reason to
// look: on a day when everybody signs, every signature has a few points for that.
const db::Query<SignatureId(PetitionId, std::int64_t, std::int64_t, SignatureId, std::int64_t)> kFlagged{
    R"sql(
    select id from signature
    where petition_id = $1 and review = 0 and score >= 10 and score >= $2 and state < 2
      and score <= $3 and (score < $3 or id < $4)
    order by score desc, id desc limit $5
)sql",
    [](const db::Row& row) { return row.as<SignatureId>(0); }};

const db::Query<std::int64_t(PetitionId, std::int64_t, std::int64_t)> kCountFlagged{
    R"sql(
    select count(*) from (select id from signature
                          where petition_id = $1 and review = 0 and score >= 10 and score >= $2 and state < 2
                          limit $3) as waiting
)sql",
    db::columns<std::int64_t, std::int64_t>};

const db::Query<std::int64_t(PetitionId, std::int64_t)> kCountMarked{R"sql(
    select count(*) from (select id from signature
                          where petition_id = $1 and review = 2 and state < 2 limit $2) as marked
)sql",
                                                                     db::columns<std::int64_t, std::int64_t>};

const db::BatchCommand<void(SignatureId, Verdict, PetitionId)> kDecide{R"sql(
    with decided (id, verdict, petition) as (values ($1, $2, $3))
    update signature set review = decided.verdict
    from decided
    where signature.id = decided.id and signature.petition_id = decided.petition and signature.state < 2
)sql"};

constexpr ReviewPlace kBeforeAll{INT64_MAX, SignatureId{INT64_MAX}};

}  // namespace

std::vector<Signature> flagged(db::Read& read, const ReviewPage& page) {
    const ReviewPlace after = page.after.value_or(kBeforeAll);
    std::vector<Signature> signatures;
    for (const SignatureId id : read.all(kFlagged, page.petition, page.least_score, after.score, after.id, page.limit))
        if (auto signature = find_signature(read, id)) signatures.push_back(*std::move(signature));
    return signatures;
}

std::int64_t count_flagged(db::Read& read, PetitionId petition, std::int64_t least_score) {
    return read.one(kCountFlagged, petition, least_score, kMostCounted).value_or(0);
}

std::int64_t count_marked(db::Read& read, PetitionId petition) {
    return read.one(kCountMarked, petition, kMostCounted).value_or(0);
}

std::int64_t decide(db::Write& write, PetitionId petition, std::span<const Decision> decisions) {
    struct Item {
        SignatureId signature;
        Verdict verdict;
        PetitionId petition;
    };
    std::vector<Item> items;
    for (const Decision& decision : decisions) items.push_back({decision.signature, decision.verdict, petition});
    return write.run_batch(kDecide, items,
                           [](const Item& item) { return std::tie(item.signature, item.verdict, item.petition); });
}

}  // namespace petitions::store
