#include "features/accounts/mails.h"

#include "features/accounts/account.h"
#include "features/accounts/store.h"
#include "platform/i18n/translator.h"
#include "ports/mail_message.h"

namespace accounts {
namespace {

using html::MailWords;

MailWords invitation(const i18n::Translator& t, const Staff& staff, const Services& services) {
    const std::string campaign = services.frames.campaign(t.locale());
    return {.translator = t,
            .title = t("Your invitation to work on {campaign}", {{"campaign", campaign}}),
            .paragraphs = {t("Hello {name},", {{"name", staff.name}}),
                           t("You have been invited to the staff pages of {campaign}. Open this link and choose a "
                             "password. The link works for seven days.",
                             {{"campaign", campaign}})},
            .button = {t("Choose a password"), {}},
            .after = {t("If you did not expect this, you can ignore this email: without a password nobody can use the "
                        "account.")}};
}

MailWords forgotten(const i18n::Translator& t, const Staff& staff, const Services&) {
    return {.translator = t,
            .title = t("Choose a new password"),
            .paragraphs = {t("Hello {name},", {{"name", staff.name}}),
                           t("Somebody, most likely you, asked for a new password for this address. Open this link to "
                             "choose one. The link works for one hour.")},
            .button = {t("Choose a new password"), {}},
            .after = {t("If it was not you, there is nothing to do: your password stays as it is.")}};
}

MailWords password_changed(const i18n::Translator& t, const Staff& staff) {
    return {.translator = t,
            .title = t("Your password was changed"),
            .paragraphs = {t("Hello {name},", {{"name", staff.name}}),
                           t("The password of your staff account was just changed, and all your other devices were "
                             "signed out."),
                           t("If it was not you, ask for a new password on the sign-in page at once, and tell an owner "
                             "of the campaign.")}};
}

MailWords passkey_made(const i18n::Translator& t, const Staff& staff) {
    return {.translator = t,
            .title = t("A passkey was added to your account"),
            .paragraphs = {t("Hello {name},", {{"name", staff.name}}),
                           t("A new passkey now opens your staff account. You see all of them on the page of your "
                             "account."),
                           t("If it was not you, remove it there at once, choose a new password, and tell an owner of "
                             "the campaign.")}};
}

using WriteWords = MailWords (*)(const i18n::Translator&, const Staff&, const Services&);

// A link that was used, or has expired, is not mailed any more.
std::optional<mail::Message> render_link(const mail::Order& order, db::Read& read, const Services& services,
                                         WriteWords write) {
    const auto link = find_link(read, LinkId{order.about});
    if (!link || !is_usable(*link, services.database.now())) return std::nullopt;
    const auto staff = find_staff(read, link->staff);
    if (!staff || !staff->is_active()) return std::nullopt;
    MailWords words = write(i18n::Translator{order.locale}, *staff, services);
    words.button.url = link_url({services.config, services.tokens}, link->id.value, order.locale);
    return ports::mail_message(services, std::move(words));
}

using WriteNotice = MailWords (*)(const i18n::Translator&, const Staff&);

std::optional<mail::Message> render_notice(const mail::Order& order, db::Read& read, const Services& services,
                                           WriteNotice write) {
    const auto staff = find_staff(read, StaffId{order.about});
    if (!staff) return std::nullopt;
    return ports::mail_message(services, write(i18n::Translator{order.locale}, *staff));
}

}  // namespace

std::string link_url(const LinkAddress& site, std::int64_t link, base::Locale locale) {
    return site.config.server.public_url + "/" + std::string{base::code(locale)} + "/staff/links/" +
           site.tokens.make(kLinkToken, link);
}

void add_mails(mail::Renderers& renderers, const Services& services) {
    renderers.add(kInvitationMail, [&services](const mail::Order& order, db::Read& read) {
        return render_link(order, read, services, invitation);
    });
    renderers.add(kForgottenMail, [&services](const mail::Order& order, db::Read& read) {
        return render_link(order, read, services, forgotten);
    });
    renderers.add(kPasswordChangedMail, [&services](const mail::Order& order, db::Read& read) {
        return render_notice(order, read, services, password_changed);
    });
    renderers.add(kPasskeyMadeMail, [&services](const mail::Order& order, db::Read& read) {
        return render_notice(order, read, services, passkey_made);
    });
}

}  // namespace accounts
