#include "people/store.h"

#include "base/check.h"
#include "people/addresses.h"
#include "people/mail_standing.h"
#include "people/mail_standing_changes.h"
#include "people/person_news.h"
#include "people/person_row.h"
#include "platform/auth/audit.h"

namespace people {
namespace {

// A province is stored as its code, "QC".
std::optional<std::string_view> stored(std::optional<Province> province) {
    if (!province) return std::nullopt;
    return code(*province);
}

std::optional<Province> province_at(const db::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return province_of(row.text(column));
}

Level read_level_row(const db::Row& row) {
    return {.id = row.as<base::LevelId>(0),
            .kind = row.as<LevelKind>(1),
            .slug = row.as<std::string>(2),
            .name_en = row.as<std::string>(3),
            .name_fr = row.as<std::string>(4),
            .accent = row.as<int>(5),
            .parent = row.as<std::optional<base::LevelId>>(6),
            .province = province_at(row, 7)};
}

const db::Query<Level()> kLevels{"select id, kind, slug, name_en, name_fr, accent, parent_id, province from level",
                                 read_level_row};
const db::Query<Level(std::string_view)> kLevelBySlug{
    "select id, kind, slug, name_en, name_fr, accent, parent_id, province from level where slug = $1", read_level_row};
const db::Query<Level(base::LevelId)> kLevelById{
    "select id, kind, slug, name_en, name_fr, accent, parent_id, province from level where id = $1", read_level_row};

const db::Command<void(base::LevelId, LevelKind, std::string_view, std::string_view, std::string_view, int,
                       std::optional<base::LevelId>, std::optional<std::string_view>, base::Instant)>
    kInsertLevel{R"(insert into level (id, kind, slug, name_en, name_fr, accent, parent_id, province, created_at)
                    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (slug) do nothing)"};

const db::Query<Level(std::string_view)> kMovedLevel{
    R"(select l.id, l.kind, l.slug, l.name_en, l.name_fr, l.accent, l.parent_id, l.province
       from level_former_slug f join level l on l.id = f.level_id where f.slug = $1)",
    read_level_row};
const db::Command<void(base::LevelId, std::string_view, std::string_view, std::string_view, int)> kChangeLevel{
    "update level set slug = $2, name_en = $3, name_fr = $4, accent = $5 where id = $1"};
const db::Command<void(std::string_view, base::LevelId, base::Instant)> kKeepFormerSlug{
    R"(insert into level_former_slug (slug, level_id, left_at) values ($1, $2, $3)
       on conflict (slug) do update set level_id = excluded.level_id, left_at = excluded.left_at)"};

// Stored as 0 where staff of the nation alone see the person.
std::optional<base::LevelId> level_at(const db::Row& row, int column) {
    if (row.integer(column) == 0) return std::nullopt;
    return row.as<base::LevelId>(column);
}

const db::Query<Person(PersonId)> kPersonById{
    R"(select id, address_hash, email, given_name, family_name, locale, country, postal_code, place, province,
              first_seen_at, changed_at, erased_at, level_id, riding, merged_into
       from person where id = $1)",
    read_person_row};
const db::Query<Person(std::int64_t)> kPersonByAddress{
    R"(select id, address_hash, email, given_name, family_name, locale, country, postal_code, place, province,
              first_seen_at, changed_at, erased_at, level_id, riding, merged_into
       from person where address_hash = $1)",
    read_person_row};
// By an address that they do not use. Nearly always there is none, and the index is small.
const db::Query<PersonId(std::int64_t)> kOwnerOfOtherAddress{
    "select person_id from person_address where address_hash = $1", db::columns<PersonId, PersonId>};

// What was left empty keeps what was known; the place goes with the postal code, so that the two fit, and so does the
// level, unless it is a local. An address that is another one of a known person changes nothing here.
const db::Command<PersonId(PersonId, std::int64_t, const base::EmailAddress&, std::string_view, std::string_view,
                           base::Locale, std::string_view, std::string_view, std::string_view,
                           std::optional<std::string_view>, base::Instant, std::string_view, std::string_view)>
    kEnsurePerson{
        R"(insert into person (id, address_hash, email, given_name, family_name, locale, country, postal_code, place,
                               province, first_seen_at, changed_at, family_key, given_key, level_id)
           select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13,
                  coalesce((select min(id) from level where province = $10 and kind = 1), 0)
           where not exists (select 1 from person_address where address_hash = $2)
           on conflict (address_hash) do update set
               email = excluded.email,
               given_name = case when excluded.given_name = '' and excluded.family_name = '' then person.given_name
                                 else excluded.given_name end,
               family_name = case when excluded.given_name = '' and excluded.family_name = '' then person.family_name
                                  else excluded.family_name end,
               given_key = case when excluded.given_name = '' and excluded.family_name = ''
                                then coalesce(person.given_key, excluded.given_key) else excluded.given_key end,
               family_key = case when excluded.given_name = '' and excluded.family_name = ''
                                 then coalesce(person.family_key, excluded.family_key) else excluded.family_key end,
               locale = excluded.locale, country = excluded.country,
               postal_code = case when excluded.postal_code = '' then person.postal_code
                                  else excluded.postal_code end,
               province = case when excluded.postal_code = '' then person.province else excluded.province end,
               riding = case when excluded.postal_code in ('', person.postal_code) then person.riding end,
               level_id = case when excluded.postal_code = ''
                                    or person.level_id in (select id from level where kind = 2) then person.level_id
                               else excluded.level_id end,
               place = case when excluded.place = '' and excluded.postal_code in ('', person.postal_code)
                            then person.place else excluded.place end,
               changed_at = excluded.changed_at, erased_at = null
           returning id)",
        db::columns<PersonId, PersonId>};

