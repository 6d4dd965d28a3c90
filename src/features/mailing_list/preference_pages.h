// features/mailing_list/preference_pages.h - the words and markup of preferences and of leaving.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "people/mail_standing.h"
#include "people/person.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace mailing_list::pages {

struct LinkRequestPage {
    std::string email;
    const base::Problems& problems;
};
html::SafeHtml link_request(const i18n::Translator& t, const LinkRequestPage& page);
html::SafeHtml link_sent(const i18n::Translator& t, const std::string& mailbox_path);

struct PreferencePage {
    const people::Person& person;
    std::optional<people::MailStanding> standing;
    std::vector<people::Topic> topics;
    std::string token;
    base::Instant now;
    std::string organisation;
};
html::SafeHtml preferences(const i18n::Translator& t, const PreferencePage& page);
html::SafeHtml nothing_held(const i18n::Translator& t);

// The sentence beside the button by which somebody comes back.
std::string return_wording(const i18n::Translator& t, const std::string& organisation);
std::string leave_wording(const i18n::Translator& t);

struct LeavePage {
    std::string path;         // that the button posts to
    std::string preferences;  // path of the way round
};
html::SafeHtml leave(const i18n::Translator& t, const LeavePage& page);
html::SafeHtml left(const i18n::Translator& t, const std::string& preferences);

std::string preferences_path(base::Locale locale, std::string_view token);

}  // namespace mailing_list::pages
