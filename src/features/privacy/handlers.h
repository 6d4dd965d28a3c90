// features/privacy/handlers.h - a person's own page: asked for by mail, open for two hours.
#pragma once
#include <optional>
#include <string>

#include "features/privacy/access.h"
#include "features/privacy/pages.h"
#include "features/privacy/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace privacy {

// A press on a button of the own page.
struct OwnAct {
    AccessId access;
    std::string token;
    base::Locale locale;
    base::Instant now;
};
struct CorrectionAct {
    OwnAct act;
    people::PersonName name;
    std::string postal_code;  // "K1A 0B1", or empty
    base::Locale mail_locale;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET, POST /{locale}/my-data: the field email. The answer says nothing about the address.
    http::Response show_request(const http::Request& request, db::Read& read) const;
    base::Result<Access, base::Problems> read_request(const http::Request& request) const;
    http::WriteResult send_link(const Access& wanted, db::Write& write) const;
    http::Response show_request_again(const http::Request& request, const base::Problems& problems,
                                      db::Read& read) const;
    // GET /{locale}/my-data/sent, /erased
    http::Response sent(const http::Request& request, db::Read& read) const;
    http::Response erased(const http::Request& request, db::Read& read) const;

    // GET /{locale}/my-data/{token}, /export.json
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response download(const http::Request& request, db::Read& read) const;

    // POST .../correction: given_name, family_name, postal_code, language
    base::Result<CorrectionAct, base::Problems> read_correction(const http::Request& request) const;
    http::WriteResult correct(const CorrectionAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST .../withdrawal
    base::Result<OwnAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult withdraw(const OwnAct& act, db::Write& write) const;

    // GET, POST .../erasure: confirm
    http::Response show_erasure(const http::Request& request, db::Read& read) const;
    base::Result<OwnAct, base::Problems> read_erasure(const http::Request& request) const;
    http::WriteResult erase(const OwnAct& act, db::Write& write) const;
    http::Response show_erasure_again(const http::Request& request, const base::Problems& problems,
                                      db::Read& read) const;

private:
    http::Response request_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response own_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response erasure_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // nullopt: no link of ours, or one that has run out.
    std::optional<Access> open_access(db::Read& read, std::string_view token, base::Instant now) const;
    http::Response expired(const http::Request& request) const;

    const Services& services_;
};

}  // namespace privacy
