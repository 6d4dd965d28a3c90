#include "features/accounts/staff_pages.h"

#include <algorithm>

#include "features/accounts/pages.h"
#include "features/accounts/parts_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace accounts::staff_pages {

using html::Out;
using pages::staff_path;

std::string role_word(i18n::Translator t, auth::Role role) {
    switch (role) {
        case auth::Role::owner:
            return t("Owner");
        case auth::Role::editor:
            return t("Editor");
        case auth::Role::moderator:
            return t("Moderator");
        case auth::Role::analyst:
            return t("Analyst");
    }
    return t("Unknown role");
}

// Home -------------------------------------------------------------------------------------------------------------

html::SafeHtml home(i18n::Translator t, const std::string& name, const std::vector<HomeLink>& links) {
    const auto tiles = [&](Out& out) {
        for (const auto& link : links)
            if (!link.figure.empty())
                html::write<R"(<div class="stat"><dt class="stat__label"><a href="{}">{}</a></dt>
<dd class="stat__figure">{}</dd><dd class="stat__note">{}</dd></div>)">(out, link.url, link.label, link.figure,
                                                                        link.note);
    };
    const auto others = [&](Out& out) {
        for (const auto& link : links)
            if (link.figure.empty())
                html::write<R"(<li><a class="more-link" href="{}">{} {}</a></li>)">(out, link.url, link.label,
                                                                                    html::icon("arrow-right"));
    };
    const bool has_figures = std::ranges::any_of(links, [](const HomeLink& link) { return !link.figure.empty(); });
    return html::render<"{}{}{}">(
        head(t("Hello {name}", {{"name", name}}), t("What is waiting, and where to go next.")),
        has_figures ? html::render<R"(<dl class="stats">{}</dl>)">(tiles) : html::SafeHtml{},
        panel(t("Where to go"), html::render<R"(<ul class="stack">{}</ul>)">(others)));
}

// Own account ------------------------------------------------------------------------------------------------------

namespace {

html::SafeHtml session_table(i18n::Translator t, const Account& view, const html::Fields& fields) {
    const std::string path = staff_path(t.locale(), "account/sessions/");
    const auto rows = [&](Out& out) {
        for (const auto& session : view.sessions) {
            const bool is_this = session.id == view.current;
            const auto end = is_this ? badge("success", t("this one"))
                                     : act(fields, {path + std::to_string(session.id.value) + "/end", t("Sign out")});
            html::write<R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td>
<td class="table__actions">{}</td></tr>)">(out, session.device.empty() ? t("Unknown device") : session.device,
                                           t("Network"), session.network, t("Last seen"),
                                           time_of(t, session.last_seen_at), end);
        }
    };
    return html::render<R"(<div class="table-scroll" role="region" aria-labelledby="sessions" tabindex="0">
<table class="table table--cards"><caption class="table__caption" id="sessions">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>
<tbody>{}</tbody></table></div>)">(t("Where you are signed in"), t("Device"), t("Network"), t("Last seen"), t("Action"),
                                   rows);
}

html::SafeHtml password_form(i18n::Translator t, const Account& view, const html::Fields& fields) {
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>
<input class="visually-hidden" name="username" type="email" value="{}" autocomplete="username" readonly tabindex="-1" aria-label="{}">
{}{}{}<div class="form__actions">{}</div></form>)">(
        staff_path(t.locale(), "account/password"), view.staff.email.text(), t("Email"),
        fields.text({.name = "current_password",
                     .label = t("Your password now"),
                     .kind = html::TextKind::password,
                     .autocomplete = "current-password"}),
        fields.text({.name = "password",
                     .label = t("New password"),
                     .kind = html::TextKind::password,
                     .autocomplete = "new-password",
                     .hint = t("At least 12 characters. A few words in a row are easy to keep in mind.")}),
        fields.text({.name = "password_again",
                     .label = t("The same once more"),
                     .kind = html::TextKind::password,
                     .autocomplete = "new-password"}),
        fields.button({.label = t("Change the password")}));
}

