#include "features/accounts/team_handlers.h"

#include <algorithm>

#include "features/accounts/mails.h"
#include "features/accounts/pages.h"
#include "features/accounts/passkey_store.h"
#include "features/accounts/store.h"
#include "features/accounts/team_handlers_parts.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/mail/outbox.h"

namespace accounts {
namespace {

html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

int status_of(const base::Problems& problems) { return problems.empty() ? 200 : 422; }

std::optional<html::Flash> flash_of(i18n::Translator t, std::string_view done) {
    if (done == "invited") return html::Flash{html::Tone::success, t("The invitation is on its way.")};
    if (done == "saved") return html::Flash{html::Tone::success, t("Saved.")};
    return std::nullopt;
}

// Everybody of whom the manager may know, with the roles of which the manager may know.
std::vector<staff_pages::Member> known_members(db::Read& read, const auth::Principal& manager,
                                               const people::LevelTree& levels) {
    const auto grants = all_grants(read);
    const auto holders = staff_with_passkeys(read);
    std::vector<staff_pages::Member> members;
    for (auto& staff : all_staff(read)) {
        const bool has_passkey = std::ranges::find(holders, staff.id) != holders.end();
        staff_pages::Member member{std::move(staff), {}};
        if (has_passkey) member.has_passkey = staff_pages::HasPasskey::yes;
        std::ranges::copy_if(grants, std::back_inserter(member.grants),
                             [&](const StoredGrant& stored) { return stored.staff == member.staff.id; });
        if (!may_see(manager, member.grants, levels)) continue;
        std::erase_if(member.grants,
                      [&](const StoredGrant& stored) { return !may_grant(manager, stored.grant, levels); });
        members.push_back(std::move(member));
    }
    return members;
}

staff_pages::RolePlaces places_for(const http::Request& request, db::Read& read) {
    const bool everywhere = auth::may(*request.staff, auth::Permission::manage_staff, {});
    return {everywhere ? staff_pages::RolePlaces::Everywhere::yes : staff_pages::RolePlaces::Everywhere::no,
            ports::levels_for(read, request, auth::Permission::manage_staff)};
}

InvitationForm invitation_form(const http::Form& form) {
    return {form.text("name"), form.text("email"), form.text("role"), form.text("level"), form.text("locale")};
}

}  // namespace

http::Response TeamHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto levels = people::levels(read);
    staff_pages::TeamList list{known_members(read, *request.staff, levels), levels};
    if (auth::may(*request.staff, auth::Permission::manage_staff, {}))
        list.reach = staff_pages::TeamList::Reach::everybody;
    std::ranges::sort(list.members, [&](const staff_pages::Member& left, const staff_pages::Member& right) {
        return t.compare(left.staff.name, right.staff.name) < 0;
    });
    auto frame =
        services_.frames.staff_frame(request, {.title = t("Team"), .flash = flash_of(t, request.query.view("done"))});
    return ports::respond(std::move(frame), staff_pages::team(t, list));
}

// Invitation -------------------------------------------------------------------------------------------------------

http::Response TeamHandlers::show_invitation(const http::Request& request, db::Read& read) const {
    InvitationForm blank;
    blank.locale = base::code(request.locale);
    return invitation_page(request, blank, {}, read);
}

base::Result<Invite, base::Problems> TeamHandlers::read_invite(const http::Request& request) const {
    const auto levels = services_.database.read([](db::Read& read) { return people::levels(read); });
    auto invitation = read_invitation(invitation_form(request.form), levels);
    if (!invitation) return invitation.error();
    if (!may_grant(*request.staff, invitation->grant, levels)) return base::Problems{{"level", kNotYours}};
    return Invite{ports::acting(request), *std::move(invitation)};
}

http::WriteResult TeamHandlers::invite(const Invite& form, db::Write& write) const {
    const Invitation& wanted = form.invitation;
    const StaffId by = form.acting.staff.id;
    const auto id = insert_staff(write, {.name = wanted.name,
                                         .email = wanted.email,
                                         .address_hash = address_hash(services_.secret, wanted.email),
                                         .locale = wanted.locale,
                                         .created_by = by});
    if (!id)
        return base::Problems{
            {"email",
             base::message("Somebody with this address is in the team already. An owner of the whole campaign can "
                           "give them this role too.")}};
    insert_grant(write, *id, wanted.grant, by);
    const Staff staff = find_staff(write, *id).value();
    send_invitation(form.acting, staff, write);
    record(write, form.acting, staff, {"accounts.invite", wanted.grant.level, {{"role", "", text_of(wanted.grant)}}});
    return http::see_other(pages::staff_path(form.acting.locale, "team?done=invited"));
}

http::Response TeamHandlers::show_invitation_again(const http::Request& request, const base::Problems& problems,
                                                   db::Read& read) const {
    return invitation_page(request, invitation_form(request.form), problems, read);
}

void TeamHandlers::send_invitation(const Acting& acting, const Staff& staff, db::Write& write) const {
    use_links_of(write, staff.id);
    const auto link = insert_link(write, staff.id, LinkKind::invitation, acting.staff.id);
    mail::queue(write, {kInvitationMail, staff.email, staff.locale, link.value});
}

http::Response TeamHandlers::invitation_page(const http::Request& request, const InvitationForm& typed,
                                             const base::Problems& problems, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(request, {.title = t("Invite somebody"),
                                                        .path = pages::staff_path(request.locale, "team/new"),
                                                        .form_state = state_of(problems)});
    return ports::respond(std::move(frame), staff_pages::invitation(t, {typed, places_for(request, read), problems}),
                          status_of(problems));
}

// One member -------------------------------------------------------------------------------------------------------

http::Response TeamHandlers::show(const http::Request& request, db::Read& read) const {
    return member_page(request, {}, read);
}

http::Response TeamHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    return member_page(request, problems, read);
}

http::Response TeamHandlers::member_page(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto id = id_of<StaffId>(request, "id");
    const auto staff = id ? find_staff(read, *id) : std::nullopt;
    if (!staff) return http::not_found();
    const auto levels = people::levels(read);
    auto grants = grants_of(read, *id);
    if (!may_see(*request.staff, grants, levels)) return http::not_found();
    auto frame = services_.frames.staff_frame(request, {.title = staff->name,
                                                        .path = member_path(request.locale, *id),
                                                        .flash = flash_of(t, request.query.view("done")),
                                                        .form_state = state_of(problems)});
    using staff_pages::HasPasskey;
    const auto held = passkeys_of(read, *id);
    const bool manages = may_manage(*request.staff, grants, levels);
    std::erase_if(grants, [&](const StoredGrant& stored) { return !may_grant(*request.staff, stored.grant, levels); });
    return ports::respond(
        std::move(frame),
        staff_pages::member(t, {.member = {*staff, grants, held.empty() ? HasPasskey::no : HasPasskey::yes},
                                .sessions = sessions_of(read, *id),
                                .levels = levels,
                                .places = places_for(request, read),
                                .may_manage = manages ? staff_pages::MayManage::yes : staff_pages::MayManage::no,
                                .now = request.received_at,
                                .typed = {request.form.text("role"), request.form.text("level")},
                                .problems = problems}),
        status_of(problems));
}

}  // namespace accounts
