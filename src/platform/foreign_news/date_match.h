// platform/foreign_news/date_match.h - one date among words, for date.cpp. Pure.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "platform/foreign_news/date.h"
#include "platform/foreign_news/date_words.h"

namespace foreign_news {

struct CalendarParts {
    int year;
    unsigned month, day;
};
// nullopt for a day that no calendar has, and for years out of bounds.
std::optional<base::Day> calendar_day(CalendarParts parts);

struct DateMatch {
    FoundDate date;
    std::size_t next;  // the token behind it
};
// The date that begins at this token, a weekday in front of it included.
std::optional<DateMatch> match_date(const std::vector<DateToken>& tokens, std::size_t at);

// Digits without anything between them: 20130312, 20130312093000, or seconds since 1970.
FoundDate date_of_number(std::string_view digits);

}  // namespace foreign_news
