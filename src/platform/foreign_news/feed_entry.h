// platform/foreign_news/feed_entry.h - one item of a feed or a WordPress export, and what becomes of it. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "platform/foreign_news/news.h"

namespace foreign_news {

// What an item of a feed holds, by the names of its elements.
struct FeedEntry {
    std::string title, link, key, author, language;
    std::string published, updated, local_date;  // local_date: of WordPress, in the time of the site
    std::string summary, content;
    std::string kind, status;  // of WordPress
    std::string password;      // of WordPress: only who knows it may read the item
    std::string number,
        thumbnail;            // of WordPress: its own number, and that of the file of its library that stands for it
    std::string attachment;   // of WordPress: the address of a file of its library
    std::string description;  // of WordPress: the alternative text of that file
    std::vector<std::string> tags;
    std::vector<std::string> pictures;  // addresses that stand outside the texts
    std::uint32_t line = 0;
};

// The files of a WordPress site, by their numbers.
struct MediaLibrary {
    struct File {
        std::string address, description;
    };
    std::unordered_map<std::string, File> files{};
    std::unordered_set<std::string> featured{};  // those that stand for an item
};

enum class FeedKind : unsigned char { feed, wordpress };
enum class Given : unsigned char { no, yes };

// Hands the item to the sink, and says what is odd about it; the picture that stands for it is its first. no: it is no
// news (a page, a menu), not published, or behind a password.
Given give(FeedEntry entry, FeedKind kind, const MediaLibrary& library, NewsSink& sink);

}  // namespace foreign_news