const db::Command<void(std::int64_t, const base::EmailAddress&)> kRespellOtherAddress{
    "update person_address set email = $2 where address_hash = $1"};

const db::Command<void(PersonId, std::string_view, std::string_view, base::Locale, std::string_view, std::string_view,
                       std::string_view, std::optional<std::string_view>, std::int64_t, std::optional<int>,
                       std::string_view, std::string_view, base::Instant)>
    kChangePerson{
        R"(update person set given_name = $2, family_name = $3, locale = $4, country = $5, postal_code = $6, place = $7,
                             province = $8, level_id = $9, riding = $10, family_key = $11, given_key = $12,
                             changed_at = $13
           where id = $1 and erased_at is null and merged_into is null)"};

// The person, and whoever was merged into them. No list holds them any more.
const db::Command<void(PersonId, base::Instant)> kErasePerson{
    R"(update person set email = '', given_name = '', family_name = '', postal_code = '', place = '', province = null,
                         riding = null, family_key = null, given_key = null, changed_at = $2, erased_at = $2
       where id = $1)"};
const db::Query<PersonId(PersonId)> kMergedInto{
    R"(select p.id from person_merge m join person p on p.id = m.merged_id
       where m.kept_id = $1 and m.undone_at is null and p.erased_at is null)",
    db::columns<PersonId, PersonId>};
const db::Query<std::int64_t(PersonId)> kOtherAddresses{"select address_hash from person_address where person_id = $1",
                                                        db::columns<std::int64_t, std::int64_t>};
const db::Command<void(PersonId)> kForgetAddresses{"delete from person_address where person_id = $1"};
// The fingerprint of a further address, as that of the one in use stays in the person's row: no file brings it back.
const db::Command<void(PersonId, std::int64_t, base::Instant)> kKeepErased{
    R"(insert into person (id, address_hash, email, given_name, family_name, locale, country, postal_code, place,
                           first_seen_at, changed_at, erased_at)
       values ($1, $2, '', '', '', 'en', '', '', '', $3, $3, $3) on conflict (address_hash) do nothing)"};
const db::Command<void(PersonId)> kForgetTags{"delete from person_tag where person_id = $1"};
const db::Command<void(PersonId)> kForgetAnswers{"delete from person_answer where person_id = $1"};
const db::Command<void(PersonId)> kForgetValues{"delete from person_field_value where person_id = $1"};

const db::Query<std::int64_t(std::string_view, base::Locale, std::string_view)> kWording{
    "select id from consent_wording where wording_key = $1 and locale = $2 and words = $3",
    db::columns<std::int64_t, std::int64_t>};
// Another writer may take the same version for other words at the same time: then nothing is inserted.
const db::Command<void(std::int64_t, std::string_view, base::Locale, std::string_view, base::Instant)> kInsertWording{
    R"(insert into consent_wording (id, wording_key, locale, words, first_used_at, version)
       select $1, $2, $3, $4, $5, coalesce(max(version), 0) + 1
       from consent_wording where wording_key = $2 and locale = $3
       on conflict (wording_key, version, locale) do nothing)"};

Consent read_consent_row(const db::Row& row) {
    return {
        .act = row.as<ConsentAct>(0),
        .ground = row.as<ConsentGround>(1),
        .address_hash = row.as<std::int64_t>(2),
        .person = row.as<std::optional<PersonId>>(3),
        .wording = {row.as<std::string>(4), row.as<base::Locale>(6), row.as<std::string>(7), row.as<std::int64_t>(5)},
        .on_behalf_of = row.as<std::string>(8),
        .source = row.as<std::string>(9),
        .network = row.as<std::string>(10),
        .at = row.as<base::Instant>(11),
        .confirmed_at = row.as<std::optional<base::Instant>>(12),
        .expires_at = row.as<std::optional<base::Instant>>(13),
        .purpose = row.as<ConsentPurpose>(14)};
}

