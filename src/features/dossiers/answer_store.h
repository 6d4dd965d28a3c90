// features/dossiers/answer_store.h - answers and what came with them, in the database.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/dossiers/dossier.h"
#include "platform/db/transaction.h"

namespace dossiers::store {

struct NewAnswer {
    RepresentativeId representative;
    LetterCampaignId campaign{0};
    LetterId letter{0};
    std::int64_t address_hash = 0;
    Way way = Way::mail;
    base::Instant received_at;
    std::string sender, subject, words;
    base::Locale locale;
    AnswerKind kind = AnswerKind::unread;
    std::string fingerprint;  // empty: it is like no other
    std::string read_by{};    // of who read it already; empty: nobody
};
// nullopt: this letter has one of this fingerprint.
std::optional<AnswerId> add_answer(db::Write& write, const NewAnswer& answer);

struct NewAttachment {
    std::string name, type;
    std::int64_t size;
    std::string content;  // empty: it is not kept
};
void add_attachment(db::Write& write, AnswerId answer, const NewAttachment& attachment);

std::optional<Answer> find_answer(db::Read& read, AnswerId id);
std::vector<Answer> answers_of(db::Read& read, RepresentativeId representative);  // newest first, 200 at most
std::vector<Answer> answers_to(db::Read& read, LetterId letter);                  // newest first
std::vector<Answer> answers_to_writer(db::Read& read, std::int64_t address_hash);
std::int64_t count_answers_to(db::Read& read, LetterId letter);

std::vector<AttachmentFacts> attachments_of(db::Read& read, AnswerId answer);
struct AttachmentContent {
    AnswerId answer;
    std::string name, type;
    db::Blob bytes;
};
std::optional<AttachmentContent> find_attachment(db::Read& read, AttachmentId id);  // nullopt: its content is not here

// The inbox: of this kind, unread ones from the oldest on, others from the newest; behind `after` (0: from the start).
struct Inbox {
    AnswerKind kind;
    AnswerId after{0};
    std::int64_t limit = 50;
};
std::vector<Answer> inbox(db::Read& read, const Inbox& inbox);

// How many wait unread, by representative.
struct RepresentativeCount {
    RepresentativeId representative;
    std::int64_t count;
};
std::vector<RepresentativeCount> unread_counts(db::Read& read);

// How many of each kind and way, by representative: for sums over many. Reads an index, not the answers.
struct AnswerCount {
    RepresentativeId representative;
    AnswerKind kind;
    Way way;
    LetterCampaignId campaign;
    std::int64_t count;
    base::Instant last_at;
};
std::vector<AnswerCount> answer_counts(db::Read& read);
std::vector<AnswerCount> answer_counts(db::Read& read, RepresentativeId representative);

// What a supporter told before, in other words.
struct ToldOtherwise {
    base::Instant received_at;
    std::string_view words;
};
void tell_otherwise(db::Write& write, AnswerId id, const ToldOtherwise& told);

void judge(db::Write& write, AnswerId id, AnswerKind kind, std::string_view staff_name);

// Takes sender, subject, words and attachments away; that there was an answer stays.
void empty_answers_of_writer(db::Write& write, std::int64_t address_hash);

// For the nightly forgetting: those received before that still have words; of automatic ones alone, or of all others.
enum class Forgotten : unsigned char { automatic_ones, all_others };
struct ForgettingOf {
    Forgotten which;
    base::Instant before;
    std::int64_t limit = 500;
};
std::int64_t count_to_forget(db::Read& read, const ForgettingOf& of);
std::int64_t forget(db::Write& write, const ForgettingOf& of);

}  // namespace dossiers::store
