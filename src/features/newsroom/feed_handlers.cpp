// The feeds of a channel.
#include <fmt/format.h>

#include "features/newsroom/address.h"
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

FeedEntry entry_of(const Origin& origin, const store::PublicItem& item, const std::vector<ports::Picture>& pictures) {
    const auto& headline = item.headline;
    FeedEntry entry{
        .id = feed_entry_id({origin.public_url, "news", std::to_string(headline.id.value), origin.locale}),
        .url = origin.public_url + address::item(origin.locale, headline.slug),
        .title = headline.title,
        .summary = headline.teaser,
        .content =
            html::with_absolute_links(pages::feed_content(item, pictures, origin.locale), origin.public_url).take(),
        .published_at = headline.published_at,
        .changed_at = headline.changed_at,
        .author = item.author.name};
    for (const auto& tag : item.tags) entry.tags.push_back(tag.label(origin.locale));
    for (const auto& picture : pictures)
        entry.enclosures.push_back({.url = origin.public_url + std::string{picture.jpeg_path(kEnclosureWidth)},
                                    .type = "image/jpeg",
                                    .title = picture.alt(origin.locale)});
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
    for (const auto& headline : page(read, channel->lists, {.limit = kFeedEntries}))
        if (const auto item = store::find_public(read, request.locale, headline.slug))
            feed.entries.push_back(
                entry_of({site, request.locale}, *item, pictures_of(services_.pictures, read, *item)));
    http::Response response{.body = written(feed, *format)};
    response.headers.add({"Content-Type", fmt::format("{}; charset=utf-8", media_type(*format))});
    return response;
}

}  // namespace newsroom
