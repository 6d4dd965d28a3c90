// features/mailing_list/links_service.h - the addresses that mails carry: preferences, and leaving with one click.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "features/mailing_list/services.h"
#include "features/mailing_list/sign_up.h"

namespace mailing_list {

// Paths, without the site's address.
std::string preferences_path(const Services& services, people::PersonId person, base::Locale locale);
std::string sign_up_path(const Services& services, const SignUp& sign_up, base::Locale locale);

// The person and the mail that the one-click address names: /{locale}/leave/{token}/{mail}. nullopt: the token is none
// of ours. A mail that is not ours is left out: who leaves, leaves.
struct LeaveLink {
    people::PersonId person;
    std::optional<ports::SentMailId> mail;
};
struct LeaveTokens {
    std::string person, mail;
};
std::optional<LeaveLink> read_leave_link(const Services& services, const LeaveTokens& tokens);

// For the slices that write and send. `services` outlives it.
ports::MailLinks mail_links(const Services& services);

}  // namespace mailing_list
