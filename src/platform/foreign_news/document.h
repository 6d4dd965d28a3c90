// platform/foreign_news/document.h - a page or text to import, as the lines that a reader sees. Pure.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/foreign_news/date.h"

namespace foreign_news {

// How a block stands out from running text. strong and link: the whole of it does.
enum class Face : unsigned char { plain, strong, link, heading };

// What a block says. more: nothing but a "Read more" link. rule: a line across the page.
enum class BlockRole : unsigned char { text, date, more, rule };

// A picture as a page has it.
struct PagePicture {
    std::string address, description;
};

// One line of a page: a paragraph, a heading, an item of a list, a cell, what stands between two line breaks; also a
// date with an element of its own within them.
struct Block {
    BlockRole role = BlockRole::text;
    Face face = Face::plain;
    int level = 0;            // of a heading, 1..6
    bool ends_item = false;   // a "Read more" link stood in it, at its end
    bool is_outside = false;  // in navigation, a footer, a side bar
    std::uint32_t line = 1;
    std::size_t container = 0;
    std::string text{};  // plain; every run of blanks one space; without the words of a "Read more" link
    std::string markdown{};
    std::string link{};                   // where its "Read more" or its own link leads; as the page has it
    std::optional<FoundDate> date{};      // of role date
    std::vector<PagePicture> pictures{};  // that stand in it or beside it
};

// An element that holds blocks: those from `first` to before `end`.
struct Container {
    std::size_t parent = 0;  // of the first one, itself
    std::string kind{};      // "div.views-row": its tag and first class without digits
    std::size_t first = 0, end = 0;
};

struct Document {
    std::string title{};     // of the browser's tab
    std::string site{};      // what the page says its site is called
    std::string address{};   // where it stood; "" where it does not say
    std::string language{};  // "en", "fr-CA" as it says
    std::vector<Block> blocks{};
    std::vector<Container> containers{};  // [0] holds everything
};

}  // namespace foreign_news
