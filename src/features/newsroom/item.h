// features/newsroom/item.h - one dated piece of news: its words, its stages, what belongs to it. Pure: no SQL, no HTML,
// no clock of its own.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "features/newsroom/day.h"
#include "features/newsroom/section.h"

namespace newsroom {

using ItemId = base::Id<struct NewsItemTag>;
using RevisionId = base::Id<struct NewsRevisionTag>;
using TagId = base::Id<struct NewsTagTag>;

// The numbers are stored. A withdrawn item answers 404 and keeps everything.
enum class Stage : unsigned char { draft = 0, in_review = 1, scheduled = 2, published = 3, withdrawn = 4 };

// "draft", "in_review", ... as in forms, filters and the audit log.
std::string_view name_of(Stage stage);
std::optional<Stage> stage_of(std::string_view name);

// What an item says in one language.
struct ItemWords {
    std::string title{};          // 0..200 characters; many items have none
    std::string teaser{};         // plain, 0..600 characters; empty: made from the body
    std::string body{};           // Markdown, 0..100,000 characters
    std::string quotation{};      // plain, 0..1,000 characters
    std::string quoted_name{};    // 0..120 characters
    std::string quoted_office{};  // 0..200 characters
    bool is_empty() const { return *this == ItemWords{}; }
    bool operator==(const ItemWords&) const = default;
};

struct ItemForms {
    ItemWords english{}, french{};
    const ItemWords& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    ItemWords& in(base::Locale locale) { return locale == base::Locale::english ? english : french; }
    bool operator==(const ItemForms&) const = default;
};

// An address made of these words, with the day in front of it: "2019-05-03-nurses-in-bogota". 1..80 of a-z, 0-9 and
// inner hyphens, cut between words; "item" where no word can be part of an address.
std::string proposed_slug(std::string_view words, std::optional<Day> day);

// Everything wrong with these words at once; fields title_en, teaser_en, body_en, quotation_en, quoted_name_en,
// quoted_office_en, title_fr, ... A language may be empty, not both. A quotation has a name.
base::Problems problems_of(const ItemForms& forms);

// A picture of an item.
struct ItemPicture {
    std::string picture;  // number of an uploaded picture, or the path of one of its files
    std::string credit;
    std::string alt_en, alt_fr;
    const std::string& alt(base::Locale locale) const { return locale == base::Locale::english ? alt_en : alt_fr; }
    bool operator==(const ItemPicture&) const = default;
};

// Something to take away: a document on this site or elsewhere.
struct Attachment {
    std::string address;  // "/..." or "https://..."
    std::string label_en, label_fr;
    const std::string& label(base::Locale locale) const {
        return locale == base::Locale::english ? label_en : label_fr;
    }
    bool operator==(const Attachment&) const = default;
};

struct Author {
    std::string name{};   // as shown; empty for none
    std::string email{};  // never shown
    std::int64_t address_hash = 0;
    bool operator==(const Author&) const = default;
};

// What of an item has no language.
struct Item {
    ItemId id;
    base::LevelId level;
    Stage stage;
    std::optional<Day> event_day;  // absent: not dated
    std::optional<base::Instant> due_at;
    std::optional<base::Instant> published_at;  // the first time
    Author author;
    std::string source;  // where it was imported from; empty: written here
    base::Instant changed_at;
    std::string changed_by;
};

// A topic that items of all sections share.
struct Tag {
    TagId id;
    std::string slug_en{}, label_en{}, slug_fr{}, label_fr{};  // empty where the tag has no word in that language
    const std::string& slug(base::Locale locale) const { return locale == base::Locale::english ? slug_en : slug_fr; }
    const std::string& label(base::Locale locale) const {
        return locale == base::Locale::english ? label_en : label_fr;
    }
};

// One saved state of the words of a language.
struct Revision {
    RevisionId id;
    base::Locale locale;
    std::int64_t number;  // 1, 2, ...
    ItemWords words;
    base::Instant written_at;
    std::string written_by;
    std::optional<std::int64_t> restored_from;
};

// Where a language of an item stands.
struct TextState {
    base::Locale locale;
    std::string slug;
    RevisionId newest;
    std::optional<RevisionId> shown;  // absent: not public
    bool has_unpublished_changes() const { return shown != newest; }
};

// A step that somebody, or the clock, took.
struct StageStep {
    Stage stage;
    base::Instant at;
    std::string by;
    std::optional<base::Instant> due_at;
    std::string note;
};

// Whether an item may go from one stage to another.
//   draft -> in review, scheduled, published     in review -> draft, scheduled, published
//   scheduled -> draft, published, scheduled     published -> published (its changes), withdrawn
//   withdrawn -> draft, published
// The clock alone sends a scheduled one back to review, when its approval does not hold any more.
struct Move {
    Stage from, to;
};
bool is_allowed(Move move);

// What keeps an item from being published or scheduled: no words, no section, pictures without description, a missing
// language without a decision. Fields: "", sections, pictures, one_language.
struct Publishable {
    const ItemForms& words;
    std::size_t sections;
    const std::vector<ItemPicture>& pictures;
};
base::Problems problems_of_publishing(const Publishable& item, OneLanguage decision);

}  // namespace newsroom