html::SafeHtml codes_on(i18n::Translator t, const Account& view, const html::Fields& fields) {
    return html::render<R"(<p>{}</p><p>{}</p><form class="form" method="post" action="{}" novalidate>{}
<div class="form__actions">{}</div></form>)">(
        t("You sign in with your password and a one-time code."),
        t.plural("{count} recovery code is left.", "{count} recovery codes are left.", view.recovery_codes_left),
        staff_path(t.locale(), "account/codes/end"),
        fields.text({.name = "password_for_codes",
                     .label = t("Your password"),
                     .kind = html::TextKind::password,
                     .autocomplete = "current-password"}),
        fields.button({.label = t("Sign in without codes"), .kind = html::ButtonKind::danger}));
}

html::SafeHtml codes_off(i18n::Translator t, const html::Fields& fields) {
    return html::render<R"(<p>{}</p><form method="post" action="{}">{}</form>)">(
        t("A code from an app on your phone, besides your password: whoever learns your password still cannot sign "
          "in."),
        staff_path(t.locale(), "account/codes/begin"), fields.button({.label = t("Set up one-time codes")}));
}

}  // namespace

html::SafeHtml account(i18n::Translator t, const Account& view) {
    const html::Fields fields{t, view.problems};
    return html::render<"{}{}{}{}{}">(
        head(t("Your account"), view.staff.email.text()), fields.error_summary(),
        panel(t("Devices"), session_table(t, view, fields)), panel(t("Password"), password_form(t, view, fields)),
        panel(t("One-time codes"), view.staff.asks_for_code() ? codes_on(t, view, fields) : codes_off(t, fields)));
}

html::SafeHtml code_setup(i18n::Translator t, const CodeSetup& view) {
    const html::Fields fields{t, view.problems};
    std::string secret = auth::base32(view.secret.bytes);
    for (std::size_t at = 4; at < secret.size(); at += 5) secret.insert(at, " ");
    const auto body = html::render<
        R"(<div class="prose"><ol><li>{}</li><li>{} <code class="secret">{}</code></li><li>{}</li></ol></div>
<details class="disclosure"><summary class="disclosure__summary">{}</summary>
<div class="disclosure__body"><pre class="code-block" tabindex="0"><code>{}</code></pre></div></details>
<form class="form" method="post" action="{}" novalidate>{}<div class="form__actions">{}</div></form>)">(
        t("Open an authenticator app on your phone and choose to add an account by hand."), t("Type this key:"), secret,
        t("Type the six digits that the app then shows."), t("The address that opens the app"), view.otpauth_uri,
        staff_path(t.locale(), "account/codes"),
        fields.text({.name = "code",
                     .label = t("One-time code"),
                     .kind = html::TextKind::one_time_code,
                     .autocomplete = "one-time-code",
                     .max_length = 20}),
        fields.button({.label = t("Turn on one-time codes")}));
    return html::render<"{}{}{}">(head(t("Set up one-time codes"), t("It takes a minute.")), fields.error_summary(),
                                  panel(t("Three steps"), body));
}

html::SafeHtml recovery_codes(i18n::Translator t, const std::vector<std::string>& codes) {
    const auto items = [&](Out& out) {
        for (const auto& code : codes) html::write<R"(<li><code class="secret">{}</code></li>)">(out, code);
    };
    const auto body = html::render<R"(<p>{}</p><ul>{}</ul><p><a class="button button--primary" href="{}">{}</a></p>)">(
        t("Print these recovery codes or write them down. Each lets you sign in once without your phone. They are not "
          "shown again."),
        items, staff_path(t.locale(), "account"), t("I have kept them"));
    return html::render<"{}{}">(head(t("One-time codes are on"), t("One more thing, for the day the phone is lost.")),
                                panel(t("Recovery codes"), body));
}

}  // namespace accounts::staff_pages
