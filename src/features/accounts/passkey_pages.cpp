#include "features/accounts/passkey_pages.h"

#include "features/accounts/parts_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace accounts::passkey_pages {
namespace {

using html::Out;
using pages::staff_path;
using staff_pages::time_of;

std::string passkeys_path(i18n::Translator t, std::string_view below = "") {
    return staff_path(t.locale(), "account/passkeys").append(below);
}

std::string path_of(i18n::Translator t, const Passkey& passkey) {
    return passkeys_path(t, "/" + std::to_string(passkey.id.value));
}

html::TextField name_field(i18n::Translator t, const std::string& name) {
    return {.name = "name",
            .label = t("Name"),
            .value = name,
            .hint = t("By which you know the device: “Phone”, “Blue security key”."),
            .max_length = 60};
}

html::TextField password_field(i18n::Translator t, std::string name) {
    return {.name = std::move(name),
            .label = t("Your password"),
            .kind = html::TextKind::password,
            .autocomplete = "current-password"};
}

html::SafeHtml warning_of(i18n::Translator t, const Passkey& passkey) {
    if (!passkey.cloned_at) return {};
    return html::render<R"( {})">(ports::badge({"warning", t("may have been copied")}));
}

html::SafeHtml last_use(i18n::Translator t, const Passkey& passkey) {
    if (!passkey.last_used_at) return html::render<"{}">(t("never"));
    return time_of(t, *passkey.last_used_at);
}

html::SafeHtml table(i18n::Translator t, const std::vector<Passkey>& passkeys) {
    const auto rows = [&](Out& out) {
        for (const auto& passkey : passkeys)
            html::write<R"(<tr><th scope="row"><a href="{}">{}</a>{}</th><td data-label="{}">{}</td>
<td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
                out, path_of(t, passkey), passkey.name, warning_of(t, passkey), t("Made"),
                time_of(t, passkey.created_at), t("Last used"), last_use(t, passkey), t("Kept"),
                passkey.is_backed_up ? t("with a backup") : t("on one device"));
    };
    return html::render<R"(<div class="table-scroll" role="region" aria-labelledby="passkeys" tabindex="0">
<table class="table table--cards"><caption class="table__caption visually-hidden" id="passkeys">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>
<tbody>{}</tbody></table></div>)">(t("Passkeys"), t("Name"), t("Made"), t("Last used"), t("Kept"), rows);
}

html::SafeHtml begin_form(i18n::Translator t, const List& view, const html::Fields& fields) {
    if (view.offered == pages::Passkeys::none)
        return html::render<"<p>{}</p>">(
            t("Browsers make passkeys only for sites with a name and encryption (https://example.org). This site is "
              "reached by an address of numbers, or without encryption; one-time codes work here too."));
    return html::render<R"(<p>{}</p><form class="form" method="post" action="{}" novalidate>{}{}
<div class="form__actions">{}</div></form>)">(t("Your phone, computer or security key keeps it and asks for your "
                                                "finger, face or PIN. From then on a password "
                                                "alone no longer opens your account."),
                                              passkeys_path(t, "/begin"), fields.text(name_field(t, view.name)),
                                              fields.text(password_field(t, "password")),
                                              fields.button({.label = t("Go on"), .icon = "key"}));
}

std::vector<ports::Crumb> way_here(i18n::Translator t) {
    return {{t("Your account"), staff_path(t.locale(), "account")}};
}

}  // namespace

html::SafeHtml list(i18n::Translator t, const List& view) {
    const html::Fields fields{t, view.problems};
    const auto held =
        view.passkeys.empty()
            ? ports::empty_state({"key", t("No passkey yet"),
                                  t("With one you sign in by a touch, and nobody can trick you into typing "
                                    "a password on a false page.")})
            : table(t, view.passkeys);
    return html::render<"{}{}{}{}">(
        ports::staff_head(t, {t("Passkeys"), t("Sign in with a finger, a face or a security key."), {}, way_here(t)}),
        fields.error_summary(), held, ports::panel({t("One more passkey")}, begin_form(t, view, fields)));
}

html::SafeHtml make(i18n::Translator t, const Make& view) {
    const base::Problems none;
    const html::Fields fields{t, none};
    const auto body = html::render<
        R"(<form class="form" method="post" action="{}" data-passkey-create="{}" data-passkey-failed="{}" data-passkey-held="{}" hidden>
<p>{}</p>{}{}<p class="field__error" data-passkey-words role="alert" hidden></p>
<div class="form__actions">{}<a class="button button--quiet" href="{}">{}</a></div></form>
<p data-passkey-missing data-passkey-unknown="{}">{}</p>)">(
        passkeys_path(t), view.options, t("The device made no passkey. Try again, or choose another device."),
        t("This device already holds a passkey for your account."),
        t("Press the button. Your browser then asks which device shall keep the passkey, and that device asks for "
          "you."),
        html::hidden({"client_data", ""}), html::hidden({"attestation_object", ""}),
        fields.button({.label = t("Make the passkey"), .icon = "key"}), passkeys_path(t), t("Cancel"),
        t("This browser does not offer passkeys. One-time codes protect your account as well."),
        t("Passkeys need JavaScript, which is off in this browser. One-time codes protect your account without it."));
    auto above = way_here(t);
    above.push_back({t("Passkeys"), passkeys_path(t)});
    return html::render<"{}{}">(ports::staff_head(t, {t("Make a passkey"), view.name, {}, std::move(above)}),
                                ports::panel({t("The last step")}, body));
}

html::SafeHtml show(i18n::Translator t, const Show& view) {
    const html::Fields fields{t, view.problems};
    const std::string path = path_of(t, view.passkey);
    const auto warning =
        view.passkey.cloned_at
            ? html::render<R"(<div class="notice notice--warning"><p>{}</p></div>)">(
                  t("Its counter went back on {day}: a second device may hold a copy. If you know of none, remove this "
                    "passkey and make a new one.",
                    {{"day", t.date(*view.passkey.cloned_at)}}))
            : html::SafeHtml{};
    const auto rename = html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}
<div class="form__actions">{}</div></form>)">(path + "/name", fields.text(name_field(t, view.name)),
                                              fields.text(password_field(t, "password_for_name")),
                                              fields.button({.label = t("Save the name")}));
    const auto removal = html::render<R"(<p>{}</p><form class="form" method="post" action="{}" novalidate>{}
<div class="form__actions">{}</div></form>)">(
        t("It then opens nothing any more. Without passkeys and one-time codes your password alone opens the account "
          "again."),
        path + "/removal", fields.text(password_field(t, "password_for_removal")),
        fields.button({.label = t("Remove the passkey"), .kind = html::ButtonKind::danger}));
    auto above = way_here(t);
    above.push_back({t("Passkeys"), passkeys_path(t)});
    return html::render<"{}{}{}{}{}">(
        ports::staff_head(
            t,
            {view.passkey.name, t("Made on {day}", {{"day", t.date(view.passkey.created_at)}}), {}, std::move(above)}),
        fields.error_summary(), warning, ports::panel({t("Name")}, rename), ports::panel({t("Remove")}, removal));
}

}  // namespace accounts::passkey_pages