const db::Command<void(ConsentId, std::int64_t, std::optional<PersonId>, ConsentAct, ConsentGround, std::int64_t,
                       std::string_view, std::string_view, std::string_view, base::Instant,
                       std::optional<base::Instant>, std::optional<base::Instant>, base::Instant, ConsentPurpose)>
    kInsertConsent{
        R"(insert into consent (id, address_hash, person_id, act, ground, wording_id, on_behalf_of, source, network, at,
                                confirmed_at, expires_at, recorded_at, purpose)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))"};

const db::Query<Consent(std::int64_t)> kNewestConsent{
    R"(select c.act, c.ground, c.address_hash, c.person_id, w.wording_key, w.version, w.locale, w.words,
              c.on_behalf_of, c.source, c.network, c.at, c.confirmed_at, c.expires_at, c.purpose
       from consent c join consent_wording w on w.id = c.wording_id
       where c.address_hash = $1 and c.purpose = 0 order by c.id desc limit 1)",
    read_consent_row};
const db::Query<Consent(std::int64_t)> kConsents{
    R"(select c.act, c.ground, c.address_hash, c.person_id, w.wording_key, w.version, w.locale, w.words,
              c.on_behalf_of, c.source, c.network, c.at, c.confirmed_at, c.expires_at, c.purpose
       from consent c join consent_wording w on w.id = c.wording_id
       where c.address_hash = $1 order by c.id)",
    read_consent_row};

const db::Command<void(PersonId)> kForgetNetworks{"update consent set network = '' where person_id = $1"};

struct WordingTag;

std::int64_t ensure_wording(db::Write& write, const ConsentWording& wording) {
    for (;;) {
        if (const auto id = write.one(kWording, wording.key, wording.locale, wording.words)) return *id;
        write.run(kInsertWording, write.new_id<base::Id<WordingTag>>().value, wording.key, wording.locale,
                  wording.words, write.now());
    }
}

}  // namespace

Person read_person_row(const db::Row& row) {
    return {.id = row.as<PersonId>(0),
            .address_hash = row.as<std::int64_t>(1),
            .email = row.as<std::string>(2),
            .name = {row.as<std::string>(3), row.as<std::string>(4)},
            .locale = row.as<base::Locale>(5),
            .country = row.as<std::string>(6),
            .postal_code = row.as<std::string>(7),
            .place = row.as<std::string>(8),
            .province = province_at(row, 9),
            .first_seen_at = row.as<base::Instant>(10),
            .changed_at = row.as<base::Instant>(11),
            .erased_at = row.as<std::optional<base::Instant>>(12),
            .level = level_at(row, 13),
            .riding = row.as<std::optional<int>>(14),
            .merged_into = row.as<std::optional<PersonId>>(15)};
}

LevelTree levels(db::Read& read) { return LevelTree{read.all(kLevels)}; }

std::optional<Level> find_level(db::Read& read, std::string_view slug) { return read.one(kLevelBySlug, slug); }

std::optional<Level> find_level(db::Read& read, base::LevelId id) { return read.one(kLevelById, id); }

std::optional<base::LevelId> insert_level(db::Write& write, const LevelPlan& plan) {
    const auto id = write.new_id<base::LevelId>();
    const auto inserted = write.run(kInsertLevel, id, plan.kind, plan.slug, plan.name_en, plan.name_fr, plan.accent,
                                    plan.parent, stored(plan.province), write.now());
    if (inserted == 0) return std::nullopt;
    return id;
}

std::optional<Level> find_moved_level(db::Read& read, std::string_view former_slug) {
    return read.one(kMovedLevel, former_slug);
}

void change_level(db::Write& write, const Level& level, const LevelChange& change) {
    write.run(kChangeLevel, level.id, change.slug, change.name_en, change.name_fr, change.accent);
    if (change.slug != level.slug) write.run(kKeepFormerSlug, level.slug, level.id, write.now());
}

