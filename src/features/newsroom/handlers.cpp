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

constexpr std::int64_t kFrontStories = 10;  // the lead, three beside it, six in brief
constexpr std::int64_t kColumnStories = 4;  // of each section
constexpr std::int64_t kLeadsLooked = 4;    // the newest ones, of which one with a picture leads
constexpr std::int64_t kPageStories = 20;
constexpr std::int64_t kPeriodStories = 50;

int accent_of(const std::optional<people::Level>& level) { return level ? level->accent : 1; }

std::optional<base::LevelId> level_of(const std::optional<people::Level>& level) {
    return level ? std::optional{level->id} : std::nullopt;
}

// ---- The front page

// The newest story with a title and a picture leads, else the newest one with a title, else the newest one.
void choose_lead(std::vector<pages::Story>& stories) {
    const auto end = stories.begin() + std::min<std::ptrdiff_t>(kLeadsLooked, std::ssize(stories));
    const auto is_titled = [](const auto& each) { return !each.headline.title.empty(); };
    auto lead = std::find_if(stories.begin(), end, [&](const auto& each) { return each.picture && is_titled(each); });
    if (lead == end) lead = std::find_if(stories.begin(), end, is_titled);
    if (lead != end) std::rotate(stories.begin(), lead, lead + 1);
}

void name_sections(std::vector<pages::Story>& stories, base::Locale locale, db::Read& read) {
    for (auto& story : stories)
        for (const auto& section : store::sections_of(read, story.headline.id)) {
            if (!section.published_at || section.in(locale).is_empty()) continue;
            story.section = section.in(locale).title;
            story.section_path = address::section(locale, section.in(locale).slug);
            break;
        }
}

// The newest of a section that do not stand above already.
std::vector<store::Headline> column_headlines(const store::List& list, const std::vector<pages::Story>& above,
                                              db::Read& read) {
    auto headlines = store::page(read, {.list = list, .limit = kColumnStories + std::ssize(above)});
    std::erase_if(headlines, [&](const auto& each) {
        return std::ranges::any_of(above, [&](const auto& story) { return story.headline.id == each.id; });
    });
    if (std::ssize(headlines) > kColumnStories) headlines.erase(headlines.begin() + kColumnStories, headlines.end());
    return headlines;
}

std::vector<pages::Column> columns(const ReadingServices& services, base::Locale locale, db::Read& read,
                                   const std::vector<pages::Story>& above) {
    std::vector<pages::Column> columns;
    for (const auto& section : store::public_sections(read, locale)) {
        const store::List list{store::ListKind::section, section.id.value, locale};
        columns.push_back({section.in(locale).title, address::section(locale, section.in(locale).slug),
                           stories(services.pictures, read, column_headlines(list, above, read))});
    }
    return columns;
}

// ---- A channel

std::vector<store::Headline> without(std::vector<store::Headline> headlines,
                                     const std::vector<store::Headline>& others) {
    std::erase_if(headlines, [&](const auto& each) {
        return std::ranges::any_of(others, [&](const auto& other) { return other.id == each.id; });
    });
    return headlines;
}

std::int64_t items_elsewhere(const Channel& channel, db::Read& read) {
    auto lists = channel.lists;
    for (auto& list : lists) list.locale = base::other(list.locale);
    return archive_of(months(read, lists)).items();
}

struct Slice {
    std::vector<store::Headline> headlines;
    pages::Pager pager;
};

std::string with_query(const std::string& path, std::string_view name, const store::Position& position) {
    return path + "?" + std::string{name} + "=" + store::text_of(position);
}

Slice newest(const Channel& channel, db::Read& read) {
    Slice slice{page(read, channel.lists, {.limit = kPageStories + 1}), {}};
    if (std::ssize(slice.headlines) <= kPageStories) return slice;
    slice.headlines.pop_back();
    slice.pager.older = with_query(channel.path, "after", slice.headlines.back().position());
    return slice;
}

Slice behind(const Channel& channel, const store::Position& position, db::Read& read) {
    Slice slice{page(read, channel.lists, {.after = position, .limit = kPageStories + 1}), {}};
    if (std::ssize(slice.headlines) > kPageStories) {
        slice.headlines.pop_back();
        slice.pager.older = with_query(channel.path, "after", slice.headlines.back().position());
    }
    if (!slice.headlines.empty())
        slice.pager.newer = with_query(channel.path, "before", slice.headlines.front().position());
    return slice;
}

