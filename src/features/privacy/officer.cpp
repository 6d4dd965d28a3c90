#include "features/privacy/officer.h"

#include "base/email_address.h"
#include "base/text.h"

namespace privacy {

base::Result<Officer, base::Problems> read_officer(const Officer& typed) {
    const Officer officer{base::collapse_spaces(typed.name), base::collapse_spaces(typed.role_en),
                          base::collapse_spaces(typed.role_fr), base::collapse_spaces(typed.email)};
    base::Problems problems;
    const auto look = [&](const char* field, const std::string& text) {
        if (text.empty())
            problems.push_back({field, base::message("Please fill this in.")});
        else if (base::count_characters(text) > 100)
            problems.push_back({field, base::message("This is too long: at most 100 characters.")});
    };
    look("name", officer.name);
    look("role_en", officer.role_en);
    look("role_fr", officer.role_fr);
    if (!base::EmailAddress::parse(officer.email))
        problems.push_back({"email", base::message("Please enter an email address such as name@example.org.")});
    if (!problems.empty()) return problems;
    return officer;
}

}  // namespace privacy