namespace {

// They acted under an address that they do not use for mail: what they stated holds, their address stays.
PersonId bring_up_to_date(db::Write& write, const PersonStatement& statement) {
    const auto owner = write.one(kOwnerOfOtherAddress, statement.address_hash);
    CHECK(owner.has_value());
    write.run(kRespellOtherAddress, statement.address_hash, statement.email);
    const auto person = find_person(write, *owner);
    CHECK(person.has_value());
    PersonChange change{statement.name, statement.locale, statement.address, person->level, person->riding};
    if (change.name == PersonName{}) change.name = person->name;
    if (change.address.postal_code.empty()) change.address = address_of(*person);
    change_person(write, *owner, change);
    return *owner;
}

// Who asks for mail at another address of theirs wants it there.
bool is_wish_for_mail(const Consent& consent) {
    return consent.act == ConsentAct::given && consent.ground == ConsentGround::express &&
           consent.purpose == ConsentPurpose::mail && consent.person.has_value();
}

ConsentId append(db::Write& write, const Consent& consent) {
    const auto wording = ensure_wording(write, consent.wording);
    const auto id = write.new_id<ConsentId>();
    write.run(kInsertConsent, id, consent.address_hash, consent.person, consent.act, consent.ground, wording,
              consent.on_behalf_of, consent.source, consent.network, consent.at, consent.confirmed_at,
              consent.expires_at, write.now(), consent.purpose);
    if (is_wish_for_mail(consent)) use_address(write, {*consent.person, consent.address_hash});
    follow_consent(write, consent);
    return id;
}

bool is_on_list(db::Write& write, PersonId id) {
    const auto standing = find_standing(write, id);
    return standing && standing->allowed_until > write.now();
}

void erase_row(db::Write& write, PersonId id) {
    write.run(kErasePerson, id, write.now());
    write.run(kForgetNetworks, id);
    const auto others = write.all(kOtherAddresses, id);
    write.run(kForgetAddresses, id);
    for (const std::int64_t other : others) write.run(kKeepErased, write.new_id<PersonId>(), other, write.now());
    write.run(kForgetTags, id);
    write.run(kForgetAnswers, id);
    write.run(kForgetValues, id);
    forget_standing(write, id);
    auth::forget(write, {"person", id.value});
}

}  // namespace

PersonId ensure_person(db::Write& write, const PersonStatement& statement) {
    const auto& address = statement.address;
    const auto keys = name_keys(statement.name, statement.email.text());
    const auto new_id = write.new_id<PersonId>();
    const auto id = write.run(kEnsurePerson, new_id, statement.address_hash, statement.email, statement.name.given,
                              statement.name.family, statement.locale, address.country.code(), address.postal_code,
                              address.place, stored(address.province), write.now(), keys.family, keys.given);
    if (!id) return bring_up_to_date(write, statement);
    if (*id != new_id) follow_person(write, *id);
    return *id;
}

void change_person(db::Write& write, PersonId id, const PersonChange& change) {
    const auto person = find_person(write, id);
    if (!person) return;
    const auto keys = name_keys(change.name, person->email);
    const auto& address = change.address;
    write.run(kChangePerson, id, change.name.given, change.name.family, change.locale, address.country.code(),
              address.postal_code, address.place, stored(address.province),
              change.level ? change.level->value : std::int64_t{0}, change.riding, keys.family, keys.given,
              write.now());
    follow_person(write, id);
}

std::optional<Person> find_person(db::Read& read, PersonId id) { return read.one(kPersonById, id); }

std::optional<Person> find_person_by_address(db::Read& read, std::int64_t address_hash) {
    if (auto person = read.one(kPersonByAddress, address_hash)) return person;
    const auto owner = read.one(kOwnerOfOtherAddress, address_hash);
    if (!owner) return std::nullopt;
    return find_person(read, *owner);
}

void erase_person(db::Write& write, PersonId id) {
    for (const PersonId merged : write.all(kMergedInto, id)) erase_person(write, merged);
    const auto person = is_followed(write) ? find_person(write, id) : std::nullopt;
    if (person && !person->erased_at) tell_news(write, {id, PersonStep::erased, write.now()});
    erase_row(write, id);
}

ConsentId record_consent_of_file(db::Write& write, const Consent& consent) { return append(write, consent); }

ConsentId record_consent(db::Write& write, const Consent& consent) {
    if (!consent.person || consent.purpose != ConsentPurpose::mail || !is_followed(write))
        return append(write, consent);
    const bool was_on = is_on_list(write, *consent.person);
    const auto id = append(write, consent);
    const bool is_on = is_on_list(write, *consent.person);
    if (is_on)
        tell_news(write, {*consent.person, was_on ? PersonStep::agreed_again : PersonStep::joined, write.now()});
    else if (was_on)
        tell_news(write, {*consent.person, PersonStep::left, write.now()});
    return id;
}

std::optional<Consent> newest_consent(db::Read& read, std::int64_t address_hash) {
    return read.one(kNewestConsent, address_hash);
}

std::vector<Consent> consents(db::Read& read, std::int64_t address_hash) { return read.all(kConsents, address_hash); }

bool has_consent(db::Read& read, std::int64_t address_hash, base::Instant now) {
    return state_of(newest_consent(read, address_hash), now) == ConsentState::given;
}

}  // namespace people
