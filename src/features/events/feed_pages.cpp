#include "features/events/feed_pages.h"

#include <algorithm>
#include <array>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/events/words.h"
#include "platform/html/escape.h"
#include "platform/mail/encoding.h"

namespace events {
namespace {

struct File {
    FeedFormat format;
    std::string_view name, type;
};
constexpr std::array kFiles{File{FeedFormat::calendar, "calendar.ics", "text/calendar; charset=utf-8"},
                            File{FeedFormat::rss, "rss.xml", "application/rss+xml; charset=utf-8"},
                            File{FeedFormat::json, "feed.json", "application/feed+json"}};

const File& file_with(FeedFormat format) { return *std::ranges::find(kFiles, format, &File::format); }

// "example.org" of "https://example.org:8443".
std::string host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    return std::string{url.substr(0, url.find_first_of("/:?#"))};
}

std::string uid_of(const Feed& feed, const Event& event) {
    return fmt::format("event-{}@{}", event.id.value, host_of(feed.public_url));
}

std::string url_of(const Feed& feed, const Event& event) { return feed.public_url + event_path(feed.locale, event.id); }

std::string escaped(std::string_view text) {
    std::string out;
    html::append_escaped(out, text);
    return out;
}

std::string summary_of(const Feed& feed, const Event& event) {
    const i18n::Translator t{feed.locale};
    return fmt::format("{} · {}", when_words(t, event.plan), place_words(t, event.plan));
}

std::string calendar(const Feed& feed) {
    calendars::Calendar calendar{calendars::Method::publish, feed.title, feed.locale, {}};
    for (const Event& each : feed.events) calendar.events.push_back(calendar_event(feed, each));
    return calendars::write(calendar);
}

std::string rss(const Feed& feed) {
    std::string out = fmt::format(
        R"(<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{}</title><link>{}</link><description>{}</description><language>{}</language>)",
        escaped(feed.title), escaped(feed.public_url + list_path(feed.locale)), escaped(feed.title),
        feed.locale == base::Locale::english ? "en-CA" : "fr-CA");
    for (const Event& each : feed.events)
        out += fmt::format(
            R"(<item><title>{}</title><link>{}</link><guid isPermaLink="false">{}</guid><pubDate>{}</pubDate><description>{}</description></item>)",
            escaped(each.plan.title(feed.locale)), escaped(url_of(feed, each)), escaped(uid_of(feed, each)),
            mail::header_date(each.published_at.value_or(each.changed_at)), escaped(summary_of(feed, each)));
    return out + "</channel></rss>\n";
}

std::string json(const Feed& feed) {
    namespace bj = boost::json;
    bj::array items;
    for (const Event& each : feed.events)
        items.push_back(bj::object{{"id", uid_of(feed, each)},
                                   {"url", url_of(feed, each)},
                                   {"title", each.plan.title(feed.locale)},
                                   {"content_text", each.plan.text(feed.locale)},
                                   {"summary", summary_of(feed, each)},
                                   {"date_published", i18n::machine_time(each.published_at.value_or(each.changed_at))},
                                   {"date_modified", i18n::machine_time(each.changed_at)},
                                   {"_event",
                                    {{"starts_at", i18n::machine_time(each.plan.starts_at)},
                                     {"ends_at", i18n::machine_time(each.ends_at())},
                                     {"time_zone", each.plan.zone.name()},
                                     {"town", each.plan.town},
                                     {"region", people::code(each.plan.province)}}}});
    return bj::serialize(bj::object{{"version", "https://jsonfeed.org/version/1.1"},
                                    {"title", feed.title},
                                    {"home_page_url", feed.public_url + list_path(feed.locale)},
                                    {"language", base::code(feed.locale)},
                                    {"items", std::move(items)}});
}

}  // namespace

Feed feed_of(const Services& services, base::Locale locale, std::vector<Event> events) {
    Feed feed{locale, services.frames.campaign(locale), services.frames.public_url(), std::move(events)};
    if (const auto address = base::EmailAddress::parse(services.config.mail.from_address))
        feed.organiser = calendars::Participant{*address, feed.title};
    return feed;
}

std::string cancellation(const Feed& feed, const Event& event, const calendars::Participant& to) {
    auto cancelled = calendar_event(feed, event);
    cancelled.attendees = {to};
    return calendars::write({calendars::Method::cancel, "", feed.locale, {std::move(cancelled)}});
}

std::string_view file_of(FeedFormat format) { return file_with(format).name; }

std::optional<FeedFormat> feed_format_of(std::string_view file) {
    const auto found = std::ranges::find(kFiles, file, &File::name);
    if (found == kFiles.end()) return std::nullopt;
    return found->format;
}

std::string_view media_type(FeedFormat format) { return file_with(format).type; }

std::string written(const Feed& feed, FeedFormat format) {
    switch (format) {
        case FeedFormat::calendar:
            return calendar(feed);
        case FeedFormat::rss:
            return rss(feed);
        case FeedFormat::json:
            return json(feed);
    }
    return {};
}

calendars::Event calendar_event(const Feed& feed, const Event& event) {
    const i18n::Translator t{feed.locale};
    const auto state =
        event.state == State::cancelled ? calendars::EventState::cancelled : calendars::EventState::confirmed;
    return {.uid = uid_of(feed, event),
            .sequence = static_cast<int>(event.sequence),
            .state = state,
            .start = event.plan.starts_at,
            .end = event.ends_at(),
            .zone = event.plan.zone,
            .summary = event.plan.title(feed.locale),
            .description = event.plan.text(feed.locale),
            .place = place_words(t, event.plan),
            .url = url_of(feed, event),
            .organiser = feed.organiser,
            .attendees = {},
            .alarms = {},
            .changed_at = event.changed_at};
}

}  // namespace events
