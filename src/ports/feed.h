// ports/feed.h - news for feed readers: one description of a feed, written in the three usual formats.
// Pure.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"

namespace ports {

// A picture or file that readers may load with the entry.
struct Enclosure {
    std::string url;   // absolute
    std::string type;  // "image/jpeg"
    std::int64_t bytes = 0;
    std::string title{};  // what it shows; may be empty
};

// One item as a feed carries it.
struct FeedEntry {
    std::string id;     // a tag URI that stays when the address changes: see feed_entry_id
    std::string url;    // absolute, now
    std::string title;  // may be empty
    std::string summary;
    std::string content;  // HTML that templates made, its links and pictures absolute
    base::Instant published_at, changed_at;
    std::string author{};  // may be empty
    std::vector<std::string> tags{};
    std::vector<Enclosure> enclosures{};  // pictures first
};

struct Feed {
    base::Locale locale;
    std::string id;                    // a tag URI
    std::string title;                 // "International Solidarity - All Together Now"
    std::string description;           // plain words
    std::string page_url;              // the page of which this is the feed, absolute
    std::string url;                   // of this very document, absolute
    std::vector<FeedEntry> entries{};  // newest first
};

// The newest items that one document holds.
inline constexpr std::int64_t kFeedEntries = 30;

enum class FeedFormat : unsigned char { rss, atom, json };
inline constexpr std::array kFeedFormats{FeedFormat::rss, FeedFormat::atom, FeedFormat::json};

// "rss.xml", "atom.xml", "feed.json": the last part of a feed's address, and back.
std::string_view file_of(FeedFormat format);
std::optional<FeedFormat> feed_format_of(std::string_view file);

// "application/rss+xml", as Content-Type and <link type> have it.
std::string_view media_type(FeedFormat format);

// "tag:example.org,2026:news/123/en" (RFC 4151). host as in the public address, without a port.
struct EntryIdentity {
    std::string_view public_url;
    std::string_view kind;  // "news", "feed"
    std::string_view name;  // unique within the kind
    base::Locale locale;
};
std::string feed_entry_id(const EntryIdentity& identity);

// When something in the feed changed last; 1970 for an empty one, so that an empty feed does not seem to change.
base::Instant changed_at(const Feed& feed);

// RSS 2.0 with content:encoded, dc:creator and atom:link. Entries carry the first enclosure, as the format wants it.
std::string rss(const Feed& feed);
// Atom 1.0 (RFC 4287).
std::string atom(const Feed& feed);
// JSON Feed 1.1.
std::string json_feed(const Feed& feed);

std::string written(const Feed& feed, FeedFormat format);

}  // namespace ports
