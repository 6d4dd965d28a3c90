// platform/foreign_news/news.h - what every kind of source gives: a section and its items, one after the other.
// Pure.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/locale.h"
#include "base/problem.h"
#include "platform/foreign_news/oddity.h"

namespace foreign_news {

// A picture of an item. Nothing is ever fetched.
struct NewsPicture {
    std::string address{};         // as the source has it
    std::string description{};     // its alternative text, plain; may be empty
    std::filesystem::path file{};  // where it lies beside the source
};

// One item as its source has it, cleaned.
struct NewsItem {
    std::string key{};  // what the source calls it: address, number; empty: it has no name there
    std::optional<base::Day> date{};
    std::string title{};   // plain, may be empty
    std::string teaser{};  // plain, one line, as long as it is there
    std::string body{};    // Markdown; empty: the teaser is all there is
    std::string author{};
    std::vector<std::string> tags{};
    std::vector<NewsPicture> pictures{};     // those that lie beside the source
    std::optional<base::Locale> language{};  // where the source says it
    std::uint32_t line = 0;
    std::string file{};  // of a folder
};

struct NewsSection {
    std::string title{};  // empty where the source has none
    std::string introduction{};
    std::string source{};    // what the whole is called: the address of the site; empty: the name of the file
    std::string language{};  // as the source says
};

// Takes what a reader finds, in the order of the source. The section comes first.
class NewsSink {
public:
    virtual ~NewsSink() = default;
    virtual void section(NewsSection section) = 0;
    virtual void item(NewsItem item) = 0;
    virtual void oddity(Oddity oddity) = 0;
    // How much of the file has been read since the last call.
    virtual void advance(std::uint64_t bytes) = 0;
};

// A source that cannot be read at all, or not to its end.
struct UnreadableSource : std::runtime_error {
    UnreadableSource(base::Message why, std::string place)
        : std::runtime_error(why.key()), message(why), where(std::move(place)) {}
    base::Message message;
    std::string where;  // "line 12", a file name; may be empty
};

}  // namespace foreign_news
