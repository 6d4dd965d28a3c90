// people/person.h - a person we know: one for each canonical address, and the rules for names. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "people/place.h"

namespace people {

using PersonId = base::Id<struct PersonTag>;

inline constexpr std::size_t kLongestName = 100;  // characters

struct PersonName {
    std::string given, family;
    bool operator==(const PersonName&) const = default;
};

// Without blanks at the ends, runs of them one space, no control characters. First step of reading a form.
PersonName tidied(const PersonName& typed);

// Everything wrong with a tidied name, under the fields given_name and family_name: each is 1 to 100 characters of
// UTF-8, holds no link, and does not start with = + - @ (which a spreadsheet would run).
base::Problems problems_of(const PersonName& name);

// The same rule for one line of text that staff or supporters give a name with; empty texts pass.
std::optional<base::Message> problem_of_line(std::string_view text);

// Whether a text holds something that a program would make a link of: "://", "www.", or "word.tld" with a common
// ending, in any case. "St. John" and "J.R." hold none.
bool holds_link(std::string_view text);

// How a name is sorted and searched: without case, accents, blanks and marks (base::fold_name). Who has no name is
// sorted by what stands before the @ of their address.
struct NameKeys {
    std::string family, given;
    bool operator==(const NameKeys&) const = default;
};
NameKeys name_keys(const PersonName& name, std::string_view email);

// Who confirmed their address with us, or was entered by staff. The email is the last one they used of those that reach
// the same mailbox.
struct Person {
    PersonId id;
    std::int64_t address_hash;  // auth's keyed hash of the canonical address
    std::string email;          // empty once erased
    PersonName name;
    base::Locale locale;  // the language they want to be written to in
    std::string country;
    std::string postal_code, place;
    std::optional<Province> province;
    base::Instant first_seen_at, changed_at;
    std::optional<base::Instant> erased_at;
    std::optional<base::LevelId> level{};   // whose staff see them; nullopt: those of the nation alone
    std::optional<int> riding{};            // number of the federal electoral district: 35001
    std::optional<PersonId> merged_into{};  // who goes on with what was theirs
};

// What a person stated in a form, on its way to ensure_person().
struct PersonStatement {
    std::int64_t address_hash;
    base::EmailAddress email;
    PersonName name;
    base::Locale locale;
    Address address;
};

// What staff may put right about a person, whole.
struct PersonChange {
    PersonName name;
    base::Locale locale;
    Address address;
    std::optional<base::LevelId> level;
    std::optional<int> riding;
};

// Where they are, as it would be stated.
Address address_of(const Person& person);

// Numbers of federal electoral districts are five digits, the first two of the province as Statistics Canada numbers
// them: 10 to 62.
std::optional<int> riding_of(std::string_view text);

}  // namespace people
