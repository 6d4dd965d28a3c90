#include "features/dossiers/answer_store.h"

namespace dossiers::store {
namespace {

constexpr auto kReadAnswer =
    db::columns<Answer, AnswerId, RepresentativeId, LetterCampaignId, LetterId, std::int64_t, Way, base::Instant,
                std::string, std::string, std::string, base::Locale, AnswerKind, std::optional<base::Instant>,
                std::string, std::optional<base::Instant>>;

#define SELECT_ANSWERS                                                                                               \
    "select id, representative_id, campaign_id, letter_id, address_hash, way, received_at, sender, subject, words, " \
    "locale, kind, read_at, read_by, emptied_at from dossier_answer "

const db::Query<Answer(AnswerId)> kFindAnswer{SELECT_ANSWERS "where id = $1", kReadAnswer};
const db::Query<Answer(RepresentativeId)> kAnswersOf{
    SELECT_ANSWERS "where representative_id = $1 order by received_at desc, id desc limit 200", kReadAnswer};
const db::Query<Answer(LetterId)> kAnswersTo{SELECT_ANSWERS "where letter_id = $1 and letter_id <> 0 order by id desc",
                                             kReadAnswer};
const db::Query<Answer(std::int64_t)> kAnswersToWriter{
    SELECT_ANSWERS "where address_hash = $1 and address_hash <> 0 order by id", kReadAnswer};
const db::Query<Answer(AnswerId, std::int64_t)> kUnread{
    SELECT_ANSWERS "where kind = 0 and id > $1 order by id limit $2", kReadAnswer};
const db::Query<Answer(AnswerKind, AnswerId, std::int64_t)> kOfKind{
    SELECT_ANSWERS "where kind = $1 and id < $2 order by id desc limit $3", kReadAnswer};
#undef SELECT_ANSWERS

const db::Query<std::int64_t(LetterId)> kCountTo{"select count(*) from dossier_answer where letter_id = $1",
                                                 db::columns<std::int64_t, std::int64_t>};

const db::Command<AnswerId(AnswerId, RepresentativeId, LetterCampaignId, LetterId, std::int64_t, Way, base::Instant,
                           std::string, std::string, std::string, base::Locale, AnswerKind, std::string,
                           std::optional<base::Instant>, std::string)>
    kAddAnswer{R"sql(
    insert into dossier_answer (id, representative_id, campaign_id, letter_id, address_hash, way, received_at, sender,
                                subject, words, locale, kind, fingerprint, read_at, read_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    on conflict (letter_id, fingerprint) do nothing
    returning id
)sql",
               [](const db::Row& row) { return row.as<AnswerId>(0); }};

const db::Command<void(AttachmentId, AnswerId, std::string, std::string, std::int64_t, std::optional<db::Blob>)>
    kAddAttachment{
        "insert into dossier_attachment (id, answer_id, name, type, size, content) values ($1, $2, $3, $4, $5, $6)"};

const db::Query<AttachmentFacts(AnswerId)> kAttachments{
    "select id, name, type, size, case when content is null then 0 else 1 end from dossier_attachment "
    "where answer_id = $1 order by id",
    [](const db::Row& row) {
        return AttachmentFacts{row.as<AttachmentId>(0), row.as<std::string>(1), row.as<std::string>(2), row.integer(3),
                               row.integer(4) == 1};
    }};
const db::Query<AttachmentContent(AttachmentId)> kAttachment{
    "select answer_id, name, type, content from dossier_attachment where id = $1 and content is not null",
    db::columns<AttachmentContent, AnswerId, std::string, std::string, db::Blob>};

const db::Query<RepresentativeCount()> kUnreadCounts{
    "select representative_id, count(*) from dossier_answer where kind = 0 group by representative_id",
    db::columns<RepresentativeCount, RepresentativeId, std::int64_t>};

constexpr auto kReadCount =
    db::columns<AnswerCount, RepresentativeId, AnswerKind, Way, LetterCampaignId, std::int64_t, base::Instant>;
#define SELECT_COUNTS \
    "select representative_id, kind, way, campaign_id, count(*), max(received_at) from dossier_answer "
#define GROUPED "group by representative_id, kind, way, campaign_id"
const db::Query<AnswerCount()> kCountsOfAll{SELECT_COUNTS GROUPED, kReadCount};
const db::Query<AnswerCount(RepresentativeId)> kCountsOfOne{SELECT_COUNTS "where representative_id = $1 " GROUPED,
                                                            kReadCount};
#undef GROUPED
#undef SELECT_COUNTS

const db::Command<void(AnswerId, AnswerKind, base::Instant, std::string_view)> kJudge{
    "update dossier_answer set kind = $2, read_at = $3, read_by = $4 where id = $1"};

const db::Command<void(AnswerId, base::Instant, std::string_view)> kTellOtherwise{
    "update dossier_answer set received_at = $2, words = $3 where id = $1 and kind = 0"};

const db::Query<AnswerId(std::int64_t)> kIdsOfWriter{
    "select id from dossier_answer where address_hash = $1 and address_hash <> 0",
    [](const db::Row& row) { return row.as<AnswerId>(0); }};
const db::Command<void(AnswerId, base::Instant)> kEmpty{
    "update dossier_answer set sender = '', subject = '', words = '', emptied_at = $2 where id = $1"};
const db::Command<void(std::int64_t)> kForgetWriter{
    "update dossier_answer set address_hash = 0 where address_hash = $1"};
const db::Command<void(AnswerId)> kDropAttachments{"delete from dossier_attachment where answer_id = $1"};

// kind 3 is automatic; $2 says whether those are meant.
#define TO_FORGET                                                                                                     \
    "from dossier_answer where emptied_at is null and received_at < $1 and (case when kind = 3 then 1 else 0 end) = " \
    "$2 "
const db::Query<std::int64_t(base::Instant, int)> kCountToForget{"select count(*) " TO_FORGET,
                                                                 db::columns<std::int64_t, std::int64_t>};
const db::Query<AnswerId(base::Instant, int, std::int64_t)> kToForget{
    "select id " TO_FORGET "order by received_at limit $3", [](const db::Row& row) { return row.as<AnswerId>(0); }};
#undef TO_FORGET

int number_of(Forgotten which) { return which == Forgotten::automatic_ones ? 1 : 0; }

void empty(db::Write& write, AnswerId id) {
    write.run(kEmpty, id, write.now());
    write.run(kDropAttachments, id);
}

}  // namespace

std::optional<AnswerId> add_answer(db::Write& write, const NewAnswer& answer) {
    const auto id = write.new_id<AnswerId>();
    const auto read_at = answer.read_by.empty() ? std::nullopt : std::optional{write.now()};
    const std::string fingerprint = answer.fingerprint.empty() ? std::to_string(id.value) : answer.fingerprint;
    return write.run(kAddAnswer, id, answer.representative, answer.campaign, answer.letter, answer.address_hash,
                     answer.way, answer.received_at, answer.sender, answer.subject, answer.words, answer.locale,
                     answer.kind, fingerprint, read_at, answer.read_by);
}

void add_attachment(db::Write& write, AnswerId answer, const NewAttachment& attachment) {
    std::optional<db::Blob> content;
    if (!attachment.content.empty()) content = db::Blob{attachment.content};
    write.run(kAddAttachment, write.new_id<AttachmentId>(), answer, attachment.name, attachment.type, attachment.size,
              content);
}

std::optional<Answer> find_answer(db::Read& read, AnswerId id) { return read.one(kFindAnswer, id); }

std::vector<Answer> answers_of(db::Read& read, RepresentativeId representative) {
    return read.all(kAnswersOf, representative);
}

std::vector<Answer> answers_to(db::Read& read, LetterId letter) { return read.all(kAnswersTo, letter); }

std::vector<Answer> answers_to_writer(db::Read& read, std::int64_t address_hash) {
    return read.all(kAnswersToWriter, address_hash);
}

std::int64_t count_answers_to(db::Read& read, LetterId letter) { return read.one(kCountTo, letter).value_or(0); }

std::vector<AttachmentFacts> attachments_of(db::Read& read, AnswerId answer) { return read.all(kAttachments, answer); }

std::optional<AttachmentContent> find_attachment(db::Read& read, AttachmentId id) { return read.one(kAttachment, id); }

std::vector<Answer> inbox(db::Read& read, const Inbox& inbox) {
    if (inbox.kind == AnswerKind::unread) return read.all(kUnread, inbox.after, inbox.limit);
    const AnswerId before = inbox.after.value == 0 ? AnswerId{INT64_MAX} : inbox.after;
    return read.all(kOfKind, inbox.kind, before, inbox.limit);
}

std::vector<RepresentativeCount> unread_counts(db::Read& read) { return read.all(kUnreadCounts); }

std::vector<AnswerCount> answer_counts(db::Read& read) { return read.all(kCountsOfAll); }

std::vector<AnswerCount> answer_counts(db::Read& read, RepresentativeId representative) {
    return read.all(kCountsOfOne, representative);
}

void tell_otherwise(db::Write& write, AnswerId id, const ToldOtherwise& told) {
    write.run(kTellOtherwise, id, told.received_at, told.words);
}

void judge(db::Write& write, AnswerId id, AnswerKind kind, std::string_view staff_name) {
    write.run(kJudge, id, kind, write.now(), staff_name);
}

void empty_answers_of_writer(db::Write& write, std::int64_t address_hash) {
    for (const AnswerId id : write.all(kIdsOfWriter, address_hash)) empty(write, id);
    write.run(kForgetWriter, address_hash);
}

std::int64_t count_to_forget(db::Read& read, const ForgettingOf& of) {
    return read.one(kCountToForget, of.before, number_of(of.which)).value_or(0);
}

std::int64_t forget(db::Write& write, const ForgettingOf& of) {
    const auto ids = write.all(kToForget, of.before, number_of(of.which), of.limit);
    for (const AnswerId id : ids) empty(write, id);
    return std::ssize(ids);
}

}  // namespace dossiers::store
