#include "features/champions/store.h"

#include <map>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "features/champions/history_store.h"

namespace champions::store {
namespace {

#define CHAMPION_COLUMNS                                                                                            \
    "id, person_id, address_hash, email, given_name, family_name, slug, locale, level_id, state, place, province, " \
    "motivation, biography_en, biography_fr, picture, speaks_english, speaks_french, in_person, online, "           \
    "radius_kilometres, zone, notice_hours, buffer_in_person, buffer_online, most_per_week, feed, applied_at, "     \
    "confirmed_at, changed_at from champion "

Offer stored_offer(const db::Row& row) {
    Offer offer;
    if (row.as<int>(16) != 0) offer.languages.push_back(base::Locale::english);
    if (row.as<int>(17) != 0) offer.languages.push_back(base::Locale::french);
    if (row.as<int>(18) != 0) offer.formats.push_back(ports::PresentationFormat::in_person);
    if (row.as<int>(19) != 0) offer.formats.push_back(ports::PresentationFormat::online);
    offer.radius_kilometres = row.as<int>(20);
    return offer;
}

// A zone that this system's tables do not know any more is read as Toronto's.
i18n::TimeZone read_zone(std::string_view name) {
    static const auto kKnown = [] {
        std::map<std::string, i18n::TimeZone, std::less<>> known;
        for (const auto each : offered_zones())
            if (const auto zone = i18n::TimeZone::find(each)) known.emplace(std::string{each}, *zone);
        return known;
    }();
    if (const auto found = kKnown.find(name); found != kKnown.end()) return found->second;
    return i18n::TimeZone::find(name).value_or(i18n::TimeZone::toronto());
}

Champion read_champion(const db::Row& row) {
    return {.id = row.as<ChampionId>(0),
            .person = row.as<std::optional<people::PersonId>>(1),
            .address_hash = row.as<std::int64_t>(2),
            .email = row.as<std::string>(3),
            .name = {row.as<std::string>(4), row.as<std::string>(5)},
            .slug = row.as<std::string>(6),
            .locale = row.as<base::Locale>(7),
            .level = row.as<base::LevelId>(8),
            .state = row.as<State>(9),
            .place = row.as<std::string>(10),
            .province = people::province_of(row.text(11)),
            .motivation = row.as<std::string>(12),
            .biography = {row.as<std::string>(13), row.as<std::string>(14)},
            .picture = row.as<ports::PictureId>(15),
            .offer = stored_offer(row),
            .terms = {read_zone(row.text(21)), row.as<int>(22), row.as<int>(23), row.as<int>(24), row.as<int>(25)},
            .feed = row.as<std::int64_t>(26),
            .applied_at = row.as<base::Instant>(27),
            .confirmed_at = row.as<std::optional<base::Instant>>(28),
            .changed_at = row.as<base::Instant>(29)};
}

const db::Query<Champion(ChampionId)> kFind{"select " CHAMPION_COLUMNS "where id = $1 and erased_at is null",
                                            read_champion};
const db::Query<Champion(std::string_view)> kFindBySlug{
    "select " CHAMPION_COLUMNS "where slug = $1 and slug <> '' and erased_at is null", read_champion};
const db::Query<Champion(std::int64_t)> kFindByFeed{"select " CHAMPION_COLUMNS "where feed = $1 and erased_at is null",
                                                    read_champion};
const db::Query<Champion(std::int64_t)> kFindByAddress{
    "select " CHAMPION_COLUMNS "where address_hash = $1 and erased_at is null", read_champion};
const db::Query<Champion(State)> kInState{
    "select " CHAMPION_COLUMNS "where state = $1 and confirmed_at is not null and erased_at is null order by id",
    read_champion};
const db::Query<Champion()> kAll{
    "select " CHAMPION_COLUMNS "where confirmed_at is not null and erased_at is null order by id", read_champion};
const db::Query<std::string(ChampionId)> kName{
    "select given_name || ' ' || family_name from champion where id = $1 and erased_at is null",
    db::columns<std::string, std::string>};

struct OwnedLevel {
    ChampionId champion;
    base::LevelId level;
};
struct OwnedTopic {
    ChampionId champion;
    TopicId topic;
};
struct OwnedShowing {
    ChampionId champion;
    ShowingAct act;
};
const db::Query<OwnedLevel()> kAreas{"select champion_id, level_id from champion_area order by champion_id, level_id",
                                     db::columns<OwnedLevel, ChampionId, base::LevelId>};
const db::Query<OwnedTopic()> kKnows{
    "select champion_id, subject_id from champion_knows order by champion_id, subject_id",
    db::columns<OwnedTopic, ChampionId, TopicId>};
const db::Query<OwnedShowing()> kShown{"select champion_id, act from champion_showing order by id",
                                       db::columns<OwnedShowing, ChampionId, ShowingAct>};
const db::Query<base::LevelId(ChampionId)> kAreasOf{
    "select level_id from champion_area where champion_id = $1 order by level_id",
    db::columns<base::LevelId, base::LevelId>};
const db::Query<TopicId(ChampionId)> kKnowsOf{
    "select subject_id from champion_knows where champion_id = $1 order by subject_id", db::columns<TopicId, TopicId>};

// --- writing

const db::Command<void(ChampionId, std::int64_t, std::string, std::string, std::string, base::Locale, base::LevelId,
                       std::string, std::string_view, std::string, bool, bool, bool, bool, int, std::string,
                       std::int64_t, std::string, base::Instant, base::Instant)>
    kInsert{R"(insert into champion (id, address_hash, email, given_name, family_name, slug, locale, level_id, state,
                   place, province, motivation, speaks_english, speaks_french, in_person, online, radius_kilometres,
                   zone, feed, network, applied_at, changed_at)
               values ($1, $2, $3, $4, $5, '', $6, $7, 0, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                   $20))"};
const db::Command<void(ChampionId)> kDropUnconfirmed{"delete from champion where id = $1 and confirmed_at is null"};
const db::Command<void(ChampionId, people::PersonId, std::string, base::Instant)> kConfirm{
    R"(update champion set person_id = $2, slug = $3, confirmed_at = $4, changed_at = $4
       where id = $1 and confirmed_at is null)"};
const db::Query<std::int64_t(std::string_view)> kCountSlug{"select count(*) from champion where slug = $1",
                                                           db::columns<std::int64_t, std::int64_t>};
const db::Command<void(ChampionId, std::string, std::string, std::string, std::string, std::string, base::Locale, bool,
                       bool, bool, bool, int, base::Instant)>
    kWriteProfile{R"(update champion set given_name = $2, family_name = $3, place = $4, biography_en = $5,
                         biography_fr = $6, locale = $7, speaks_english = $8, speaks_french = $9, in_person = $10,
                         online = $11, radius_kilometres = $12, changed_at = $13
                     where id = $1 and erased_at is null)"};
const db::Command<void(ChampionId, ports::PictureId, base::Instant)> kWritePicture{
    "update champion set picture = $2, changed_at = $3 where id = $1 and erased_at is null"};
const db::Command<void(ChampionId, std::string, int, int, int, int, base::Instant)> kWriteTerms{
    R"(update champion set zone = $2, notice_hours = $3, buffer_in_person = $4, buffer_online = $5, most_per_week = $6,
           changed_at = $7 where id = $1 and erased_at is null)"};
const db::Command<void(ChampionId, base::LevelId, base::Instant)> kWriteLevel{
    "update champion set level_id = $2, changed_at = $3 where id = $1 and erased_at is null"};
const db::Command<void(ChampionId, std::int64_t)> kRenewFeed{"update champion set feed = $2 where id = $1"};

const db::Command<void(ChampionId)> kDropAreas{"delete from champion_area where champion_id = $1"};
const db::Command<void(ChampionId)> kDropKnows{"delete from champion_knows where champion_id = $1"};
const db::BatchCommand<void(ChampionId, base::LevelId)> kAddAreas{
    "insert into champion_area (champion_id, level_id) values ($1, $2)"};
const db::BatchCommand<void(ChampionId, TopicId)> kAddKnows{
    "insert into champion_knows (champion_id, subject_id) values ($1, $2)"};

const db::Query<std::string()> kIncomplete{
    R"(select given_name || ' ' || family_name from champion c where state = 3 and erased_at is null
       and (slug = '' or person_id is null or speaks_english + speaks_french = 0
            or not exists (select 1 from champion_area a where a.champion_id = c.id)) order by id)",
    db::columns<std::string, std::string>};

