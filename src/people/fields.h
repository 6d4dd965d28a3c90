// people/fields.h - what an organisation asks people beyond their name and place, and every answer that was ever given.
//
// Answers are only added. Which one holds: the newest that the person or staff gave; only where there is none, the
// newest of an import. So a file never overwrites what a person said, and what was said earlier stays to be seen.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace people {

using FieldId = base::Id<struct PersonFieldTag>;
using AnswerId = base::Id<struct PersonAnswerTag>;

// Stored by number.
enum class FieldKind : unsigned char { text = 0, number = 1, day = 2, yes_no = 3 };
// "text", "number", "day", "yes_no", as in forms and files.
std::string_view name_of(FieldKind kind);
std::optional<FieldKind> field_kind_of(std::string_view name);

inline constexpr std::size_t kLongestAnswer = 500;  // characters
inline constexpr std::size_t kMostFields = 200;

struct Field {
    FieldId id;
    std::string slug;  // a-z, 0-9 and inner underscores, at most 40
    std::string label_en, label_fr;
    FieldKind kind = FieldKind::text;
    int position = 0;
    std::optional<base::Instant> retired_at{};

    const std::string& label(base::Locale locale) const { return locale == base::Locale::french ? label_fr : label_en; }
};

std::vector<Field> fields(db::Read& read);  // by position; retired ones too
std::optional<Field> find_field(db::Read& read, FieldId field);
std::optional<Field> find_field(db::Read& read, std::string_view slug);
// nullopt: the slug is taken. The id of `field` is not looked at.
std::optional<FieldId> insert_field(db::Write& write, const Field& field);
// Labels, position and retirement, by its id; slug and kind stay.
void change_field(db::Write& write, const Field& field);

// A typed answer as it is stored: text tidied; a number without blanks at its ends ("12", "-0.5"); a day as
// "2026-11-22"; "yes" or "no" from yes, y, true, 1, oui, o, vrai and their opposites. Empty stays empty and takes an
// answer back. Else what is wrong.
base::Result<std::string, base::Message> read_answer(FieldKind kind, std::string_view typed);

enum class AnswerOrigin : unsigned char { own = 0, staff = 1, import = 2 };

struct Answer {
    PersonId person;
    FieldId field;
    std::string value;  // from read_answer()
    AnswerOrigin origin = AnswerOrigin::own;
    std::string source;  // page, file, or who typed it
    base::Instant at;    // when it was said
};
struct KeptAnswer {
    AnswerId id;
    Answer answer;
    base::Instant recorded_at;
};

// The one of these answers to one field that holds; nullptr for none.
const KeptAnswer* holding(std::span<const KeptAnswer> answers);

// repeated: the newest answer of this origin says the same, so nothing was added. behind: kept, but another holds.
enum class Recorded : unsigned char { holds, behind, repeated };
Recorded record_answer(db::Write& write, const Answer& answer);

// Every answer of a person, by field and then newest first.
std::vector<KeptAnswer> answers_of(db::Read& read, PersonId person);

struct FieldValue {
    FieldId field;
    std::string value;
};
// What holds, without what was taken back.
std::vector<FieldValue> values_of(db::Read& read, PersonId person);

// After answers moved between people.
void settle_values(db::Write& write, PersonId person);

}  // namespace people
