#include "features/politician_tracker/store.h"

namespace politician_tracker::store {
namespace {

// Nine columns, from `first` on.
Politician read_politician(const db::Row& row) {
    return {.id = row.as<PoliticianId>(0),
            .facts = {.name = row.as<std::string>(1),
                      .office = office_of(row.as<std::string>(2)).value_or(Office::other),
                      .region = row.as<std::string>(3),
                      .place = row.as<std::string>(4),
                      .party = row.as<std::string>(5),
                      .email = row.as<std::string>(6),
                      .website = row.as<std::string>(7),
                      .source = row.as<std::string>(8)},
            .left_at = row.as<std::optional<base::Instant>>(9)};
}

Standing read_standing(const db::Row& row) {
    return {.politician = read_politician(row),
            .stand = row.as<Stand>(10),
            .on_date = row.as<std::string>(11),
            .evidence_en = row.as<std::string>(12),
            .evidence_fr = row.as<std::string>(13),
            .evidence_url = row.as<std::string>(14),
            .asked = row.integer(15)};
}

#define PERSON                                                                                 \
    "politician.id, politician.name, politician.office, politician.region, politician.place, " \
    "politician.party, politician.email, politician.website, politician.source, politician.left_at "
#define IN_ORDER "order by politician.office, politician.region, politician.place, politician.name, politician.id"

const db::Query<Politician()> kAll{"select " PERSON "from politician where left_at is null " IN_ORDER, read_politician};
const db::Query<Politician(PoliticianId)> kFind{"select " PERSON "from politician where id = $1", read_politician};

#define STANDING                                                                                          \
    "select " PERSON                                                                                      \
    ", coalesce(current.position, 0), coalesce(current.on_date, ''), coalesce(current.evidence_en, ''), " \
    "coalesce(current.evidence_fr, ''), "                                                                 \
    "coalesce(current.evidence_url, ''), "                                                                \
    "(select coalesce(sum(asked), 0) from pledge_asking as asking "                                       \
    " where asking.petition_id = $1 and asking.politician_id = politician.id) "                           \
    "from politician left join pledge_position as current "                                               \
    "on current.politician_id = politician.id and current.petition_id = $1 and current.replaced_at is null "

const db::Query<Standing(PetitionId)> kStandings{
    STANDING "where politician.left_at is null or current.id is not null " IN_ORDER, read_standing};
const db::Query<Standing(PetitionId, PoliticianId)> kStanding{STANDING "where politician.id = $2", read_standing};

#undef STANDING
#undef IN_ORDER
#undef PERSON

const db::Query<PoliticianId(std::string, std::string_view, std::string, std::string)> kFindSeat{
    "select id from politician where name = $1 and office = $2 and region = $3 and place = $4",
    [](const db::Row& row) { return row.as<PoliticianId>(0); }};

const db::Command<void(PoliticianId, std::string, std::string_view, std::string, std::string, std::string, std::string,
                       std::string, std::string, base::Instant, std::string_view)>
    kInsert{R"sql(
    insert into politician (id, name, office, region, place, party, email, website, source, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};

const db::Command<void(PoliticianId, std::string, std::string, std::string, std::string, base::Instant,
                       std::string_view)>
    kUpdate{R"sql(
    update politician set party = $2, email = $3, website = $4, source = $5, recorded_at = $6, recorded_by = $7,
                          left_at = null
    where id = $1
)sql"};

const db::Command<void(PoliticianId, base::Instant)> kLeave{
    "update politician set left_at = $2 where id = $1 and left_at is null"};

const db::Command<void(PetitionId, PoliticianId, base::Instant)> kReplace{R"sql(
    update pledge_position set replaced_at = $3
    where petition_id = $1 and politician_id = $2 and replaced_at is null
)sql"};

const db::Command<void(PositionId, PetitionId, PoliticianId, Stand, std::string, std::string, std::string, std::string,
                       base::Instant, std::string_view)>
    kAnswer{R"sql(
    insert into pledge_position (id, petition_id, politician_id, position, on_date, evidence_en, evidence_fr,
                                 evidence_url, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql"};

const db::Command<void(PetitionId, PoliticianId, int)> kCountAsking{R"sql(
    insert into pledge_asking (petition_id, politician_id, lane, asked) values ($1, $2, $3, 1)
    on conflict (petition_id, politician_id, lane) do update set asked = pledge_asking.asked + 1
)sql"};

constexpr auto kReadPeriod = db::columns<ElectionPeriod, PeriodId, std::string, std::string, std::string, base::Instant,
                                         std::string, std::int64_t, std::optional<base::Instant>, std::string>;

#define PERIOD                                                                                               \
    "select id, region, tagline_en, tagline_fr, begun_at, begun_by, hidden_politicians, ended_at, ended_by " \
    "from election_period "
const db::Query<ElectionPeriod()> kOpenPeriods{PERIOD "where ended_at is null order by region", kReadPeriod};
const db::Query<ElectionPeriod()> kAllPeriods{PERIOD "order by id desc", kReadPeriod};
#undef PERIOD

const db::Command<PeriodId(PeriodId, std::string, std::string, std::string, base::Instant, std::string, std::int64_t)>
    kBeginPeriod{R"sql(
    insert into election_period (id, region, tagline_en, tagline_fr, begun_at, begun_by, hidden_politicians, ended_by)
    values ($1, $2, $3, $4, $5, $6, $7, '')
    on conflict (region) where ended_at is null do nothing
    returning id
)sql",
                 [](const db::Row& row) { return row.as<PeriodId>(0); }};

const db::Command<void(PeriodId, base::Instant, std::string_view)> kEndPeriod{
    "update election_period set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null"};

}  // namespace

std::vector<Politician> all(db::Read& read) { return read.all(kAll); }

std::optional<Politician> find(db::Read& read, PoliticianId id) { return read.one(kFind, id); }

std::optional<Politician> known(db::Read& read, const PoliticianFacts& facts) {
    const auto id = read.one(kFindSeat, facts.name, name_of(facts.office), facts.region, facts.place);
    return id ? find(read, *id) : std::nullopt;
}

Kept keep(db::Write& write, const PoliticianFacts& facts, std::string_view staff_name) {
    const auto office = name_of(facts.office);
    if (const auto known = write.one(kFindSeat, facts.name, office, facts.region, facts.place)) {
        write.run(kUpdate, *known, facts.party, facts.email, facts.website, facts.source, write.now(), staff_name);
        return Kept::changed;
    }
    write.run(kInsert, write.new_id<PoliticianId>(), facts.name, office, facts.region, facts.place, facts.party,
              facts.email, facts.website, facts.source, write.now(), staff_name);
    return Kept::added;
}

void leave(db::Write& write, PoliticianId id) { write.run(kLeave, id, write.now()); }

std::vector<Standing> standings(db::Read& read, PetitionId petition) { return read.all(kStandings, petition); }

std::optional<Standing> standing(db::Read& read, PetitionId petition, PoliticianId politician) {
    return read.one(kStanding, petition, politician);
}

void answer(db::Write& write, const Answer& answer, std::string_view staff_name) {
    write.run(kReplace, answer.petition, answer.politician, write.now());
    write.run(kAnswer, write.new_id<PositionId>(), answer.petition, answer.politician, answer.facts.stand,
              answer.facts.on_date, answer.facts.evidence_en, answer.facts.evidence_fr, answer.facts.evidence_url,
              write.now(), staff_name);
}

void count_asking(db::Write& write, PetitionId petition, PoliticianId politician) {
    write.run(kCountAsking, petition, politician, write.lane());
}

std::vector<ElectionPeriod> open_periods(db::Read& read) { return read.all(kOpenPeriods); }

std::vector<ElectionPeriod> all_periods(db::Read& read) { return read.all(kAllPeriods); }

std::optional<PeriodId> begin_period(db::Write& write, const NewPeriod& period) {
    return write.run(kBeginPeriod, write.new_id<PeriodId>(), period.region, period.tagline_en, period.tagline_fr,
                     write.now(), period.staff_name, period.hidden_politicians);
}

Changed end_period(db::Write& write, PeriodId id, std::string_view staff_name) {
    return write.run(kEndPeriod, id, write.now(), staff_name) == 0 ? Changed::no : Changed::yes;
}

}  // namespace politician_tracker::store
