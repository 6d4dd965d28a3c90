// features/newsroom/import_upload.h - a file of news that staff uploaded, and what is known of it. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "features/newsroom/day.h"
#include "features/newsroom/item.h"
#include "platform/foreign_news/oddity.h"

namespace newsroom {

using UploadId = base::Id<struct NewsImportTag>;

// The numbers are stored.
enum class UploadState : unsigned char { to_be_read = 0, read = 1, importing = 2, imported = 3, unreadable = 4 };

// Limits of an upload; larger sources come in by the command.
inline constexpr std::size_t kLargestUpload = 64 * 1024 * 1024;  // bytes

struct Upload {
    UploadId id{0};
    std::string name, file;  // as uploaded; address in the store
    std::int64_t size = 0;   // bytes
    std::string section;     // slug
    base::LevelId level{0};
    std::optional<base::Locale> locale{};
    Stage stage = Stage::published;
    UploadState state = UploadState::to_be_read;
    std::int64_t progress = 0;  // bytes read, then items brought in
    std::string report{};       // text_of() an UploadReport
    base::Instant created_at{};
    std::string created_by{};
    std::optional<base::Instant> started_at{};
    std::string started_by{};
    std::optional<base::Instant> finished_at{};

    bool is_busy() const { return state == UploadState::to_be_read || state == UploadState::importing; }
};

// One of the first items, to look at.
struct SampleItem {
    std::string date, title, teaser;  // "2013-03-12" or empty
    std::uint32_t line = 0;
};

// What a reading found; what an import did.
struct UploadReport {
    std::string title, introduction;                                 // of the section, as the source has them
    std::int64_t items = 0, undated = 0, present = 0, pictures = 0;  // present: came in before
    std::string first_day, last_day;
    std::vector<SampleItem> samples{};             // at most kMostSamples
    std::vector<foreign_news::Oddity> oddities{};  // at most kMostOddities
    std::int64_t more_oddities = 0;
    std::int64_t added = 0, changed = 0, unchanged = 0, kept = 0, repeated = 0;
    std::string fault_en, fault_fr, fault_place;  // why it cannot be read further, in words; where

    static constexpr std::size_t kMostSamples = 12;
    static constexpr std::size_t kMostOddities = 300;

    void add(foreign_news::Oddity oddity) {
        if (oddities.size() < kMostOddities)
            oddities.push_back(std::move(oddity));
        else
            ++more_oddities;
    }
};

// JSON, and back; a text that is none gives an empty report.
std::string text_of(const UploadReport& report);
UploadReport report_of(const std::string& text);

}  // namespace newsroom
