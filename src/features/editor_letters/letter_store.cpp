// What store.h declares about letters.
#include "features/editor_letters/store.h"

namespace editor_letters::store {
namespace {

// One that an older version of the model made is like nothing until the letter is written anew.
likeness::Signature signature_from(const std::string& bytes) {
    return likeness::from_bytes(bytes).value_or(likeness::Signature{});
}

EditorLetter read_letter(const db::Row& row) {
    return {.id = row.as<EditorLetterId>(0),
            .campaign = row.as<EditorCampaignId>(1),
            .newspaper = row.as<NewspaperId>(2),
            .state = row.as<LetterState>(3),
            .name = row.as<std::string>(4),
            .email = row.as<std::string>(5),
            .place = row.as<std::string>(6),
            .telephone = row.as<std::string>(7),
            .address_hash = row.integer(8),
            .locale = row.as<base::Locale>(9),
            .words_in = row.as<base::Locale>(10),
            .subject = row.as<std::string>(11),
            .text = row.as<std::string>(12),
            .signature = signature_from(row.blob(13)),
            .score = row.integer(14),
            .reasons = row.integer(15),
            .asked_at = row.as<base::Instant>(16),
            .confirmed_at = row.as<std::optional<base::Instant>>(17),
            .sent_at = row.as<std::optional<base::Instant>>(18),
            .printed = row.as<PrintedState>(19),
            .printed_url = row.as<std::string>(20),
            .printed_on = row.as<std::string>(21),
            .headline = row.as<std::string>(22)};
}

#define LETTER                                                                                                     \
    "select id, campaign_id, newspaper_id, state, name, email, place, telephone, address_hash, locale, words_in, " \
    "subject, letter, signature, score, reasons, asked_at, confirmed_at, sent_at, printed, printed_url, "          \
    "printed_on, headline from editor_letter "

const db::Query<EditorLetter(EditorLetterId)> kFindLetter{LETTER "where id = $1", read_letter};
const db::Query<EditorLetter(std::int64_t)> kOfAddress{LETTER "where address_hash = $1 order by id", read_letter};
const db::Query<EditorLetter(EditorCampaignId, LetterState, std::int64_t)> kOfCampaign{
    LETTER "where campaign_id = $1 and state = $2 order by id desc limit $3", read_letter};
const db::Query<EditorLetter(std::int64_t)> kTold{LETTER "where printed = 1 order by printed_on, id limit $1",
                                                  read_letter};
const db::Query<EditorLetter(NewspaperId, std::int64_t)> kWaiting{
    LETTER "where newspaper_id = $1 and state = 3 order by confirmed_at, id limit $2", read_letter};
const db::Query<EditorLetter(base::Instant, base::Instant)> kToRemind{
    LETTER
    "where state in (4, 5) and sent_at >= $1 and sent_at < $2 and printed = 0 and reminded_at is null and email <> '' "
    "order by id limit 500",
    read_letter};

#undef LETTER

std::int64_t first_integer(const db::Row& row) { return row.integer(0); }

const db::Query<std::int64_t(std::int64_t, base::Instant)> kLettersSince{
    "select count(*) from editor_letter where address_hash = $1 and asked_at >= $2", first_integer};
const db::Query<ToLookAt()> kToLookAt{
    "select campaign_id, count(case when state = 2 then 1 end), count(case when printed = 1 then 1 end) "
    "from editor_letter where state = 2 or printed = 1 group by campaign_id order by campaign_id",
    [](const db::Row& row) { return ToLookAt{row.as<EditorCampaignId>(0), row.integer(1), row.integer(2)}; }};
const db::Query<std::int64_t(NewspaperId, base::Instant)> kSentSince{
    "select count(*) from editor_letter where newspaper_id = $1 and state = 4 and sent_at >= $2", first_integer};
const db::Query<NewspaperId()> kWithWaiting{
    "select distinct newspaper_id from editor_letter where state = 3 order by newspaper_id",
    [](const db::Row& row) { return row.as<NewspaperId>(0); }};
const db::Query<Signed(EditorCampaignId, base::Instant)> kSignaturesSince{
    "select id, signature, confirmed_at from editor_letter "
    "where campaign_id = $1 and state in (2, 3, 4, 5) and confirmed_at >= $2",
    [](const db::Row& row) {
        return Signed{row.as<EditorLetterId>(0), signature_from(row.blob(1)), row.as<base::Instant>(2)};
    }};

const db::Command<void(EditorLetterId, EditorCampaignId, NewspaperId, std::string, std::string, std::string,
                       std::string, std::int64_t, base::Locale, base::Locale, std::string, std::string, db::Blob,
                       std::int64_t, std::int64_t, base::Instant)>
    kInsertLetter{R"sql(
    insert into editor_letter (id, campaign_id, newspaper_id, state, name, email, place, telephone, address_hash,
                               locale, words_in, subject, letter, signature, score, reasons, asked_at)
    values ($1, $2, $3, 0, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
)sql"};
const db::Command<void(EditorLetterId, std::string, std::string, std::string, std::string, std::int64_t, base::Locale,
                       std::string, std::string, db::Blob, std::int64_t, std::int64_t)>
    kRewrite{R"sql(
    update editor_letter set state = 0, name = $2, email = $3, place = $4, telephone = $5, address_hash = $6,
                             words_in = $7, subject = $8, letter = $9, signature = $10, score = $11, reasons = $12
    where id = $1 and state in (0, 1)
)sql"};
const db::Command<void(EditorLetterId, std::int64_t)> kCountLetterMail{
    "update editor_letter set mails = mails + 1 where id = $1 and mails < $2"};
const db::Command<void(EditorLetterId, LetterState, LetterState)> kMove{
    "update editor_letter set state = $3 where id = $1 and state = $2"};
const db::Command<void(EditorLetterId, LetterState, base::Instant)> kConfirmLetter{
    "update editor_letter set state = $2, confirmed_at = $3 where id = $1 and state = 1"};
const db::Command<void(EditorLetterId, LetterState, LetterState, base::Instant)> kSend{
    "update editor_letter set state = $3, sent_at = $4, confirmed_at = coalesce(confirmed_at, $4) "
    "where id = $1 and state = $2"};
const db::Command<void(EditorLetterId, base::Instant)> kLetterReminded{
    "update editor_letter set reminded_at = $2 where id = $1"};
const db::Command<void(EditorLetterId, std::string, std::string, std::string)> kTellPrinted{
    "update editor_letter set printed = 1, printed_url = $2, printed_on = $3, headline = $4 "
    "where id = $1 and printed <> 2"};
const db::Command<void(EditorLetterId, PrintedState)> kJudgePrinted{
    "update editor_letter set printed = $2 where id = $1 and printed = 1"};
const db::Query<PrintedLetter(std::int64_t)> kPrinted{
    "select l.id, l.campaign_id, n.name, n.place, l.printed_url, l.printed_on, l.headline, l.words_in "
    "from editor_letter l join newspaper n on n.id = l.newspaper_id "
    "where l.printed = 2 order by l.printed_on desc, l.id desc limit $1",
    db::columns<PrintedLetter, EditorLetterId, EditorCampaignId, std::string, std::string, std::string, std::string,
                std::string, base::Locale>};

#define EMPTIED                                                                                               \
    "update editor_letter set name = '', email = '', place = '', telephone = '', subject = '', letter = '', " \
    "address_hash = -id "
// What was never confirmed goes whole; of the others the words go, and the counts stay.
const db::Command<void(std::int64_t)> kDropOfAddress{
    "delete from editor_letter where address_hash = $1 and state in (0, 1, 6)"};
const db::Command<void(std::int64_t)> kStopOfAddress{
    "update editor_letter set state = 6 where address_hash = $1 and state in (2, 3)"};
const db::Command<void(std::int64_t)> kEraseOfAddress{EMPTIED "where address_hash = $1"};

const db::Query<std::int64_t(base::Instant)> kCountUnconfirmed{
    "select count(*) from editor_letter where state in (0, 1, 6) and asked_at < $1", first_integer};
const db::Command<void(base::Instant, std::int64_t)> kForgetUnconfirmed{
    "delete from editor_letter where id in "
    "(select id from editor_letter where state in (0, 1, 6) and asked_at < $1 order by id limit $2)"};
const db::Query<std::int64_t(base::Instant)> kCountOldLetters{
    "select count(*) from editor_letter where state in (4, 5, 7) and asked_at < $1 and email <> ''", first_integer};
const db::Command<void(base::Instant, std::int64_t)> kForgetOldLetters{
    EMPTIED
    "where id in (select id from editor_letter where state in (4, 5, 7) and asked_at < $1 and email <> '' "
    "order by id limit $2)"};
#undef EMPTIED

Changed letter_changed(std::int64_t rows) { return rows == 0 ? Changed::no : Changed::yes; }

}  // namespace

EditorLetterId insert(db::Write& write, const LetterRow& row) {
    const auto id = write.new_id<EditorLetterId>();
    const NewLetter& letter = row.letter;
    write.run(kInsertLetter, id, row.campaign, row.newspaper, letter.name, letter.email.text(), letter.place,
              letter.telephone, row.address_hash, row.locale, row.words_in, letter.subject, letter.text,
              db::Blob{likeness::to_bytes(row.signature)}, row.score, row.reasons, write.now());
    return id;
}

Changed rewrite(db::Write& write, EditorLetterId id, const LetterRow& row) {
    const NewLetter& letter = row.letter;
    return letter_changed(write.run(kRewrite, id, letter.name, letter.email.text(), letter.place, letter.telephone,
                                    row.address_hash, row.words_in, letter.subject, letter.text,
                                    db::Blob{likeness::to_bytes(row.signature)}, row.score, row.reasons));
}

std::optional<EditorLetter> find_letter(db::Read& read, EditorLetterId id) { return read.one(kFindLetter, id); }

std::vector<EditorLetter> letters_of_address(db::Read& read, std::int64_t address_hash) {
    return read.all(kOfAddress, address_hash);
}

std::int64_t letters_since(db::Read& read, std::int64_t address_hash, base::Instant since) {
    return read.one(kLettersSince, address_hash, since).value_or(0);
}

std::vector<EditorLetter> letters(db::Read& read, const LetterQuery& query) {
    return read.all(kOfCampaign, query.campaign, query.state, query.limit);
}

std::vector<EditorLetter> told(db::Read& read, std::int64_t limit) { return read.all(kTold, limit); }

std::vector<ToLookAt> to_look_at(db::Read& read) { return read.all(kToLookAt); }

Changed count_mail(db::Write& write, EditorLetterId id) {
    return letter_changed(write.run(kCountLetterMail, id, kMostMails));
}

Changed move(db::Write& write, const Step& step) {
    return letter_changed(write.run(kMove, step.id, step.from, step.to));
}

Changed confirm(db::Write& write, EditorLetterId id, LetterState to) {
    return letter_changed(write.run(kConfirmLetter, id, to, write.now()));
}

Changed send(db::Write& write, const Step& step) {
    return letter_changed(write.run(kSend, step.id, step.from, step.to, write.now()));
}

std::int64_t sent_since(db::Read& read, NewspaperId newspaper, base::Instant since) {
    return read.one(kSentSince, newspaper, since).value_or(0);
}

std::vector<NewspaperId> newspapers_with_waiting(db::Read& read) { return read.all(kWithWaiting); }

std::vector<EditorLetter> waiting(db::Read& read, NewspaperId newspaper, std::int64_t limit) {
    return read.all(kWaiting, newspaper, limit);
}

std::vector<Signed> signatures_since(db::Read& read, EditorCampaignId campaign, base::Instant since) {
    return read.all(kSignaturesSince, campaign, since);
}

std::vector<EditorLetter> to_remind(db::Read& read, const Span& span) {
    return read.all(kToRemind, span.from, span.until);
}

void note_reminded(db::Write& write, EditorLetterId id) { write.run(kLetterReminded, id, write.now()); }

void tell_printed(db::Write& write, EditorLetterId id, const PrintedFacts& facts) {
    write.run(kTellPrinted, id, facts.url, facts.on, facts.headline);
}

Changed judge_printed(db::Write& write, EditorLetterId id, PrintedState state) {
    return letter_changed(write.run(kJudgePrinted, id, state));
}

std::vector<PrintedLetter> printed(db::Read& read, std::int64_t limit) { return read.all(kPrinted, limit); }

void erase(db::Write& write, std::int64_t address_hash) {
    write.run(kDropOfAddress, address_hash);
    write.run(kStopOfAddress, address_hash);
    write.run(kEraseOfAddress, address_hash);
}

std::int64_t count_unconfirmed(db::Read& read, base::Instant before) {
    return read.one(kCountUnconfirmed, before).value_or(0);
}

std::int64_t forget_unconfirmed(db::Write& write, base::Instant before, std::int64_t limit) {
    return write.run(kForgetUnconfirmed, before, limit);
}

std::int64_t count_old(db::Read& read, base::Instant before) { return read.one(kCountOldLetters, before).value_or(0); }

std::int64_t forget_old(db::Write& write, base::Instant before, std::int64_t limit) {
    return write.run(kForgetOldLetters, before, limit);
}

}  // namespace editor_letters::store
