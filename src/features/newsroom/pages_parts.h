// features/newsroom/pages_parts.h - what the public pages of this slice share. Included by them only.
#pragma once
#include "features/newsroom/pages.h"
#include "platform/html/template.h"

namespace newsroom::pages {

// <time> with the day, or the words that there is none.
void write_day(html::Out& out, const i18n::Translator& t, const std::optional<Day>& day);

// h2 or h3: what stands above the story on its page.
enum class StoryHeading : unsigned char { h2, h3 };

// shown: the link "Read more" at the end. unneeded: the words above are the link.
enum class ReadMore : unsigned char { shown, unneeded };

// How much of a story a place has room for.
struct StoryLook {
    std::string_view css_class;  // "story--lead"
    StoryHeading heading = StoryHeading::h3;
    html::DisplayWidth picture_width = "(min-width: 48rem) 14rem, 100vw";
    html::Loading loading = html::Loading::lazy;
    std::size_t teaser = 600;  // characters; 0: none, unless there is no title
    ReadMore more = ReadMore::unneeded;
};
void write_story(html::Out& out, const i18n::Translator& t, const Story& story, const StoryLook& look);

// Years with their months, and what has no date, as links below the list's path.
struct ArchivePlace {
    std::string_view list;                     // "/en/news/all"
    std::optional<address::Period> current{};  // the page's own
};
void write_archive(html::Out& out, const i18n::Translator& t, const Archive& archive, const ArchivePlace& place);

// The three feeds of the list at this path.
void write_feeds(html::Out& out, const i18n::Translator& t, std::string_view list);

}  // namespace newsroom::pages
