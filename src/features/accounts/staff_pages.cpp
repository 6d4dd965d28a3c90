#include "features/accounts/staff_pages.h"

#include <algorithm>
#include <span>

#include "features/accounts/pages.h"
#include "features/accounts/parts_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/qr_code.h"
#include "ports/staff_pages.h"

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

namespace {

html::SafeHtml task_link(const ports::HomeTask& task) {
    if (task.path.empty()) return {};
    return html::render<R"(<a class="tasks__act" href="{}">{}</a>)">(task.path, task.act);
}

html::SafeHtml task_list(i18n::Translator t, const std::vector<ports::HomeTask>& tasks) {
    if (tasks.empty())
        return html::render<R"(<p class="tasks__none">{} {}</p>)">(html::icon("check-circle"),
                                                                   t("Nothing waits for you. Well done."));
    const auto items = [&](Out& out) {
        for (const auto& task : tasks) {
            const bool is_pressing = task.tone == ports::HomeTask::Tone::pressing;
            html::write<R"(
<li class="tasks__item{}">{}<span class="tasks__words">{}</span> {}</li>)">(
                out, is_pressing ? " tasks__item--pressing" : "", html::icon(is_pressing ? "warning" : "arrow-right"),
                task.sentence, task_link(task));
        }
    };
    return html::render<R"(<ul class="tasks">{}</ul>)">(items);
}

html::SafeHtml figure_list(const std::vector<ports::HomeFigure>& figures) {
    if (figures.empty()) return {};
    const auto items = [&](Out& out) {
        for (const auto& each : figures)
            html::write<R"(
<div class="stat"><dt class="stat__label"><a href="{}">{}</a></dt><dd class="stat__figure">{}</dd><dd class="stat__note">{}</dd></div>)">(
                out, each.path, each.label, each.figure, each.note);
    };
    return html::render<R"(<dl class="stats">{}</dl>)">(items);
}

void write_links(Out& out, std::span<const HomeLink> links) {
    for (const auto& link : links)
        html::write<R"(<li><a class="more-link" href="{}">{} {}</a></li>)">(out, link.url, link.label,
                                                                            html::icon("arrow-right"));
}

html::SafeHtml link_groups(std::span<const HomeLink> links) {
    const auto groups = [&](Out& out) {
        while (!links.empty()) {
            const auto& heading = links.front().heading;
            const auto end = std::ranges::find_if(links, [&](const auto& link) { return link.heading != heading; });
            const auto group = links.first(static_cast<std::size_t>(end - links.begin()));
            html::write<R"(<div><h3 class="link-groups__heading">{}</h3><ul>{}</ul></div>)">(
                out, heading, [&](Out& items) { write_links(items, group); });
            links = links.subspan(group.size());
        }
    };
    return html::render<R"(<div class="link-groups">{}</div>)">(groups);
}

}  // namespace

html::SafeHtml home(i18n::Translator t, const Home& view) {
    return html::render<"{}{}{}{}">(
        ports::staff_head(
            t, {t("Hello {name}", {{"name", view.name}}), t("How it goes, what waits, and where to go next.")}),
        figure_list(view.news.figures), ports::panel({t("What waits")}, task_list(t, view.news.tasks)),
        ports::panel({t("Where to go")}, link_groups(view.links)));
}

// Own account ------------------------------------------------------------------------------------------------------

namespace {

html::SafeHtml session_table(i18n::Translator t, const Account& view, const html::Fields& fields) {
    const std::string path = staff_path(t.locale(), "account/sessions/");
    const auto rows = [&](Out& out) {
        for (const auto& session : view.sessions) {
            const bool is_this = session.id == view.current;
            const auto end = is_this ? ports::badge({"success", t("this one")})
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

html::SafeHtml profile_form(i18n::Translator t, const Account& view, const html::Fields& fields) {
    const auto shown = view.profile.value_or(ProfileForm{view.staff.name, std::string{base::code(view.staff.locale)}});
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}
<div class="form__actions">{}</div></form>)">(
        staff_path(t.locale(), "account/profile"),
        fields.text(
            {.name = "name",
             .label = t("Name"),
             .value = shown.name,
             .autocomplete = "name",
             .hint = t("As your colleagues and the audit log know you. Older entries keep the name of their day."),
             .max_length = 100}),
        fields.select({.name = "locale",
                       .label = t("Language of our emails to you"),
                       .choices = {{"en", "English"}, {"fr", "Français"}},
                       .value = shown.locale}),
        fields.button({.label = t("Save")}));
}

// The address goes along unseen, so that password managers keep it beside the password.
html::SafeHtml password_form(i18n::Translator t, const Account& view, const html::Fields& fields) {
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}
<div class="form__actions">{}<input class="visually-hidden" name="username" type="email" value="{}" autocomplete="username" readonly tabindex="-1" aria-label="{}"></div></form>)">(
        staff_path(t.locale(), "account/password"),
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
        fields.button({.label = t("Change the password")}), view.staff.email.text(), t("Email"));
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

