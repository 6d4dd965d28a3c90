// features/letters/campaign.h - what staff write for letters to representatives: texts in both languages side by side,
// blocks to choose from, when it is open. Pure.
#pragma once
#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "features/letters/target.h"
#include "ports/letters.h"

namespace letters {

using CampaignId = ports::LetterCampaignId;

// One text in both languages; either may still be missing.
struct Both {
    std::string english, french;
    const std::string& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    std::string& in(base::Locale locale) { return locale == base::Locale::english ? english : french; }
    bool operator==(const Both&) const = default;
};

inline constexpr std::size_t kSubjects = 3, kBlocks = 8;

// opening and closing stand in every letter, between them the blocks that the writer chose and their own words.
struct Content {
    Both title, why;  // why: Markdown, on the public page
    Both opening, closing;
    std::array<Both, kSubjects> subjects{};
    std::array<Both, kBlocks> blocks{};
    Both script;   // what to say on the telephone; may be empty
    Both tagline;  // who speaks, while an election is near: name, telephone, address; may be empty
    bool operator==(const Content&) const = default;
};

enum class FieldKind : unsigned char { line, area };
enum class Needed : unsigned char { no, yes };

// A text of the content by the name under which forms, stored texts and comparisons know it: "title_en", "block_3_fr".
struct ContentField {
    std::string name;
    base::Message label;
    int number;  // of a subject or block: 1, 2, ...; else 0
    FieldKind kind;
    std::size_t limit;  // characters
    base::Locale locale;
    Needed needed;  // before publishing
    std::function<const std::string&(const Content&)> read;
    std::function<void(Content&, std::string)> write;
};
const std::vector<ContentField>& content_fields();

// {"title_en": "...", ...}; names that are not known are passed over, missing ones are empty.
std::string to_json(const Content& content);
Content content_of(std::string_view json);

// Texts that are too long.
base::Problems problems_of(const Content& content);
// What keeps it from being published: a needed text missing in either language, or one that only one language has.
base::Problems unready(const Content& content);

// draft: never published. upcoming: its first day is still to come. paused: staff halted it; letters wait.
enum class Stage : unsigned char { draft, upcoming, open, paused, closed };
base::Message label_of(Stage stage);

struct Campaign {
    CampaignId id{0};
    std::string slug;  // in its address; never changes
    base::LevelId level{0};
    Content content;
    TargetRule target;
    std::string theme;
    bool is_address_asked = true;
    std::string opens_on, closes_on;  // days as clocks in Toronto show them; may be empty
    base::Instant created_at{}, changed_at{};
    std::string changed_by;
    std::optional<base::Instant> published_at{}, paused_at{}, stopped_at{};

    // today: "2026-11-22".
    Stage stage(std::string_view today) const;
    const std::string& title(base::Locale locale) const;  // in the other language where this one lacks it; or the slug
};

// What staff set beside the texts, as typed.
struct SettingsForm {
    std::string level, theme, opens_on, closes_on;
};
// Fields as in the form.
base::Problems problems_of(const SettingsForm& form);

// Addresses that campaigns cannot have, since other pages have them.
bool is_reserved_slug(std::string_view slug);

}  // namespace letters
