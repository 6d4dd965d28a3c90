#include "features/accounts/pages.h"

#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace accounts::pages {
namespace {

html::SafeHtml panel(std::string_view title, const html::SafeHtml& content) {
    return html::render<R"(<section class="sign-in frame"><div class="sign-in__panel">
<h1 class="sign-in__title">{}</h1>{}
</div></section>)">(title, content);
}

html::SafeHtml both(const html::SafeHtml& first, const html::SafeHtml& second) {
    return html::render<"{}{}">(first, second);
}

html::SafeHtml wide_button(const html::Fields& fields, std::string label) {
    return fields.button({.label = std::move(label), .width = html::ButtonWidth::full});
}

}  // namespace

std::string staff_path(base::Locale locale, std::string_view below) {
    std::string path = "/" + std::string{base::code(locale)} + "/staff";
    if (!below.empty()) path.append("/").append(below);
    return path;
}

namespace {

// A script asks the browser for a passkey and sends the form; without one the words below stand in its place.
struct PasskeyForm {
    std::string next;
    html::ButtonKind kind = html::ButtonKind::quiet;
};
html::SafeHtml passkey_form(i18n::Translator t, const html::Fields& fields, const PasskeyForm& form) {
    const std::string path = staff_path(t.locale(), "sign-in/passkey");
    return html::render<
        R"(<form class="form sign-in__passkey" method="post" action="{}" data-passkey-get="{}" data-passkey-failed="{}" hidden>
{}{}{}{}{}{}<p class="field__error" data-passkey-words role="alert" hidden></p>{}</form>
<p class="sign-in__aside" data-passkey-missing data-passkey-unknown="{}">{}</p>)">(
        path, path + "/challenge", t("That did not work. Try again, or sign in another way."),
        html::hidden({"next", form.next}), html::hidden({"credential", ""}), html::hidden({"client_data", ""}),
        html::hidden({"authenticator_data", ""}), html::hidden({"signature", ""}), html::hidden({"user_handle", ""}),
        fields.button(
            {.label = t("Sign in with a passkey"), .kind = form.kind, .width = html::ButtonWidth::full, .icon = "key"}),
        t("This browser does not offer passkeys."), t("Passkeys need JavaScript, which is off in this browser."));
}

html::SafeHtml code_field(i18n::Translator t, const html::Fields& fields, SecondStep step) {
    const bool has_app = step != SecondStep::passkey;
    return fields.text({.name = "code",
                        .label = has_app ? t("One-time code") : t("Recovery code"),
                        .kind = html::TextKind::one_time_code,
                        .autocomplete = "one-time-code",
                        .hint = has_app ? t("The six digits that your authenticator app shows now.")
                                        : t("One of the codes that you kept when you made your first passkey."),
                        .max_length = 20});
}

}  // namespace

html::SafeHtml sign_in(i18n::Translator t, const SignInForm& form) {
    const html::Fields fields{t, form.problems};
    const auto by_passkey = form.passkeys == Passkeys::none
                                ? html::SafeHtml{}
                                : html::render<R"(<p class="sign-in__or"><span>{}</span></p>{})">(
                                      t("or"), passkey_form(t, fields, {form.next}));
    const auto markup = html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}</form>{}
<p class="sign-in__aside"><a href="{}">{}</a></p>)">(
        staff_path(t.locale(), "sign-in"), fields.error_summary(), html::hidden({"next", form.next}),
        fields.text({.name = "email",
                     .label = t("Email"),
                     .value = form.email,
                     .kind = html::TextKind::email,
                     .autocomplete = "username"}),
        fields.text({.name = "password",
                     .label = t("Password"),
                     .kind = html::TextKind::password,
                     .autocomplete = "current-password"}),
        wide_button(fields, t("Sign in")), by_passkey, staff_path(t.locale(), "forgotten"), t("Forgot your password?"));
    return panel(t("Staff sign-in"), markup);
}

std::string second_step_title(i18n::Translator t, SecondStep step) {
    return step == SecondStep::code ? t("One more step: your code") : t("One more step: your passkey");
}

