#include "features/mailing_list/sign_up.h"

#include "base/text.h"
#include "people/place.h"

namespace mailing_list {
namespace {

void add_name_problems(base::Problems& problems, const people::PersonName& name) {
    const auto look = [&](const char* field, const std::string& text) {
        if (base::count_characters(text) > people::kLongestName)
            problems.push_back({field, base::message("This is too long: at most 100 characters.")});
        else if (const auto problem = people::problem_of_line(text))
            problems.push_back({field, *problem});
    };
    look("given_name", name.given);
    look("family_name", name.family);
}

}  // namespace

base::Result<Joining, base::Problems> accept(const JoinForm& form) {
    base::Problems problems;
    const auto email = base::EmailAddress::parse(form.email);
    if (!email) problems.push_back({"email", base::message("Please enter an email address such as name@example.org.")});
    const auto name = people::tidied({form.given_name, form.family_name});
    add_name_problems(problems, name);
    const auto typed_code = base::collapse_spaces(form.postal_code);
    const auto code = people::PostalCode::parse(typed_code);
    if (!typed_code.empty() && !code)
        problems.push_back({"postal_code", base::message("This is no Canadian postal code such as K1A 0B1. Leave it "
                                                         "empty if you live elsewhere.")});
    if (!problems.empty()) return problems;
    return Joining{*email, name, code ? code->text() : std::string{}};
}

Confirmation confirmation_of(const SignUp& sign_up, const LinkUse& use) {
    if (sign_up.denied_at) return Confirmation::denied;
    if (sign_up.confirmed_at) return Confirmation::done_already;
    const auto from = use.link == Link::first ? std::optional{sign_up.asked_at} : sign_up.renewed_at;
    if (from && use.now < *from + kConfirmationPeriod) return Confirmation::possible;
    return Confirmation::expired;
}

bool may_renew(const SignUp& sign_up, const LinkUse& use) {
    return confirmation_of(sign_up, use) == Confirmation::expired && sign_up.mails < kMostMailsPerSignUp;
}

bool is_renewed(const SignUp& sign_up, const LinkUse& use) {
    return use.link == Link::first && sign_up.renewed_at && use.now < *sign_up.renewed_at + kConfirmationPeriod;
}

}  // namespace mailing_list
