// features/supporter_import/import.h - a file of people, what staff decided about it, and what became of it. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "features/supporter_import/mapping.h"
#include "features/supporter_import/rows.h"

namespace supporter_import {

using ImportId = base::Id<struct PeopleImportTag>;

// Stored by number.
enum class ImportState : unsigned char {
    waits_for_columns = 0,
    being_tried = 1,
    tried = 2,
    coming_in = 3,
    came_in = 4,
    stopped = 5  // the file is gone, or has more faults than a table can have
};

// Files above this size come in by the command.
inline constexpr std::size_t kLargestUpload = 64 * 1024 * 1024;  // bytes

// By what right those who have not left may be mailed. none: nobody is subscribed.
enum class Ground : unsigned char { none, express, implied };
std::string_view name_of(Ground ground);  // "none", "express", "implied"
std::optional<Ground> ground_of(std::string_view name);

struct Plan {
    Mapping mapping{};
    std::vector<std::string> tags{};              // for everybody in the file
    base::Locale locale = base::Locale::english;  // of those whose language the file does not say
    base::Day as_of{};                            // the day of the export
    Ground ground = Ground::none;
    std::string words{};                    // what they agreed to, or the relation that implies it
    std::optional<base::Day> expires_on{};  // of implied consent
};

// As typed by staff, or given on the command line.
struct PlanForm {
    std::vector<std::string> mapping;  // names of columns
    std::string tags, language, as_of, ground, words, expires_on;
};
// Everything wrong at once. `today`: the day of the export may not lie behind it, implied consent may not have ended.
base::Result<Plan, base::Problems> read_plan(const PlanForm& form, base::Day today);

struct Report {
    Preset preset = Preset::none;
    std::int64_t rows = 0;      // read
    std::int64_t left_out = 0;  // rows of them
    std::int64_t added = 0, changed = 0, unchanged = 0;
    std::int64_t consents = 0;   // given by this import
    std::int64_t withdrawn = 0;  // left in the source, and here now
    std::int64_t suppressed = 0;
    std::int64_t kept_back = 0;  // not subscribed: left or bounced there or here
    std::int64_t conflicts = 0;  // answers that are kept beside what the person or staff said
    std::int64_t troubles = 0;   // of rows and values
};

struct Import {
    ImportId id{0};
    std::string name{}, file{};  // as uploaded; address in the store
    std::int64_t size = 0;       // bytes
    base::LevelId level{0};
    ImportState state = ImportState::waits_for_columns;
    Plan plan{};
    Report report{};
    Place place{};
    base::Instant created_at{};
    std::string created_by{};
    std::optional<base::Instant> finished_at{};

    // One of the command keeps no file: where it was cut off, nothing goes on with it.
    bool is_of_command() const { return file.empty(); }
    bool is_busy() const { return state == ImportState::being_tried || state == ImportState::coming_in; }
};

// JSON, and back; a text that is none gives an empty one.
std::string text_of(const Plan& plan);
Plan plan_of(const std::string& text);
std::string text_of(const Report& report);
Report report_of(const std::string& text);

}  // namespace supporter_import
