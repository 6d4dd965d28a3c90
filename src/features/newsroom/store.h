// features/newsroom/store.h - what the public reads: pages of lists, the archive, one item with everything it has.
// Every function here costs the same at a hundred items and at a hundred thousand.
//
//     const store::List list{.kind = store::ListKind::section, .id = section.id.value, .locale = locale};
//     auto pinned = store::pinned(read, section.id, locale);
//     auto page = store::page(read, {.list = list, .after = position, .limit = 20});
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/newsroom/item.h"
#include "features/newsroom/section.h"
#include "platform/db/transaction.h"

namespace newsroom::store {

// ---- Sections ----

// Those that the public may see in this language, by place.
std::vector<Section> public_sections(db::Read& read, base::Locale locale);
// A public section under this slug, which may be one that it had before: compare with section.in(locale).slug, and
// redirect where they differ.
std::optional<Section> find_public_section(db::Read& read, base::Locale locale, std::string_view slug);

// ---- Lists ----

// The numbers are stored.
enum class ListKind : unsigned char { all = 0, section = 1, tag = 2, level = 3 };

// A list of public items in one language. A level's list holds the items of that very level.
struct List {
    ListKind kind = ListKind::all;
    std::int64_t id = 0;  // value of the SectionId, TagId or LevelId; 0 for all
    base::Locale locale = base::Locale::english;
};

// Where an item stands in every list: the newest day first, within a day the youngest row first, undated ones last.
// The day is that of the event, else that of the first publication; imported items without a date have none.
struct Position {
    std::optional<Day> day;
    ItemId item;
};
// For addresses of pages: "2019-05-03.17325" or "undated.17325", and back; nullopt for anything else.
std::string text_of(const Position& position);
std::optional<Position> position_of(std::string_view text);

// What a list shows of an item.
struct Headline {
    ItemId id;
    std::optional<Day> day;
    std::string slug;
    std::string title;    // may be empty
    std::string teaser;   // one plain line, made already; may be empty
    std::string picture;  // key of the first picture; empty for none
    std::string picture_alt, picture_credit;
    base::Instant published_at;  // the first time
    base::Instant changed_at;    // when what the public sees changed last
    Position position() const { return {day, id}; }
};

struct ListPage {
    List list;
    std::optional<Position> after{};  // absent: from the newest
    std::optional<Days> days{};       // of a year or month only; undated items are in none
    std::int64_t limit = 20;          // ask for one more than is shown to know whether there is a next page
};
std::vector<Headline> page(db::Read& read, const ListPage& page);
// The same list the other way: items in front of `after`, in the order of the list; for a link back.
std::vector<Headline> page_before(db::Read& read, const ListPage& page);
// Only those without a date, for the end of an archive.
std::vector<Headline> undated(db::Read& read, const List& list, std::int64_t limit);

// Pinned to the top of a section, last pinned first. page() holds them too: leave them out of the first page there.
std::vector<Headline> pinned(db::Read& read, SectionId section, base::Locale locale);

// How many items a list has, by month, newest first; kept, not counted.
struct MonthCount {
    std::optional<Month> month;  // absent: not dated; comes last
    std::int64_t items;
    bool operator==(const MonthCount&) const = default;
};
std::vector<MonthCount> months(db::Read& read, const List& list);

// The neighbours of a position in a list.
struct Neighbours {
    std::optional<Headline> newer, older;
};
Neighbours neighbours(db::Read& read, const List& list, const Position& position);

// Items of these ids that are public in this language; those that are not are left out. For related items and search.
std::vector<Headline> headlines(db::Read& read, const std::vector<ItemId>& ids, base::Locale locale);

// ---- One item ----

struct Placement {
    SectionId section;
    std::optional<base::Instant> pinned_at;
};

// A public item in one language.
struct PublicItem {
    Headline headline;
    ItemWords words;
    base::LevelId level;
    Author author;
    std::string other_slug;         // in the other language; empty: it is not public there
    std::vector<Section> sections;  // public ones, by place
    std::vector<Tag> tags;          // those with a word in this language
    std::vector<ItemPicture> pictures;
    std::vector<Attachment> attachments;
    std::vector<std::string> actions;  // keys of ports::ActionRegistry
    std::string source;                // where it was imported from; empty: written here
};
// Under a slug that the item has or had in this language: compare with headline.slug, and redirect where they differ.
std::optional<PublicItem> find_public(db::Read& read, base::Locale locale, std::string_view slug);

// Another address of the same subject: an item that is public in the other language only.
std::optional<std::string> slug_in_other_language(db::Read& read, base::Locale locale, std::string_view slug);

// Tags.
std::optional<Tag> find_tag(db::Read& read, base::Locale locale, std::string_view slug);
struct TagCount {
    Tag tag;
    std::int64_t items;
};
std::vector<TagCount> public_tags(db::Read& read,
                                  base::Locale locale);  // with public items, most items first, 100 at most

// ---- Everything, for sitemaps, exports and search ----

// Public texts behind (item, locale), in that order; fewer than `limit`: the end.
struct TextPage {
    ItemId after_item{0};
    base::Locale after_locale = base::Locale::french;  // "en" comes before "fr"
    std::int64_t limit = 200;
};
struct PublicText {
    ItemId item;
    base::Locale locale;
    base::LevelId level;
    std::optional<Day> day;
    std::string slug, other_slug;  // other_slug: empty where it is not public
    ItemWords words;
    base::Instant changed_at;
};
std::vector<PublicText> public_texts(db::Read& read, const TextPage& page);

// The sections that an item stands in, public or not, by place.
std::vector<Section> sections_of(db::Read& read, ItemId item);

}  // namespace newsroom::store
