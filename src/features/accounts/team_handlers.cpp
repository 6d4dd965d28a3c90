#include "features/accounts/team_handlers.h"

#include <algorithm>
#include <charconv>

#include "features/accounts/mails.h"
#include "features/accounts/pages.h"
#include "features/accounts/store.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/mail/outbox.h"

namespace accounts {
namespace {

constexpr auto kLastOwner = base::message("This is the last owner. Make somebody else an owner everywhere first.");
constexpr auto kNotYours = base::message("You can only give roles at levels where you are an owner.");

html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

int status_of(const base::Problems& problems) { return problems.empty() ? 200 : 422; }

template <class Identity>
std::optional<Identity> id_of(const http::Request& request, std::string_view parameter) {
    const std::string text = request.parameter(parameter);
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc{} || end != text.data() + text.size() || id <= 0) return std::nullopt;
    return Identity{id};
}

std::string member_path(base::Locale locale, StaffId id) {
    return pages::staff_path(locale, "team/" + std::to_string(id.value));
}

// "editor" or "editor, 17": as the audit log keeps a grant.
std::string text_of(const auth::Grant& grant) {
    std::string text{auth::name(grant.role)};
    return grant.level ? text + ", level " + std::to_string(grant.level->value) : text;
}

struct Deed {
    std::string action;
    std::optional<base::LevelId> level{};
    std::vector<auth::Change> changes{};
};
void record(db::Write& write, const Acting& acting, const Staff& subject, Deed deed) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(deed.action),
                         .subject = {"staff", subject.id.value, subject.name},
                         .level = deed.level,
                         .changes = std::move(deed.changes)});
}

bool owns_everywhere(const std::vector<StoredGrant>& grants) {
    return std::ranges::any_of(grants, [](const StoredGrant& stored) { return is_owner_everywhere(stored.grant); });
}

std::optional<html::Flash> flash_of(i18n::Translator t, std::string_view done) {
    if (done == "invited") return html::Flash{html::Tone::success, t("The invitation is on its way.")};
    if (done == "saved") return html::Flash{html::Tone::success, t("Saved.")};
    return std::nullopt;
}

InvitationForm invitation_form(const http::Form& form) {
    return {form.text("name"), form.text("email"), form.text("role"), form.text("level"), form.text("locale")};
}

}  // namespace

http::Response TeamHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto levels = people::levels(read);
    const auto grants = all_grants(read);
    staff_pages::TeamList list{{}, levels};
    for (auto& staff : all_staff(read)) {
        staff_pages::Member member{std::move(staff), {}};
        std::ranges::copy_if(grants, std::back_inserter(member.grants),
                             [&](const StoredGrant& stored) { return stored.staff == member.staff.id; });
        list.members.push_back(std::move(member));
    }
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
    return Invite{acting(request), *std::move(invitation)};
}

http::WriteResult TeamHandlers::invite(const Invite& form, db::Write& write) const {
    const Invitation& wanted = form.invitation;
    const StaffId by = form.acting.staff.id;
    const auto id = insert_staff(write, {.name = wanted.name,
                                         .email = wanted.email,
                                         .address_hash = address_hash(services_.secret, wanted.email),
                                         .locale = wanted.locale,
                                         .created_by = by});
    if (!id) return base::Problems{{"email", base::message("Somebody with this address is in the team already.")}};
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
    const auto levels = people::levels(read);
    auto frame = services_.frames.staff_frame(request, {.title = t("Invite somebody"),
                                                        .path = pages::staff_path(request.locale, "team/new"),
                                                        .form_state = state_of(problems)});
    return ports::respond(std::move(frame), staff_pages::invitation(t, {typed, levels, problems}), status_of(problems));
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
    const auto grants = grants_of(read, *id);
    auto frame = services_.frames.staff_frame(request, {.title = staff->name,
                                                        .path = member_path(request.locale, *id),
                                                        .flash = flash_of(t, request.query.view("done")),
                                                        .form_state = state_of(problems)});
    const bool manages = may_manage(*request.staff, grants, levels);
    return ports::respond(
        std::move(frame),
        staff_pages::member(t, {.member = {*staff, grants},
                                .sessions = sessions_of(read, *id),
                                .levels = levels,
                                .may_manage = manages ? staff_pages::MayManage::yes : staff_pages::MayManage::no,
                                .now = request.received_at,
                                .typed = {request.form.text("role"), request.form.text("level")},
                                .problems = problems}),
        status_of(problems));
}

// Roles ------------------------------------------------------------------------------------------------------------

base::Result<GiveRole, base::Problems> TeamHandlers::read_give_role(const http::Request& request) const {
    const auto levels = services_.database.read([](db::Read& read) { return people::levels(read); });
    const auto grant = read_grant({request.form.text("role"), request.form.text("level")}, levels);
    if (!grant) return grant.error();
    if (!may_grant(*request.staff, *grant, levels)) return base::Problems{{"level", kNotYours}};
    return GiveRole{acting(request), id_of<StaffId>(request, "id"), *grant};
}