// Areas, topics and consent of one.
std::optional<Champion> completed(db::Read& read, std::optional<Champion> champion) {
    if (!champion) return champion;
    champion->areas = read.all(kAreasOf, champion->id);
    champion->topics = read.all(kKnowsOf, champion->id);
    const auto shown = showings(read, champion->id);
    champion->is_shown = !shown.empty() && shown.back().act == ShowingAct::given;
    return champion;
}

// The same of many, by three statements.
std::vector<Champion> completed(db::Read& read, std::vector<Champion> champions) {
    std::unordered_map<ChampionId, Champion*> by_id;
    for (auto& each : champions) by_id.emplace(each.id, &each);
    const auto with = [&](ChampionId id, const auto& change) {
        if (const auto found = by_id.find(id); found != by_id.end()) change(*found->second);
    };
    for (const auto& each : read.all(kAreas))
        with(each.champion, [&](Champion& champion) { champion.areas.push_back(each.level); });
    for (const auto& each : read.all(kKnows))
        with(each.champion, [&](Champion& champion) { champion.topics.push_back(each.topic); });
    for (const auto& each : read.all(kShown))
        with(each.champion, [&](Champion& champion) { champion.is_shown = each.act == ShowingAct::given; });
    return champions;
}

bool speaks(const Offer& offer, base::Locale locale) { return holds(offer.languages, locale); }
bool does(const Offer& offer, ports::PresentationFormat format) { return holds(offer.formats, format); }

