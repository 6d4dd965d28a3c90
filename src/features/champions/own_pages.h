// features/champions/own_pages.h - the pages that champions have to themselves: overview, times, calendar, profile.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/champions/champion.h"
#include "features/champions/hours.h"
#include "features/champions/hours_store.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace champions::own_pages {

struct Overview {
    Champion champion;
    html::SafeHtml bookings;  // of the slice of presentations
    std::int64_t hours_a_week;
    std::vector<base::Instant> next_free;
    std::string feed_url;
};
html::SafeHtml overview(const i18n::Translator& t, const Overview& page);

struct Times {
    Champion champion;
    HoursForm typed;
    ExceptionForm typed_exception;
    std::vector<StoredException> exceptions;
    std::vector<base::Instant> next_free;
    const base::Problems& problems;  // of whichever form was sent
    enum class Form : unsigned char { hours, exception } sent = Form::hours;
};
html::SafeHtml times(const i18n::Translator& t, const Times& page);

struct CalendarPage {
    Champion champion;
    std::string typed_address;
    std::optional<store::ForeignCalendar> calendar;
    std::string feed_url;
    const base::Problems& problems;
};
html::SafeHtml calendar(const i18n::Translator& t, const CalendarPage& page);

struct ProfilePage {
    Champion champion;
    ProfileForm typed;
    std::optional<ports::Picture> picture;
    std::vector<people::Level> levels;
    std::vector<ports::Topic> topics;
    const base::Problems& problems;
};
html::SafeHtml profile(const i18n::Translator& t, const ProfilePage& page);

// The sentence by which they agree to be shown.
std::string showing_words(const i18n::Translator& t);

std::string own_path(base::Locale locale);
std::string own_path(base::Locale locale, std::string_view page);  // "times", "calendar", "profile"

}  // namespace champions::own_pages
