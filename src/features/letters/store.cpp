#include "features/letters/store.h"

#include <tuple>

namespace letters::store {
namespace {

bool flag(const db::Row& row, int column) { return row.integer(column) != 0; }

Campaign read_campaign(const db::Row& row) {
    return {.id = row.as<CampaignId>(0),
            .slug = row.as<std::string>(1),
            .level = row.as<base::LevelId>(2),
            .content = content_of(row.text(3)),
            .target = target_of(row.text(4)),
            .theme = row.as<std::string>(5),
            .is_address_asked = flag(row, 6),
            .opens_on = row.as<std::string>(7),
            .closes_on = row.as<std::string>(8),
            .created_at = row.as<base::Instant>(9),
            .changed_at = row.as<base::Instant>(10),
            .changed_by = row.as<std::string>(11),
            .published_at = row.as<std::optional<base::Instant>>(12),
            .paused_at = row.as<std::optional<base::Instant>>(13),
            .stopped_at = row.as<std::optional<base::Instant>>(14)};
}

#define SELECT_CAMPAIGN                                                                                               \
    "select id, slug, level_id, content, target, theme, address_asked, opens_on, closes_on, created_at, changed_at, " \
    "changed_by, published_at, paused_at, stopped_at from letter_campaign "
const db::Query<Campaign()> kCampaigns{SELECT_CAMPAIGN "order by id desc", read_campaign};
const db::Query<Campaign(std::string_view)> kCampaignBySlug{SELECT_CAMPAIGN "where slug = $1", read_campaign};
const db::Query<Campaign(CampaignId)> kCampaignById{SELECT_CAMPAIGN "where id = $1", read_campaign};
#undef SELECT_CAMPAIGN

const db::Command<CampaignId(CampaignId, std::string_view, base::LevelId, std::string_view, std::string_view,
                             base::Instant, std::string_view)>
    kInsertCampaign{
        "insert into letter_campaign (id, slug, level_id, content, target, address_asked, created_at, changed_at,"
        " changed_by) values ($1, $2, $3, $4, $5, 1, $6, $6, $7) on conflict (slug) do nothing returning id",
        db::columns<CampaignId, CampaignId>};
const db::Command<void(CampaignId, base::LevelId, std::string_view, std::string_view, std::string_view, std::int64_t,
                       std::string_view, std::string_view, base::Instant, std::string_view)>
    kSaveCampaign{
        "update letter_campaign set level_id = $2, content = $3, target = $4, theme = $5, address_asked = $6,"
        " opens_on = $7, closes_on = $8, changed_at = $9, changed_by = $10 where id = $1"};
const db::Command<void(CampaignId, base::Instant, std::string_view)> kPublish{
    "update letter_campaign set published_at = $2, published_by = $3, stopped_at = null where id = $1"};
const db::Command<void(CampaignId, std::optional<base::Instant>, std::string_view)> kPause{
    "update letter_campaign set paused_at = $2, paused_by = $3 where id = $1"};
const db::Command<void(CampaignId, base::Instant, std::string_view)> kStop{
    "update letter_campaign set stopped_at = $2, stopped_by = $3, paused_at = null where id = $1"};
const db::Command<void(CampaignId, base::Instant)> kStopLetters{
    "update letter set state = 5, due_at = $2 where campaign_id = $1 and state in (0, 1, 4)"};

Writing writing_at(const db::Row& row, int first) {
    return {.id = row.as<WritingId>(first),
            .campaign = row.as<CampaignId>(first + 1),
            .address_hash = row.integer(first + 2),
            .email = row.as<std::string>(first + 3),
            .name = {row.as<std::string>(first + 4), row.as<std::string>(first + 5)},
            .locale = row.as<base::Locale>(first + 6),
            .postal_code = row.as<std::string>(first + 7),
            .street = row.as<std::string>(first + 8),
            .place = row.as<std::string>(first + 9),
            .subject = row.as<std::string>(first + 10),
            .body = row.as<std::string>(first + 11),
            .own_words = row.as<Ticked>(first + 12),
            .consent_mail = row.as<Ticked>(first + 13),
            .state = row.as<WritingState>(first + 14),
            .held = row.as<Ticked>(first + 15),
            .score = row.integer(first + 16),
            .reasons = row.integer(first + 17),
            .network = row.as<std::string>(first + 18),
            .written_at = row.as<base::Instant>(first + 19),
            .confirmed_at = row.as<std::optional<base::Instant>>(first + 20)};
}
Writing read_writing(const db::Row& row) { return writing_at(row, 0); }

constexpr int kLetterColumns = 13;
Letter read_letter(const db::Row& row) {
    return {.id = row.as<LetterId>(0),
            .writing = row.as<WritingId>(1),
            .campaign = row.as<CampaignId>(2),
            .representative = row.as<ports::RepresentativeId>(3),
            .recipient = row.as<std::string>(4),
            .recipient_name = row.as<std::string>(5),
            .office = row.as<std::string>(6),
            .region = row.as<std::string>(7),
            .state = row.as<LetterState>(8),
            .attempts = row.as<int>(9),
            .due_at = row.as<base::Instant>(10),
            .detail = row.as<std::string>(11),
            .answered_at = row.as<std::optional<base::Instant>>(12)};
}

#define WRITING_COLUMNS                                                                                       \
    "letter_writing.id, letter_writing.campaign_id, address_hash, email, given_name, family_name, locale, "   \
    "postal_code, street, place, subject, body, own_words, consent_mail, letter_writing.state, held, score, " \
    "reasons, network, written_at, confirmed_at "
#define LETTER_COLUMNS                                                                                    \
    "letter.id, letter.writing_id, letter.campaign_id, letter.representative_id, letter.recipient, "      \
    "letter.recipient_name, letter.office, letter.region, letter.state, letter.attempts, letter.due_at, " \
    "letter.detail, letter.answered_at "

const db::Command<void(WritingId, CampaignId, std::int64_t, std::string_view, std::string_view, std::string_view,
                       base::Locale, std::string_view, std::string_view, std::string_view, std::string_view,
                       std::string_view, Ticked, Ticked, Ticked, std::int64_t, std::int64_t, std::string_view,
                       base::Instant, db::Blob)>
    kInsertWriting{
        "insert into letter_writing (id, campaign_id, address_hash, email, given_name, family_name, locale,"
        " postal_code, street, place, subject, body, own_words, consent_mail, state, held, score, reasons, network,"
        " written_at, likeness) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $16, $17,"
        " $18, $19, $20)"};
const db::BatchCommand<void(LetterId, WritingId, CampaignId, ports::RepresentativeId, std::string, std::string,
                            std::string, std::string, LetterState, base::Instant)>
    kInsertLetters{
        "insert into letter (id, writing_id, campaign_id, representative_id, recipient, recipient_name, office, region,"
        " state, due_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};

const db::Query<Writing(WritingId)> kWriting{"select " WRITING_COLUMNS "from letter_writing where id = $1",
                                             read_writing};
const db::Query<Letter(WritingId)> kLettersOf{"select " LETTER_COLUMNS "from letter where writing_id = $1 order by id",
                                              read_letter};
const db::Query<Letter(LetterId)> kLetter{"select " LETTER_COLUMNS "from letter where id = $1", read_letter};
const db::Query<Writing(std::int64_t)> kOfAddress{
    "select " WRITING_COLUMNS "from letter_writing where address_hash = $1 order by written_at desc, id desc",
    read_writing};
const db::Query<std::int64_t(std::int64_t, base::Instant)> kWrittenSince{
    "select count(*) from letter_writing where address_hash = $1 and written_at >= $2",
    db::columns<std::int64_t, std::int64_t>};

const db::Command<void(WritingId, WritingState, base::Instant)> kSetState{
    "update letter_writing set state = $2, confirmed_at = case when $2 = 1 then $3 else confirmed_at end"
    " where id = $1"};
const db::Command<void(WritingId, base::Instant)> kStopLettersOf{
    "update letter set state = 5, due_at = $2 where writing_id = $1 and state in (0, 1, 4)"};
const db::Command<void(WritingId)> kReleaseHold{"update letter_writing set held = 0 where id = $1"};
const db::Command<void(WritingId, db::Blob)> kForgetWriting{
    "update letter_writing set address_hash = 0, email = '', given_name = '', family_name = '', postal_code = '',"
    " street = '', place = '', subject = '', body = '', network = '', score = 0, reasons = 0, likeness = $2"
    " where id = $1"};
const db::Command<void(WritingId)> kForgetDetails{"update letter set detail = '' where writing_id = $1"};
const db::Command<void(WritingId)> kForgetLikeness{"delete from letter_likeness where writing_id = $1"};

const db::Query<Writing(CampaignId, std::int64_t)> kHeld{
    "select " WRITING_COLUMNS
    "from letter_writing where campaign_id = $1 and state = 1 and held = 1 order by id desc limit $2",
    read_writing};
const db::Query<std::int64_t(CampaignId)> kCountHeld{
    "select count(*) from letter_writing where campaign_id = $1 and state = 1 and held = 1",
    db::columns<std::int64_t, std::int64_t>};
const db::Query<Writing(CampaignId, std::int64_t)> kSample{
    "select " WRITING_COLUMNS
    "from letter_writing where campaign_id = $1 and state = 1 and held = 0 and own_words = 1 and body <> ''"
    " order by id desc limit $2",
    read_writing};
const db::Query<LetterRow(CampaignId, LetterId, std::int64_t)> kRowsBehind{
    "select " LETTER_COLUMNS ", " WRITING_COLUMNS
    "from letter join letter_writing on letter_writing.id = letter.writing_id"
    " where letter.campaign_id = $1 and letter.id > $2 order by letter.id limit $3",
    [](const db::Row& row) { return LetterRow{read_letter(row), writing_at(row, kLetterColumns)}; }};
#undef WRITING_COLUMNS
#undef LETTER_COLUMNS

const db::Command<void(LikenessId, WritingId)> kKeepLikeness{
    "insert into letter_likeness (id, writing_id, campaign_id, signature)"
    " select $1, id, campaign_id, likeness from letter_writing where id = $2 on conflict (writing_id) do nothing"};
struct LikenessRow {
    LikenessId id;
    WritingId writing;
    CampaignId campaign;
    db::Blob bytes;
};
const db::Query<LikenessRow(LikenessId, std::int64_t)> kLikenessBehind{
    "select id, writing_id, campaign_id, signature from letter_likeness where id > $1 order by id limit $2",
    db::columns<LikenessRow, LikenessId, WritingId, CampaignId, db::Blob>};

const db::Query<std::int64_t(base::Instant)> kCountUnconfirmed{
    "select count(*) from letter_writing where state = 0 and written_at < $1", db::columns<std::int64_t, std::int64_t>};
const db::Query<WritingId(base::Instant, std::int64_t)> kUnconfirmed{
    "select id from letter_writing where state = 0 and written_at < $1 order by written_at limit $2",
    db::columns<WritingId, WritingId>};
const db::Command<void(WritingId)> kDeleteLetters{"delete from letter where writing_id = $1"};
const db::Command<void(WritingId)> kDeleteWriting{"delete from letter_writing where id = $1"};

#define OLD_WORDS                                                                                                   \
    "from letter_writing where written_at < $1 and state <> 0 and email <> '' and not exists (select 1 from letter" \
    " where letter.writing_id = letter_writing.id and letter.state in (1, 4)) "
const db::Query<std::int64_t(base::Instant)> kCountOldWords{"select count(*) " OLD_WORDS,
                                                            db::columns<std::int64_t, std::int64_t>};
const db::Query<WritingId(base::Instant, std::int64_t)> kOldWords{"select id " OLD_WORDS "order by id limit $2",
                                                                  db::columns<WritingId, WritingId>};
#undef OLD_WORDS

}  // namespace

std::vector<Campaign> campaigns(db::Read& read) { return read.all(kCampaigns); }
std::optional<Campaign> find(db::Read& read, std::string_view slug) { return read.one(kCampaignBySlug, slug); }
std::optional<Campaign> find(db::Read& read, CampaignId id) { return read.one(kCampaignById, id); }

std::optional<CampaignId> insert(db::Write& write, const NewCampaign& campaign) {
    return write.run(kInsertCampaign, write.new_id<CampaignId>(), campaign.slug, campaign.level, "{}",
                     to_json(TargetRule{.own = {ports::RidingHouse::federal}}), write.now(), campaign.by);
}

void save(db::Write& write, const Campaign& campaign, const std::string& by) {
    write.run(kSaveCampaign, campaign.id, campaign.level, to_json(campaign.content), to_json(campaign.target),
              campaign.theme, campaign.is_address_asked ? 1 : 0, campaign.opens_on, campaign.closes_on, write.now(),
              by);
}

void publish(db::Write& write, CampaignId id, const std::string& by) { write.run(kPublish, id, write.now(), by); }

void pause(db::Write& write, CampaignId id, Pausing what, const std::string& by) {
    write.run(kPause, id, what == Pausing::pause ? std::optional{write.now()} : std::nullopt, by);
}

void stop(db::Write& write, CampaignId id, const std::string& by) {
    write.run(kStop, id, write.now(), by);
    write.run(kStopLetters, id, write.now());
}

WritingId insert(db::Write& write, const Writing& writing, std::span<const Letter> letters,
                 const likeness::Signature& likeness) {
    const auto id = write.new_id<WritingId>();
    write.run(kInsertWriting, id, writing.campaign, writing.address_hash, writing.email, writing.name.given,
              writing.name.family, writing.locale, writing.postal_code, writing.street, writing.place, writing.subject,
              writing.body, writing.own_words, writing.consent_mail, writing.held, writing.score, writing.reasons,
              writing.network, write.now(), db::Blob{likeness::to_bytes(likeness)});
    std::vector<Letter> rows{letters.begin(), letters.end()};
    for (Letter& each : rows) each.id = write.new_id<LetterId>();
    write.run_batch(kInsertLetters, rows, [&](const Letter& each) {
        return std::tuple<LetterId, WritingId, CampaignId, ports::RepresentativeId, const std::string&,
                          const std::string&, const std::string&, const std::string&, LetterState, base::Instant>{
            each.id,
            id,
            writing.campaign,
            each.representative,
            each.recipient,
            each.recipient_name,
            each.office,
            each.region,
            LetterState::unconfirmed,
            write.now()};
    });
    return id;
}

std::optional<Writing> find_writing(db::Read& read, WritingId id) { return read.one(kWriting, id); }
std::vector<Letter> letters_of(db::Read& read, WritingId id) { return read.all(kLettersOf, id); }
std::optional<Letter> find_letter(db::Read& read, LetterId id) { return read.one(kLetter, id); }
std::vector<Writing> of_address(db::Read& read, std::int64_t address_hash) {
    return read.all(kOfAddress, address_hash);
}
std::int64_t written_since(db::Read& read, std::int64_t address_hash, base::Instant since) {
    return read.one(kWrittenSince, address_hash, since).value_or(0);
}

void set_state(db::Write& write, WritingId id, WritingState state) {
    write.run(kSetState, id, state, write.now());
    if (state == WritingState::taken_back || state == WritingState::refused) {
        write.run(kStopLettersOf, id, write.now());
        write.run(kForgetLikeness, id);
    }
}

void release_hold(db::Write& write, WritingId id) { write.run(kReleaseHold, id); }

void forget(db::Write& write, const Writing& writing) {
    write.run(kStopLettersOf, writing.id, write.now());
    write.run(kForgetWriting, writing.id, db::Blob{});
    write.run(kForgetDetails, writing.id);
    write.run(kForgetLikeness, writing.id);
}

std::vector<Writing> held(db::Read& read, CampaignId campaign, std::int64_t limit) {
    return read.all(kHeld, campaign, limit);
}
std::int64_t count_held(db::Read& read, CampaignId campaign) { return read.one(kCountHeld, campaign).value_or(0); }
std::vector<Writing> sample(db::Read& read, CampaignId campaign, std::int64_t limit) {
    return read.all(kSample, campaign, limit);
}
std::vector<LetterRow> rows_behind(db::Read& read, CampaignId campaign, LetterId after, std::int64_t limit) {
    return read.all(kRowsBehind, campaign, after, limit);
}

void keep_likeness(db::Write& write, WritingId writing) {
    write.run(kKeepLikeness, write.new_id<LikenessId>(), writing);
}

LikenessPage likeness_behind(db::Read& read, LikenessId after, std::int64_t limit) {
    LikenessPage page;
    for (const LikenessRow& row : read.all(kLikenessBehind, after, limit)) {
        page.last = row.id;
        if (const auto signature = likeness::from_bytes(row.bytes.bytes))
            page.kept.push_back({row.writing, row.campaign, *signature});
    }
    return page;
}

std::int64_t count_unconfirmed(db::Read& read, base::Instant before) {
    return read.one(kCountUnconfirmed, before).value_or(0);
}

std::int64_t forget_unconfirmed(db::Write& write, base::Instant before, std::int64_t limit) {
    const auto ids = write.all(kUnconfirmed, before, limit);
    for (const WritingId id : ids) {
        write.run(kDeleteLetters, id);
        write.run(kDeleteWriting, id);
    }
    return static_cast<std::int64_t>(ids.size());
}

std::int64_t count_old_words(db::Read& read, base::Instant before) {
    return read.one(kCountOldWords, before).value_or(0);
}

std::int64_t forget_old_words(db::Write& write, base::Instant before, std::int64_t limit) {
    const auto ids = write.all(kOldWords, before, limit);
    for (const WritingId id : ids) {
        write.run(kForgetWriting, id, db::Blob{});
        write.run(kForgetDetails, id);
    }
    return static_cast<std::int64_t>(ids.size());
}

}  // namespace letters::store
