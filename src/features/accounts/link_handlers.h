// features/accounts/link_handlers.h - asking for a new password, and choosing one behind a mailed link.
#pragma once
#include <optional>
#include <string>

#include "features/accounts/account.h"
#include "features/accounts/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace accounts {

struct Forgotten {
    std::int64_t address_hash;
    base::Locale locale;
};

struct ChosenPassword {
    std::string path;  // of the page with the link
    std::string request_id;
    base::Locale locale;
    std::optional<LinkId> link;  // absent: no such link, or no longer
    auth::PasswordHash password{};
};

class LinkHandlers {
public:
    explicit LinkHandlers(const Services& services) : services_(services) {}

    // GET and POST /{locale}/staff/forgotten: email. The same answer for every address.
    http::Response show_forgotten(const http::Request& request, db::Read& read) const;
    base::Result<Forgotten, base::Problems> read_forgotten(const http::Request& request) const;
    http::WriteResult send_link(const Forgotten& form, db::Write& write) const;
    http::Response show_forgotten_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const;

    // GET and POST /{locale}/staff/links/{token}: password, password_again. Looking changes nothing: mail scanners
    // look.
    http::Response show_link(const http::Request& request, db::Read& read) const;
    base::Result<ChosenPassword, base::Problems> read_password(const http::Request& request) const;
    http::WriteResult set_password(const ChosenPassword& form, db::Write& write) const;
    http::Response show_link_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    struct Found {
        Link link;
        Staff staff;
    };
    std::optional<Found> find(const http::Request& request, db::Read& read) const;
    http::Response link_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response forgotten_page(const http::Request& request, const base::Problems& problems) const;

    const Services& services_;
};

}  // namespace accounts
