// features/site/store.h - hubs and pages of text in the database.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/level_id.h"
#include "features/site/block.h"
#include "features/site/content_page.h"
#include "platform/db/transaction.h"
#include "ports/editing.h"

namespace site::store {

// The blocks of a level as staff are writing them, in order.
Blocks draft(db::Read& read, base::LevelId level);
// The block, when it belongs to this level.
std::optional<Block> find_block(db::Read& read, base::LevelId level, BlockId id);

// Who changed this block last.
std::optional<ports::Saving> last_saving(db::Read& read, BlockId id);

// Adds a block at the end; its own id is ignored.
BlockId append_block(db::Write& write, base::LevelId level, const Block& block, std::string_view staff_name);
// Keeps the words and settings of block.id.
void save_block(db::Write& write, const Block& block, std::string_view staff_name);
void remove_block(db::Write& write, BlockId id);

enum class Direction : unsigned char { up, down };
// Changes places with its neighbour; nothing happens at the end.
void move_block(db::Write& write, base::LevelId level, BlockId id, Direction direction);

struct HubVersion {
    std::int64_t version;
    Blocks blocks;
    base::Instant published_at;
    std::string published_by;
};
// What the public sees of this very level; nullopt: it has no hub of its own.
std::optional<HubVersion> published(db::Read& read, base::LevelId level);
std::optional<HubVersion> find_version(db::Read& read, base::LevelId level, std::int64_t version);
std::vector<HubVersion> versions(db::Read& read, base::LevelId level);  // newest first, at most 50

// Makes the draft the next version; its number.
std::int64_t publish(db::Write& write, base::LevelId level, std::string_view staff_name);
// Puts these blocks in place of the draft.
void replace_draft(db::Write& write, base::LevelId level, const Blocks& blocks, std::string_view staff_name);

// Pages of text.
std::optional<ContentPage> find_page(db::Read& read, std::string_view slug);
std::vector<ContentPage> pages(db::Read& read);  // by slug
// nullopt: the slug is taken.
std::optional<PageId> insert_page(db::Write& write, base::LevelId level, std::string_view slug,
                                  std::string_view staff_name);
// The newest version of each language that has one.
std::vector<PageText> newest_texts(db::Read& read, PageId page);
std::vector<PageText> texts(db::Read& read, PageId page);  // every version, newest first
// Who wrote at its texts last; nullopt before anybody did.
std::optional<ports::Saving> last_saving(db::Read& read, PageId page);
// The newest published text in this language, else in the other one.
std::optional<PageText> public_text(db::Read& read, PageId page, base::Locale locale);

// Keeps the words as the draft of that language; nothing happens when they are those of the newest version, or empty.
struct PageEdit {
    PageId page;
    base::Locale locale;
    PageWords words;
};
void save_text(db::Write& write, const PageEdit& edit, std::string_view staff_name);
// Shows every draft to everybody.
void publish_page(db::Write& write, PageId page);

}  // namespace site::store
