#include "features/accounts/staff_pages.h"

#include <algorithm>

#include "features/accounts/pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace accounts::staff_pages {
namespace {

using html::Out;
using pages::staff_path;

html::SafeHtml head(const std::string& title, const std::string& lead, const html::SafeHtml& actions = {}) {
    return html::render<
        R"(<header class="staff-head"><div class="staff-head__words"><h1 class="staff-head__title">{}</h1>
<p class="staff-head__lead">{}</p></div><div class="staff-head__actions">{}</div></header>)">(title, lead, actions);
}

html::SafeHtml panel(const std::string& title, const html::SafeHtml& body) {
    return html::render<R"(<section class="panel"><header class="panel__head"><h2 class="panel__title">{}</h2></header>
<div class="panel__body">{}</div></section>)">(title, body);
}

html::SafeHtml time_of(i18n::Translator t, base::Instant at) {
    return html::render<R"(<time datetime="{}">{}</time>)">(i18n::machine_time(at), t.date_time(at));
}

html::SafeHtml badge(std::string_view kind, const std::string& word) {
    return html::render<R"(<span class="badge badge--{}">{}</span>)">(kind, word);
}

// A form that is one button.
struct Act {
    std::string path, label;
    html::ButtonKind kind = html::ButtonKind::quiet;
};
html::SafeHtml act(const html::Fields& fields, const Act& it) {
    return html::render<R"(<form method="post" action="{}">{}</form>)">(
        it.path, fields.button({.label = it.label, .kind = it.kind, .size = html::ButtonSize::small}));
}

std::string place_word(i18n::Translator t, const people::LevelTree& levels, std::optional<base::LevelId> level) {
    if (!level) return t("everywhere");
    const people::Level* found = levels.find(*level);
    return found == nullptr ? t("a level that is gone") : found->name(t.locale());
}

std::string grant_words(i18n::Translator t, const people::LevelTree& levels, const auth::Grant& grant) {
    return t("{role}, {place}", {{"role", role_word(t, grant.role)}, {"place", place_word(t, levels, grant.level)}});
}

html::SafeHtml role_field(i18n::Translator t, const html::Fields& fields, const std::string& chosen) {
    html::RadioGroup group{.name = "role", .legend = t("Role"), .choices = {}, .value = chosen};
    const auto add = [&](auth::Role role, std::string hint) {
        group.choices.push_back({std::string{auth::name(role)}, role_word(t, role), std::move(hint)});
    };
    add(auth::Role::owner, t("Everything, also staff, settings and exports."));
    add(auth::Role::editor, t("Writes, translates and publishes."));
    add(auth::Role::moderator, t("Judges what the public sends, and sees who signed."));
    add(auth::Role::analyst, t("Sees the numbers, never a name."));
    return fields.radio_group(group);
}

html::SafeHtml level_field(i18n::Translator t, const html::Fields& fields, const GrantForm& typed,
                           const people::LevelTree& levels) {
    html::Select select{.name = "level",
                        .label = t("Where"),
                        .choices = {{"", t("Everywhere")}},
                        .value = typed.level,
                        .required = html::Required::no,
                        .hint = t("A role reaches its level and all levels below it.")};
    for (const auto& level : levels.all()) select.choices.push_back({level.slug, level.name(t.locale())});
    return fields.select(select);
}

}  // namespace

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
            html::write<R"(<div class="stat"><dt class="stat__label"><a href="{}">{}</a></dt>
<dd class="stat__figure">{}</dd><dd class="stat__note">{}</dd></div>)">(out, link.url, link.label, link.figure,
                                                                        link.note);
    };
    return html::render<R"({}<dl class="stats">{}</dl>)">(
        head(t("Hello {name}", {{"name", name}}), t("What is waiting, and where to go on.")), tiles);
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
    const auto body = html::render<R"(<ol><li>{}</li><li>{} <code class="secret">{}</code></li><li>{}</li></ol>
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

// Team -------------------------------------------------------------------------------------------------------------

namespace {

html::SafeHtml state_badge(i18n::Translator t, const Staff& staff) {
    if (!staff.is_active()) return badge("neutral", t("account deactivated"));
    if (!staff.password) return badge("warning", t("invitation sent"));
    return badge("success", t("active"));
}

html::SafeHtml member_row(i18n::Translator t, const Member& member, const people::LevelTree& levels) {
    const auto grants = [&](Out& out) {
        for (const auto& stored : member.grants)
            html::write<"<div>{}</div>">(out, grant_words(t, levels, stored.grant));
    };
    return html::render<R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td>
<td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        staff_path(t.locale(), "team/" + std::to_string(member.staff.id.value)), member.staff.name, t("Email"),
        member.staff.email.text(), t("Roles"), grants, t("State"), state_badge(t, member.staff), t("One-time codes"),
        member.staff.asks_for_code() ? t("yes") : t("no"));
}

}  // namespace