http::WriteResult TeamHandlers::give_role(const GiveRole& form, db::Write& write) const {
    return on_member(
        {form.acting, form.member, {}}, write, [&](const staff_pages::Member& member) -> http::WriteResult {
            const auto done = http::see_other(member_path(form.acting.locale, member.staff.id) + "?done=saved");
            const bool has_it = std::ranges::any_of(
                member.grants, [&](const StoredGrant& stored) { return stored.grant == form.grant; });
            if (has_it) return done;
            insert_grant(write, member.staff.id, form.grant, form.acting.staff.id);
            record(write, form.acting, member.staff,
                   {"accounts.give_role", form.grant.level, {{"role", "", text_of(form.grant)}}});
            return done;
        });
}

base::Result<MemberAct, base::Problems> TeamHandlers::read_act(const http::Request& request) const {
    return MemberAct{acting(request), id_of<StaffId>(request, "id"), id_of<GrantId>(request, "grant")};
}

// Rights are read again here: they may have changed since the page was shown.
http::WriteResult TeamHandlers::on_member(const MemberAct& act, db::Write& write, const Change& change) const {
    auto staff = act.member ? find_staff(write, *act.member) : std::nullopt;
    if (!staff) return http::not_found();
    const staff_pages::Member member{*std::move(staff), grants_of(write, *act.member)};
    if (!may_manage(act.acting.staff, member.grants, people::levels(write))) return http::forbidden();
    return change(member);
}

http::WriteResult TeamHandlers::take_role(const MemberAct& act, db::Write& write) const {
    return on_member(act, write, [&](const staff_pages::Member& member) -> http::WriteResult {
        const auto done = http::see_other(member_path(act.acting.locale, member.staff.id) + "?done=saved");
        const auto taken = std::ranges::find(member.grants, act.grant,
                                             [](const StoredGrant& stored) { return std::optional{stored.id}; });
        if (taken == member.grants.end()) return done;
        if (is_owner_everywhere(taken->grant) && count_other_owners(write, member.staff.id) == 0)
            return base::Problems{{"", kLastOwner}};
        remove_grant(write, taken->id);
        record(write, act.acting, member.staff,
               {"accounts.take_role", taken->grant.level, {{"role", text_of(taken->grant), ""}}});
        return done;
    });
}

// Access -----------------------------------------------------------------------------------------------------------

http::WriteResult TeamHandlers::deactivate(const MemberAct& act, db::Write& write) const {
    return on_member(act, write, [&](const staff_pages::Member& member) -> http::WriteResult {
        if (owns_everywhere(member.grants) && count_other_owners(write, member.staff.id) == 0)
            return base::Problems{{"", kLastOwner}};
        accounts::deactivate(write, member.staff.id, act.acting.staff.id);
        record(write, act.acting, member.staff, {"accounts.deactivate", {}, {{"state", "active", "deactivated"}}});
        return http::see_other(member_path(act.acting.locale, member.staff.id) + "?done=saved");
    });
}

http::WriteResult TeamHandlers::reactivate(const MemberAct& act, db::Write& write) const {
    return on_member(act, write, [&](const staff_pages::Member& member) -> http::WriteResult {
        accounts::reactivate(write, member.staff.id);
        record(write, act.acting, member.staff, {"accounts.reactivate", {}, {{"state", "deactivated", "active"}}});
        return http::see_other(member_path(act.acting.locale, member.staff.id) + "?done=saved");
    });
}

http::WriteResult TeamHandlers::invite_again(const MemberAct& act, db::Write& write) const {
    return on_member(act, write, [&](const staff_pages::Member& member) -> http::WriteResult {
        if (!member.staff.password && member.staff.is_active()) {
            send_invitation(act.acting, member.staff, write);
            record(write, act.acting, member.staff, {"accounts.invite"});
        }
        return http::see_other(member_path(act.acting.locale, member.staff.id) + "?done=invited");
    });
}

http::WriteResult TeamHandlers::end_sessions(const MemberAct& act, db::Write& write) const {
    return on_member(act, write, [&](const staff_pages::Member& member) -> http::WriteResult {
        end_sessions_of(write, member.staff.id, std::nullopt);
        record(write, act.acting, member.staff, {"accounts.end_session"});
        return http::see_other(member_path(act.acting.locale, member.staff.id) + "?done=saved");
    });
}

// One's own are turned off on one's own page, which asks for the password.
http::WriteResult TeamHandlers::end_codes(const MemberAct& act, db::Write& write) const {
    if (act.member == act.acting.staff.id) return http::see_other(pages::staff_path(act.acting.locale, "account"));
    return on_member(act, write, [&](const staff_pages::Member& member) -> http::WriteResult {
        accounts::end_codes(write, member.staff.id);
        record(write, act.acting, member.staff, {"accounts.turn_off_codes"});
        return http::see_other(member_path(act.acting.locale, member.staff.id) + "?done=saved");
    });
}

}  // namespace accounts
