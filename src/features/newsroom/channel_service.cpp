#include "features/newsroom/channel_service.h"

#include "features/newsroom/address.h"
#include "people/store.h"
#include "platform/i18n/translator.h"

namespace newsroom {
namespace {

using store::ListKind;

std::optional<Channel> find_section_channel(const http::Request& request, db::Read& read) {
    const auto section = store::find_public_section(read, request.locale, request.parameter("section"));
    if (!section) return std::nullopt;
    return channel_of(*section, request.locale, read);
}

std::optional<Channel> find_topic_channel(const http::Request& request, db::Read& read) {
    const auto tag = store::find_tag(read, request.locale, request.parameter("topic"));
    if (!tag) return std::nullopt;
    const auto other = base::other(request.locale);
    const auto& other_slug = tag->slug(other);
    return Channel{.kind = ChannelKind::topic,
                   .locale = request.locale,
                   .path = address::topic(request.locale, tag->slug(request.locale)),
                   .other_path = other_slug.empty() ? "" : address::topic(other, other_slug),
                   .title = tag->label(request.locale),
                   .lists = {{ListKind::tag, tag->id.value, request.locale}},
                   .level = people::find_level(read, people::kNationalSlug)};
}

std::optional<Channel> find_level_channel(const http::Request& request, db::Read& read) {
    const auto slug = request.parameter("level");
    auto level = people::find_level(read, slug);
    if (!level) level = people::find_moved_level(read, slug);
    if (!level) return std::nullopt;
    Lists lists;
    for (const auto* each : people::levels(read).with_ancestors(level->id))
        lists.push_back({ListKind::level, each->id.value, request.locale});
    return Channel{.kind = ChannelKind::level,
                   .locale = request.locale,
                   .path = address::level(request.locale, level->slug),
                   .other_path = address::level(base::other(request.locale), level->slug),
                   .title = level->name(request.locale),
                   .lists = std::move(lists),
                   .level = level};
}

Channel all_news(const http::Request& request, db::Read& read) {
    return {.kind = ChannelKind::all,
            .locale = request.locale,
            .path = address::all(request.locale),
            .other_path = address::all(base::other(request.locale)),
            .title = i18n::Translator{request.locale}("All news"),
            .lists = {{ListKind::all, 0, request.locale}},
            .level = people::find_level(read, people::kNationalSlug)};
}

}  // namespace

std::optional<Channel> find_channel(ChannelKind kind, const http::Request& request, db::Read& read) {
    switch (kind) {
        case ChannelKind::all:
            return all_news(request, read);
        case ChannelKind::section:
            return find_section_channel(request, read);
        case ChannelKind::topic:
            return find_topic_channel(request, read);
        case ChannelKind::level:
            return find_level_channel(request, read);
    }
    return std::nullopt;
}

std::string path_asked_for(ChannelKind kind, const http::Request& request) {
    switch (kind) {
        case ChannelKind::all:
            return address::all(request.locale);
        case ChannelKind::section:
            return address::section(request.locale, request.parameter("section"));
        case ChannelKind::topic:
            return address::topic(request.locale, request.parameter("topic"));
        case ChannelKind::level:
            return address::level(request.locale, request.parameter("level"));
    }
    return {};
}

Channel channel_of(const Section& section, base::Locale locale, db::Read& read) {
    const auto other = base::other(locale);
    const auto& other_slug = section.in(other).slug;
    return {.kind = ChannelKind::section,
            .locale = locale,
            .path = address::section(locale, section.in(locale).slug),
            .other_path = other_slug.empty() ? "" : address::section(other, other_slug),
            .title = section.in(locale).title,
            .lists = {{ListKind::section, section.id.value, locale}},
            .level = people::find_level(read, section.level),
            .section = section};
}

}  // namespace newsroom
