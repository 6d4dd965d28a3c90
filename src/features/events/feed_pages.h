// features/events/feed_pages.h - events for programs: iCalendar, RSS and JSON.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/events/event.h"
#include "features/events/services.h"
#include "platform/calendars/calendar.h"

namespace events {

struct Feed {
    base::Locale locale;
    std::string title;
    std::string public_url;  // "https://example.org"
    std::vector<Event> events;
    std::optional<calendars::Participant> organiser{};  // in calendars
};
// In the name of the campaign, which is the organiser.
Feed feed_of(const Services& services, base::Locale locale, std::vector<Event> events);

enum class FeedFormat : unsigned char { calendar, rss, json };
// "calendar.ics", "rss.xml", "feed.json": the last part of a feed's address, and back.
std::string_view file_of(FeedFormat format);
std::optional<FeedFormat> feed_format_of(std::string_view file);
std::string_view media_type(FeedFormat format);

std::string written(const Feed& feed, FeedFormat format);

// It does not take place any more, or not with this guest or speaker: what takes it out of their calendar.
std::string cancellation(const Feed& feed, const Event& event, const calendars::Participant& to);

// One of them as calendars have it.
calendars::Event calendar_event(const Feed& feed, const Event& event);

}  // namespace events
