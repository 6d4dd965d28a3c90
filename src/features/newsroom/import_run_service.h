// features/newsroom/import_run_service.h - brings what a source holds into a section.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/level_id.h"
#include "features/newsroom/bulk_store.h"
#include "features/newsroom/section_store.h"
#include "platform/db/database.h"
#include "platform/foreign_news/news.h"

namespace newsroom {

struct ImportPlan {
    std::string section;                     // slug; made where it is absent
    std::string source;                      // the name of the file or folder: the same at the next run
    std::string by;                          // who imports
    base::LevelId level;                     // of new items, and of a new section
    std::optional<base::Locale> language{};  // of all items; absent: what each says, else guessed from the first ones
};

struct ImportCounts {
    std::int64_t added = 0, changed = 0, unchanged = 0;
    std::int64_t kept = 0;      // edited here since
    std::int64_t repeated = 0;  // stood in the source before
    std::int64_t empty = 0;     // without any word
};

// What is wrong with the section's address; empty when it can be one.
base::Problems problems_of_slug(const std::string& slug);

// "international-solidarity" -> "International solidarity": where a source names no section.
std::string title_from_slug(const std::string& slug);

// Writes items in batches of kBatch, each in a transaction of its own; finish() writes the last one. What is said about
// items goes to `oddities`.
class ImportRun final : public foreign_news::NewsSink {
public:
    using TakeOddity = std::function<void(foreign_news::Oddity)>;
    ImportRun(db::Database& database, ImportPlan plan, TakeOddity oddities);

    void section(foreign_news::NewsSection section) override { section_ = std::move(section); }
    void item(foreign_news::NewsItem item) override;
    void oddity(foreign_news::Oddity oddity) override { oddities_(std::move(oddity)); }
    void advance(std::uint64_t) override {}
    void finish();

    const ImportCounts& counts() const { return counts_; }

    static constexpr std::size_t kBatch = 1'000;

private:
    void flush();
    void choose_language();
    SectionId ready_section(db::Write& write);
    void add_section_words(db::Write& write, const Section& section);
    SectionWords section_words() const;
    store::ImportedItem stored_form(const foreign_news::NewsItem& item);
    std::string key_of(const foreign_news::NewsItem& item);
    bool is_repeated(const foreign_news::NewsItem& item);
    void count(const std::vector<store::ImportOutcome>& outcomes, const std::vector<foreign_news::NewsItem>& items);

    db::Database& database_;
    ImportPlan plan_;
    TakeOddity oddities_;
    foreign_news::NewsSection section_{};
    std::vector<foreign_news::NewsItem> waiting_{};
    std::optional<base::Locale> language_{};
    std::set<std::size_t> seen_words_{}, seen_keys_{};  // hashes: a hundred thousand items cost a few megabytes
    ImportCounts counts_{};
};

}  // namespace newsroom
