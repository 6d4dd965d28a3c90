// platform/i18n/icu.h - ICU's objects for one language, made once a thread. Included by this folder's sources only.
//
// Making a formatter costs ICU tens of microseconds and up, using one about one; some may not be shared by threads.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include <unicode/coll.h>
#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/unistr.h>

#include "base/locale.h"
#include "platform/i18n/time_zone.h"

namespace i18n::icu_data {

// ICU could not do what it always can: its data are missing or memory is out.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Throws Fault when the call before it failed.
void expect_success(UErrorCode status, const char* what);

[[nodiscard]] std::string utf8(const icu::UnicodeString& text);
[[nodiscard]] icu::UnicodeString utf16(std::string_view text);

// The ways in which we write dates, each a pattern of ICU.
enum class DatePattern { long_date, short_date, date_time };

inline constexpr int kMostDecimals = 9;
inline constexpr std::size_t kRelativeUnits = 6;       // year, month, week, day, hour, minute
inline constexpr std::size_t kRememberedAmounts = 60;  // of each: 0 to 59 ago

class Language {
public:
    explicit Language(base::Locale locale);

    icu::number::LocalizedNumberFormatter numbers;
    std::string
        group_separator;  // between groups of three digits: pages are full of whole numbers, ICU takes 1 µs each
    icu::number::LocalizedNumberFormatter money;          // takes cents
    icu::number::LocalizedNumberFormatter whole_dollars;  // takes cents
    // Exactly that many decimals, 0 to kMostDecimals: of a number, and of a ratio in percent.
    std::array<icu::number::LocalizedNumberFormatter, kMostDecimals + 1> decimals;
    std::array<icu::number::LocalizedNumberFormatter, kMostDecimals + 1> percent;
    std::unique_ptr<icu::PluralRules> plurals;
    std::unique_ptr<icu::ListFormatter> lists;
    std::unique_ptr<icu::RelativeDateTimeFormatter> relative;
    std::unique_ptr<icu::Collator> collator;
    // What was written about the past, by unit and amount, empty until then: lists of names say little else.
    std::array<std::array<std::string, kRememberedAmounts>, kRelativeUnits> past;

    // Made at first use and kept: there are no more of them than time zones.
    [[nodiscard]] icu::SimpleDateFormat& dates(DatePattern pattern, const TimeZone& zone);

private:
    base::Locale locale_;
    icu::Locale icu_locale_;
    std::map<std::pair<DatePattern, std::string>, std::unique_ptr<icu::SimpleDateFormat>> dates_;
};

// CLDR's plural category of a whole number: "one", "many" or "other".
[[nodiscard]] std::string plural_category(base::Locale locale, std::int64_t count);

// This thread's.
[[nodiscard]] Language& language(base::Locale locale);

}  // namespace i18n::icu_data
