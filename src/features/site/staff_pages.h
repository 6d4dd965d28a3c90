// features/site/staff_pages.h - where staff build hubs, write pages of text and keep the levels.
// Each gives the content of <main>; the frame around it is the handler's.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/site/block.h"
#include "features/site/content_page.h"
#include "features/site/page_tree.h"
#include "features/site/store.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/actions.h"
#include "ports/editing.h"
#include "ports/hub_blocks.h"
#include "ports/pictures.h"

namespace site::staff_pages {

// "/en/staff/hubs/qc"
std::string hub_path(base::Locale locale, std::string_view level);
std::string block_path(base::Locale locale, std::string_view level, BlockId block);
std::string page_path(base::Locale locale, std::string_view slug);
std::string level_path(base::Locale locale, std::string_view slug = "");  // without a slug that of the list

// Every level that this person may edit, and what it shows.
struct ListedHub {
    people::Level level;
    std::optional<store::HubVersion> published;
    int blocks;  // in the draft
};
html::SafeHtml hubs(const i18n::Translator& t, const std::vector<ListedHub>& listed);

struct HubEditor {
    const people::Level& level;
    const Blocks& draft;
    const std::vector<store::HubVersion>& versions;
    const std::vector<ports::BlockKind>& other_kinds;
    const base::Problems& problems;
};
html::SafeHtml hub(const i18n::Translator& t, const HubEditor& editor);

// A page that a block can lead to.
struct PageChoice {
    std::string slug, title;
};

struct BlockEditor {
    const people::Level& level;
    const Block& block;             // as stored
    BlockForm form;                 // as typed
    std::string seen;               // for the form to carry: see ports/editing.h
    ports::NamedTexts conflicts{};  // what others saved meanwhile, by field
    ports::Saving saving{};         // who saved that
    const std::vector<ports::Action>& actions;
    std::vector<PageChoice> pages;
    std::vector<ports::Picture> pictures;  // to choose from
    const base::Problems& problems;
};
html::SafeHtml block(const i18n::Translator& t, const BlockEditor& editor);

// The hub or page as it would look, beneath a line that says so.
html::SafeHtml preview(const i18n::Translator& t, const html::SafeHtml& page, const std::string& back);

struct ListedPage {
    ContentPage page;
    std::vector<PageText> newest;
    int depth = 0;  // in the tree
};
struct PageList {
    std::vector<ListedPage> pages;
    std::vector<people::Level> levels;  // to choose from
    std::string slug, level;            // of the form for a new one, as typed
    const base::Problems& problems;
};
html::SafeHtml content_pages(const i18n::Translator& t, const PageList& list);

struct PageEditor {
    const ContentPage& page;
    std::string title;  // in the reader's language where there is one
    PageForms forms;
    std::vector<PageText> newest;
    std::vector<PageText> versions;
    std::string seen;
    ports::NamedTexts conflicts{};
    ports::Saving saving{};
    PlaceForm place{};                  // where it stands, as stored or typed
    std::vector<PageChoice> parents{};  // that it may lie below
    // The languages in whose menu at the top it would stand, had the menu room for more than `header_room` pages.
    std::vector<base::Locale> crowded_out{};
    std::size_t header_room = 0;
    base::Problems problems{};
};
html::SafeHtml content_page(const i18n::Translator& t, const PageEditor& editor);

struct LevelList {
    const people::LevelTree& levels;
    std::vector<people::Level> own;  // those that this person may change
    people::LevelForm form;
    const base::Problems& problems;
};
html::SafeHtml levels(const i18n::Translator& t, const LevelList& list);

// Names, address and colour of one level.
struct LevelEditor {
    const people::Level& level;  // as stored
    people::LevelForm form;      // as typed
    const base::Problems& problems;
};
html::SafeHtml level(const i18n::Translator& t, const LevelEditor& editor);

}  // namespace site::staff_pages
