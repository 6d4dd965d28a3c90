// features/accounts/team_handlers.h - who else works here: invite, give and take roles, deactivate, sign out.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "features/accounts/account.h"
#include "features/accounts/own_account_handlers.h"
#include "features/accounts/services.h"
#include "features/accounts/staff_pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace accounts {

struct Invite {
    Acting acting;
    Invitation invitation;
};

struct GiveRole {
    Acting acting;
    std::optional<StaffId> member;
    auth::Grant grant;
};

// A press on a button beside a member; grant: whose number stands in the address, if one does.
struct MemberAct {
    Acting acting;
    std::optional<StaffId> member;
    std::optional<GrantId> grant;
};

class TeamHandlers {
public:
    explicit TeamHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/team. An owner of a level sees those who have a role there or below it.
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/team/new, POST /{locale}/staff/team: name, email, role, level, locale
    http::Response show_invitation(const http::Request& request, db::Read& read) const;
    base::Result<Invite, base::Problems> read_invite(const http::Request& request) const;
    http::WriteResult invite(const Invite& form, db::Write& write) const;
    http::Response show_invitation_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const;

    // GET /{locale}/staff/team/{id}; 404 also for somebody of whom this owner does not know.
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST /{locale}/staff/team/{id}/roles: role, level
    base::Result<GiveRole, base::Problems> read_give_role(const http::Request& request) const;
    http::WriteResult give_role(const GiveRole& form, db::Write& write) const;

    // POST below /{locale}/staff/team/{id}: roles/{grant}/removal, deactivation, reactivation, invitation,
    // sessions/end, codes/end. 403 for whom one may not manage; a problem where the last owner would go.
    base::Result<MemberAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult take_role(const MemberAct& act, db::Write& write) const;
    http::WriteResult deactivate(const MemberAct& act, db::Write& write) const;
    http::WriteResult reactivate(const MemberAct& act, db::Write& write) const;
    http::WriteResult invite_again(const MemberAct& act, db::Write& write) const;
    http::WriteResult end_sessions(const MemberAct& act, db::Write& write) const;
    http::WriteResult end_codes(const MemberAct& act, db::Write& write) const;

private:
    using Change = std::function<http::WriteResult(const staff_pages::Member&)>;
    // Runs the change when there is such a member and this person may manage them.
    http::WriteResult on_member(const MemberAct& act, db::Write& write, const Change& change) const;
    void send_invitation(const Acting& acting, const Staff& staff, db::Write& write) const;
    http::Response invitation_page(const http::Request& request, const InvitationForm& typed,
                                   const base::Problems& problems, db::Read& read) const;
    http::Response member_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    const Services& services_;
};

}  // namespace accounts
