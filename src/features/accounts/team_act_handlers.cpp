// What team_handlers.h declares about acts on one member: roles, access, devices.
#include <algorithm>

#include "features/accounts/mails.h"
#include "features/accounts/pages.h"
#include "features/accounts/passkey_store.h"
#include "features/accounts/store.h"
#include "features/accounts/team_handlers.h"
#include "features/accounts/team_handlers_parts.h"
#include "people/store.h"

namespace accounts {
namespace {

constexpr auto kLastOwner = base::message("This is the last owner. Make somebody else an owner everywhere first.");
bool owns_everywhere(const std::vector<StoredGrant>& grants) {
    return std::ranges::any_of(grants, [](const StoredGrant& stored) { return is_owner_everywhere(stored.grant); });
}

}  // namespace

// Roles ------------------------------------------------------------------------------------------------------------

base::Result<GiveRole, base::Problems> TeamHandlers::read_give_role(const http::Request& request) const {
    const auto levels = services_.database.read([](db::Read& read) { return people::levels(read); });
    const auto grant = read_grant({request.form.text("role"), request.form.text("level")}, levels);
    if (!grant) return grant.error();
    if (!may_grant(*request.staff, *grant, levels)) return base::Problems{{"level", kNotYours}};
    return GiveRole{ports::acting(request), id_of<StaffId>(request, "id"), *grant};
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
    return MemberAct{ports::acting(request), id_of<StaffId>(request, "id"), id_of<GrantId>(request, "grant")};
}

// Rights are read again here: they may have changed since the page was shown.
http::WriteResult TeamHandlers::on_member(const MemberAct& act, db::Write& write, const Change& change) const {
    auto staff = act.member ? find_staff(write, *act.member) : std::nullopt;
    if (!staff) return http::not_found();
    const staff_pages::Member member{*std::move(staff), grants_of(write, *act.member), {}};
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
        if (!passkeys_of(write, member.staff.id).empty()) {
            remove_passkeys_of(write, member.staff.id);
            record(write, act.acting, member.staff, {"accounts.remove_passkeys"});
        }
        if (member.staff.asks_for_code()) record(write, act.acting, member.staff, {"accounts.turn_off_codes"});
        accounts::end_codes(write, member.staff.id);
        return http::see_other(member_path(act.acting.locale, member.staff.id) + "?done=saved");
    });
}

}  // namespace accounts
