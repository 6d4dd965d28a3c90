// features/letters/store.h - campaigns, and what supporters wrote, in the database. How letters leave: queue_store.h;
// counts: tally_store.h.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/letters/letter.h"
#include "models/likeness/signature.h"
#include "platform/db/transaction.h"

namespace letters::store {

std::vector<Campaign> campaigns(db::Read& read);  // newest first
std::optional<Campaign> find(db::Read& read, std::string_view slug);
std::optional<Campaign> find(db::Read& read, CampaignId id);

struct NewCampaign {
    std::string slug;
    base::LevelId level;
    std::string by;
};
// nullopt: the slug is taken.
std::optional<CampaignId> insert(db::Write& write, const NewCampaign& campaign);
// Everything that staff write: texts, target, theme, days, level, whether the address is asked.
void save(db::Write& write, const Campaign& campaign, const std::string& by);
void publish(db::Write& write, CampaignId id, const std::string& by);
enum class Pausing : unsigned char { pause, resume };
void pause(db::Write& write, CampaignId id, Pausing what, const std::string& by);
// Letters that still wait are stopped with it.
void stop(db::Write& write, CampaignId id, const std::string& by);

// What somebody wrote, and to whom: unconfirmed. Identities are made here. likeness: of what they chose and wrote.
WritingId insert(db::Write& write, const Writing& writing, std::span<const Letter> letters,
                 const likeness::Signature& likeness);
std::optional<Writing> find_writing(db::Read& read, WritingId id);
std::vector<Letter> letters_of(db::Read& read, WritingId id);
std::optional<Letter> find_letter(db::Read& read, LetterId id);
// Of one address in all campaigns, newest first.
std::vector<Writing> of_address(db::Read& read, std::int64_t address_hash);
// How many were written with this address since then, confirmed or not.
std::int64_t written_since(db::Read& read, std::int64_t address_hash, base::Instant since);

void set_state(db::Write& write, WritingId id, WritingState state);
void release_hold(db::Write& write, WritingId id);
// Takes every personal detail out; the letters stay as numbers, those that have not left are stopped.
void forget(db::Write& write, const Writing& writing);

// Confirmed ones, newest first: those that somebody has to read before they leave, or a sample of those with words of
// their own.
std::vector<Writing> held(db::Read& read, CampaignId campaign, std::int64_t limit);
std::vector<Writing> sample(db::Read& read, CampaignId campaign, std::int64_t limit);
std::int64_t count_held(db::Read& read, CampaignId campaign);

// Letters behind `after`, oldest first, with those who wrote them: for exports.
struct LetterRow {
    Letter letter;
    Writing writing;
};
std::vector<LetterRow> rows_behind(db::Read& read, CampaignId campaign, LetterId after, std::int64_t limit);

// From now on later letters are compared with this one.
void keep_likeness(db::Write& write, WritingId writing);
using LikenessId = base::Id<struct LetterLikenessTag>;
struct KeptLikeness {
    WritingId writing;
    CampaignId campaign;
    likeness::Signature signature;
};
// Behind `after`, oldest first; those of another version are passed over. last: of the rows that were looked at.
struct LikenessPage {
    std::vector<KeptLikeness> kept;
    std::optional<LikenessId> last;
};
LikenessPage likeness_behind(db::Read& read, LikenessId after, std::int64_t limit);

// What goes after some time.
std::int64_t count_unconfirmed(db::Read& read, base::Instant before);
std::int64_t forget_unconfirmed(db::Write& write, base::Instant before, std::int64_t limit);
std::int64_t count_old_words(db::Read& read, base::Instant before);
// Of confirmed ones of which no letter waits any more; returns how many.
std::int64_t forget_old_words(db::Write& write, base::Instant before, std::int64_t limit);

}  // namespace letters::store
