// What staff_pages.h declares about the team.
#include "features/accounts/pages.h"
#include "features/accounts/parts_pages.h"
#include "features/accounts/staff_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace accounts::staff_pages {

using html::Out;
using pages::staff_path;

// Team -------------------------------------------------------------------------------------------------------------

namespace {

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
    add(auth::Role::owner, t("Everything, including staff, settings and exports."));
    add(auth::Role::editor, t("Writes, translates and publishes."));
    add(auth::Role::moderator, t("Judges what the public sends, and sees who signed."));
    add(auth::Role::analyst, t("Sees the numbers, never a name."));
    return fields.radio_group(group);
}

html::SafeHtml level_field(i18n::Translator t, const html::Fields& fields, const GrantForm& typed,
                           const RolePlaces& places) {
    html::Select select{.name = "level",
                        .label = t("Where"),
                        .choices = {},
                        .value = typed.level,
                        .required = html::Required::no,
                        .hint = t("A role reaches its level and all levels below it.")};
    if (places.everywhere == RolePlaces::Everywhere::yes) select.choices.push_back({"", t("Everywhere")});
    for (const auto& level : places.levels) select.choices.push_back({level.slug, level.name(t.locale())});
    return fields.select(select);
}

html::SafeHtml state_badge(i18n::Translator t, const Staff& staff) {
    if (!staff.is_active()) return ports::badge({"neutral", t("account deactivated")});
    if (!staff.password) return ports::badge({"warning", t("invitation sent")});
    return ports::badge({"success", t("active")});
}

// Whether a password alone does not open their account.
bool has_second_step(const Member& member) {
    return member.staff.asks_for_code() || member.has_passkey == HasPasskey::yes;
}

html::SafeHtml member_row(i18n::Translator t, const Member& member, const people::LevelTree& levels) {
    const auto grants = [&](Out& out) {
        for (const auto& stored : member.grants)
            html::write<"<div>{}</div>">(out, grant_words(t, levels, stored.grant));
    };
    return html::render<R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td>
<td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        staff_path(t.locale(), "team/" + std::to_string(member.staff.id.value)), member.staff.name, t("Email"),
        member.staff.email.text(), t("Roles"), grants, t("State"), state_badge(t, member.staff), t("Second step"),
        has_second_step(member) ? t("yes") : t("no"));
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
<tbody>{}</tbody></table></div>)">(ports::staff_head(t, {t("Team"),
                                                         list.reach == TeamList::Reach::everybody
                                                             ? t("Who works here, and with which rights.")
                                                             : t("Who works at your levels, and with which rights."),
                                                         invite}),
                                   t("Team"), t("Name"), t("Email"), t("Roles"), t("State"), t("Second step"), rows);
}

html::SafeHtml invitation(i18n::Translator t, const InvitationPage& page) {
    const html::Fields fields{t, page.problems};
    const html::Select language{.name = "locale",
                                .label = t("Language of our emails to them"),
                                .choices = {{"en", "English"}, {"fr", "Français"}},
                                .value = page.typed.locale};
    return html::render<R"({}<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}
<div class="form__actions">{}<a class="button button--quiet" href="{}">{}</a></div></form>)">(
        ports::staff_head(t, {t("Invite somebody"), t("They get an email with a link to choose a password.")}),
        staff_path(t.locale(), "team"), fields.error_summary(),
        fields.text({.name = "name", .label = t("Name"), .value = page.typed.name, .max_length = 100}),
        fields.text({.name = "email", .label = t("Email"), .value = page.typed.email, .kind = html::TextKind::email}),
        role_field(t, fields, page.typed.role),
        level_field(t, fields, {page.typed.role, page.typed.level}, page.places), fields.select(language),
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
                                              level_field(t, fields, page.typed, page.places),
                                              fields.button({.label = t("Give this role")}));
}

html::SafeHtml access_buttons(i18n::Translator t, const MemberPage& page, const html::Fields& fields) {
    const Staff& staff = page.member.staff;
    const std::string path = staff_path(t.locale(), "team/" + std::to_string(staff.id.value));
    const auto buttons = [&](Out& out) {
        if (!staff.is_active()) return out.append(act(fields, {path + "/reactivation", t("Let them in again")}));
        if (!staff.password) out.append(act(fields, {path + "/invitation", t("Send the invitation again")}));
        if (!page.sessions.empty()) out.append(act(fields, {path + "/sessions/end", t("Sign out all their devices")}));
        if (has_second_step(page.member))
            out.append(act(fields, {path + "/codes/end", t("Turn off their codes and passkeys")}));
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
    const auto roles = ports::panel({t("Roles")}, grant_list(t, page, fields));
    const auto access = page.may_manage == MayManage::no ? html::SafeHtml{}
                                                         : ports::panel({t("Access")}, access_buttons(t, page, fields));
    const auto history = html::render<R"(<p><a class="more-link" href="{}">{}</a></p>)">(
        staff_path(t.locale(), "audit?staff=" + std::to_string(staff.id.value)), t("What they did"));
    return html::render<"{}{}<p>{}</p>{}{}{}">(ports::staff_head(t, {staff.name, staff.email.text()}),
                                               fields.error_summary(), state_badge(t, staff), roles, access, history);
}

}  // namespace accounts::staff_pages
