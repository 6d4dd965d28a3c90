#include "features/petitions/invalidation_scan_store.h"

namespace petitions::store {
namespace {

using Tick = SignatureForm::Tick;

// The plus keeps SQLite from going through the index of petitions: a stretch is read row after row, which is five times
// as fast. No text is compared that is no condition. Domains are stored in small letters.
#define WHAT_MATCHES \
    R"sql(
    where +petition_id = $1 and id > $2 and id <= $3 and state < 2
      and score >= $4 and signed_at >= $5 and signed_at < $6
      and ($7 = 0 or (reasons & $7) <> 0)
      and ($8 = 0 or review = 2)
      and ($9 = '' or source = $9)
      and ($10 = '' or network like $10 escape '\')
      and ($11 = '' or postal_code like $11 escape '\')
      and ($12 = '' or country = $12 or (country = 'CA' and postal_code <> ''
                                                 and $13 like '%' || substr(postal_code, 1, 1) || '%'))
      and ($14 = '' or lower(email) like $14 escape '\')
      and ($15 = '' or substr(email, length(email) - length($15)) in ('@' || $15, '.' || $15))
      and ($16 = '' or lower(given_name || ' ' || family_name) like $16 escape '\')
)sql"

const db::Query<std::int64_t(PetitionId, SignatureId, SignatureId, std::int64_t, base::Instant, base::Instant,
                             std::int64_t, Tick, std::string, std::string, std::string, std::string, std::string,
                             std::string, std::string, std::string)>
    kCountMatching{"select count(*) from signature" WHAT_MATCHES, db::columns<std::int64_t, std::int64_t>};

const db::Query<Candidate(PetitionId, SignatureId, SignatureId, std::int64_t, base::Instant, base::Instant,
                          std::int64_t, Tick, std::string, std::string, std::string, std::string, std::string,
                          std::string, std::string, std::string, std::int64_t)>
    kMatching{"select id, network, country, postal_code from signature" WHAT_MATCHES "order by id limit $17",
              db::columns<Candidate, SignatureId, std::string, std::string, std::string>};

#undef WHAT_MATCHES

const db::Query<SignatureId(PetitionId, SignatureId, SignatureId, std::int64_t)> kEnd{
    "select id from signature where petition_id = $1 and id > $2 and id <= $3 order by id limit 1 offset $4",
    [](const db::Row& row) { return row.as<SignatureId>(0); }};

const db::Query<SignatureId(PetitionId)> kNewest{
    "select id from signature where petition_id = $1 order by id desc limit 1",
    [](const db::Row& row) { return row.as<SignatureId>(0); }};

}  // namespace

std::optional<SignatureId> end_of(db::Read& read, PetitionId petition, const Stretch& rest, std::int64_t signatures) {
    return read.one(kEnd, petition, rest.after, rest.up_to, signatures - 1);
}

std::optional<SignatureId> newest_signature(db::Read& read, PetitionId petition) { return read.one(kNewest, petition); }

std::int64_t count_matching(db::Read& read, PetitionId petition, const Conditions& of, const Stretch& stretch) {
    return read
        .one(kCountMatching, petition, stretch.after, stretch.up_to, of.least_score, of.from, of.until, of.reasons,
             of.marked, of.source, of.network_prefix, of.postal_code, of.region, of.region_letters, of.address,
             of.domain, of.name)
        .value_or(0);
}

std::vector<Candidate> matching(db::Read& read, PetitionId petition, const Conditions& of, const Sight& sight) {
    return read.all(kMatching, petition, sight.stretch.after, sight.stretch.up_to, of.least_score, of.from, of.until,
                    of.reasons, of.marked, of.source, of.network_prefix, of.postal_code, of.region, of.region_letters,
                    of.address, of.domain, of.name, sight.limit);
}

}  // namespace petitions::store
