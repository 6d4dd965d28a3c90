#include "ports/feed.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "platform/i18n/translator.h"

namespace ports {
namespace {

namespace json = boost::json;

// "example.org" of "https://example.org:8443/news".
std::string_view host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    return url.substr(0, url.find_first_of("/:?#"));
}

std::string_view language_of(base::Locale locale) { return locale == base::Locale::english ? "en-CA" : "fr-CA"; }

json::object json_enclosure(const Enclosure& enclosure) {
    json::object object{{"url", enclosure.url}, {"mime_type", enclosure.type}};
    if (enclosure.bytes > 0) object["size_in_bytes"] = enclosure.bytes;
    if (!enclosure.title.empty()) object["title"] = enclosure.title;
    return object;
}

json::object json_entry(const FeedEntry& entry, base::Locale locale) {
    json::object object{{"id", entry.id}, {"url", entry.url}};
    if (!entry.title.empty()) object["title"] = entry.title;
    object["content_html"] = entry.content;
    object["summary"] = entry.summary;
    object["date_published"] = i18n::machine_time(entry.published_at);
    object["date_modified"] = i18n::machine_time(entry.changed_at);
    object["language"] = language_of(locale);
    if (!entry.author.empty()) object["authors"] = json::array{json::object{{"name", entry.author}}};
    if (!entry.tags.empty()) object["tags"] = json::array(entry.tags.begin(), entry.tags.end());
    const auto picture =
        std::ranges::find_if(entry.enclosures, [](const Enclosure& each) { return each.type.starts_with("image/"); });
    if (picture != entry.enclosures.end()) object["image"] = picture->url;
    json::array attachments;
    for (const auto& enclosure : entry.enclosures) attachments.push_back(json_enclosure(enclosure));
    if (!attachments.empty()) object["attachments"] = std::move(attachments);
    return object;
}

}  // namespace

std::string_view file_of(FeedFormat format) {
    switch (format) {
        case FeedFormat::rss:
            return "rss.xml";
        case FeedFormat::atom:
            return "atom.xml";
        case FeedFormat::json:
            return "feed.json";
    }
    return "rss.xml";
}

std::optional<FeedFormat> feed_format_of(std::string_view file) {
    for (const FeedFormat format : kFeedFormats)
        if (file == file_of(format)) return format;
    return std::nullopt;
}

std::string_view media_type(FeedFormat format) {
    switch (format) {
        case FeedFormat::rss:
            return "application/rss+xml";
        case FeedFormat::atom:
            return "application/atom+xml";
        case FeedFormat::json:
            return "application/feed+json";
    }
    return "application/rss+xml";
}

std::string feed_entry_id(const EntryIdentity& identity) {
    return fmt::format("tag:{},2026:{}/{}/{}", host_of(identity.public_url), identity.kind, identity.name,
                       base::code(identity.locale));
}

base::Instant changed_at(const Feed& feed) {
    base::Instant newest{};
    for (const auto& entry : feed.entries) newest = std::max({newest, entry.changed_at, entry.published_at});
    return newest;
}

std::string json_feed(const Feed& feed) {
    json::object object{{"version", "https://jsonfeed.org/version/1.1"},
                        {"title", feed.title},
                        {"home_page_url", feed.page_url},
                        {"feed_url", feed.url},
                        {"description", feed.description},
                        {"language", language_of(feed.locale)}};
    json::array items;
    for (const auto& entry : feed.entries) items.push_back(json_entry(entry, feed.locale));
    object["items"] = std::move(items);
    return json::serialize(object);
}

std::string written(const Feed& feed, FeedFormat format) {
    switch (format) {
        case FeedFormat::rss:
            return rss(feed);
        case FeedFormat::atom:
            return atom(feed);
        case FeedFormat::json:
            return json_feed(feed);
    }
    return rss(feed);
}

}  // namespace ports
