// fuzz/osdi_person_fuzz.cpp - any bytes as the JSON of a person: refused with problems, or texts that keep their
// bounds.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "features/osdi/call_service.h"
#include "features/osdi/person_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    boost::system::error_code error;
    const auto value = boost::json::parse(std::string_view{reinterpret_cast<const char*>(data), size}, error);
    if (error || !value.is_object()) return 0;
    (void)osdi::linked_person(value.get_object());
    const auto tags = osdi::read_tags(value.get_object(), "add_tags");
    if (tags) CHECK(tags->size() <= osdi::kMostTagsAtOnce);
    const auto person = osdi::read_person(value.get_object());
    if (!person) {
        CHECK(!person.error().empty());
        return 0;
    }
    CHECK(base::is_valid_utf8(person->name.given + person->name.family));
    CHECK(base::count_characters(person->name.given) <= people::kLongestName);
    CHECK(person->answers.size() <= osdi::kMostAnswers && person->identifiers.size() <= osdi::kMostIdentifiers);
    for (const auto& answer : person->answers) CHECK(!answer.field.empty() && answer.field.size() <= 40);
    CHECK(person->email || person->other_emails.empty());
    return 0;
}
