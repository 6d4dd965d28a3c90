// platform/foreign_news/oddity.h - what is strange about a source of news, with its place. Pure.
#pragma once
#include <cstdint>
#include <string>

#include "base/problem.h"

namespace foreign_news {

// Said in words by words_of(). Nothing of it keeps an item from coming in.
enum class OddityKind : unsigned char {
    cut_teaser,    // ends within a sentence
    no_text,       // a date, perhaps with a title, and nothing behind it
    no_date,       // a text without a date
    out_of_order,  // detail: its date; other: the dates around it
    repeated,      // other: the line where it stands first
    future_date,
    order_unknown,  // 03/12/2013; detail: as written; other: how it was read
    month_only,
    span_of_days,
    no_year,
    no_such_day,
    no_such_year,
    unknown_date,
    two_digit_year,
    date_within_text,  // a text begins with a date that does not stand alone
    no_link,           // others have a "Read more" link
    no_links_at_all,
    several_under_date,  // other: how many
    outside_list,        // a dated text that is left out
    left_out_after,      // text behind the list
    left_out_heading,    // a heading between items; detail: its words
    title_not_found,
    broken_characters,  // other: how many
    caption_left_out,   // detail: its words
    long_teaser,        // shown from its first sentences; the whole is the body
    long_body,
    long_title,
    picture_left_out,     // detail: its address
    picture_refused,      // no picture, or too large; detail: its address
    picture_undescribed,  // detail: its address
    attachment_left_out,  // of WordPress; detail: its address
    broken_row,           // of a table: other: how many columns
    broken_markup,        // of a feed: detail: what the reader says
    entity_left_out,      // an entity of the document's own
    not_published,        // a draft of the source
    no_item,
    unreadable_file,   // of a folder; detail: why
    edited_here,       // staff changed it since: kept
    guessed_language,  // other: "en" or "fr"
    one_language,      // the section shows in one language only
    to_be_approved,    // the section asks for approvals: all came in as drafts
    more_oddities,     // other: how many more there are
};

struct Oddity {
    std::uint32_t line = 0;  // of the source, from 1; 0 for the whole of it
    OddityKind kind;
    std::string detail{};
    std::string other{};
    std::string file{};  // of a folder
};

}  // namespace foreign_news
