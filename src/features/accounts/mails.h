// features/accounts/mails.h - what this slice writes to staff: an invitation, a way back in, and word of a new
// password.
#pragma once
#include "features/accounts/services.h"
#include "platform/mail/renderers.h"

namespace accounts {

inline constexpr auto kInvitationMail = "accounts.invitation";             // about: a staff_link
inline constexpr auto kForgottenMail = "accounts.forgotten";               // about: a staff_link
inline constexpr auto kPasswordChangedMail = "accounts.password_changed";  // about: a staff
inline constexpr auto kPasskeyMadeMail = "accounts.passkey_made";          // about: a staff

// The services outlive the renderers.
void add_mails(mail::Renderers& renderers, const Services& services);

// The address in these mails: "https://example.org/fr/staff/links/TOKEN".
struct LinkAddress {
    const runtime::Config& config;
    const auth::Tokens& tokens;
};
std::string link_url(const LinkAddress& site, std::int64_t link, base::Locale locale);

}  // namespace accounts
