// features/newsroom/staff_pages.h - where staff write the news. Each gives the content of <main>; the frame around it
// is the handler's.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/word_difference.h"
#include "features/newsroom/approval_store.h"
#include "features/newsroom/item_form.h"
#include "features/newsroom/item_store.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/time_zone.h"
#include "platform/i18n/translator.h"
#include "ports/actions.h"
#include "ports/editing.h"
#include "ports/pictures.h"

namespace newsroom::staff_pages {

std::string list_path(base::Locale locale);                        // "/en/staff/news"
std::string item_path(base::Locale locale, ItemId item);           // "/en/staff/news/items/17"
std::string sections_path(base::Locale locale);                    // "/en/staff/news/sections"
std::string section_path(base::Locale locale, SectionId section);  // "/en/staff/news/sections/17"

struct ItemList {
    std::vector<store::StaffRow> rows;
    std::vector<Section> sections;                      // to filter by
    std::vector<people::Level> levels;                  // likewise, those that this person may edit
    std::string stage, section, level, missing, words;  // of the filter, as typed
    std::string next;                                   // query of the next page; empty: this is the last
    std::optional<std::string> first{};                 // query of the first page, where this is another one
    bool is_filtered;
};
html::SafeHtml items(const i18n::Translator& t, const ItemList& list);

struct NewItemPage {
    std::vector<people::Level> levels;
    std::vector<Section> sections;
    std::string level, section, event_day;  // as typed
    const base::Problems& problems;
};
html::SafeHtml new_item(const i18n::Translator& t, const NewItemPage& page);

struct ItemEditor {
    Item item;
    std::string title;
    ItemForm form;  // as stored, or as typed
    std::vector<TextState> texts;
    std::vector<Section> sections;
    std::vector<ports::Action> actions;
    std::vector<std::vector<ports::Picture>> offered;  // for each picture field that is shown
    std::string seen;
    ports::NamedTexts conflicts{};
    ports::Saving saving{};
    std::optional<base::Instant> kept_at{};  // there is an unsaved draft of this person, not shown here
    bool shows_draft = false;
    base::Problems problems{};
};
html::SafeHtml item(const i18n::Translator& t, const ItemEditor& editor);

// The newest words of both languages as they would read.
struct ItemPreview {
    const Item& item;
    std::string title;
    std::vector<Revision> newest;
};
html::SafeHtml preview(const i18n::Translator& t, const ItemPreview& preview);

// What was approved, and whether somebody must.
struct Review {
    bool is_needed = false;                     // a section asks for it
    bool is_own = false;                        // the reader of the page wrote the newest words
    std::optional<store::Approval> standing{};  // holds for the item as it is
    std::vector<store::Approval> past{};        // newest first, the standing one among them
    bool is_missing() const { return is_needed && !standing; }
};

struct StepPage {
    const Item& item;
    std::string title;
    std::vector<TextState> texts;
    std::vector<StageStep> steps;
    std::vector<store::FormerAddress> addresses;
    std::vector<Section> sections;  // in which it stands
    std::vector<store::Placement> placements;
    bool may_publish;
    Review review;
    std::string due_at, note;                   // as typed
    std::map<base::Locale, std::string> slugs;  // as typed, else as they are
    const i18n::TimeZone& zone;
    const base::Problems& problems;
};
html::SafeHtml steps(const i18n::Translator& t, const StepPage& page);
// What the buttons that publish carry along: newer words, another text.
std::string seen_revisions(const std::vector<TextState>& texts);

struct History {
    const Item& item;
    std::string title;
    std::vector<Revision> english, french;
    std::vector<TextState> texts;
};
html::SafeHtml history(const i18n::Translator& t, const History& history);

struct FieldDifference {
    std::string field;  // "title", "body", ...
    std::vector<base::Piece> pieces;
};
struct RevisionPage {
    const Item& item;
    std::string title;
    Revision revision;
    std::optional<Revision> before;  // what it is compared with
    std::vector<FieldDifference> differences;
    bool is_newest;
};
html::SafeHtml revision(const i18n::Translator& t, const RevisionPage& page);

struct FoundLink {
    std::string address;
    store::PublicText from;
};
struct LinkReport {
    std::vector<FoundLink> broken, outside;
    std::int64_t looked_at;  // texts
    std::string next;        // query of the next part; empty: all was looked at
};
html::SafeHtml links(const i18n::Translator& t, const LinkReport& report);

struct SectionList {
    std::vector<Section> sections;
    std::vector<people::Level> levels;
    SectionForm form;
    std::string level;
    const base::Problems& problems;
};
html::SafeHtml sections(const i18n::Translator& t, const SectionList& list);

struct SectionEditor {
    const Section& section;
    SectionForm form;
    std::vector<ports::Picture> offered;
    std::string seen;
    ports::NamedTexts conflicts{};
    ports::Saving saving{};
    base::Problems problems{};
};
html::SafeHtml section(const i18n::Translator& t, const SectionEditor& editor);

}  // namespace newsroom::staff_pages
