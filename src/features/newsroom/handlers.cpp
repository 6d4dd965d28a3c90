#include "features/newsroom/handlers.h"

#include <algorithm>

#include "features/newsroom/address.h"
#include "features/newsroom/handlers_parts.h"
#include "features/newsroom/reading_pictures.h"
#include "features/newsroom/teaser.h"
#include "people/store.h"
#include "platform/html/markdown.h"

namespace newsroom {
namespace {

constexpr std::int64_t kPageStories = 20;
constexpr std::int64_t kPeriodStories = 50;

std::vector<store::Headline> without(std::vector<store::Headline> headlines,
                                     const std::vector<store::Headline>& others) {
    std::erase_if(headlines, [&](const auto& each) {
        return std::ranges::any_of(others, [&](const auto& other) { return other.id == each.id; });
    });
    return headlines;
}

// What the channel has in the other language.
Archive archive_elsewhere(const Channel& channel, db::Read& read) {
    auto lists = channel.lists;
    for (auto& list : lists) list.locale = base::other(list.locale);
    return archive_of(months(read, lists));
}

// Some neighbours of a list, and where it goes on.
struct Stretch {
    std::vector<store::Headline> headlines;
    pages::Pager pager;
};

std::string with_query(const std::string& path, std::string_view name, const store::Position& position) {
    return path + "?" + std::string{name} + "=" + store::text_of(position);
}

Stretch newest(const Channel& channel, db::Read& read) {
    Stretch stretch{page(read, channel.lists, {.limit = kPageStories + 1}), {}};
    if (std::ssize(stretch.headlines) <= kPageStories) return stretch;
    stretch.headlines.pop_back();
    stretch.pager.older = with_query(channel.path, "after", stretch.headlines.back().position());
    return stretch;
}

Stretch behind(const Channel& channel, const store::Position& position, db::Read& read) {
    Stretch stretch{page(read, channel.lists, {.after = position, .limit = kPageStories + 1}), {}};
    if (std::ssize(stretch.headlines) > kPageStories) {
        stretch.headlines.pop_back();
        stretch.pager.older = with_query(channel.path, "after", stretch.headlines.back().position());
    }
    if (!stretch.headlines.empty())
        stretch.pager.newer = with_query(channel.path, "before", stretch.headlines.front().position());
    return stretch;
}

Stretch before(const Channel& channel, const store::Position& position, db::Read& read) {
    Stretch stretch{page_before(read, channel.lists, {.after = position, .limit = kPageStories + 1}), {}};
    const bool has_newer = std::ssize(stretch.headlines) > kPageStories;
    if (has_newer) stretch.headlines.erase(stretch.headlines.begin());
    if (has_newer) stretch.pager.newer = with_query(channel.path, "before", stretch.headlines.front().position());
    if (!stretch.headlines.empty())
        stretch.pager.older = with_query(channel.path, "after", stretch.headlines.back().position());
    return stretch;
}

struct Asked {
    std::optional<store::Position> after, before;
    bool is_first() const { return !after && !before; }
};

// nullopt: a position that is none.
std::optional<Asked> asked_of(const http::Request& request) {
    Asked asked;
    if (request.query.has("after")) {
        asked.after = store::position_of(request.query.text("after"));
        if (!asked.after) return std::nullopt;
    } else if (request.query.has("before")) {
        asked.before = store::position_of(request.query.text("before"));
        if (!asked.before) return std::nullopt;
    }
    return asked;
}

Stretch stretch_of(const Channel& channel, const Asked& asked, db::Read& read) {
    if (asked.after) return behind(channel, *asked.after, read);
    if (asked.before) return before(channel, *asked.before, read);
    return newest(channel, read);
}

// A part of the archive. What has no date goes on in the list itself, behind all dates.
Stretch stretch_of_period(const Channel& channel, const address::Period& period,
                          const std::optional<store::Position>& after, db::Read& read) {
    const bool is_undated = period.year == 0;
    Stretch stretch;
    stretch.headlines = is_undated
                            ? undated(read, channel.lists, kPeriodStories + 1)
                            : page(read, channel.lists,
                                   {.after = after, .days = address::days_of(period), .limit = kPeriodStories + 1});
    const auto here = is_undated ? channel.path : address::path_of(channel.path, period);
    if (after) stretch.pager.newer = here;
    if (std::ssize(stretch.headlines) <= kPeriodStories) return stretch;
    stretch.headlines.pop_back();
    stretch.pager.older = with_query(here, "after", stretch.headlines.back().position());
    return stretch;
}

std::string description_of(const i18n::Translator& t, const Channel& channel) {
    if (channel.section) {
        auto words = html::plain_text(channel.section->in(channel.locale).introduction);
        if (!words.empty()) return teaser_from({.text = words, .locale = channel.locale});
    }
    return t("News: {title}", {{"title", channel.title}});
}

void introduce(pages::River& shown, const ReadingServices& services, db::Read& read) {
    if (!shown.channel.section) return;
    const auto& section = *shown.channel.section;
    const auto& words = section.in(shown.channel.locale);
    shown.introduction = {words.introduction, find_picture(services.pictures, read, section.picture)};
    auto& picture = shown.introduction.picture;
    if (!picture) return;
    if (!words.picture_alt.empty())
        (shown.channel.locale == base::Locale::english ? picture->alt_en : picture->alt_fr) = words.picture_alt;
    if (!section.picture_source.empty()) picture->credit = section.picture_source;
}

ports::PageWords words_of(const i18n::Translator& t, const Channel& channel, const http::Request& request) {
    const auto rest = request.path.substr(std::min(request.path.size(), channel.path.size()));
    return {.title = channel.title,
            .description = description_of(t, channel),
            .other_path = channel.other_path.empty() ? std::string{ports::kNoOtherLanguage} : channel.other_path + rest,
            .feeds = feeds_of(channel.path, channel.title),
            .accent = accent_of(channel.level),
            .level = id_of(channel.level)};
}

}  // namespace

std::optional<http::Response> redirect_of(const Channel& channel, const http::Request& request) {
    const auto asked = path_asked_for(channel.kind, request);
    if (asked == channel.path) return std::nullopt;
    const auto rest = request.path.substr(std::min(request.path.size(), asked.size()));
    const auto query = request.query_string.empty() ? "" : "?" + request.query_string;
    return http::moved_permanently(channel.path + rest + query);
}

std::vector<html::AlternateDocument> feeds_of(std::string_view list, std::string_view title) {
    std::vector<html::AlternateDocument> feeds;
    for (const FeedFormat format : kFeedFormats)
        feeds.push_back({std::string{title}, address::feed(list, format), std::string{media_type(format)}});
    return feeds;
}

http::Response Handlers::river(ChannelKind kind, const http::Request& request, db::Read& read) const {
    const auto channel = find_channel(kind, request, read);
    const auto asked = asked_of(request);
    if (!channel || !asked) return http::not_found();
    if (auto redirect = redirect_of(*channel, request)) return *std::move(redirect);
    const i18n::Translator t{request.locale};
    auto stretch = stretch_of(*channel, *asked, read);
    pages::River shown{
        .channel = *channel, .pager = stretch.pager, .archive = archive_of(months(read, channel->lists))};
    shown.quiet_since = quiet_since(shown.archive, request.received_at);
    if (asked->is_first()) {
        introduce(shown, services_, read);
        if (channel->section) {
            auto pinned = store::pinned(read, channel->section->id, request.locale);
            stretch.headlines = without(std::move(stretch.headlines), pinned);
            shown.pinned = stories(services_.pictures, read, std::move(pinned));
        }
    }
    if (shown.archive.items() == 0) shown.elsewhere = archive_elsewhere(*channel, read).items();
    shown.stories = stories(services_.pictures, read, std::move(stretch.headlines));
    if (kind != ChannelKind::section) name_sections(shown.stories, request.locale, read);
    auto words = words_of(t, *channel, request);
    if (!asked->is_first()) words.indexing = html::Indexing::refused;  // their items are found through the archive
    if (shown.introduction.picture) words.picture_url = shown.introduction.picture->jpeg_path(1200);
    return ports::respond(services_.frames.frame(request, std::move(words)), pages::river(t, shown));
}

http::Response Handlers::period(ChannelKind kind, const http::Request& request, db::Read& read) const {
    const auto channel = find_channel(kind, request, read);
    const auto year = request.parameter("year"), month = request.parameter("month");
    const auto period = address::period_of({year, month});
    const auto asked = asked_of(request);
    if (!channel || !period || !asked || asked->before) return http::not_found();
    if (auto redirect = redirect_of(*channel, request)) return *std::move(redirect);
    auto stretch = stretch_of_period(*channel, *period, asked->after, read);
    if (stretch.headlines.empty()) return http::not_found();
    const i18n::Translator t{request.locale};
    pages::River shown{.channel = *channel,
                       .stories = stories(services_.pictures, read, std::move(stretch.headlines)),
                       .pager = stretch.pager,
                       .archive = archive_of(months(read, channel->lists)),
                       .period = period};
    if (kind != ChannelKind::section) name_sections(shown.stories, request.locale, read);
    auto words = words_of(t, *channel, request);
    words.title = t("{title}, {period}", {{"title", channel->title}, {"period", pages::name_of(t, *period)}});
    if (!channel->other_path.empty() && !has_items(*period, archive_elsewhere(*channel, read))) {
        words.other_path = channel->other_path;
        words.other_indexing = html::Indexing::refused;
    }
    return ports::respond(services_.frames.frame(request, std::move(words)), pages::river(t, shown));
}

}  // namespace newsroom
