// features/supporter_import/person_row.h - one row of a table as a person. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/email_address.h"
#include "base/instant.h"
#include "base/locale.h"
#include "features/supporter_import/mapping.h"
#include "features/supporter_import/rows.h"
#include "people/person.h"
#include "people/place.h"

namespace supporter_import {

// What can be wrong with a row. Stored by number.
enum class Trouble : unsigned char {
    stray_quotation_mark = 0,
    text_after_quotation_mark = 1,
    unclosed_quotation = 2,
    lone_carriage_return = 3,
    zero_byte = 4,
    not_utf8 = 5,
    too_many_fields = 6,
    too_long = 7,
    no_email = 8,
    bad_email = 9,
    bad_name = 10,
    bad_language = 11,
    bad_country = 12,
    bad_postal_code = 13,
    bad_place = 14,
    bad_province = 15,
    bad_riding = 16,
    bad_tag = 17,
    bad_answer = 18,
    bad_day = 19,
    other_level = 20,   // known, and of a level that this import may not change
    was_erased = 21,    // asked to be forgotten here
    taken_address = 22  // a second address that is somebody else's
};
inline constexpr int kTroubles = 23;

// Rows with these are left out whole; of others only the value is.
bool loses_row(Trouble trouble);
// For translation: "The email address cannot be read."
base::Message words_of(Trouble trouble);
Trouble trouble_of(statistics::CsvFault fault);

struct RowTrouble {
    std::uint64_t line;
    Trouble trouble;
    std::string detail;  // the value, at most 100 characters
};

// What the source says about mail to them.
enum class SourceStatus : unsigned char { unknown, subscribed, not_subscribed, unsubscribed, bounced, complained };

struct TypedAnswer {
    std::string field;  // slug
    std::string value;  // as it stands in the table
};

struct PersonRow {
    std::uint64_t line = 0;
    std::optional<base::EmailAddress> email{};
    std::vector<base::EmailAddress> other_emails{};
    people::PersonName name{};
    std::optional<base::Locale> locale{};
    std::optional<people::Country> country{};
    std::string postal_code, place;
    std::optional<people::Province> province{};
    std::optional<int> riding{};
    std::vector<std::string> tags{};
    std::vector<TypedAnswer> answers{};
    SourceStatus status = SourceStatus::unknown;
    std::optional<base::Instant> consented_at{}, left_at{};
};

// The row as these columns have it; what is wrong goes behind `troubles`. nullopt where the row is left out: it could
// not be read, or has no address.
std::optional<PersonRow> read_row(const Row& row, const Mapping& mapping, std::vector<RowTrouble>& troubles);

// The beginning of a text as a time: "2019-05-03", "2019-05-03 12:33:44", "2019-05-03T12:33:44Z" (UTC); also
// "05/03/2019" with the month first, as programs of the United States write. nullopt for anything else.
std::optional<base::Instant> time_of(std::string_view text);

// "en", "English", "fr_CA", "French (Canada)", "français": by the first letters.
std::optional<base::Locale> language_of(std::string_view text);

}  // namespace supporter_import
