#include "features/petitions/invalidation_scan_store.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

namespace petitions::store {
namespace {

using Tick = SignatureForm::Tick;

constexpr std::int64_t kAtOnce = 100'000;  // signatures: some tens of milliseconds
constexpr std::int64_t kBlocksAtOnce = 3'000;

// A statement reads no column that the conditions do not ask about: decoding rows is most of what a look costs, and
// there are ten million of them. So there is one for every set of these parts; in those where a part is left out its
// parameters are only asked whether they are empty, which databases do once.
enum Part : unsigned { names_part = 1, mail_part = 2, place_part = 4, rest_part = 8 };
constexpr unsigned kSets = 16;

struct PartTexts {
    Part part;
    db::Texts wanted;
    const char* left_out;
};

// Case of A to Z does not matter: that is how LIKE compares in SQLite, and what lower() does under the collation "C",
// which takes half the time of any other. Domains are stored in small letters, postal codes in capitals.
constexpr std::array kParts{
    PartTexts{names_part,
              {R"sql(
      and ($4 = '' or given_name like $4 escape '\') and ($5 = '' or family_name like $5 escape '\')
      and ($6 = '' or (given_name || ' ' || family_name) like $6 escape '\'))sql",
               R"sql(
      and ($4 = '' or lower(given_name collate "C") like $4)
      and ($5 = '' or lower(family_name collate "C") like $5)
      and ($6 = '' or lower((given_name || ' ' || family_name) collate "C") like $6))sql"},
              " and $4 = '' and $5 = '' and $6 = ''"},
    PartTexts{mail_part,
              {R"sql(
      and ($7 = '' or email like $7 escape '\')
      and ($8 = '' or email like $8 escape '\' or email like $9 escape '\'))sql",
               R"sql(
      and ($7 = '' or lower(email collate "C") like $7)
      and ($8 = '' or email like $8 or email like $9))sql"},
              " and $7 = '' and $8 = '' and $9 = ''"},
    PartTexts{place_part,
              {R"sql(
      and ($10 = '' or postal_code like $10 escape '\')
      and ($11 = '' or country = $11 or (country = 'CA' and postal_code >= $12 and postal_code < $13)))sql",
               R"sql(
      and ($10 = '' or postal_code collate "C" like $10)
      and ($11 = '' or country = $11 or (country = 'CA' and postal_code collate "C" >= $12
                                                        and postal_code collate "C" < $13)))sql"},
              " and $10 = '' and $11 = '' and $12 = '' and $13 = ''"},
    PartTexts{rest_part,
              {R"sql(
      and score >= $14 and signed_at >= $15 and signed_at < $16 and ($17 = 0 or (reasons & $17) <> 0)
      and ($18 = 0 or review = 2) and ($19 = '' or source = $19) and ($20 = '' or network like $20 escape '\'))sql",
               R"sql(
      and score >= $14 and signed_at >= $15 and signed_at < $16 and ($17 = 0 or (reasons & $17) <> 0)
      and ($18 = 0 or review = 2) and ($19 = '' or source = $19) and ($20 = '' or network like $20))sql"},
              " and $14 <= 0 and $15 <= 0 and $16 > 0 and $17 = 0 and $18 = 0 and $19 = '' and $20 = ''"},
};

// The plus keeps the databases from going through the index of petitions: a stretch is read row after row, which is
// five times as fast.
constexpr db::Texts kByIdentity{"+petition_id = $1 and id > $2 and id <= $3",
                                "+petition_id = $1 and id > $2 and id <= $3"};
// As the rows lie on the disk. That is by their identities in SQLite; PostgreSQL reads blocks without any index, which
// is twice as fast as rows by theirs.
constexpr db::Texts kByPlace{
    "+petition_id = $1 and id > $2 and id <= $3 and id <= $21",
    "+petition_id = $1 and ctid >= ('(' || $2 || ',0)')::tid and ctid < ('(' || $3 || ',0)')::tid and +id <= $21"};

struct Around {
    const char* head;
    const db::Texts& where;
    const char* end;
};
std::string text_of(const Around& around, unsigned set, const char* db::Texts::* database) {
    std::string text =
        std::string{around.head} + " from signature\n    where " + around.where.*database + " and state < 2";
    for (const PartTexts& part : kParts) text += (set & part.part) != 0 ? part.wanted.*database : part.left_out;
    return text + around.end;
}

using CountQuery =
    db::Query<std::int64_t(PetitionId, std::int64_t, std::int64_t, std::string, std::string, std::string, std::string,
                           std::string, std::string, std::string, std::string, std::string, std::string, std::int64_t,
                           base::Instant, base::Instant, std::int64_t, Tick, std::string, std::string, SignatureId)>;
using PlaceQuery = db::Query<Candidate(PetitionId, std::int64_t, std::int64_t, std::string, std::string, std::string,
                                       std::string, std::string, std::string, std::string, std::string, std::string,
                                       std::string, std::int64_t, base::Instant, base::Instant, std::int64_t, Tick,
                                       std::string, std::string, SignatureId, std::int64_t)>;
using MatchQuery =
    db::Query<Candidate(PetitionId, SignatureId, SignatureId, std::string, std::string, std::string, std::string,
                        std::string, std::string, std::string, std::string, std::string, std::string, std::int64_t,
                        base::Instant, base::Instant, std::int64_t, Tick, std::string, std::string, std::int64_t)>;

// One statement for each set of parts, with its texts.
template <class Query>
class Sets {
public:
    template <class Reader>
    Sets(const Around& around, Reader read) {
        for (unsigned set = 0; set < kSets; ++set) {
            texts_[set] = {text_of(around, set, &db::Texts::sqlite), text_of(around, set, &db::Texts::postgres)};
            queries_[set] =
                std::make_unique<Query>(db::Texts{texts_[set].first.c_str(), texts_[set].second.c_str()}, read);
        }
    }
    const Query& operator[](unsigned set) const { return *queries_[set]; }

private:
    std::array<std::pair<std::string, std::string>, kSets> texts_;
    std::array<std::unique_ptr<Query>, kSets> queries_;
};

const Sets<CountQuery> kCount{{"select count(*)", kByPlace, ""}, db::columns<std::int64_t, std::int64_t>};

constexpr auto kReadCandidate = db::columns<Candidate, SignatureId, std::string, std::string, std::string>;
const Sets<PlaceQuery> kLook{{"select id, network, country, postal_code", kByPlace, "\n    order by id limit $22"},
                             kReadCandidate};
const Sets<MatchQuery> kMatching{
    {"select id, network, country, postal_code", kByIdentity, "\n    order by id limit $21"}, kReadCandidate};

unsigned set_of(const Conditions& of) {
    unsigned set = 0;
    if (!of.given_name.empty() || !of.family_name.empty() || !of.name.empty()) set |= names_part;
    if (!of.address.empty() || !of.domain.empty()) set |= mail_part;
    if (!of.postal_code.empty() || !of.region.empty()) set |= place_part;
    const bool has_time = of.from > base::Instant{0} || of.until < base::Instant{INT64_MAX};
    const bool has_mark = of.least_score > 0 || of.reasons != 0 || of.marked == Tick::yes;
    if (has_time || has_mark || !of.source.empty() || !of.network_prefix.empty()) set |= rest_part;
    return set;
}

const db::Query<SignatureId(PetitionId, SignatureId, SignatureId, std::int64_t)> kEnd{
    "select id from signature where petition_id = $1 and id > $2 and id <= $3 order by id limit 1 offset $4",
    [](const db::Row& row) { return row.as<SignatureId>(0); }};

const db::Query<SignatureId(PetitionId, SignatureId)> kFirst{
    "select id from signature where petition_id = $1 and id > $2 order by id limit 1",
    [](const db::Row& row) { return row.as<SignatureId>(0); }};

// A block holds some thirty signatures. SQLite is never asked.
const db::Query<std::int64_t()> kBlocks{
    {"select 0", "select pg_relation_size('signature') / current_setting('block_size')::bigint"},
    [](const db::Row& row) { return row.integer(0); }};

const db::Query<SignatureId(PetitionId)> kNewest{
    "select id from signature where petition_id = $1 order by id desc limit 1",
    [](const db::Row& row) { return row.as<SignatureId>(0); }};

}  // namespace

std::optional<SignatureId> end_of(db::Read& read, PetitionId petition, const Stretch& rest, std::int64_t signatures) {
    return read.one(kEnd, petition, rest.after, rest.up_to, signatures - 1);
}

std::optional<SignatureId> first_signature(db::Read& read, PetitionId petition, SignatureId after) {
    return read.one(kFirst, petition, after);
}

std::optional<SignatureId> newest_signature(db::Read& read, PetitionId petition) { return read.one(kNewest, petition); }

Places all_places(db::Read& read, PetitionId petition, const Stretch& stretch) {
    if (read.kind() == db::Location::Kind::postgres) return {0, read.one(kBlocks).value_or(0)};
    const auto first = first_signature(read, petition, stretch.after);
    return {first ? first->value - 1 : stretch.up_to.value, stretch.up_to.value};
}

Places first_of(db::Read& read, PetitionId petition, const Places& rest) {
    if (read.kind() == db::Location::Kind::postgres)
        return {rest.after, std::min(rest.after + kBlocksAtOnce, rest.up_to)};
    const auto end = end_of(read, petition, {SignatureId{rest.after}, SignatureId{rest.up_to}}, kAtOnce);
    return {rest.after, end ? end->value : rest.up_to};
}

std::int64_t count_matching(db::Read& read, PetitionId petition, const Conditions& of, const PlacedSight& sight) {
    return read
        .one(kCount[set_of(of)], petition, sight.places.after, sight.places.up_to, of.given_name, of.family_name,
             of.name, of.address, of.domain, of.domain_below, of.postal_code, of.region, of.postal_from,
             of.postal_until, of.least_score, of.from, of.until, of.reasons, of.marked, of.source, of.network_prefix,
             sight.up_to)
        .value_or(0);
}

std::vector<Candidate> matching(db::Read& read, PetitionId petition, const Conditions& of, const PlacedSight& sight) {
    return read.all(kLook[set_of(of)], petition, sight.places.after, sight.places.up_to, of.given_name, of.family_name,
                    of.name, of.address, of.domain, of.domain_below, of.postal_code, of.region, of.postal_from,
                    of.postal_until, of.least_score, of.from, of.until, of.reasons, of.marked, of.source,
                    of.network_prefix, sight.up_to, sight.limit);
}

std::vector<Candidate> matching(db::Read& read, PetitionId petition, const Conditions& of, const Sight& sight) {
    return read.all(kMatching[set_of(of)], petition, sight.stretch.after, sight.stretch.up_to, of.given_name,
                    of.family_name, of.name, of.address, of.domain, of.domain_below, of.postal_code, of.region,
                    of.postal_from, of.postal_until, of.least_score, of.from, of.until, of.reasons, of.marked,
                    of.source, of.network_prefix, sight.limit);
}

}  // namespace petitions::store
