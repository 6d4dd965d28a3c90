// features/newsroom/address.h - the public addresses of the news. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "features/newsroom/day.h"
#include "features/newsroom/feed.h"

namespace newsroom::address {

std::string front(base::Locale locale);                           // "/en/news"
std::string all(base::Locale locale);                             // "/en/news/all"
std::string section(base::Locale locale, std::string_view slug);  // "/en/news/solidarity"
std::string topic(base::Locale locale, std::string_view slug);    // "/en/news/topics/nurses"
std::string level(base::Locale locale, std::string_view slug);    // "/en/news/levels/qc"
std::string item(base::Locale locale, std::string_view slug);     // "/en/articles/2019-05-03-nurses"

// Below one of the lists above, given as its path.
std::string year(std::string_view list, int year);           // "/en/news/solidarity/2019"
std::string month(std::string_view list, Month month);       // "/en/news/solidarity/2019/05"
std::string undated(std::string_view list);                  // "/en/news/solidarity/undated"
std::string feed(std::string_view list, FeedFormat format);  // "/en/news/solidarity/feeds/rss.xml"

// The part of a list that an address names; nullopt for a text that is no period of the archive.
struct Period {
    int year = 0;                   // 0: what has no date
    std::optional<unsigned> month;  // 1..12
};
struct PeriodText {
    std::string_view year;   // "2019" or "undated"
    std::string_view month;  // "05"; empty: the whole year
};
std::optional<Period> period_of(const PeriodText& text);
Days days_of(const Period& period);                                // of a period with a year
std::string path_of(std::string_view list, const Period& period);  // its page below the list

}  // namespace newsroom::address
