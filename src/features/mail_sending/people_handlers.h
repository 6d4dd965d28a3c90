// features/mail_sending/people_handlers.h - who got what, and how fast mails may leave.
#pragma once
#include <optional>
#include <string>

#include "features/mail_sending/pages.h"
#include "features/mail_sending/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace mail_sending {

struct DomainLimit {
    ports::Acting acting;
    std::string domain;
    std::int64_t per_minute;
};
struct WarmUpChange {
    ports::Acting acting;
    std::optional<WarmUp> plan;  // began_at is the time of writing
};

class PeopleHandlers {
public:
    explicit PeopleHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/sending/{blast}/recipients: show, address, after
    http::Response recipients(const http::Request& request, db::Read& read) const;
    // GET /{locale}/staff/sending/people/{person}: before
    http::Response of_person(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/sending/limits
    http::Response limits(const http::Request& request, db::Read& read) const;
    http::Response limits_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST .../limits/domains: domain, per_minute
    base::Result<DomainLimit, base::Problems> read_limit(const http::Request& request) const;
    http::WriteResult limit(const DomainLimit& form, db::Write& write) const;
    // POST .../limits/warm-up: first_day, growth, until
    base::Result<WarmUpChange, base::Problems> read_warm_up(const http::Request& request) const;
    http::WriteResult set_warm_up(const WarmUpChange& form, db::Write& write) const;

private:
    const Services& services_;
};

}  // namespace mail_sending