html::SafeHtml team(i18n::Translator t, const TeamList& list) {
    const auto rows = [&](Out& out) {
        for (const auto& member : list.members) out.append(member_row(t, member, list.levels));
    };
    const auto invite = html::render<R"(<a class="button button--primary" href="{}">{} {}</a>)">(
        staff_path(t.locale(), "team/new"), html::icon("plus"), t("Invite somebody"));
    return html::render<
        R"({}<div class="table-scroll" role="region" aria-labelledby="team" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="team">{}</caption><thead><tr><th scope="col">{}</th>
<th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>
<tbody>{}</tbody></table></div>)">(head(t("Team"), t("Who works here, and with which rights."), invite), t("Team"),
                                   t("Name"), t("Email"), t("Roles"), t("State"), t("One-time codes"), rows);
}

html::SafeHtml invitation(i18n::Translator t, const InvitationPage& page) {
    const html::Fields fields{t, page.problems};
    const html::Select language{.name = "locale",
                                .label = t("Language of our mails to them"),
                                .choices = {{"en", "English"}, {"fr", "Français"}},
                                .value = page.typed.locale};
    return html::render<R"({}<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}
<div class="form__actions">{}<a class="button button--quiet" href="{}">{}</a></div></form>)">(
        head(t("Invite somebody"), t("They get a mail with a link to choose a password.")),
        staff_path(t.locale(), "team"), fields.error_summary(),
        fields.text({.name = "name", .label = t("Name"), .value = page.typed.name, .max_length = 100}),
        fields.text({.name = "email", .label = t("Email"), .value = page.typed.email, .kind = html::TextKind::email}),
        role_field(t, fields, page.typed.role),
        level_field(t, fields, {page.typed.role, page.typed.level}, page.levels), fields.select(language),
        fields.button({.label = t("Send the invitation")}), staff_path(t.locale(), "team"), t("Cancel"));
}

namespace {

html::SafeHtml grant_list(i18n::Translator t, const MemberPage& page, const html::Fields& fields) {
    const std::string path = staff_path(t.locale(), "team/" + std::to_string(page.member.staff.id.value));
    const auto items = [&](Out& out) {
        for (const auto& stored : page.member.grants) {
            const auto removal =
                page.may_manage == MayManage::no
                    ? html::SafeHtml{}
                    : act(fields, {path + "/roles/" + std::to_string(stored.id.value) + "/removal", t("Take away")});
            html::write<R"(<li class="cluster"><span>{}</span> {}</li>)">(
                out, grant_words(t, page.levels, stored.grant), removal);
        }
    };
    const auto list = html::render<R"(<ul class="stack">{}</ul>)">(items);
    if (page.may_manage == MayManage::no) return list;
    return html::render<R"({}<form class="form" method="post" action="{}" novalidate>{}{}
<div class="form__actions">{}</div></form>)">(list, path + "/roles", role_field(t, fields, page.typed.role),
                                              level_field(t, fields, page.typed, page.levels),
                                              fields.button({.label = t("Give this role")}));
}

html::SafeHtml access_buttons(i18n::Translator t, const MemberPage& page, const html::Fields& fields) {
    const Staff& staff = page.member.staff;
    const std::string path = staff_path(t.locale(), "team/" + std::to_string(staff.id.value));
    const auto buttons = [&](Out& out) {
        if (!staff.is_active()) return out.append(act(fields, {path + "/reactivation", t("Let them in again")}));
        if (!staff.password) out.append(act(fields, {path + "/invitation", t("Send the invitation again")}));
        if (!page.sessions.empty()) out.append(act(fields, {path + "/sessions/end", t("Sign out all their devices")}));
        if (staff.asks_for_code()) out.append(act(fields, {path + "/codes/end", t("Turn off their one-time codes")}));
        out.append(act(fields, {path + "/deactivation", t("Deactivate this account"), html::ButtonKind::danger}));
    };
    const auto seen = [&](Out& out) {
        if (!page.sessions.empty())
            html::write<"<p>{} {}</p>">(out, t("Last seen:"), time_of(t, page.sessions.front().last_seen_at));
    };
    return html::render<R"({}<div class="cluster">{}</div>)">(seen, buttons);
}

}  // namespace

