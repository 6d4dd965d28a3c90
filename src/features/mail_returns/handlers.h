// features/mail_returns/handlers.h - what staff see of mails that came back, and what they do about addresses.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "base/email_address.h"
#include "features/mail_returns/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace mail_returns {

// Leave this address alone, or mail it again.
struct SuppressionAct {
    ports::Acting acting;
    base::EmailAddress address;
    std::string why;  // of staff; only when suppressing
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/returns ?address=: kinds of the last thirty days, what is not understood, and whether an
    // address is left alone
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /{locale}/staff/returns/suppressions: address, why; POST .../suppressions/lifting: address
    base::Result<SuppressionAct, base::Problems> read_suppression(const http::Request& request) const;
    http::WriteResult suppress(const SuppressionAct& act, db::Write& write) const;
    http::WriteResult lift(const SuppressionAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/staff/returns/mails/{mail}
    http::Response show_mail(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/returns/domain: asks the DNS while the page is made
    http::Response domain(const http::Request& request) const;

private:
    http::Response page(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    const Services& services_;
};

}  // namespace mail_returns
