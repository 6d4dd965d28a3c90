// features/accounts/home_handlers.h - the first page after the sign-in, and the audit log.
#pragma once
#include "features/accounts/services.h"
#include "features/accounts/staff_pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace accounts {

class HomeHandlers {
public:
    explicit HomeHandlers(const Services& services);

    // GET /{locale}/staff
    http::Response home(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/audit ?before=ID (older ones) &staff=ID &action=slice.verb. Owners of a level see what
    // happened at that level and below it.
    http::Response audit(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
    std::vector<ActionWord> words_;
};

}  // namespace accounts
