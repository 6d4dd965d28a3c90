#include "features/accounts/mails.h"

#include "features/accounts/account.h"
#include "features/accounts/store.h"
#include "platform/i18n/translator.h"

namespace accounts {
namespace {

// One mail: a greeting, paragraphs, perhaps a link between them.
struct Letter {
    std::string subject;
    std::string greeting;
    std::string before_link;
    std::string link_label{}, link{};
    std::string after_link{};
};

std::string text_of(const Letter& letter) {
    std::string text = letter.greeting + "\n\n" + letter.before_link + "\n\n";
    if (!letter.link.empty()) text += letter.link + "\n\n";
    if (!letter.after_link.empty()) text += letter.after_link + "\n";
    return text;
}

html::SafeHtml link_of(const Letter& letter) {
    if (letter.link.empty()) return {};
    return html::render<R"(<p><a href="{}">{}</a></p>)">(letter.link, letter.link_label);
}

html::SafeHtml html_of(const Letter& letter, base::Locale locale) {
    return html::render<R"(<!doctype html>
<html lang="{}"><head><meta charset="utf-8"><title>{}</title></head>
<body><p>{}</p><p>{}</p>{}<p>{}</p></body></html>
)">(base::code(locale), letter.subject, letter.greeting, letter.before_link, link_of(letter), letter.after_link);
}

mail::Message message_of(const Letter& letter, base::Locale locale) {
    return {.subject = mail::Line{letter.subject}, .text = text_of(letter), .html = html_of(letter, locale)};
}

Letter invitation(i18n::Translator t, const Staff& staff, const Services& services) {
    const std::string campaign = services.frames.campaign(t.locale());
    return {
        .subject = t("Your invitation to work on {campaign}", {{"campaign", campaign}}),
        .greeting = t("Hello {name},", {{"name", staff.name}}),
        .before_link = t("You have been invited to the staff pages of {campaign}. Open this link and choose a "
                         "password. The link works for seven days.",
                         {{"campaign", campaign}}),
        .link_label = t("Choose a password"),
        .after_link =
            t("If you did not expect this, you can ignore this email: without a password nobody can use the account.")};
}

Letter forgotten(i18n::Translator t, const Staff& staff, const Services&) {
    return {.subject = t("Choose a new password"),
            .greeting = t("Hello {name},", {{"name", staff.name}}),
            .before_link = t("Somebody, most likely you, asked for a new password for this address. Open this link to "
                             "choose one. The link works for one hour."),
            .link_label = t("Choose a new password"),
            .after_link = t("If it was not you, there is nothing to do: your password stays as it is.")};
}

Letter password_changed(i18n::Translator t, const Staff& staff) {
    return {.subject = t("Your password was changed"),
            .greeting = t("Hello {name},", {{"name", staff.name}}),
            .before_link = t("The password of your staff account was just changed, and all your other devices were "
                             "signed out."),
            .after_link = t("If it was not you, ask for a new password on the sign-in page at once, and tell an owner "
                            "of the campaign.")};
}

using WriteLetter = Letter (*)(i18n::Translator, const Staff&, const Services&);

// A link that was used, or has expired, is not mailed any more.
std::optional<mail::Message> render_link(const mail::Order& order, db::Read& read, const Services& services,
                                         WriteLetter write) {
    const auto link = find_link(read, LinkId{order.about});
    if (!link || !is_usable(*link, services.database.now())) return std::nullopt;
    const auto staff = find_staff(read, link->staff);
    if (!staff || !staff->is_active()) return std::nullopt;
    Letter letter = write(i18n::Translator{order.locale}, *staff, services);
    letter.link = link_url({services.config, services.tokens}, link->id.value, order.locale);
    return message_of(letter, order.locale);
}

std::optional<mail::Message> render_password_changed(const mail::Order& order, db::Read& read) {
    const auto staff = find_staff(read, StaffId{order.about});
    if (!staff) return std::nullopt;
    return message_of(password_changed(i18n::Translator{order.locale}, *staff), order.locale);
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
    renderers.add(kPasswordChangedMail, render_password_changed);
}

}  // namespace accounts
