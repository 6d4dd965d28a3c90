// features/editor_letters/store.h - newspapers, campaigns and letters in the database.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "features/editor_letters/letter.h"
#include "features/editor_letters/newspaper.h"
#include "platform/db/transaction.h"

namespace editor_letters::store {

enum class Changed : unsigned char { no, yes };

// By name; also those left out. Some thousands at most.
std::vector<Newspaper> newspapers(db::Read& read);
std::optional<Newspaper> find_newspaper(db::Read& read, NewspaperId id);
// By its name and place, which no two share.
std::optional<Newspaper> known_newspaper(db::Read& read, const NewspaperFacts& facts);
// New, or the one of this name and place with these facts; one that was left out takes letters again.
NewspaperId keep(db::Write& write, const NewspaperFacts& facts);
// no: another one has this name and place.
Changed save(db::Write& write, NewspaperId id, const NewspaperFacts& facts);
void leave_out(db::Write& write, NewspaperId id);
void take_back(db::Write& write, NewspaperId id);

EditorCampaignId insert(db::Write& write, base::LevelId level, const CampaignPlan& plan);
void save(db::Write& write, EditorCampaignId id, const CampaignPlan& plan);
std::optional<EditorCampaign> find_campaign(db::Read& read, EditorCampaignId id);
std::vector<EditorCampaign> campaigns(db::Read& read);  // newest first
std::vector<EditorCampaign> published(db::Read& read);  // those, and closed ones; newest first
Changed publish(db::Write& write, EditorCampaignId id);
Changed close(db::Write& write, EditorCampaignId id);
struct Steps {
    std::int64_t sent = 0, printed = 0;
};
void step(db::Write& write, EditorCampaignId id, const Steps& steps);

struct LetterRow {
    EditorCampaignId campaign;
    NewspaperId newspaper;
    const NewLetter& letter;
    const likeness::Signature& signature;
    std::int64_t address_hash;
    base::Locale locale, words_in;
    std::int64_t score, reasons;
};
EditorLetterId insert(db::Write& write, const LetterRow& row);
// While it is a draft or was asked about: new words, and a draft again.
Changed rewrite(db::Write& write, EditorLetterId id, const LetterRow& row);
std::optional<EditorLetter> find_letter(db::Read& read, EditorLetterId id);
std::vector<EditorLetter> letters_of_address(db::Read& read, std::int64_t address_hash);
std::int64_t letters_since(db::Read& read, std::int64_t address_hash, base::Instant since);
// Newest first, of one campaign, in this state.
struct LetterQuery {
    EditorCampaignId campaign;
    LetterState state;
    std::int64_t limit = 200;
};
std::vector<EditorLetter> letters(db::Read& read, const LetterQuery& query);
std::vector<EditorLetter> told(db::Read& read, std::int64_t limit);  // printed, as their writers say; the oldest first
// What waits for staff: letters to be read before they go, and those that were printed, as their writers say.
struct ToLookAt {
    EditorCampaignId campaign;
    std::int64_t held, told;
};
std::vector<ToLookAt> to_look_at(db::Read& read);  // of the campaigns that have any

// no: all of its mails are used up.
Changed count_mail(db::Write& write, EditorLetterId id);
// From one state to another; no: it is in none of the first.
struct Step {
    EditorLetterId id;
    LetterState from, to;
};
Changed move(db::Write& write, const Step& step);
Changed confirm(db::Write& write, EditorLetterId id, LetterState to);  // from asked
Changed send(db::Write& write, const Step& step);                      // and notes when

// For its turn at a paper: how many left within this time, and who waits, the first first.
std::int64_t sent_since(db::Read& read, NewspaperId newspaper, base::Instant since);
std::vector<NewspaperId> newspapers_with_waiting(db::Read& read);
std::vector<EditorLetter> waiting(db::Read& read, NewspaperId newspaper, std::int64_t limit);
// Sent or on their way since this time: what later letters are compared with.
struct Signed {
    EditorLetterId id;
    likeness::Signature signature;
    base::Instant at;
};
std::vector<Signed> signatures_since(db::Read& read, EditorCampaignId campaign, base::Instant since);

// Sent in [from, until), and not asked yet whether it was printed.
struct Span {
    base::Instant from, until;
};
std::vector<EditorLetter> to_remind(db::Read& read, const Span& span);
void note_reminded(db::Write& write, EditorLetterId id);
void tell_printed(db::Write& write, EditorLetterId id, const PrintedFacts& facts);
Changed judge_printed(db::Write& write, EditorLetterId id, PrintedState state);  // from told
std::vector<PrintedLetter> printed(db::Read& read, std::int64_t limit);          // seen by staff, newest first

void erase(db::Write& write, std::int64_t address_hash);

// For retention: letters never confirmed, and the words of those that left, asked for before this time.
std::int64_t count_unconfirmed(db::Read& read, base::Instant before);
std::int64_t forget_unconfirmed(db::Write& write, base::Instant before, std::int64_t limit);
std::int64_t count_old(db::Read& read, base::Instant before);
std::int64_t forget_old(db::Write& write, base::Instant before, std::int64_t limit);

struct Miscount {
    EditorCampaignId campaign;
    std::int64_t sent, printed, counted_sent, counted_printed;
};
std::vector<Miscount> miscounts(db::Read& read);

}  // namespace editor_letters::store
