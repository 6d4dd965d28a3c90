#include "features/mailing_list/links_service.h"

#include <fmt/format.h>

#include "features/mailing_list/membership_service.h"

namespace mailing_list {

std::string preferences_path(const Services& services, people::PersonId person, base::Locale locale) {
    return fmt::format("/{}/preferences/{}", base::code(locale), services.tokens.make(kPreferences, person.value));
}

std::string sign_up_path(const Services& services, const SignUp& sign_up, base::Locale locale) {
    const auto purpose = sign_up.renewed_at ? kRenewedSignUp : kSignUp;
    return fmt::format("/{}/sign-ups/{}", base::code(locale), services.tokens.make(purpose, sign_up.id.value));
}

std::optional<LeaveLink> read_leave_link(const Services& services, const LeaveTokens& tokens) {
    const auto person = services.tokens.read(kLeave, tokens.person);
    if (!person) return std::nullopt;
    const auto mail = services.tokens.read(kSentMail, tokens.mail);
    return LeaveLink{people::PersonId{*person},
                     mail && *mail > 0 ? std::optional{ports::SentMailId{*mail}} : std::nullopt};
}

ports::MailLinks mail_links(const Services& services) {
    return {.personal =
                [&services](people::PersonId person, ports::SentMailId mail, base::Locale locale) {
                    const std::string& site = services.frames.public_url();
                    return ports::PersonalLinks{.preferences = site + preferences_path(services, person, locale),
                                                .one_click = fmt::format("{}/{}/leave/{}/{}", site, base::code(locale),
                                                                         services.tokens.make(kLeave, person.value),
                                                                         services.tokens.make(kSentMail, mail.value)),
                                                .archive = {}};
                },
            .leave_by_mail = [&services](db::Write& write,
                                         people::PersonId person) { leave_by_mail(services, person, write); },
            .leave =
                [&services](db::Write& write, const ports::MailLinks::LeaveOrder& order) {
                    mailing_list::leave(services,
                                        {.person = order.person,
                                         .wording = order.wording,
                                         .source = order.source,
                                         .network = order.network},
                                        write);
                }};
}

}  // namespace mailing_list
