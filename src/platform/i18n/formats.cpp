// The formats of Translator (translator.h): numbers, money, dates, lists and order.
#include <algorithm>
#include <array>
#include <ctime>
#include <vector>

#include "base/check.h"
#include "platform/i18n/icu.h"
#include "platform/i18n/translator.h"

namespace i18n {
namespace {

using icu_data::DatePattern;
using icu_data::expect_success;
using icu_data::language;
using icu_data::utf16;
using icu_data::utf8;

using NumberFormat = icu::number::LocalizedNumberFormatter;

std::string finish(const icu::number::FormattedNumber& formatted, UErrorCode status) {
    const auto text = formatted.toString(status);
    expect_success(status, "number");
    return utf8(text);
}

std::string format_whole(const NumberFormat& format, std::int64_t value) {
    UErrorCode status = U_ZERO_ERROR;
    const auto formatted = format.formatInt(value, status);
    return finish(formatted, status);
}

std::string format_real(const NumberFormat& format, double value) {
    UErrorCode status = U_ZERO_ERROR;
    const auto formatted = format.formatDouble(value, status);
    return finish(formatted, status);
}

// Decimals come from our own code, never from a visitor.
size_t index_of(Decimals decimals) {
    CHECK(decimals.count >= 0 && decimals.count <= icu_data::kMostDecimals);
    return static_cast<size_t>(decimals.count);
}

// CLDR writes "1 novembre"; French reads "1er novembre". Every French pattern begins with the day.
std::string with_ordinal_first(std::string text) {
    if (text.starts_with("1 ")) text.insert(1, "er");
    return text;
}

struct DateRequest {
    DatePattern pattern;
    base::Instant at;
    const TimeZone& zone;
};

std::string format_date(base::Locale locale, const DateRequest& request) {
    constexpr double kMicrosecondsPerMillisecond = 1000.0;
    icu::UnicodeString text;
    const auto date = static_cast<double>(request.at.microseconds) / kMicrosecondsPerMillisecond;
    language(locale).dates(request.pattern, request.zone).format(date, text);
    return locale == base::Locale::french ? with_ordinal_first(utf8(text)) : utf8(text);
}

struct Unit {
    std::int64_t seconds;
    URelativeDateTimeUnit unit;
};

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::array kUnits{Unit{365 * kDay, UDAT_REL_UNIT_YEAR}, Unit{30 * kDay, UDAT_REL_UNIT_MONTH},
                            Unit{7 * kDay, UDAT_REL_UNIT_WEEK},   Unit{kDay, UDAT_REL_UNIT_DAY},
                            Unit{kHour, UDAT_REL_UNIT_HOUR},      Unit{kMinute, UDAT_REL_UNIT_MINUTE}};

}  // namespace

std::string Translator::whole_number(std::int64_t value) const {
    return format_whole(language(locale_).numbers, value);
}

std::string Translator::number(double value, Decimals decimals) const {
    return format_real(language(locale_).decimals[index_of(decimals)], value);
}

std::string Translator::percent(double ratio, Decimals decimals) const {
    return format_real(language(locale_).percent[index_of(decimals)], ratio);
}

std::string Translator::money(base::Money amount) const {
    return format_whole(language(locale_).money, amount.cents());
}

std::string Translator::money_in_dollars(base::Money amount) const {
    return format_whole(language(locale_).whole_dollars, amount.cents());
}

std::string Translator::date(base::Instant at, DateStyle style, const TimeZone& zone) const {
    const auto pattern = style == DateStyle::long_form ? DatePattern::long_date : DatePattern::short_date;
    return format_date(locale_, {.pattern = pattern, .at = at, .zone = zone});
}

std::string Translator::date_time(base::Instant at, const TimeZone& zone) const {
    return format_date(locale_, {.pattern = DatePattern::date_time, .at = at, .zone = zone});
}

std::string Translator::relative(base::Duration since_now) const {
    const auto seconds = since_now.seconds();
    const auto& format = *language(locale_).relative;
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    const auto unit = std::ranges::find_if(
        kUnits, [&](const Unit& each) { return seconds >= each.seconds || -seconds >= each.seconds; });
    if (unit != kUnits.end())
        format.formatNumeric(static_cast<double>(seconds / unit->seconds), unit->unit, text, status);
    else
        format.format(UDAT_DIRECTION_PLAIN, UDAT_ABSOLUTE_NOW, text, status);
    expect_success(status, "relative time");
    return utf8(text);
}

std::string Translator::list(std::span<const std::string> items) const {
    std::vector<icu::UnicodeString> texts;
    texts.reserve(items.size());
    for (const auto& item : items) texts.push_back(utf16(item));
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString joined;
    language(locale_).lists->format(texts.data(), static_cast<int32_t>(texts.size()), joined, status);
    expect_success(status, "list");
    return utf8(joined);
}

std::strong_ordering Translator::compare(std::string_view left, std::string_view right) const {
    const auto piece = [](std::string_view text) {
        return icu::StringPiece{text.data(), static_cast<int32_t>(text.size())};
    };
    UErrorCode status = U_ZERO_ERROR;
    const auto order = language(locale_).collator->compareUTF8(piece(left), piece(right), status);
    expect_success(status, "collation");
    if (order == UCOL_EQUAL) return left <=> right;
    return order == UCOL_LESS ? std::strong_ordering::less : std::strong_ordering::greater;
}

std::string machine_time(base::Instant at) {
    // Rounded down, so that instants before 1970 come out right too.
    const std::int64_t remainder = at.microseconds % 1'000'000;
    const std::time_t seconds = at.seconds() - (remainder < 0 ? 1 : 0);
    std::tm parts{};
    CHECK(gmtime_r(&seconds, &parts) != nullptr);
    std::array<char, 40> text{};
    const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), length};
}

}  // namespace i18n
