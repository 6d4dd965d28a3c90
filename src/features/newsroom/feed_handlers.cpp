// The feeds of a channel.
#include <algorithm>

#include <fmt/format.h>

#include "features/newsroom/address.h"
#include "features/newsroom/feed_store.h"
#include "features/newsroom/handlers.h"
#include "features/newsroom/handlers_parts.h"
#include "features/newsroom/reading_pictures.h"
#include "platform/html/links.h"
#include "platform/html/markdown.h"

namespace newsroom {
namespace {

constexpr int kEnclosureWidth = 1200;  // pixels

struct Origin {
    const std::string& public_url;
    base::Locale locale;
};

// The bytes of the file at this address; 0: not known.
std::int64_t bytes_of(const ports::Picture& picture, std::string_view path) {
    const auto file = std::ranges::find(picture.jpeg, path, &html::PictureFile::path);
    return file == picture.jpeg.end() ? 0 : file->bytes;
}

std::string label_of(const store::PublicItem& item, const store::Document& document, base::Locale locale) {
    const auto attachment = std::ranges::find(item.attachments, document.path, &Attachment::address);
    if (attachment == item.attachments.end()) return {};
    const auto& own = attachment->label(locale);
    return own.empty() ? attachment->label(base::other(locale)) : own;
}

// What an item carries along.
struct Carried {
    std::vector<ports::Picture> pictures;
    std::vector<store::Document> documents;
};

FeedEntry entry_of(const Origin& origin, const store::PublicItem& item, const Carried& carried) {
    const auto& headline = item.headline;
    FeedEntry entry{.id = feed_entry_id({origin.public_url, "news", std::to_string(headline.id.value), origin.locale}),
                    .url = origin.public_url + address::item(origin.locale, headline.slug),
                    .title = headline.title,
                    .summary = headline.teaser,
                    .content = html::with_absolute_links(pages::feed_content(item, carried.pictures, origin.locale),
                                                         origin.public_url)
                                   .take(),
                    .published_at = headline.published_at,
                    .changed_at = headline.changed_at,
                    .author = item.author.name};
    for (const auto& tag : item.tags) entry.tags.push_back(tag.label(origin.locale));
    for (const auto& picture : carried.pictures) {
        const std::string path{picture.jpeg_path(kEnclosureWidth)};
        entry.enclosures.push_back({.url = origin.public_url + path,
                                    .type = "image/jpeg",
                                    .bytes = bytes_of(picture, path),
                                    .title = picture.alt(origin.locale)});
    }
    for (const auto& document : carried.documents)
        entry.enclosures.push_back({.url = origin.public_url + document.path,
                                    .type = std::string{media_type(document.type)},
                                    .bytes = document.size,
                                    .title = label_of(item, document, origin.locale)});
    return entry;
}

// Stays when the address changes.
std::string name_of(const Channel& channel) {
    return fmt::format("{}-{}", static_cast<int>(channel.kind), channel.lists.front().id);
}

std::string description_of(const i18n::Translator& t, const Channel& channel) {
    if (channel.section) {
        auto words = html::plain_text(channel.section->in(channel.locale).introduction);
        if (!words.empty()) return words;
    }
    return t("News: {title}", {{"title", channel.title}});
}

}  // namespace

http::Response Handlers::feed(ChannelKind kind, const http::Request& request, db::Read& read) const {
    const auto format = feed_format_of(request.parameter("file"));
    const auto channel = format ? find_channel(kind, request, read) : std::nullopt;
    if (!channel) return http::not_found();
    if (auto redirect = redirect_of(*channel, request)) return *std::move(redirect);
    const i18n::Translator t{request.locale};
    const auto& site = services_.frames.public_url();
    Feed feed{.locale = request.locale,
              .id = feed_entry_id({site, "feed", name_of(*channel), request.locale}),
              .title = fmt::format("{} - {}", channel->title, services_.frames.campaign(request.locale)),
              .description = description_of(t, *channel),
              .page_url = site + channel->path,
              .url = site + address::feed(channel->path, *format)};
    for (const auto& item :
         store::public_items(read, request.locale, page(read, channel->lists, {.limit = kFeedEntries})))
        feed.entries.push_back(
            entry_of({site, request.locale}, item,
                     {pictures_of(services_.pictures, read, item), store::documents_of(read, item.attachments)}));
    http::Response response{.body = written(feed, *format)};
    response.headers.add({"Content-Type", fmt::format("{}; charset=utf-8", media_type(*format))});
    return response;
}

}  // namespace newsroom
