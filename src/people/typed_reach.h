// people/typed_reach.h - how an office is reached, as somebody typed it or a file has it: its email address and its
// website. Neither has to be given.
#pragma once
#include <string>
#include <string_view>

#include "base/email_address.h"
#include "base/problem.h"
#include "base/text.h"
#include "people/web_address.h"

namespace people {

struct TypedField {
    const char* name;
    std::string_view typed;
};

// Tidied; empty where nothing was typed, and where it is none: then the problem stands under the field's name.
inline std::string read_email(const TypedField& field, base::Problems& problems) {
    const std::string typed = base::collapse_spaces(field.typed);
    if (typed.empty()) return {};
    const auto address = base::EmailAddress::parse(typed);
    if (address) return address->text();
    problems.push_back({field.name, base::message("Please enter an email address such as name@example.org.")});
    return {};
}

// Tidied. What is no whole address stays as it was typed, with the problem under the field's name.
inline std::string read_website(const TypedField& field, base::Problems& problems) {
    std::string typed = base::collapse_spaces(field.typed);
    if (!typed.empty() && !is_web_address(typed))
        problems.push_back({field.name, base::message("Please enter a whole address, with https:// in front.")});
    return typed;
}

}  // namespace people
