#include "features/integrations/key_pages.h"

#include "features/integrations/webhook_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace integrations::pages {
namespace {

using html::Out;

std::string words_of(i18n::Translator t, Scope scope) {
    switch (scope) {
        case Scope::read:
            return t("Read what the API tells everybody");
        case Scope::sign_on:
            return t("Sign for people who filled in a form");
        case Scope::read_people:
            return t("Read people, their signatures and sign-ups");
        case Scope::write_people:
            return t("Add people and change them");
        case Scope::tags:
            return t("Read tags, and put them on people or take them off");
        case Scope::messages:
            return t("Read mails to the list");
    }
    return {};
}

html::SafeHtml state_badge(i18n::Translator t, KeyState state) {
    switch (state) {
        case KeyState::works:
            return ports::badge({"success", t("works")});
        case KeyState::expired:
            return ports::badge({"neutral", t("expired")});
        case KeyState::revoked:
            return ports::badge({"neutral", t("revoked")});
    }
    return {};
}

html::SafeHtml day_or(i18n::Translator t, std::optional<base::Instant> at, const std::string& otherwise) {
    if (!at) return html::render<"{}">(otherwise);
    return html::render<R"(<time datetime="{}">{}</time>)">(i18n::machine_time(*at), t.date_time(*at));
}

html::SafeHtml scope_list(i18n::Translator t, const ApiKey& key, const people::LevelTree& levels) {
    const auto* const level = key.level ? levels.find(*key.level) : nullptr;
    const auto items = [&](Out& out) {
        for (const Scope scope : kScopes)
            if (key.scopes.has(scope)) html::write<"<div>{}</div>">(out, words_of(t, scope));
        if (level != nullptr)
            html::write<"<div>{}</div>">(out, t("Works only in: {level}", {{"level", level->name(t.locale())}}));
    };
    return html::render<"{}">(items);
}

html::SafeHtml table(i18n::Translator t, const Keys& view, const html::Fields& fields) {
    const auto rows = [&](Out& out) {
        for (const auto& key : view.keys) {
            const auto state = state_of(key, view.now);
            const auto revoke =
                state == KeyState::revoked
                    ? html::SafeHtml{}
                    : html::render<R"(<form method="post" action="{}">{}</form>)">(
                          staff_path(t.locale(), "keys/" + std::to_string(key.id.value) + "/revocation"),
                          fields.button({.label = t("Revoke"),
                                         .kind = html::ButtonKind::danger,
                                         .size = html::ButtonSize::small}));
            html::write<
                R"(<tr><th scope="row">{}<br><code>…{}</code></th><td data-label="{}">{}</td><td data-label="{}">{}</td>
<td data-label="{}">{}</td><td data-label="{}">{}</td><td class="table__actions">{}</td></tr>)">(
                out, key.name, key.hint, t("What it may do"), scope_list(t, key, view.levels), t("State"),
                state_badge(t, state), t("Last used"), day_or(t, key.last_used_at, t("never")), t("Expires"),
                day_or(t, key.expires_at, t("never")), revoke);
        }
    };
    return html::render<R"(<div class="table-scroll" role="region" aria-labelledby="keys" tabindex="0">
<table class="table table--cards"><caption class="table__caption visually-hidden" id="keys">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th>
<th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)">(
        t("API keys"), t("Name"), t("What it may do"), t("State"), t("Last used"), t("Expires"), t("Action"), rows);
}

html::SafeHtml form(i18n::Translator t, const Keys& view, const html::Fields& fields) {
    const auto boxes = [&](Out& out) {
        for (const Scope scope : kScopes)
            out.append(
                fields.checkbox({.name = std::string{name_of(scope)},
                                 .label = words_of(t, scope),
                                 .checked = view.typed.scopes.has(scope) ? html::Checked::yes : html::Checked::no}));
    };
    std::vector<html::Choice> levels{{"", t("Everywhere")}};
    for (const auto* level : view.levels.sorted(t.locale()))
        levels.push_back({std::to_string(level->id.value), level->name(t.locale())});
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}
<fieldset class="field"><legend class="field__label">{}</legend>{}</fieldset>{}{}{}
<div class="form__actions">{}</div></form>)">(
        staff_path(t.locale(), "keys"),
        fields.text({.name = "name",
                     .label = t("Name"),
                     .value = view.typed.name,
                     .hint = t("Who uses it: “Website of Local 17”."),
                     .max_length = 100}),
        t("What it may do"), boxes,
        fields.select({.name = "level",
                       .label = t("Where it works"),
                       .choices = levels,
                       .value = view.typed.level,
                       .required = html::Required::no,
                       .hint = t("For petitions, people and mails of this level and of those below it.")}),
        fields.text(
            {.name = "per_minute",
             .label = t("Requests a minute"),
             .value = view.typed.per_minute,
             .kind = html::TextKind::number,
             .hint = t("In place of the limit for one network address: a partner’s server calls for many people."),
             .size = html::FieldSize::small}),
        fields.text({.name = "days",
                     .label = t("Days until it expires"),
                     .value = view.typed.days,
                     .kind = html::TextKind::number,
                     .required = html::Required::no,
                     .size = html::FieldSize::small}),
        fields.button({.label = t("Make the key"), .icon = "key"}));
}

}  // namespace

html::SafeHtml keys(i18n::Translator t, const Keys& view) {
    const html::Fields fields{t, view.problems};
    const auto held =
        view.keys.empty()
            ? ports::empty_state({"key", t("No key yet"),
                                  t("Everybody may read the API. A key lets a partner’s server call it more "
                                    "often, and sign for the people who use its forms.")})
            : table(t, view, fields);
    return html::render<"{}{}{}{}">(
        ports::staff_head(t, {t("API keys"), t("For programs of partners that work with this site.")}),
        fields.error_summary(), held, ports::panel({t("New key")}, form(t, view, fields)));
}

html::SafeHtml new_key(i18n::Translator t, const NewKeyPage& view) {
    const auto body = html::render<R"(<p>{}</p><p><code class="secret" id="key">{}</code></p>
<p><button class="button button--quiet" type="button" data-copy="#key" data-copied="{}" hidden>{} <span data-copy-label>{}</span></button></p>
<p>{}</p><pre class="code-block" tabindex="0"><code>curl -H "Authorization: Bearer {}" {}/api/v1/key</code></pre>
<p><a class="button button--primary" href="{}">{}</a></p>)">(
        t("Copy it now: it is not shown again. Whoever has it can do what the key may do."), view.text.text,
        t("Copied"), html::icon("copy"), t("Copy"), t("So a program asks what its key may do:"), view.text.text,
        view.site, staff_path(t.locale(), "keys"), t("I have kept it"));
    return html::render<"{}{}">(
        ports::staff_head(t, {t("The new key"), view.name, {}, {{t("API keys"), staff_path(t.locale(), "keys")}}}),
        ports::panel({view.name}, body));
}

}  // namespace integrations::pages
