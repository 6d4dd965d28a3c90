// features/mailing_list/preference_form.h - what people choose about their mail: from a form to people's preferences.
// Pure.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "people/mail_standing.h"

namespace mailing_list {

// Months that mail may rest, and their days.
struct Pause {
    std::int64_t months;
    base::Duration length;
};
inline constexpr std::array kPauses{Pause{1, base::days(30)}, Pause{3, base::days(91)}, Pause{6, base::days(182)}};

// Mails a week at most that may be chosen; 0: as many as there are.
inline constexpr std::array kMostPerWeek{0, 1, 2, 3};

// As typed. `shown`: the topics that stood on the page, `kept`: those of them that were ticked.
struct PreferenceForm {
    people::TopicSet shown, kept;
    std::string most_per_week;  // "0" to "3"
    std::string pause;          // "keep", "none", "1", "3", "6"
};

// Topics that did not stand on the page, and numbers that cannot be chosen, stay as they were.
people::MailPreferences chosen(const people::MailPreferences& before, const PreferenceForm& form, base::Instant now);

}  // namespace mailing_list
