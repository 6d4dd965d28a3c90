// features/representatives/handlers.h - what each public address does: finding by postal code, browsing, one of them.
#pragma once
#include "features/representatives/finding.h"
#include "features/representatives/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace representatives {

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/representatives?postal_code=&federal=&provincial=&municipal=: the last three name ridings, where
    // the code spans several
    http::Response find(const http::Request& request, db::Read& read) const;
    // GET /{locale}/representatives/list?house=&province=&party=&page=
    http::Response list(const http::Request& request, db::Read& read) const;
    // GET /{locale}/representatives/{representative}
    http::Response show(const http::Request& request, db::Read& read) const;

    // GET /api/v1/representatives?postal_code=
    http::Response api_find(const http::Request& request, db::Read& read) const;
    // GET /api/v1/representatives/{representative}
    http::Response api_show(const http::Request& request, db::Read& read) const;

private:
    Finding finding_of(const http::Request& request, db::Read& read) const;

    const Services& services_;
};

}  // namespace representatives
