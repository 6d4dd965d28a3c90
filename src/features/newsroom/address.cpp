#include "features/newsroom/address.h"

#include <fmt/format.h>

#include "base/whole_number.h"

namespace newsroom::address {
namespace {

constexpr std::string_view kUndated = "undated";

// Digits alone, as many as there have to be: "05" is a month, "5" is not, so that every page has one address.
std::optional<int> digits(std::string_view text, std::size_t count) {
    if (text.size() != count || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    const auto number = base::whole_number(text);
    return number ? std::optional<int>{static_cast<int>(*number)} : std::nullopt;
}

}  // namespace

std::string front(base::Locale locale) { return fmt::format("/{}/news", base::code(locale)); }

std::string all(base::Locale locale) { return fmt::format("/{}/news/all", base::code(locale)); }

std::string section(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/news/{}", base::code(locale), slug);
}

std::string topic(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/news/topics/{}", base::code(locale), slug);
}

std::string level(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/news/levels/{}", base::code(locale), slug);
}

std::string item(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/articles/{}", base::code(locale), slug);
}

std::string year(std::string_view list, int year) { return fmt::format("{}/{:04}", list, year); }

std::string month(std::string_view list, Month month) {
    return fmt::format("{}/{:04}/{:02}", list, month.year, month.month);
}

std::string undated(std::string_view list) { return fmt::format("{}/{}", list, kUndated); }

std::string feed(std::string_view list, FeedFormat format) { return fmt::format("{}/feeds/{}", list, file_of(format)); }

std::optional<Period> period_of(const PeriodText& text) {
    if (text.year == kUndated && text.month.empty()) return Period{};
    const auto year = digits(text.year, 4);
    if (!year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
    if (text.month.empty()) return Period{*year, std::nullopt};
    const auto month = digits(text.month, 2);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    return Period{*year, static_cast<unsigned>(*month)};
}

Days days_of(const Period& period) {
    return period.month ? newsroom::days_of(Month{period.year, *period.month}) : days_of_year(period.year);
}

std::string path_of(std::string_view list, const Period& period) {
    if (period.year == 0) return undated(list);
    return period.month ? month(list, {period.year, *period.month}) : year(list, period.year);
}

}  // namespace newsroom::address
