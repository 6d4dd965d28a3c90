#include "features/accounts/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"
#include "ports/acting.h"

namespace accounts {
namespace {

using auth::Permission;
using http::bound;
using http::LimitClass;
using http::ParsePlace;

// Passwords are hashed in parse: that belongs on the pool.
http::RouteOptions with_password(std::string name) {
    return {.name = std::move(name), .limit = LimitClass::sign_in, .parse = ParsePlace::pool};
}

void add_sign_in(http::Router& router, const SignInHandlers& to) {
    router.get("/{locale}/staff/sign-in", bound(to, &SignInHandlers::show), {.name = "accounts.show_sign_in"});
    router.post<PasswordAttempt>("/{locale}/staff/sign-in",
                                 {.parse = bound(to, &SignInHandlers::read_password),
                                  .apply = bound(to, &SignInHandlers::sign_in),
                                  .refuse = bound(to, &SignInHandlers::show_again)},
                                 with_password("accounts.sign_in"));
    router.get("/{locale}/staff/sign-in/code", bound(to, &SignInHandlers::show_code), {.name = "accounts.show_code"});
    router.post<CodeAttempt>("/{locale}/staff/sign-in/code",
                             {.parse = bound(to, &SignInHandlers::read_code),
                              .apply = bound(to, &SignInHandlers::give_code),
                              .refuse = bound(to, &SignInHandlers::show_code_again)},
                             {.name = "accounts.give_code", .limit = LimitClass::sign_in});
    router.post<SignOut>(
        "/{locale}/staff/sign-out",
        {.parse = bound(to, &SignInHandlers::read_sign_out), .apply = bound(to, &SignInHandlers::sign_out)},
        {.name = "accounts.sign_out", .limit = LimitClass::form});
}

// Signatures are checked in parse: that belongs on the pool.
void add_passkey_sign_in(http::Router& router, const PasskeySignInHandlers& to) {
    router.post<ChallengeWish>("/{locale}/staff/sign-in/passkey/challenge",
                               {.parse = bound(to, &PasskeySignInHandlers::read_challenge),
                                .apply = bound(to, &PasskeySignInHandlers::challenge)},
                               {.name = "accounts.passkey_challenge", .limit = LimitClass::sign_in});
    router.post<PasskeyAttempt>(
        "/{locale}/staff/sign-in/passkey",
        {.parse = bound(to, &PasskeySignInHandlers::read_passkey), .apply = bound(to, &PasskeySignInHandlers::sign_in)},
        with_password("accounts.sign_in_by_passkey"));
}

// Mailed links: looking changes nothing, only the form does.
void add_links(http::Router& router, const LinkHandlers& to) {
    router.get("/{locale}/staff/forgotten", bound(to, &LinkHandlers::show_forgotten),
               {.name = "accounts.show_forgotten"});
    router.post<Forgotten>("/{locale}/staff/forgotten",
                           {.parse = bound(to, &LinkHandlers::read_forgotten),
                            .apply = bound(to, &LinkHandlers::send_link),
                            .refuse = bound(to, &LinkHandlers::show_forgotten_again)},
                           {.name = "accounts.send_link", .limit = LimitClass::sign_in});
    router.get("/{locale}/staff/links/{token}", bound(to, &LinkHandlers::show_link), {.name = "accounts.show_link"});
    router.post<ChosenPassword>("/{locale}/staff/links/{token}",
                                {.parse = bound(to, &LinkHandlers::read_password),
                                 .apply = bound(to, &LinkHandlers::set_password),
                                 .refuse = bound(to, &LinkHandlers::show_link_again)},
                                with_password("accounts.choose_password"));
}

void add_own_account(http::Router& router, const OwnAccountHandlers& to) {
    const auto options = [](std::string name, LimitClass limit) {
        return http::RouteOptions{.name = std::move(name), .permission = Permission::see_staff_pages, .limit = limit};
    };
    router.get("/{locale}/staff/account", bound(to, &OwnAccountHandlers::show),
               options("accounts.show_account", LimitClass::none));
    router.post<EndSession>("/{locale}/staff/account/sessions/{id}/end",
                            {.parse = bound(to, &OwnAccountHandlers::read_end_session),
                             .apply = bound(to, &OwnAccountHandlers::end_session)},
                            options("accounts.end_own_session", LimitClass::none));
    router.post<ChangeProfile>("/{locale}/staff/account/profile",
                               {.parse = bound(to, &OwnAccountHandlers::read_profile),
                                .apply = bound(to, &OwnAccountHandlers::change_profile),
                                .refuse = bound(to, &OwnAccountHandlers::show_again)},
                               options("accounts.change_profile", LimitClass::none));
    router.post<ChangePassword>("/{locale}/staff/account/password",
                                {.parse = bound(to, &OwnAccountHandlers::read_password),
                                 .apply = bound(to, &OwnAccountHandlers::change_password),
                                 .refuse = bound(to, &OwnAccountHandlers::show_again)},
                                options("accounts.change_password", LimitClass::sign_in));
    router.post<BeginCodes>("/{locale}/staff/account/codes/begin",
                            {.parse = bound(to, &OwnAccountHandlers::read_begin_codes),
                             .apply = bound(to, &OwnAccountHandlers::begin_codes)},
                            options("accounts.begin_codes", LimitClass::none));
    router.get("/{locale}/staff/account/codes", bound(to, &OwnAccountHandlers::show_codes),
               options("accounts.show_codes", LimitClass::none));
    router.post<ConfirmCodes>("/{locale}/staff/account/codes",
                              {.parse = bound(to, &OwnAccountHandlers::read_confirm_codes),
                               .apply = bound(to, &OwnAccountHandlers::confirm_codes),
                               .refuse = bound(to, &OwnAccountHandlers::show_codes_again)},
                              options("accounts.confirm_codes", LimitClass::sign_in));
    router.post<EndCodes>("/{locale}/staff/account/codes/end",
                          {.parse = bound(to, &OwnAccountHandlers::read_end_codes),
                           .apply = bound(to, &OwnAccountHandlers::end_codes),
                           .refuse = bound(to, &OwnAccountHandlers::show_again)},
                          options("accounts.end_own_codes", LimitClass::sign_in));
}

void add_passkeys(http::Router& router, const PasskeyHandlers& to) {
    const auto options = [](std::string name, LimitClass limit) {
        return http::RouteOptions{.name = std::move(name), .permission = Permission::see_staff_pages, .limit = limit};
    };
    router.get("/{locale}/staff/account/passkeys", bound(to, &PasskeyHandlers::list),
               options("accounts.passkeys", LimitClass::none));
    router.post<BeginPasskey>("/{locale}/staff/account/passkeys/begin",
                              {.parse = bound(to, &PasskeyHandlers::read_begin),
                               .apply = bound(to, &PasskeyHandlers::begin),
                               .refuse = bound(to, &PasskeyHandlers::list_again)},
                              options("accounts.begin_passkey", LimitClass::sign_in));
    router.get("/{locale}/staff/account/passkeys/new", bound(to, &PasskeyHandlers::show_new),
               options("accounts.show_new_passkey", LimitClass::none));
    router.post<MakePasskey>(
        "/{locale}/staff/account/passkeys",
        {.parse = bound(to, &PasskeyHandlers::read_new), .apply = bound(to, &PasskeyHandlers::make)},
        options("accounts.make_passkey", LimitClass::sign_in));
    router.get("/{locale}/staff/account/passkeys/{id}", bound(to, &PasskeyHandlers::show),
               options("accounts.passkey", LimitClass::none));
    router.post<PasskeyAct>("/{locale}/staff/account/passkeys/{id}/name",
                            {.parse = bound(to, &PasskeyHandlers::read_name),
                             .apply = bound(to, &PasskeyHandlers::rename),
                             .refuse = bound(to, &PasskeyHandlers::show_again)},
                            options("accounts.rename_passkey", LimitClass::sign_in));
    router.post<PasskeyAct>("/{locale}/staff/account/passkeys/{id}/removal",
                            {.parse = bound(to, &PasskeyHandlers::read_removal),
                             .apply = bound(to, &PasskeyHandlers::remove),
                             .refuse = bound(to, &PasskeyHandlers::show_again)},
                            options("accounts.remove_passkey", LimitClass::sign_in));
}

void add_team_acts(http::Router& router, const TeamHandlers& to) {
    const auto act = [&](std::string_view pattern, auto apply, std::string name) {
        router.post<MemberAct>("/{locale}/staff/team/{id}/" + std::string{pattern},
                               {.parse = bound(to, &TeamHandlers::read_act),
                                .apply = bound(to, apply),
                                .refuse = bound(to, &TeamHandlers::show_again)},
                               {.name = std::move(name), .permission = Permission::manage_staff});
    };
    act("roles/{grant}/removal", &TeamHandlers::take_role, "accounts.take_role");
    act("deactivation", &TeamHandlers::deactivate, "accounts.deactivate");
    act("reactivation", &TeamHandlers::reactivate, "accounts.reactivate");
    act("invitation", &TeamHandlers::invite_again, "accounts.invite_again");
    act("sessions/end", &TeamHandlers::end_sessions, "accounts.end_sessions");
    act("codes/end", &TeamHandlers::end_codes, "accounts.end_codes");
}

void add_team(http::Router& router, const TeamHandlers& to) {
    router.get("/{locale}/staff/team", bound(to, &TeamHandlers::list),
               {.name = "accounts.team", .permission = Permission::manage_staff});
    router.get("/{locale}/staff/team/new", bound(to, &TeamHandlers::show_invitation),
               {.name = "accounts.show_invitation", .permission = Permission::manage_staff});
    router.post<Invite>("/{locale}/staff/team",
                        {.parse = bound(to, &TeamHandlers::read_invite),
                         .apply = bound(to, &TeamHandlers::invite),
                         .refuse = bound(to, &TeamHandlers::show_invitation_again)},
                        {.name = "accounts.invite", .permission = Permission::manage_staff});
    router.get("/{locale}/staff/team/{id}", bound(to, &TeamHandlers::show),
               {.name = "accounts.member", .permission = Permission::manage_staff});
    router.post<GiveRole>("/{locale}/staff/team/{id}/roles",
                          {.parse = bound(to, &TeamHandlers::read_give_role),
                           .apply = bound(to, &TeamHandlers::give_role),
                           .refuse = bound(to, &TeamHandlers::show_again)},
                          {.name = "accounts.give_role", .permission = Permission::manage_staff});
    add_team_acts(router, to);
}

}  // namespace

void add_routes(http::Router& router, const Handlers& handlers) {
    add_sign_in(router, handlers.sign_in);
    add_passkey_sign_in(router, handlers.passkey_sign_in);
    add_links(router, handlers.links);
    router.get("/{locale}/staff", bound(handlers.home, &HomeHandlers::home),
               {.name = "accounts.home", .permission = Permission::see_staff_pages});
    add_own_account(router, handlers.own);
    add_passkeys(router, handlers.passkeys);
    add_team(router, handlers.team);
    router.get("/{locale}/staff/audit", bound(handlers.home, &HomeHandlers::audit),
               {.name = "accounts.audit", .permission = Permission::read_audit});
}

void add_staff_entries(ports::PageFrames& frames) {
    frames.add_staff_entry({.label = base::message("Overview"), .path = "staff", .icon = "home", .order = 0});
    frames.add_staff_entry({.label = base::message("Team"),
                            .path = "staff/team",
                            .icon = "users",
                            .group = ports::StaffGroup::settings,
                            .order = 800,
                            .may_see = ports::whoever_may(Permission::manage_staff)});
    frames.add_staff_entry({.label = base::message("Audit log"),
                            .path = "staff/audit",
                            .icon = "history",
                            .group = ports::StaffGroup::settings,
                            .order = 900,
                            .may_see = ports::whoever_may(Permission::read_audit)});
}

}  // namespace accounts
