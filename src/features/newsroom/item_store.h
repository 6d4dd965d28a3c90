// features/newsroom/item_store.h - items as staff write them: revisions, drafts, stages, and what belongs to an item.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/newsroom/item.h"
#include "features/newsroom/store.h"
#include "platform/db/transaction.h"
#include "ports/editing.h"

namespace newsroom::store {

std::optional<Item> find_item(db::Read& read, ItemId id);

// What a list of staff shows, newest row first.
struct StaffRow {
    Item item;
    std::string headline_en, headline_fr;  // empty: no words in that language
    std::string slug_en, slug_fr;
    bool has_unpublished_changes;
};
struct StaffFilter {
    std::optional<Stage> stage{};
    std::optional<SectionId> section{};
    std::optional<base::LevelId> level{};
    std::optional<base::Locale> missing{};  // no words in this language
    std::string words{};                    // in a headline
    std::optional<ItemId> before{};
    std::int64_t limit = 50;
};
std::vector<StaffRow> staff_page(db::Read& read, const StaffFilter& filter);

// How many items wait in a stage, up to `limit`.
std::int64_t count_in(db::Read& read, Stage stage, std::int64_t limit);

// Words.
std::vector<TextState> text_states(db::Read& read, ItemId id);
std::vector<Revision> newest_revisions(db::Read& read, ItemId id);                // of each language that has words
std::vector<Revision> revisions(db::Read& read, ItemId id, base::Locale locale);  // newest first, at most 200
std::optional<Revision> find_revision(db::Read& read, ItemId id, RevisionId revision);
std::optional<ports::Saving> last_saving(db::Read& read, ItemId id);

// What belongs to it.
struct Belongings {
    std::vector<Placement> placements;
    std::vector<Tag> tags;
    std::vector<ItemPicture> pictures;
    std::vector<Attachment> attachments;
    std::vector<std::string> actions;
};
Belongings belongings(db::Read& read, ItemId id);
std::vector<StageStep> steps(db::Read& read, ItemId id);  // newest first

struct NewItem {
    base::LevelId level;
    std::optional<Day> event_day;
    std::vector<SectionId> sections;
};
ItemId insert_item(db::Write& write, const NewItem& item, std::string_view staff_name);

// Adds a revision where the words differ from the newest one. The first words of a language give it an address.
struct WordsToSave {
    ItemId item;
    base::Locale locale;
    const ItemWords& words;
    std::optional<std::int64_t> restored_from{};
    std::optional<std::int64_t> account{};  // who wrote them, where somebody signed in did
};
void save_words(db::Write& write, const WordsToSave& save, std::string_view staff_name);

// Date, author, sections (what was pinned and stays, stays pinned), tags, pictures and the rest, all at once.
// A public item moves in its lists at once.
struct Details {
    std::optional<Day> event_day;
    Author author;
    std::vector<SectionId> sections;
    std::vector<TagId> tags;
    std::vector<ItemPicture> pictures;
    std::vector<Attachment> attachments;
    std::vector<std::string> actions;
};
void save_details(db::Write& write, ItemId id, const Details& details, std::string_view staff_name);

enum class Pin : unsigned char { pinned, loose };
void pin(db::Write& write, ItemId id, SectionId section, Pin pin, std::string_view staff_name);

// A tag of these words; made where there is none. A label may be empty in one language.
struct TagLabels {
    std::string english, french;
};
TagId ensure_tag(db::Write& write, const TagLabels& labels);
std::vector<Tag> all_tags(db::Read& read);  // by English label, at most 1,000

// A new address; the old one leads on. False: the slug leads to another item.
struct Renaming {
    ItemId item;
    base::Locale locale;
    std::string_view slug;
};
bool rename(db::Write& write, const Renaming& renaming, std::string_view staff_name);
// Every slug that ever led to this item, newest first.
struct FormerAddress {
    base::Locale locale;
    std::string slug;
    base::Instant since;
    std::string given_by;
};
std::vector<FormerAddress> addresses(db::Read& read, ItemId id);

// Takes a step. To published: the newest words of every language become what the public sees, and the item stands in
// its lists. From published: it leaves them.
struct Step {
    ItemId item;
    Stage to;
    Day today;  // where the campaign is: the date of an item that has none of its own
    std::optional<base::Instant> due_at{};
    std::string note{};
};
void take_step(db::Write& write, const Step& step, std::string_view staff_name);

// When it became public first and changed last, where that was before it came here: for seeds.
void set_published_at(db::Write& write, ItemId id, base::Instant at);

// Scheduled items whose time has come, at most `limit`.
std::vector<ItemId> due_items(db::Read& read, base::Instant now, std::int64_t limit);

// Drafts that were kept while somebody typed.
struct KeptDraft {
    std::string form;  // JSON
    base::Instant kept_at;
};
struct DraftKey {
    ItemId item;
    std::int64_t account;
};
std::optional<KeptDraft> kept_draft(db::Read& read, const DraftKey& key);
void keep_draft(db::Write& write, const DraftKey& key, std::string_view form);
void drop_draft(db::Write& write, const DraftKey& key);

// Whether this address leads to an item that is public in this language, now or by a redirect.
bool leads_somewhere(db::Read& read, base::Locale locale, std::string_view item_slug);

// Items that show the picture of this key, at most 100.
std::vector<ItemId> items_with_picture(db::Read& read, std::string_view key);

// Items under the name of this author's address.
std::vector<Item> of_author(db::Read& read, std::int64_t address_hash);
void forget_author(db::Write& write, std::int64_t address_hash);

// For `alltogether check`: lists recounted, rows that point at nothing.
struct MonthDifference {
    ListKind kind;
    std::int64_t list;
    std::string locale;
    std::int64_t month, kept, counted;
};
std::vector<MonthDifference> month_differences(db::Read& read);
std::int64_t stray_listings(db::Read& read);

}  // namespace newsroom::store
