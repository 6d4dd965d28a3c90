// features/champions/application_pages.h - applying, confirming the address, signing in by a mailed link.
#pragma once
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/champions/champion.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace champions::pages {

struct ApplicationPage {
    ApplicationForm typed;
    std::vector<people::Level> levels;  // to choose from, in order
    const base::Problems& problems;
};
html::SafeHtml application(const i18n::Translator& t, const ApplicationPage& page);

// "Open your mail": after applying, and after asking for a link to sign in.
enum class Sent : unsigned char { application, sign_in };
html::SafeHtml sent(const i18n::Translator& t, Sent what, const std::string& mailbox_path);

// What the mailed link opens: its button acts.
html::SafeHtml confirm(const i18n::Translator& t, const std::string& token);
html::SafeHtml confirmed(const i18n::Translator& t);
html::SafeHtml enter(const i18n::Translator& t, const std::string& token);
// A link that ran out or was used; what to do instead.
html::SafeHtml expired_confirmation(const i18n::Translator& t);
html::SafeHtml expired_sign_in(const i18n::Translator& t);

struct SignInPage {
    std::string email;
    const base::Problems& problems;
};
html::SafeHtml sign_in(const i18n::Translator& t, const SignInPage& page);

// The fields that an application and a profile share.
html::SafeHtml offer_fields(const i18n::Translator& t, const base::Problems& problems, const OfferForm& typed);

std::string confirm_path(base::Locale locale, std::string_view token);
std::string sign_in_path(base::Locale locale);
std::string sign_in_path(base::Locale locale, std::string_view token);

}  // namespace champions::pages
