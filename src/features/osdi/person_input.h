// features/osdi/person_input.h - a person as programs write them in JSON, and as understood. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include "base/email_address.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/person.h"
#include "people/place.h"

namespace osdi {

// What they say about mail. unstated leaves everything as it is.
enum class MailWish : unsigned char { unstated, subscribed, unsubscribed };

inline constexpr std::size_t kMostAnswers = 100, kMostTagsAtOnce = 50, kMostIdentifiers = 20;
inline constexpr std::size_t kLongestIdentifier = 200;  // bytes

struct CustomAnswer {
    std::string field;              // slug: a-z, 0-9, _
    std::string value;              // as typed
    bool only_where_asked = false;  // kept where staff made such a field, else passed over
    bool operator==(const CustomAnswer&) const = default;
};

struct PersonInput {
    std::optional<base::EmailAddress> email{};  // the primary one, else the first
    std::vector<base::EmailAddress> other_emails{};
    MailWish wish = MailWish::unstated;  // of the primary one
    people::PersonName name{};           // parts may be empty
    std::optional<base::Locale> locale{};
    std::optional<people::Address> address{};  // where a postal code, a place or a region was given
    std::vector<CustomAnswer> answers{};
    std::vector<std::string> identifiers{};  // "van:1234"; those of ours are left out
};

// Telephone numbers and streets are kept only where staff ask for them, by custom fields of these names.
inline constexpr std::string_view kPhoneField = "phone", kStreetField = "street";

// Everything wrong at once; fields are paths such as "email_addresses[0].address". Members that are kept nowhere here
// (honorifics, birthdates) are passed over.
base::Result<PersonInput, base::Problems> read_person(const boost::json::object& person);

// The names of tags in a list of texts under this member, tidied; missing is none.
base::Result<std::vector<std::string>, base::Problems> read_tags(const boost::json::object& body,
                                                                 std::string_view member);

// Identifiers of other programs: "system:id". Ours, which begin with "alltogether:", are left out.
std::vector<std::string> read_identifiers(const boost::json::object& body, base::Problems& problems);

// "Union Local" -> "union_local": 1 to 40 of a-z, 0-9 and inner underscores; nullopt where nothing is left.
std::optional<std::string> slug_of_field(std::string_view name);

// A member that is a text; "" where it is missing or null; a problem where it is something else.
std::string text_member(const boost::json::object& object, std::string_view name, base::Problems& problems);

}  // namespace osdi
