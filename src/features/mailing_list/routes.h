// features/mailing_list/routes.h - the whole surface of this slice.
#pragma once
#include "features/mailing_list/join_handlers.h"
#include "features/mailing_list/preference_handlers.h"
#include "features/mailing_list/staff_handlers.h"
#include "platform/http/router.h"

namespace mailing_list {

// The handlers outlive the router.
struct Surface {
    const JoinHandlers& join;
    const SignUpHandlers& sign_ups;
    const PreferenceHandlers& preferences;
    const LeaveHandlers& leaving;
    const ConsentHandlers& consents;
    const FormHandlers& forms;
};

void add_routes(http::Router& router, const Surface& surface);

}  // namespace mailing_list