Slice before(const Channel& channel, const store::Position& position, db::Read& read) {
    Slice slice{page_before(read, channel.lists, {.after = position, .limit = kPageStories + 1}), {}};
    const bool has_newer = std::ssize(slice.headlines) > kPageStories;
    if (has_newer) slice.headlines.erase(slice.headlines.begin());
    if (has_newer) slice.pager.newer = with_query(channel.path, "before", slice.headlines.front().position());
    if (!slice.headlines.empty())
        slice.pager.older = with_query(channel.path, "after", slice.headlines.back().position());
    return slice;
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

Slice slice_of(const Channel& channel, const Asked& asked, db::Read& read) {
    if (asked.after) return behind(channel, *asked.after, read);
    if (asked.before) return before(channel, *asked.before, read);
    return newest(channel, read);
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
            .level = level_of(channel.level)};
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

http::Response Handlers::front(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const store::List all{store::ListKind::all, 0, request.locale};
    pages::Front front{
        .stories = stories(services_.pictures, read, store::page(read, {.list = all, .limit = kFrontStories})),
        .columns = {},
        .topics = store::public_tags(read, request.locale),
        .archive = archive_of(store::months(read, all)),
        .now = request.received_at};
    choose_lead(front.stories);
    name_sections(front.stories, request.locale, read);
    front.columns = columns(services_, request.locale, read, front.stories);
    const auto national = people::find_level(read, people::kNationalSlug);
    auto frame = services_.frames.frame(
        request, {.title = t("News"),
                  .description = t("What happens, as it happens: news of the campaign and of public services."),
                  .feeds = feeds_of(address::all(request.locale), t("All news")),
                  .accent = accent_of(national)});
    return ports::respond(std::move(frame), pages::front(t, front));
}

http::Response Handlers::river(ChannelKind kind, const http::Request& request, db::Read& read) const {
    const auto channel = find_channel(kind, request, read);
    const auto asked = asked_of(request);
    if (!channel || !asked) return http::not_found();
    if (auto redirect = redirect_of(*channel, request)) return *std::move(redirect);
    const i18n::Translator t{request.locale};
    auto slice = slice_of(*channel, *asked, read);
    pages::River shown{.channel = *channel, .pager = slice.pager, .archive = archive_of(months(read, channel->lists))};
    shown.quiet_since = quiet_since(shown.archive, request.received_at);
    if (asked->is_first()) {
        introduce(shown, services_, read);
        if (channel->section) {
            auto pinned = store::pinned(read, channel->section->id, request.locale);
            slice.headlines = without(std::move(slice.headlines), pinned);
            shown.pinned = stories(services_.pictures, read, std::move(pinned));
        }
    }
    if (shown.archive.items() == 0) shown.elsewhere = items_elsewhere(*channel, read);
    shown.stories = stories(services_.pictures, read, std::move(slice.headlines));
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
    if (!channel || !period) return http::not_found();
    if (auto redirect = redirect_of(*channel, request)) return *std::move(redirect);
    const auto asked = asked_of(request);
    if (!asked || asked->before) return http::not_found();
    const i18n::Translator t{request.locale};
    auto headlines =
        period->year == 0
            ? undated(read, channel->lists, kPeriodStories + 1)
            : page(read, channel->lists,
                   {.after = asked->after, .days = address::days_of(*period), .limit = kPeriodStories + 1});
    pages::River shown{.channel = *channel, .archive = archive_of(months(read, channel->lists)), .period = period};
    if (std::ssize(headlines) > kPeriodStories) {
        headlines.pop_back();
        const auto here = period->year == 0 ? channel->path : request.path;  // behind all dates the list itself goes on
        shown.pager.older = with_query(here, "after", headlines.back().position());
    }
    if (headlines.empty()) return http::not_found();
    shown.stories = stories(services_.pictures, read, std::move(headlines));
    if (kind != ChannelKind::section) name_sections(shown.stories, request.locale, read);
    auto words = words_of(t, *channel, request);
    words.title = t("{title}, {period}", {{"title", channel->title}, {"period", pages::name_of(t, *period)}});
    return ports::respond(services_.frames.frame(request, std::move(words)), pages::river(t, shown));
}

}  // namespace newsroom
