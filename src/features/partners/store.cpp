#include "features/partners/store.h"

#include <map>
#include <tuple>

namespace partners::store {
namespace {

using ports::PetitionId;
using ports::SignatureId;

Partner read_partner(const db::Row& row) {
    return {.id = row.as<PartnerId>(0),
            .code = row.as<std::string>(1),
            .name_en = row.as<std::string>(2),
            .name_fr = row.as<std::string>(3),
            .origins = row.as<std::string>(4),
            .created_at = row.as<base::Instant>(5),
            .paused_at = row.as<std::optional<base::Instant>>(6)};
}

#define PARTNER_COLUMNS "select id, code, name_en, name_fr, origins, created_at, paused_at from partner "
const db::Query<Partner()> kAll{PARTNER_COLUMNS "order by name_en, id", read_partner};
const db::Query<Partner(std::string_view)> kByCode{PARTNER_COLUMNS "where code = $1", read_partner};
const db::Query<Partner(PartnerId)> kById{PARTNER_COLUMNS "where id = $1", read_partner};
#undef PARTNER_COLUMNS

const db::Command<void(PartnerId, std::string, std::string, std::string, std::string, base::Instant, auth::StaffId)>
    kInsert{R"sql(
    insert into partner (id, code, name_en, name_fr, origins, created_at, created_by)
    values ($1, $2, $3, $4, $5, $6, $7) on conflict (code) do nothing
)sql"};
const db::Command<void(PartnerId, std::string, std::string, std::string)> kChange{
    "update partner set name_en = $2, name_fr = $3, origins = $4 where id = $1"};
const db::Command<void(PartnerId, base::Instant)> kPause{
    "update partner set paused_at = $2 where id = $1 and paused_at is null"};
const db::Command<void(PartnerId)> kResume{"update partner set paused_at = null where id = $1"};

Wording read_wording(const db::Row& row) {
    return {row.as<PartnerWordingId>(0),
            row.integer(1),
            {row.as<std::string>(2), row.as<std::string>(3)},
            row.as<base::Instant>(4)};
}
const db::Query<Wording(PartnerId)> kNewestWording{
    "select id, version, line_en, line_fr, written_at from partner_wording where partner_id = $1 "
    "order by version desc limit 1",
    read_wording};
const db::Query<OfPartner(PartnerWordingId)> kWording{
    "select id, version, line_en, line_fr, written_at, partner_id from partner_wording where id = $1",
    [](const db::Row& row) { return OfPartner{row.as<PartnerId>(5), read_wording(row)}; }};
const db::Command<void(PartnerWordingId, PartnerId, std::string, std::string, base::Instant, auth::StaffId)>
    kInsertWording{R"sql(
    insert into partner_wording (id, partner_id, line_en, line_fr, written_at, written_by, version)
    select $1, $2, $3, $4, $5, $6, coalesce(max(version), 0) + 1 from partner_wording where partner_id = $2
)sql"};

Agreed read_agreed(const db::Row& row) {
    return {.id = row.as<ConsentRowId>(0),
            .partner = row.as<PartnerId>(1),
            .wording = row.as<PartnerWordingId>(2),
            .petition = row.as<PetitionId>(3),
            .signature = row.as<SignatureId>(4),
            .person = row.as<people::PersonId>(5),
            .address_hash = row.integer(6),
            .locale = row.as<base::Locale>(7),
            .on_behalf_of = row.as<std::string>(8),
            .network = row.as<std::string>(9),
            .ticked_at = row.as<base::Instant>(10),
            .confirmed_at = row.as<base::Instant>(11),
            .ended_at = row.as<std::optional<base::Instant>>(12)};
}
#define AGREED_COLUMNS                                                                                              \
    "select id, partner_id, wording_id, petition_id, signature_id, person_id, address_hash, locale, on_behalf_of, " \
    "network, ticked_at, confirmed_at, ended_at from partner_consent "
const db::Query<Agreed(SignatureId)> kAgreedWith{AGREED_COLUMNS "where signature_id = $1", read_agreed};
const db::Query<Agreed(std::int64_t)> kOfAddress{AGREED_COLUMNS "where address_hash = $1 order by id", read_agreed};
const db::Query<Agreed(PartnerId, ConsentRowId, std::int64_t)> kStanding{
    AGREED_COLUMNS "where partner_id = $1 and id > $2 and ended_at is null and is_counted = 1 order by id limit $3",
    read_agreed};
#undef AGREED_COLUMNS

const db::Command<void(ConsentRowId, PartnerId, PartnerWordingId, PetitionId, SignatureId, people::PersonId,
                       std::int64_t, base::Locale, std::string, std::string, base::Instant, base::Instant)>
    kInsertAgreed{R"sql(
    insert into partner_consent (id, partner_id, wording_id, petition_id, signature_id, person_id, address_hash, locale,
                                 on_behalf_of, network, ticked_at, confirmed_at, is_counted)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1) on conflict (signature_id) do nothing
)sql"};
const db::Command<void(ConsentRowId, base::Instant)> kEnd{
    "update partner_consent set ended_at = $2 where id = $1 and ended_at is null"};
const db::BatchCommand<void(SignatureId, std::int64_t)> kFollow{R"sql(
    with told (id, is_counted) as (values ($1, $2))
    update partner_consent set is_counted = told.is_counted from told where partner_consent.signature_id = told.id
)sql"};
const db::Command<void(std::int64_t, base::Instant)> kForget{R"sql(
    update partner_consent set address_hash = 0, network = '', ended_at = coalesce(ended_at, $2) where address_hash = $1
)sql"};

const db::Command<void(PetitionId, std::string_view, int, std::int64_t)> kStep{R"sql(
    insert into source_tally (petition_id, source, lane, counted) values ($1, $2, $3, $4)
    on conflict (petition_id, source, lane) do update set counted = source_tally.counted + excluded.counted
)sql"};
constexpr auto kReadCount = db::columns<SourceCount, PetitionId, std::string, std::int64_t>;
const db::Query<SourceCount()> kCounts{R"sql(
    select petition_id, source, sum(counted) from source_tally group by petition_id, source
    having sum(counted) <> 0 order by petition_id, source
)sql",
                                       kReadCount};