html::SafeHtml passkey_words(i18n::Translator t, const Account& view) {
    const auto words = view.passkeys == 0
                           ? t("Sign in with a finger, a face or a security key, in place of the password or after it.")
                           : t.plural("You have {count} passkey.", "You have {count} passkeys.", view.passkeys);
    return html::render<R"(<p>{}</p><p><a class="more-link" href="{}">{} {}</a></p>)">(
        words, staff_path(t.locale(), "account/passkeys"),
        view.passkeys == 0 ? t("Make a passkey") : t("Your passkeys"), html::icon("arrow-right"));
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
    return html::render<"{}{}{}{}{}{}{}">(
        ports::staff_head(t, {t("Your account"), view.staff.email.text()}), fields.error_summary(),
        ports::panel({t("You")}, profile_form(t, view, fields)),
        ports::panel({t("Devices")}, session_table(t, view, fields)),
        ports::panel({t("Password")}, password_form(t, view, fields)),
        ports::panel({t("Passkeys")}, passkey_words(t, view)),
        ports::panel({t("One-time codes")},
                     view.staff.asks_for_code() ? codes_on(t, view, fields) : codes_off(t, fields)));
}

html::SafeHtml code_setup(i18n::Translator t, const CodeSetup& view) {
    const html::Fields fields{t, view.problems};
    std::string secret = auth::base32(view.secret.bytes);
    for (std::size_t at = 4; at < secret.size(); at += 5) secret.insert(at, " ");
    const auto picture = html::qr_code({view.otpauth_uri, t("QR code with the key of your account")});
    const auto body = html::render<R"(<div class="code-setup"><div class="code-setup__picture">{}</div>
<div class="prose"><ol><li>{}</li><li>{}</li><li>{}</li></ol>
<p>{} <code class="secret">{}</code></p></div></div>
<details class="disclosure"><summary class="disclosure__summary">{}</summary>
<div class="disclosure__body"><pre class="code-block" tabindex="0"><code>{}</code></pre></div></details>
<form class="form" method="post" action="{}" novalidate>{}<div class="form__actions">{}</div></form>)">(
        picture.value_or(html::SafeHtml{}), t("Open an authenticator app on your phone and choose to add an account."),
        t("Scan this picture with it."), t("Type the six digits that the app then shows."),
        t("No camera? Type this key instead:"), secret, t("The address that opens the app"), view.otpauth_uri,
        staff_path(t.locale(), "account/codes"),
        fields.text({.name = "code",
                     .label = t("One-time code"),
                     .kind = html::TextKind::one_time_code,
                     .autocomplete = "one-time-code",
                     .max_length = 20}),
        fields.button({.label = t("Turn on one-time codes")}));
    return html::render<"{}{}{}">(ports::staff_head(t, {t("Set up one-time codes"), t("It takes a minute.")}),
                                  fields.error_summary(), ports::panel({t("Three steps")}, body));
}

html::SafeHtml recovery_codes(i18n::Translator t, const RecoveryCodes& view) {
    const auto items = [&](Out& out) {
        for (const auto& code : view.codes) html::write<R"(<li><code class="secret">{}</code></li>)">(out, code);
    };
    const auto body = html::render<R"(<p>{}</p><ul>{}</ul><p><a class="button button--primary" href="{}">{}</a></p>)">(
        t("Print these recovery codes or write them down. Each lets you sign in once without your phone. They are not "
          "shown again."),
        items, staff_path(t.locale(), "account"), t("I have kept them"));
    return html::render<"{}{}">(ports::staff_head(t, {view.title, t("One more thing, for the day the phone is lost.")}),
                                ports::panel({t("Recovery codes")}, body));
}

}  // namespace accounts::staff_pages
