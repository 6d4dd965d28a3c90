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
#include "ports/pictures.h"

namespace newsroom {

struct ImportPlan {
    std::string section;                     // slug; made where it is absent
    std::string source;                      // the name of the file or folder: the same at the next run
    std::string by;                          // who imports
    base::LevelId level;                     // of new items, and of a new section
    Stage stage = Stage::published;          // of new items and of a new section: published, or draft; into a section
                                             // that asks for approvals all items come as drafts
    std::optional<base::Locale> language{};  // of all items; absent: what each says, else guessed from the first ones
};

struct ImportCounts {
    std::int64_t added = 0, changed = 0, unchanged = 0;
    std::int64_t kept = 0;      // edited here since
    std::int64_t repeated = 0;  // stood in the source before
    std::int64_t empty = 0;     // without any word
    std::int64_t pictures = 0;  // new in the library
    std::int64_t seen() const { return added + changed + unchanged + kept + repeated + empty; }
};

// What is wrong with the section's address; empty when it can be one.
base::Problems problems_of_slug(const std::string& slug);

// "international-solidarity" -> "International solidarity": where a source names no section.
std::string title_from_slug(const std::string& slug);

// What an import works with; all of it outlives it.
struct ImportTools {
    db::Database& database;
    const ports::Pictures& pictures;
};

// What the run that stores an item calls it, in the order of the source.
class ImportKeys {
public:
    // What the source calls it, else its day and which of that day's items it is; without a day, its first words.
    std::string key_of(const foreign_news::NewsItem& item);
    // Whether the same item stood in the source before.
    bool is_repeated(const foreign_news::NewsItem& item);

private:
    std::set<std::size_t> words_{}, keys_{};  // hashes: a hundred thousand items cost a few megabytes
};
// How the database names the source of a plan.
std::string source_of(const ImportPlan& plan);

// Writes items in batches of kBatch, each in a transaction of its own; finish() writes the last one. What is said about
// items goes to `oddities`.
class ImportRun final : public foreign_news::NewsSink {
public:
    using TakeOddity = std::function<void(foreign_news::Oddity)>;
    ImportRun(const ImportTools& tools, ImportPlan plan, TakeOddity oddities);

    void section(foreign_news::NewsSection section) override { section_ = std::move(section); }
    void item(foreign_news::NewsItem item) override;
    void oddity(foreign_news::Oddity oddity) override { oddities_(std::move(oddity)); }
    void advance(std::uint64_t) override {}
    void finish();

    const ImportCounts& counts() const { return counts_; }

    static constexpr std::size_t kBatch = 1'000;

private:
    // A picture whose bytes are kept, not yet in the library.
    struct KeptPicture {
        std::string file;  // of the library's store
        foreign_news::NewsPicture picture;
    };
    void flush();
    void choose_language();
    // The section, and what new items in it are.
    struct Target {
        SectionId section;
        Stage stage;
    };
    Target target(db::Write& write);
    void add_section_words(db::Write& write, const Section& section);
    SectionWords section_words() const;
    store::ImportedItem stored_form(const foreign_news::NewsItem& item);
    std::vector<KeptPicture> kept_pictures(const foreign_news::NewsItem& item);
    void add_pictures(db::Write& write, const std::vector<KeptPicture>& kept, store::ImportedItem& item);
    void count(const std::vector<store::ImportOutcome>& outcomes, const std::vector<foreign_news::NewsItem>& items);

    ImportTools tools_;
    ImportPlan plan_;
    TakeOddity oddities_;
    foreign_news::NewsSection section_{};
    std::vector<foreign_news::NewsItem> waiting_{};
    std::optional<base::Locale> language_{};
    bool is_to_be_approved_ = false;  // the section asks for it
    ImportKeys keys_{};
    ImportCounts counts_{};
};

}  // namespace newsroom
