// features/accounts/routes.h - the whole surface of this slice.
#pragma once
#include "features/accounts/home_handlers.h"
#include "features/accounts/link_handlers.h"
#include "features/accounts/own_account_handlers.h"
#include "features/accounts/passkey_handlers.h"
#include "features/accounts/passkey_sign_in_handlers.h"
#include "features/accounts/sign_in_handlers.h"
#include "features/accounts/team_handlers.h"
#include "platform/http/router.h"
#include "ports/page.h"

namespace accounts {

// Everything that answers; outlives the router.
struct Handlers {
    explicit Handlers(const Services& services)
        : sign_in(services),
          passkey_sign_in(services),
          links(services),
          own(services),
          passkeys(services),
          team(services),
          home(services) {}

    SignInHandlers sign_in;
    PasskeySignInHandlers passkey_sign_in;
    LinkHandlers links;
    OwnAccountHandlers own;
    PasskeyHandlers passkeys;
    TeamHandlers team;
    HomeHandlers home;
};

void add_routes(http::Router& router, const Handlers& handlers);

// Home, team and audit log in the staff menu.
void add_staff_entries(ports::PageFrames& frames);

}  // namespace accounts