html::SafeHtml code(i18n::Translator t, const CodeForm& form) {
    const html::Fields fields{t, form.problems};
    const auto by_passkey = form.step == SecondStep::passkey || form.step == SecondStep::either
                                ? html::render<R"({}<p class="sign-in__or"><span>{}</span></p>)">(
                                      passkey_form(t, fields, {form.next, html::ButtonKind::primary}), t("or"))
                                : html::SafeHtml{};
    const auto aside = form.step == SecondStep::passkey
                           ? t("Lost your passkey and your codes? An owner of the campaign can let you in again.")
                           : t("No phone at hand? Type one of your recovery codes instead.");
    const auto markup = html::render<R"({}{}<form class="form" method="post" action="{}" novalidate>{}{}{}</form>
<p class="sign-in__aside">{}</p>)">(fields.error_summary(), by_passkey, staff_path(t.locale(), "sign-in/code"),
                                    html::hidden({"next", form.next}), code_field(t, fields, form.step),
                                    wide_button(fields, t("Sign in")), aside);
    return panel(second_step_title(t, form.step), markup);
}

html::SafeHtml forgotten(i18n::Translator t, const ForgottenForm& form) {
    const html::Fields fields{t, form.problems};
    const auto markup = html::render<R"(<p>{}</p><form class="form" method="post" action="{}" novalidate>{}{}{}</form>
<p class="sign-in__aside"><a href="{}">{}</a></p>)">(
        t("Tell us the address of your account. We send you a link to choose a new password."),
        staff_path(t.locale(), "forgotten"), fields.error_summary(),
        fields.text({.name = "email",
                     .label = t("Email"),
                     .value = form.email,
                     .kind = html::TextKind::email,
                     .autocomplete = "username"}),
        wide_button(fields, t("Send me a link")), staff_path(t.locale(), "sign-in"), t("Back to the sign-in"));
    return panel(t("Choose a new password"), markup);
}

html::SafeHtml forgotten_sent(i18n::Translator t) {
    const auto markup = html::render<R"(<p>{}</p><p>{}</p><p class="sign-in__aside"><a href="{}">{}</a></p>)">(
        t("If this address has an account, an email with a link is on its way. The link works for one hour."),
        t("Nothing there after a few minutes? Look in your junk mail, or ask an owner of the campaign."),
        staff_path(t.locale(), "sign-in"), t("Back to the sign-in"));
    return panel(t("Check your email"), markup);
}

html::SafeHtml choose_password(i18n::Translator t, const ChoosePassword& form) {
    const html::Fields fields{t, form.problems};
    const std::string title = form.kind == LinkKind::invitation ? t("Welcome, {name}", {{"name", form.staff.name}})
                                                                : t("Choose a new password");
    // The address stands in a field of its own so that password managers keep it beside the password.
    const auto markup = html::render<R"(<form class="form" method="post" action="{}" novalidate>{}
<div class="field"><label class="field__label" for="username">{}</label>
<input class="field__input" id="username" type="email" value="{}" autocomplete="username" readonly></div>{}{}{}</form>)">(
        form.path, fields.error_summary(), t("Email"), form.staff.email.text(),
        fields.text({.name = "password",
                     .label = t("New password"),
                     .kind = html::TextKind::password,
                     .autocomplete = "new-password",
                     .hint = t("At least 12 characters. A few words in a row are easy to keep in mind.")}),
        fields.text({.name = "password_again",
                     .label = t("The same once more"),
                     .kind = html::TextKind::password,
                     .autocomplete = "new-password"}),
        wide_button(fields, t("Set the password")));
    return panel(title, markup);
}

html::SafeHtml link_gone(i18n::Translator t) {
    const auto text = html::render<R"(<p>{}</p>)">(
        t("It was used already, or it is too old. You can ask for a new one with your address."));
    const auto way_on = html::render<R"(<p class="sign-in__aside"><a href="{}">{}</a></p>)">(
        staff_path(t.locale(), "forgotten"), t("Send me a link"));
    return panel(t("This link no longer works"), both(text, way_on));
}

}  // namespace accounts::pages
