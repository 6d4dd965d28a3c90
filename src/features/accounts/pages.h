// features/accounts/pages.h - what people see who are not signed in yet. Each gives the content of <main>.
#pragma once
#include <string>
#include <string_view>

#include "base/problem.h"
#include "features/accounts/account.h"
#include "features/accounts/passkey.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace accounts::pages {

// offered: browsers make passkeys for an address like this site's.
enum class Passkeys : unsigned char { none, offered };

struct SignInForm {
    std::string email, next;
    base::Problems problems{};
    Passkeys passkeys = Passkeys::none;
};
html::SafeHtml sign_in(i18n::Translator t, const SignInForm& form);

// The second step, for those who use one-time codes, passkeys, or both.
struct CodeForm {
    std::string next;
    SecondStep step = SecondStep::code;
    base::Problems problems{};
};
html::SafeHtml code(i18n::Translator t, const CodeForm& form);
std::string second_step_title(i18n::Translator t, SecondStep step);

struct ForgottenForm {
    std::string email{};
    base::Problems problems{};
};
html::SafeHtml forgotten(i18n::Translator t, const ForgottenForm& form);
// The same for every address, whether or not it has an account.
html::SafeHtml forgotten_sent(i18n::Translator t);

struct ChoosePassword {
    std::string path;  // of this page, which the form sends to
    Staff staff;
    LinkKind kind;
    base::Problems problems{};
};
html::SafeHtml choose_password(i18n::Translator t, const ChoosePassword& form);
html::SafeHtml link_gone(i18n::Translator t);

// "/en/staff/sign-in" for "sign-in"; "/en/staff" for "".
std::string staff_path(base::Locale locale, std::string_view below = "");

}  // namespace accounts::pages
