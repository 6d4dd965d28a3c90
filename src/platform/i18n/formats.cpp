// The formats of Translator (translator.h): numbers, money, dates, lists and order.
#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include <fmt/format.h>

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

// Digits in groups of three from the right; not negative.
std::string grouped(std::int64_t value, std::string_view separator) {
    const auto digits = std::to_string(value);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += separator;
        text += digits[i];
    }
    return text;
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

static_assert(kUnits.size() == icu_data::kRelativeUnits);

std::string format_amount(const icu::RelativeDateTimeFormatter& format, std::int64_t amount,
                          URelativeDateTimeUnit unit) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    format.formatNumeric(static_cast<double>(amount), unit, text, status);
    expect_success(status, "relative time");
    return utf8(text);
}

std::string format_now(const icu::RelativeDateTimeFormatter& format) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    format.format(UDAT_DIRECTION_PLAIN, UDAT_ABSOLUTE_NOW, text, status);
    expect_success(status, "relative time");
    return utf8(text);
}

struct Digits {
    std::size_t at, count;
};

// Pages write many of these; a general formatter takes twenty times as long.
void write_digits(std::string& text, Digits digits, int number) {
    for (auto at = digits.at + digits.count; at > digits.at; number /= 10)
        text[--at] = static_cast<char>('0' + number % 10);
}

}  // namespace

std::string Translator::whole_number(std::int64_t value) const {
    const auto& ours = language(locale_);
    return value >= 0 ? grouped(value, ours.group_separator) : format_whole(ours.numbers, value);
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
    auto& ours = language(locale_);
    const auto unit = std::ranges::find_if(
        kUnits, [&](const Unit& each) { return seconds >= each.seconds || -seconds >= each.seconds; });
    if (unit == kUnits.end()) return format_now(*ours.relative);
    const auto amount = seconds / unit->seconds;
    const auto ago = static_cast<std::size_t>(amount < 0 ? -amount : 0);
    if (ago == 0 || ago >= icu_data::kRememberedAmounts) return format_amount(*ours.relative, amount, unit->unit);
    auto& remembered = ours.past[static_cast<std::size_t>(unit - kUnits.begin())][ago];
    if (remembered.empty()) remembered = format_amount(*ours.relative, amount, unit->unit);
    return remembered;
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
    using std::chrono::floor;
    const std::chrono::sys_seconds seconds{floor<std::chrono::seconds>(std::chrono::microseconds{at.microseconds})};
    const auto day = floor<std::chrono::days>(seconds);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{seconds - day};
    std::string text = "0000-00-00T00:00:00Z";
    write_digits(text, {0, 4}, int{date.year()});
    write_digits(text, {5, 2}, static_cast<int>(unsigned{date.month()}));
    write_digits(text, {8, 2}, static_cast<int>(unsigned{date.day()}));
    write_digits(text, {11, 2}, static_cast<int>(time.hours().count()));
    write_digits(text, {14, 2}, static_cast<int>(time.minutes().count()));
    write_digits(text, {17, 2}, static_cast<int>(time.seconds().count()));
    return text;
}

}  // namespace i18n
