// features/newsroom/bulk_store.h - many items at once, from another site or a folder.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/newsroom/item.h"
#include "platform/db/transaction.h"

namespace newsroom::store {

struct ImportedWords {
    base::Locale locale;
    ItemWords words;   // clean: Markdown and plain texts within the limits of item.h
    std::string slug;  // wished for; empty, no slug or taken: one is made of the day and the words
};

struct ImportedTag {
    base::Locale locale;
    std::string label;  // 1..80 characters
};

struct ImportedItem {
    std::string key;                              // what the source calls it; unique within the source
    std::optional<Day> day;                       // of the event, as the source shows it
    std::optional<base::Instant> published_at{};  // absent: that day, else now
    std::vector<ImportedWords> words;             // one for each language it has, at least one
    std::vector<SectionId> sections;              // at least one
    std::vector<ImportedTag> tags{};
    std::string author{};  // name; may be empty
    std::vector<ItemPicture> pictures{};
};

struct ImportRun {
    std::string source;   // "wordpress https://example.org", "file solidarity.html": the same at the next run
    base::LevelId level;  // of all items
    std::string by;       // who imports
    Stage stage = Stage::published;  // of new items: published, or draft
};

// added: it is there now. changed: the source says something else than at its last run, and so do we now.
// unchanged: as at the last run. kept: staff edited it here since; what they wrote stays, the source is not taken.
enum class ImportOutcome : unsigned char { added, changed, unchanged, kept };

// A number of all that a source says of an item, to see at the next run whether it says something else.
std::int64_t print_of(const ImportedItem& item);

// What a source calls an item.
struct SourceKey {
    std::string_view source, key;
};
// Whether that item came in before.
bool is_imported(db::Read& read, const SourceKey& key);

// Brings the items in, published or as drafts, in their order; outcomes stand in the order of the items. Run again, it
// adds nothing twice: an item is known by (source, key). A few statements for all new items together; an item that is
// there already costs some of its own. Give it 500 to 2,000 items a transaction. Two items of one key: the later one
// wins.
std::vector<ImportOutcome> store_imported(db::Write& write, const ImportRun& run, std::span<const ImportedItem> items);

}  // namespace newsroom::store
