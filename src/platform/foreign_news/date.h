// platform/foreign_news/date.h - dates as people and programs write them, in English and French. Pure.
//
//   March 12, 2013   12 March 2013   Mar. 12th, 2013   Tuesday, March 12, 2013 - 14:30   12-Mar-2013   2013-03-12
//   2013/03/12   2013-03-12T09:30:00-05:00   Tue, 12 Mar 2013 09:30:00 +0000   03/12/2013   12.3.2013   12 mars 2013
//   le 1er mai 2012   MARDI 12 MARS 2013   12 fevrier 2013   déc. 2011   March 12 (the year stands elsewhere)
// The day is taken as it is written; a zone behind it does not move it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"

namespace foreign_news {

// What is wrong with a date. Those up to month_only have a day all the same.
enum class DateDoubt : unsigned char {
    none,
    two_digit_year,  // "12/03/98": of 1970 to 2069
    span_of_days,    // "May 3-7, 2013": its first day
    order_unknown,   // "03/12/2013": March 12 or 3 December
    month_only,      // "March 2013": the first day of the month
    no_year,         // "March 12": day_of_year() makes it a day
    no_such_day,     // "31 February 2013"
    no_such_year,    // "March 12, 20133", and years out of kFirstYear..kLastYear
    unknown_form,    // looks like a date: "Sptember 5, 2012", "Spring 2012", "13/13/2013"
};

// Of dates in numbers that can be read in one way only: it tells how the others of its page are meant.
enum class DateOrder : unsigned char { not_told, month_first, day_first };

struct FoundDate {
    std::optional<base::Day> day{};
    DateDoubt doubt = DateDoubt::none;
    DateOrder order = DateOrder::not_told;
    std::optional<base::Day> other_order{};  // of order_unknown: `day` has the month first, this one the day
    unsigned month = 0;                      // of no_year
    unsigned day_of_month = 0;
};

// A date on its own: nothing else stands with it but what usually does - "Posted on", "Publié le", a weekday, a time,
// brackets, a colon or dash at the end, who wrote it, in which category, how many comments. nullopt for any other text,
// so also for a sentence with a date in it, and for "Last updated: March 12, 2013", which is about a page.
std::optional<FoundDate> standing_date(std::string_view text);

// What may stand beside a date in elements of its own, and says nothing: "Posted on", "by admin", "|", "3 comments".
bool is_beside_date(std::string_view text);

// A text that begins or ends with a date: "March 12, 2013 - Nurses on strike", "Nurses on strike (12 March 2013)".
struct EdgeDate {
    FoundDate date;
    std::string rest;  // the text without date, dash, colon and brackets; not empty
};
std::optional<EdgeDate> edge_date(std::string_view text);

// A text that begins with a whole date and goes on without any mark between: "2013-03-12 Nurses on strike". The words
// behind it begin with a capital letter or a quotation mark. Sentences may begin so: only for pages without other
// dates.
std::optional<EdgeDate> unparted_date(std::string_view text);

// A text that begins as agencies write: "OTTAWA (March 12, 2013) - Nurses on strike", "Ottawa, 12 mars 2013 - ...".
enum class DatelineKind : unsigned char { beginning, line };  // line: the text is nothing else
struct Dateline {
    FoundDate date;
    DatelineKind kind;
};
std::optional<Dateline> dateline_in(std::string_view text);

// The value of a column, an attribute or an element that is said to hold a date, in any of the forms above, as
// 20130312 or as seconds since 1970. Always answers; unknown_form for what is no date.
FoundDate named_date(std::string_view text);

// A heading that only says of which year, or month and year, what follows is: "2013", "March 2013 (12)".
std::optional<int> year_heading(std::string_view text);

// month and day_of_month of a date without a year, in this year; nullopt when it does not have that day.
std::optional<base::Day> in_year(const FoundDate& date, int year);

}  // namespace foreign_news
