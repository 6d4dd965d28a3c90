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

html::SafeHtml sign_in(i18n::Translator t, const SignInForm& form) {
    const html::Fields fields{t, form.problems};
    const auto markup = html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}</form>
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
        wide_button(fields, t("Sign in")), staff_path(t.locale(), "forgotten"), t("Forgot your password?"));
    return panel(t("Staff sign-in"), markup);
}

html::SafeHtml code(i18n::Translator t, const CodeForm& form) {
    const html::Fields fields{t, form.problems};
    const auto markup = html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}</form>
<p class="sign-in__aside">{}</p>)">(
        staff_path(t.locale(), "sign-in/code"), fields.error_summary(), html::hidden({"next", form.next}),
        fields.text({.name = "code",
                     .label = t("One-time code"),
                     .kind = html::TextKind::one_time_code,
                     .autocomplete = "one-time-code",
                     .hint = t("The six digits that your authenticator app shows now."),
                     .max_length = 20}),
        wide_button(fields, t("Sign in")), t("No phone at hand? Type one of your recovery codes instead."));
    return panel(t("One more step: your code"), markup);
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
