// features/mail_sending/routes.h - the whole surface of this slice.
#pragma once
#include "features/mail_sending/handlers.h"
#include "features/mail_sending/people_handlers.h"
#include "platform/http/router.h"

namespace mail_sending {

struct Surface {
    const Handlers& handlers;
    const PeopleHandlers& people;
};
void add_routes(http::Router& router, const Surface& surface);

}  // namespace mail_sending
