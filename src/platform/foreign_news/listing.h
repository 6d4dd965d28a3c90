// platform/foreign_news/listing.h - the dated items of a page that lists news. Pure.
//
// The rules. An item is a date that stands alone and what belongs to it: everything in the same row, box or list item
// as the date where there is one, else everything up to the next date. Its title is a heading, or a line that is
// nothing but bold words or a link, which stands directly beside the date and has other text behind it; a line that is
// all there is, is the teaser. Where most dates have a heading directly above them and no box around both, headings are
// titles of the date below. Texts of one date that each end with "Read more", or each have a title, are items of their
// own. Everything else between two dates is one teaser. An item without a readable date stays, undated.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/locale.h"
#include "platform/foreign_news/document.h"
#include "platform/foreign_news/oddity.h"

namespace foreign_news {

struct ListedItem {
    std::optional<base::Day> date{};
    std::string title{};   // may be empty
    std::string teaser{};  // plain, one line; may be empty
    std::string body{};    // the same as Markdown, its paragraphs parted
    std::vector<PagePicture> pictures{};
    std::string link{};  // of its "Read more" or title, as the page has it; may be empty
    std::uint32_t line = 1;
};

struct Listing {
    std::string title{};              // its main heading; may be empty
    std::string introduction{};       // Markdown: what stands between heading and first date
    std::vector<ListedItem> items{};  // in the order of the page
    std::vector<Oddity> oddities{};   // in the order of the page
};

struct ListingSettings {
    base::Day today;          // what is later is reported
    base::Locale language{};  // for 03/12/2013 when nothing else tells: English has the month first
};
Listing listing_of(Document document, const ListingSettings& settings);

}  // namespace foreign_news