html::SafeHtml member(i18n::Translator t, const MemberPage& page) {
    const html::Fields fields{t, page.problems};
    const Staff& staff = page.member.staff;
    const auto roles = panel(t("Roles"), grant_list(t, page, fields));
    const auto access =
        page.may_manage == MayManage::no ? html::SafeHtml{} : panel(t("Access"), access_buttons(t, page, fields));
    const auto history = html::render<R"(<p><a class="more-link" href="{}">{}</a></p>)">(
        staff_path(t.locale(), "audit?staff=" + std::to_string(staff.id.value)), t("What they did"));
    return html::render<"{}{}<p>{}</p>{}{}{}">(head(staff.name, staff.email.text()), fields.error_summary(),
                                               state_badge(t, staff), roles, access, history);
}

// Audit log --------------------------------------------------------------------------------------------------------

namespace {

std::string action_words(i18n::Translator t, const AuditLog& log, const std::string& action) {
    const auto found = std::ranges::find(log.words, action, &ActionWord::action);
    return found == log.words.end() ? action : t(found->words);
}

html::SafeHtml audit_entry(i18n::Translator t, const AuditLog& log, const auth::StoredAuditEntry& stored) {
    const auto& entry = stored.entry;
    const auto changes = [&](Out& out) {
        for (const auto& change : entry.changes)
            html::write<R"(<div class="audit__row"><dt>{}</dt><dd><del>{}</del> <ins>{}</ins></dd></div>)">(
                out, change.field, change.before, change.after);
    };
    const auto list =
        entry.changes.empty() ? html::SafeHtml{} : html::render<R"(<dl class="audit__change">{}</dl>)">(changes);
    return html::render<R"(<li class="audit__entry"><time class="audit__time" datetime="{}">{}</time>
<p class="audit__what"><strong class="audit__who">{}</strong> {} <em>{}</em></p>{}</li>)">(
        i18n::machine_time(stored.at), t.date_time(stored.at), entry.actor.name, action_words(t, log, entry.action),
        entry.subject.label, list);
}

html::SafeHtml audit_filter(i18n::Translator t, const AuditLog& log) {
    const auto people = [&](Out& out) {
        for (const auto& staff : log.staff)
            html::write<R"(<option value="{}" {}>{}</option>)">(
                out, staff.id.value, html::attribute_if(log.chosen_staff == staff.id, "selected"), staff.name);
    };
    const auto actions = [&](Out& out) {
        for (const auto& word : log.words)
            html::write<R"(<option value="{}" {}>{}</option>)">(
                out, word.action, html::attribute_if(log.chosen_action == word.action, "selected"), t(word.words));
    };
    return html::render<R"(<form class="toolbar" method="get" action="{}" role="search">
<div class="toolbar__field"><label class="toolbar__label" for="staff">{}</label><span class="select">
<select class="field__input select__control" id="staff" name="staff"><option value="">{}</option>{}</select></span></div>
<div class="toolbar__field"><label class="toolbar__label" for="action">{}</label><span class="select">
<select class="field__input select__control" id="action" name="action"><option value="">{}</option>{}</select></span></div>
<button class="button button--quiet" type="submit">{} {}</button></form>)">(
        staff_path(t.locale(), "audit"), t("Who"), t("Everybody"), people, t("What"), t("Everything"), actions,
        html::icon("filter"), t("Show"));
}

html::SafeHtml audit_pager(i18n::Translator t, const AuditLog& log) {
    if (!log.older) return {};
    const std::string staff = log.chosen_staff ? std::to_string(log.chosen_staff->value) : "";
    return html::render<R"(<nav class="pager" aria-label="{}">
<a class="pager__link" rel="next" href="{}?before={}&amp;staff={}&amp;action={}">{} {}</a></nav>)">(
        t("Pages"), staff_path(t.locale(), "audit"), log.older->value, staff, log.chosen_action, t("Older"),
        html::icon("arrow-right"));
}

html::SafeHtml audit_list(i18n::Translator t, const AuditLog& log) {
    if (log.entries.empty())
        return html::render<
            R"(<div class="empty">{}<h2 class="empty__title">{}</h2><p class="empty__text">{}</p></div>)">(
            html::icon("history"), t("Nothing to show"),
            t("Every change that staff make appears here, with what was before."));
    const auto items = [&](Out& out) {
        for (const auto& stored : log.entries) out.append(audit_entry(t, log, stored));
    };
    return html::render<R"(<ol class="audit">{}</ol>)">(items);
}

}  // namespace

html::SafeHtml audit(i18n::Translator t, const AuditLog& log) {
    return html::render<"{}{}{}{}">(head(t("Audit log"), t("Who changed what, and when.")), audit_filter(t, log),
                                    audit_list(t, log), audit_pager(t, log));
}

}  // namespace accounts::staff_pages