std::string free_slug(db::Read& read, const std::string& wanted) {
    for (int i = 1;; ++i) {
        auto slug = i == 1 ? wanted : fmt::format("{}-{}", wanted, i);
        if (read.one(kCountSlug, slug).value_or(0) == 0) return slug;
    }
}

// Addresses of ours that are no champion's: "/champions/apply".
std::string unreserved(const std::string& slug) {
    for (const char* taken : {"apply", "own", "sign-in", "confirm", "calendar", "champion"})
        if (slug == taken) return slug + "-1";
    return slug;
}

void insert_as(db::Write& write, ChampionId id, const NewChampion& champion) {
    const auto& is = champion.application;
    write.run(kInsert, id, champion.address_hash, is.email.text(), is.name.given, is.name.family, champion.locale,
              is.level, is.place, champion.province ? people::code(*champion.province) : std::string_view{},
              is.motivation, speaks(is.offer, base::Locale::english), speaks(is.offer, base::Locale::french),
              does(is.offer, ports::PresentationFormat::in_person), does(is.offer, ports::PresentationFormat::online),
              is.offer.radius_kilometres, usual_zone(champion.province).name(), write.new_id<ChampionId>().value,
              champion.network, champion.applied_at.value_or(write.now()), write.now());
    const std::vector areas{is.level};
    write.run_batch(kAddAreas, areas, [&](const base::LevelId& level) { return std::tuple{id, level}; });
}

}  // namespace

std::optional<Champion> find(db::Read& read, ChampionId id) { return completed(read, read.one(kFind, id)); }

std::optional<Champion> find_by_slug(db::Read& read, std::string_view slug) {
    return completed(read, read.one(kFindBySlug, slug));
}

std::optional<Champion> find_by_feed(db::Read& read, std::int64_t feed) {
    return completed(read, read.one(kFindByFeed, feed));
}

std::optional<Champion> find_by_address(db::Read& read, std::int64_t address_hash) {
    return completed(read, read.one(kFindByAddress, address_hash));
}

std::vector<Champion> in_state(db::Read& read, State state) { return completed(read, read.all(kInState, state)); }

std::vector<Champion> all(db::Read& read) { return completed(read, read.all(kAll)); }

std::string name(db::Read& read, ChampionId id) { return read.one(kName, id).value_or(""); }

ChampionId insert(db::Write& write, const NewChampion& champion) {
    const auto id = write.new_id<ChampionId>();
    insert_as(write, id, champion);
    return id;
}

void apply_again(db::Write& write, ChampionId id, const NewChampion& champion) {
    if (drop_unconfirmed(write, id)) insert_as(write, id, champion);
}

bool drop_unconfirmed(db::Write& write, ChampionId id) {
    if (write.run(kDropUnconfirmed, id) == 0) return false;
    write.run(kDropAreas, id);
    return true;
}

void confirm(db::Write& write, const Champion& champion, people::PersonId person) {
    const auto slug = free_slug(write, unreserved(slug_of(champion.full_name())));
    if (write.run(kConfirm, champion.id, person, slug, write.now()) == 0) return;
    const auto day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::microseconds>{std::chrono::microseconds{champion.applied_at.microseconds}});
    take_step(write, champion.id, {StepId{0}, State::applied, day, "", ""});
}

void write_profile(db::Write& write, ChampionId id, const Profile& profile) {
    const auto& offer = profile.offer;
    write.run(kWriteProfile, id, profile.name.given, profile.name.family, profile.place, profile.biography.english,
              profile.biography.french, profile.locale, speaks(offer, base::Locale::english),
              speaks(offer, base::Locale::french), does(offer, ports::PresentationFormat::in_person),
              does(offer, ports::PresentationFormat::online), offer.radius_kilometres, write.now());
    write.run(kDropAreas, id);
    write.run_batch(kAddAreas, profile.areas, [&](const base::LevelId& level) { return std::tuple{id, level}; });
    write.run(kDropKnows, id);
    write.run_batch(kAddKnows, profile.topics, [&](const TopicId& topic) { return std::tuple{id, topic}; });
}

void write_picture(db::Write& write, ChampionId id, ports::PictureId picture) {
    write.run(kWritePicture, id, picture, write.now());
}

void write_terms(db::Write& write, ChampionId id, const Terms& terms) {
    write.run(kWriteTerms, id, terms.zone.name(), terms.notice_hours, terms.buffer_in_person, terms.buffer_online,
              terms.most_per_week, write.now());
}

void write_level(db::Write& write, ChampionId id, base::LevelId level) {
    write.run(kWriteLevel, id, level, write.now());
}

void renew_feed(db::Write& write, ChampionId id) { write.run(kRenewFeed, id, write.new_id<ChampionId>().value); }

std::vector<std::string> incomplete(db::Read& read) { return read.all(kIncomplete); }

}  // namespace champions::store
