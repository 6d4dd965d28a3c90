// features/newsroom/pages.h - what readers see. Each gives the content of <main>; the frame around it is the handler's.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/newsroom/address.h"
#include "features/newsroom/archive.h"
#include "features/newsroom/channel_service.h"
#include "features/newsroom/document_store.h"
#include "features/newsroom/store.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/actions.h"
#include "ports/pictures.h"

namespace newsroom::pages {

// An item as lists show it.
struct Story {
    store::Headline headline;
    std::optional<ports::Picture> picture{};  // with the item's own description and credit
    std::string section{}, section_path{};    // the first one; empty where the page is that of a section
};

// ---- The front page

struct Column {
    std::string title, path;
    std::vector<Story> stories;
};

struct Front {
    std::vector<Story> stories;  // the first one leads, the next ones stand beside it
    std::vector<Column> columns;
    std::vector<store::TagCount> topics;
    Archive archive;  // of all news
    base::Instant now;
};
html::SafeHtml front(const i18n::Translator& t, const Front& front);

// ---- The pages of a channel

struct Introduction {
    std::string text;  // Markdown; may be empty
    std::optional<ports::Picture> picture{};
};

// Where a list goes on; empty where it does not.
struct Pager {
    std::string newer, older;
};

struct River {
    const Channel& channel;
    Introduction introduction{};  // on the first page
    std::vector<Story> pinned{};  // on the first page
    std::vector<Story> stories{};
    Pager pager{};
    Archive archive{};
    std::optional<address::Period> period{};  // of a page of the archive
    std::optional<Month> quiet_since{};       // the channel is not written any more
    std::int64_t elsewhere = 0;               // items in the other language, where there are none in this one
};
html::SafeHtml river(const i18n::Translator& t, const River& river);

// "May 2019", "2019", "Not dated"
std::string name_of(const i18n::Translator& t, const address::Period& period);
std::string name_of(const i18n::Translator& t, Month month);

// The day as people say it: "May 3, 2019".
std::string written(const i18n::Translator& t, Day day);

// ---- An item

struct ItemPage {
    const store::PublicItem& item;
    base::Locale language;  // in which the item is; another than the page's where it is not translated
    std::vector<ports::Picture> pictures{};
    std::vector<ports::Action> actions{};
    std::vector<store::Document> documents{};  // those of its attachments that were uploaded here
    store::Neighbours neighbours{};
    std::string section_path{}, section_title{};  // of the first section; empty for none
    std::string url;                              // absolute
};
html::SafeHtml item(const i18n::Translator& t, const ItemPage& page);

// The title, else what the item is called where it has none: "International Solidarity, May 3, 2019".
std::string title_of(const i18n::Translator& t, const ItemPage& page);

// What feeds carry: pictures, quotation and text.
html::SafeHtml feed_content(const store::PublicItem& item, const std::vector<ports::Picture>& pictures,
                            base::Locale locale);

}  // namespace newsroom::pages
