#include "features/voices/store.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/check.h"
#include "features/voices/picture_store.h"
#include "people/said_words.h"
#include "platform/imaging/perceptual_hash.h"

namespace voices::store {
namespace {

Voice read_voice(const db::Row& row) {
    return {.id = row.as<VoiceId>(0),
            .state = row.as<State>(1),
            .locale = row.as<base::Locale>(2),
            .name = row.as<std::string>(3),
            .place = row.as<std::string>(4),
            .province = row.as<std::string>(5),
            .message = row.as<std::string>(6),
            .alt = row.as<std::string>(7),
            .likeness = row.integer(8),
            .email = row.as<std::string>(9),
            .address_hash = row.integer(10),
            .consent = row.as<WordingId>(11),
            .guardian_name = row.as<std::string>(12),
            .guardian_email = row.as<std::string>(13),
            .guardian_consent = row.as<WordingId>(14),
            .guardian_confirmed_at = row.as<std::optional<base::Instant>>(15),
            .wants_link = row.integer(16) != 0,
            .signature = row.as<ports::SignatureId>(17),
            .petition = row.as<ports::PetitionId>(18),
            .picture = row.as<PictureState>(19),
            .picture_problem = row.as<PictureProblem>(20),
            .original = row.as<std::string>(21),
            .cut = {row.as<int>(22), crop_of(row.text(23))},
            .width = row.as<int>(24),
            .height = row.as<int>(25),
            .placeholder = row.as<std::string>(26),
            .perceptual_hash = row.integer(27),
            .file_hash = row.integer(28),
            .sent_at = row.as<base::Instant>(29),
            .confirmed_at = row.as<std::optional<base::Instant>>(30),
            .approved_at = row.as<std::optional<base::Instant>>(31),
            .withdrawn_at = row.as<std::optional<base::Instant>>(32),
            .decided_by = row.as<std::string>(33),
            .reason = reason_of(row.as<std::string>(34)).value_or(Reason::none),
            .seconded_by = row.integer(35),
            .reports = row.integer(36),
            .wall_key = row.integer(37)};
}

#define SELECT_VOICES                                                                                            \
    "select id, state, locale, name, place, province, message, alt, likeness, email, address_hash, consent_id, " \
    "guardian_name, guardian_email, guardian_consent_id, guardian_confirmed_at, wants_link, signature_id, "      \
    "petition_id, picture, picture_reason, original, turns, crop, width, height, placeholder, perceptual_hash, " \
    "file_hash, sent_at, confirmed_at, approved_at, withdrawn_at, decided_by, reason, seconded_by, reports, "    \
    "wall_key from voice "

const db::Query<Voice(VoiceId)> kFind{SELECT_VOICES "where id = $1", read_voice};

const db::Query<Voice(std::int64_t)> kOfAddress{
    SELECT_VOICES
    "where (address_hash = $1 and address_hash <> 0) or (guardian_hash = $1 and guardian_hash <> 0) "
    "order by id",
    read_voice};

const db::Query<Voice(std::string_view, VoiceId, std::int64_t, std::string_view)> kWaiting{
    SELECT_VOICES
    "where state = 1 and (picture = 0 or picture = 2) and ($1 = '' or locale = $1) and ($4 = '' or province = $4) and "
    "id > $2 order by id limit $3",
    read_voice};
const db::Query<Voice(std::string_view, VoiceId, std::int64_t, std::string_view)> kReported{
    SELECT_VOICES
    "where reports > 0 and +state = 2 and ($1 = '' or locale = $1) and ($4 = '' or province = $4) and id > $2 order by "
    "id limit $3",
    read_voice};
const db::Query<Voice(std::string_view, VoiceId, std::int64_t, std::string_view)> kShown{
    SELECT_VOICES
    "where state = 2 and ($1 = '' or locale = $1) and ($4 = '' or province = $4) and id < $2 order by id desc limit $3",
    read_voice};
const db::Query<Voice(std::string_view, VoiceId, std::int64_t, std::string_view)> kNotShown{
    SELECT_VOICES
    "where (state = 3 or state = 4) and ($1 = '' or locale = $1) and ($4 = '' or province = $4) and id < $2 order by "
    "id desc limit $3",
    read_voice};

const db::Query<Voice(base::Instant, std::int64_t)> kUnconfirmedBefore{
    SELECT_VOICES "where state = 0 and sent_at < $1 order by id limit $2", read_voice};
const db::Query<Voice(base::Instant, std::int64_t)> kOriginalsBefore{
    SELECT_VOICES "where original <> '' and decided_at < $1 and state <> 1 and picture <> 1 order by id limit $2",
    read_voice};
const db::Query<Voice(base::Instant, std::int64_t)> kRefusedBefore{
    SELECT_VOICES "where (state = 3 or state = 4) and decided_at < $1 order by id limit $2", read_voice};

#undef SELECT_VOICES

constexpr auto kCount = db::columns<std::int64_t, std::int64_t>;

const db::Query<std::int64_t(base::Instant)> kCountUnconfirmed{
    "select count(*) from voice where state = 0 and sent_at < $1", kCount};
const db::Query<std::int64_t(base::Instant)> kCountOriginals{
    "select count(*) from voice where original <> '' and decided_at < $1 and state <> 1 and picture <> 1", kCount};
const db::Query<std::int64_t(base::Instant)> kCountRefused{
    "select count(*) from voice where (state = 3 or state = 4) and decided_at < $1", kCount};
const db::Query<std::int64_t(std::int64_t, base::Instant)> kCountSince{
    "select count(*) from voice where (address_hash = $1 or (guardian_hash = $1 and guardian_hash <> 0)) and sent_at "
    ">= "
    "$2",
    kCount};
const db::Query<std::int64_t(std::string_view)> kCountWaiting{
    "select count(*) from voice where state = 1 and (picture = 0 or picture = 2) and ($1 = '' or province = $1)",
    kCount};
const db::Query<std::int64_t(std::string_view)> kCountReported{
    "select count(*) from voice where reports > 0 and +state = 2 and ($1 = '' or province = $1)", kCount};
const db::Query<std::int64_t(std::int64_t)> kCountAlike{
    "select count(*) from (select id from voice where likeness = $1 and likeness <> 0 limit 100) as alike", kCount};
const db::Command<void(VoiceId, base::Locale, std::string, std::string, std::string_view, std::string, std::string,
                       std::int64_t, std::string, std::int64_t, WordingId, int)>
    kInsert{R"sql(
    insert into voice (id, state, locale, name, place, province, message, alt, likeness, email, address_hash,
                       consent_id, picture, sent_at)
    values ($1, 0, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0)
)sql"};
const db::Command<void(VoiceId, std::string_view, std::string_view, std::int64_t, WordingId, int, std::string, int,
                       std::string, std::string, base::Instant)>
    kComplete{R"sql(
    update voice set guardian_name = $2, guardian_email = $3, guardian_hash = $4, guardian_consent_id = $5,
                     wants_link = $6, original = $7, turns = $8, crop = $9, network = $10, sent_at = $11
    where id = $1
)sql"};

const db::Command<void(VoiceId, State, base::Instant)> kConfirm{
    "update voice set confirmed_at = $3, state = $2 where id = $1 and confirmed_at is null"};
const db::Command<void(VoiceId, State, base::Instant)> kConfirmGuardian{
    "update voice set guardian_confirmed_at = $3, state = $2 where id = $1 and guardian_confirmed_at is null"};

const db::Command<void(VoiceId, ports::SignatureId, ports::PetitionId)> kSaveLink{
    "update voice set signature_id = $2, petition_id = $3 where id = $1"};
const db::Command<void(ports::SignatureId)> kRemoveLinks{
    "update voice set signature_id = 0, petition_id = 0 where signature_id = $1 and signature_id <> 0"};

const db::Command<void(VoiceId, base::Instant)> kEntomb{R"sql(
    update voice set state = 5, withdrawn_at = $2, name = '', place = '', province = '', message = '', alt = '',
                     likeness = 0, email = '', address_hash = 0, guardian_name = '', guardian_email = '',
                     guardian_hash = 0, signature_id = 0, petition_id = 0, wants_link = 0, picture = 0, original = '',
                     crop = '', turns = 0, width = 0, height = 0, placeholder = '', perceptual_hash = 0,
                     file_hash = 0, network = '', seconded_by = 0, reports = 0, reason = ''
    where id = $1
)sql"};
const db::Command<void(VoiceId)> kRemove{"delete from voice where id = $1"};
constexpr VoiceId kBeforeAll{0}, kBehindAll{INT64_MAX};

std::string_view code_of(std::optional<base::Locale> locale) { return locale ? base::code(*locale) : ""; }

}  // namespace

VoiceId insert(db::Write& write, const NewVoice& voice) {
    const auto& said = voice.submission;
    const auto id = write.new_id<VoiceId>();
    const auto picture = voice.original.empty() ? PictureState::none : PictureState::preparing;
    write.run(kInsert, id, voice.locale, said.name, said.place, said.province ? people::code(*said.province) : "",
              said.message, said.alt, people::likeness_of(said.message), said.email.text(), voice.address_hash,
              voice.consent, static_cast<int>(picture));
    write.run(kComplete, id, said.guardian ? std::string_view{said.guardian->name} : "",
              said.guardian ? std::string_view{said.guardian->email.text()} : "", voice.guardian_hash,
              voice.guardian_consent, said.link == Tick::yes ? 1 : 0, voice.original, said.cut.quarter_turns,
              text_of(said.cut.crop), voice.network, write.now());
    return id;
}

std::optional<Voice> find(db::Read& read, VoiceId voice) { return read.one(kFind, voice); }

std::vector<Voice> of_address(db::Read& read, std::int64_t address_hash) { return read.all(kOfAddress, address_hash); }

std::int64_t count_since(db::Read& read, std::int64_t address_hash, base::Instant since) {
    return address_hash == 0 ? 0 : read.one(kCountSince, address_hash, since).value_or(0);
}

void confirm(db::Write& write, const Voice& voice) {
    write.run(kConfirm, voice.id, voice.needs_guardian() ? State::unconfirmed : State::waiting, write.now());
}

void confirm_guardian(db::Write& write, const Voice& voice) {
    write.run(kConfirmGuardian, voice.id, voice.confirmed_at ? State::waiting : State::unconfirmed, write.now());
}

void save_link(db::Write& write, VoiceId voice, const Link& link) {
    write.run(kSaveLink, voice, link.signature, link.petition);
}

void remove_links(db::Write& write, ports::SignatureId signature) { write.run(kRemoveLinks, signature); }

std::vector<Voice> page(db::Read& read, const StaffPage& page) {
    const auto language = code_of(page.locale);
    const std::string_view province = page.province;
    switch (page.view) {
        case View::waiting:
            return read.all(kWaiting, language, page.after.value_or(kBeforeAll), page.limit, province);
        case View::reported:
            return read.all(kReported, language, page.after.value_or(kBeforeAll), page.limit, province);
        case View::shown:
            return read.all(kShown, language, page.after.value_or(kBehindAll), page.limit, province);
        case View::not_shown:
            return read.all(kNotShown, language, page.after.value_or(kBehindAll), page.limit, province);
    }
    return {};
}

std::int64_t count_waiting(db::Read& read, std::string_view province) {
    return read.one(kCountWaiting, province).value_or(0);
}
std::int64_t count_reported(db::Read& read, std::string_view province) {
    return read.one(kCountReported, province).value_or(0);
}

std::int64_t count_alike(db::Read& read, std::int64_t likeness) { return read.one(kCountAlike, likeness).value_or(0); }

void entomb(db::Write& write, VoiceId voice) {
    remove_picture(write, voice);
    write.run(kEntomb, voice, write.now());
}

std::vector<Voice> unconfirmed_before(db::Read& read, const Old& old) {
    return read.all(kUnconfirmedBefore, old.before, old.limit);
}
std::int64_t count_unconfirmed_before(db::Read& read, base::Instant before) {
    return read.one(kCountUnconfirmed, before).value_or(0);
}
std::vector<Voice> originals_before(db::Read& read, const Old& old) {
    return read.all(kOriginalsBefore, old.before, old.limit);
}
std::int64_t count_originals_before(db::Read& read, base::Instant before) {
    return read.one(kCountOriginals, before).value_or(0);
}
std::vector<Voice> refused_before(db::Read& read, const Old& old) {
    return read.all(kRefusedBefore, old.before, old.limit);
}
std::int64_t count_refused_before(db::Read& read, base::Instant before) {
    return read.one(kCountRefused, before).value_or(0);
}

void remove(db::Write& write, VoiceId voice) {
    remove_picture(write, voice);
    write.run(kRemove, voice);
}

}  // namespace voices::store
