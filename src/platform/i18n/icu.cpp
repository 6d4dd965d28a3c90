#include "platform/i18n/icu.h"

#include <unicode/currunit.h>
#include <unicode/timezone.h>

namespace i18n::icu_data {
namespace {

using icu::number::NumberFormatter;
using icu::number::Precision;
using icu::number::Scale;

icu::Locale icu_locale(base::Locale locale) {
    return locale == base::Locale::english ? icu::Locale{"en", "CA"} : icu::Locale{"fr", "CA"};
}

icu::CurrencyUnit canadian_dollar() {
    UErrorCode status = U_ZERO_ERROR;
    icu::CurrencyUnit unit{u"CAD", status};
    expect_success(status, "currency CAD");
    return unit;
}

// Calls an ICU factory, whose last parameter is the status.
template <typename Factory>
auto make(const char* what, Factory factory) {
    UErrorCode status = U_ZERO_ERROR;
    auto* made = factory(status);
    std::unique_ptr<std::remove_pointer_t<decltype(made)>> owned{made};
    expect_success(status, what);
    return owned;
}

// CLDR's own patterns for en_CA and fr_CA, but that an hour keeps its "h" and "p.m." on its line.
const char16_t* pattern_text(base::Locale locale, DatePattern pattern) {
    const bool english = locale == base::Locale::english;
    switch (pattern) {
        case DatePattern::long_date:
            return english ? u"MMMM d, y" : u"d MMMM y";
        case DatePattern::short_date:
            return english ? u"MMM d, y" : u"d MMM y";
        case DatePattern::date_time:
            return english ? u"MMMM d, y 'at' h:mm\u00a0a" : u"d MMMM y 'à' H\u00a0'h'\u00a0mm";
    }
    return u"";
}

}  // namespace

void expect_success(UErrorCode status, const char* what) {
    if (U_FAILURE(status)) throw Fault{std::string{"ICU: "} + what + ": " + u_errorName(status)};
}

std::string utf8(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

namespace {

// What stands between the digits of 1000. CLDR groups from four digits on in both languages.
std::string separator_of(const icu::number::LocalizedNumberFormatter& numbers) {
    UErrorCode status = U_ZERO_ERROR;
    auto text = utf8(numbers.formatInt(1000, status).toString(status));
    expect_success(status, "number");
    std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return text;
}

}  // namespace

Language::Language(base::Locale locale) : locale_(locale), icu_locale_(icu_locale(locale)) {
    numbers = NumberFormatter::withLocale(icu_locale_);
    group_separator = separator_of(numbers);
    const auto dollars = numbers.unit(canadian_dollar()).scale(Scale::powerOfTen(-2));
    money = dollars.precision(Precision::fixedFraction(2));
    whole_dollars = dollars.precision(Precision::fixedFraction(0));
    const auto hundredths = numbers.unit(icu::NoUnit::percent()).scale(Scale::powerOfTen(2));
    for (int count = 0; count <= kMostDecimals; ++count) {
        decimals[static_cast<size_t>(count)] = numbers.precision(Precision::fixedFraction(count));
        percent[static_cast<size_t>(count)] = hundredths.precision(Precision::fixedFraction(count));
    }
    plurals =
        make("plural rules", [&](UErrorCode& status) { return icu::PluralRules::forLocale(icu_locale_, status); });
    lists = make("lists", [&](UErrorCode& status) { return icu::ListFormatter::createInstance(icu_locale_, status); });
    relative = make("relative times",
                    [&](UErrorCode& status) { return new icu::RelativeDateTimeFormatter(icu_locale_, status); });
    collator =
        make("collation", [&](UErrorCode& status) { return icu::Collator::createInstance(icu_locale_, status); });
}

icu::SimpleDateFormat& Language::dates(DatePattern pattern, const TimeZone& zone) {
    auto& format = dates_[{pattern, zone.name()}];
    if (!format) {
        format = make("date format", [&](UErrorCode& status) {
            return new icu::SimpleDateFormat(pattern_text(locale_, pattern), icu_locale_, status);
        });
        format->adoptTimeZone(icu::TimeZone::createTimeZone(utf16(zone.name())));
    }
    return *format;
}

std::string plural_category(base::Locale locale, std::int64_t count) {
    return utf8(language(locale).plurals->select(static_cast<double>(count)));
}

Language& language(base::Locale locale) {
    thread_local std::array<std::unique_ptr<Language>, 2> languages;
    auto& found = languages[static_cast<size_t>(locale)];
    if (!found) found = std::make_unique<Language>(locale);
    return *found;
}

}  // namespace i18n::icu_data