const db::Query<SourceCount(std::string_view)> kCountsOf{R"sql(
    select petition_id, source, sum(counted) from source_tally where source = $1 group by petition_id, source
    order by petition_id
)sql",
                                                         kReadCount};
const db::Query<AgreedCount(PartnerId)> kAgreedCounts{R"sql(
    select petition_id, count(*) from partner_consent where partner_id = $1 and ended_at is null and is_counted = 1
    group by petition_id order by petition_id
)sql",
                                                      db::columns<AgreedCount, PetitionId, std::int64_t>};

}  // namespace

std::vector<Partner> all(db::Read& read) { return read.all(kAll); }

std::optional<Partner> find(db::Read& read, std::string_view code) { return read.one(kByCode, code); }

std::optional<Partner> find(db::Read& read, PartnerId id) { return read.one(kById, id); }

std::optional<PartnerId> insert(db::Write& write, const PartnerWords& words, auth::StaffId by) {
    const auto id = write.new_id<PartnerId>();
    const auto rows = write.run(kInsert, id, words.code, words.name_en, words.name_fr, words.origins, write.now(), by);
    return rows == 0 ? std::nullopt : std::optional{id};
}

void change(db::Write& write, PartnerId id, const PartnerWords& words) {
    write.run(kChange, id, words.name_en, words.name_fr, words.origins);
}

void pause(db::Write& write, PartnerId id) { write.run(kPause, id, write.now()); }

void resume(db::Write& write, PartnerId id) { write.run(kResume, id); }

std::optional<Wording> newest_wording(db::Read& read, PartnerId partner) { return read.one(kNewestWording, partner); }

void insert_wording(db::Write& write, PartnerId partner, const Line& line, auth::StaffId by) {
    write.run(kInsertWording, write.new_id<PartnerWordingId>(), partner, line.english, line.french, write.now(), by);
}

std::optional<OfPartner> find_wording(db::Read& read, PartnerWordingId id) { return read.one(kWording, id); }

Changed insert_agreed(db::Write& write, const Agreed& agreed) {
    const auto rows = write.run(kInsertAgreed, write.new_id<ConsentRowId>(), agreed.partner, agreed.wording,
                                agreed.petition, agreed.signature, agreed.person, agreed.address_hash, agreed.locale,
                                agreed.on_behalf_of, agreed.network, agreed.ticked_at, agreed.confirmed_at);
    return rows == 0 ? Changed::no : Changed::yes;
}

std::optional<Agreed> agreed_with(db::Read& read, SignatureId signature) { return read.one(kAgreedWith, signature); }

std::vector<Agreed> of_address(db::Read& read, std::int64_t address_hash) { return read.all(kOfAddress, address_hash); }

Changed end(db::Write& write, ConsentRowId id) {
    return write.run(kEnd, id, write.now()) == 0 ? Changed::no : Changed::yes;
}

void follow(db::Write& write, std::span<const Standing> standings) {
    write.run_batch(kFollow, standings, [](const Standing& each) { return std::tie(each.signature, each.is_counted); });
}

void forget(db::Write& write, std::int64_t address_hash) { write.run(kForget, address_hash, write.now()); }

std::vector<Agreed> standing(db::Read& read, const Page& page) {
    return read.all(kStanding, page.partner, page.after, page.limit);
}

void count_steps(db::Write& write, std::span<const ports::CountChange> changes) {
    std::map<std::pair<PetitionId, std::string_view>, std::int64_t> steps;
    for (const ports::CountChange& change : changes)
        if (!change.source.empty()) steps[{change.petition, change.source}] += ports::sign_of(change.step);
    for (const auto& [key, step] : steps)
        if (step != 0) write.run(kStep, key.first, key.second, write.lane(), step);
}

std::vector<SourceCount> counts(db::Read& read) { return read.all(kCounts); }

std::vector<SourceCount> counts_of(db::Read& read, std::string_view source) { return read.all(kCountsOf, source); }

std::vector<AgreedCount> agreed_counts(db::Read& read, PartnerId partner) { return read.all(kAgreedCounts, partner); }

}  // namespace partners::store
