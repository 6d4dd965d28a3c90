// features/champions/application_handlers.h - applying, confirming the address, and signing in by a mailed link.
#pragma once
#include <optional>
#include <string>

#include "features/champions/access.h"
#include "features/champions/champion.h"
#include "features/champions/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace champions {

struct ApplicationAct {
    Application application;
    std::int64_t address_hash;
    base::Locale locale;
    std::string network;
    enum class By : unsigned char { person, script } by = By::person;
};
struct LinkWanted {
    std::int64_t address_hash;
    base::Locale locale;
    std::string network;
};
// A press on the button that a mailed link opened.
struct LinkUse {
    LinkId link;
    base::Locale locale;
    base::Instant now;
    auth::RandomToken session;  // of signing in
};

class ApplicationHandlers {
public:
    explicit ApplicationHandlers(const Services& services) : services_(services) {}

    // GET, POST /{locale}/champions/apply; GET .../apply/sent
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<ApplicationAct, base::Problems> read_application(const http::Request& request) const;
    http::WriteResult apply(const ApplicationAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response sent(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/champions/confirm/{token}; GET .../apply/confirmed
    http::Response show_confirm(const http::Request& request, db::Read& read) const;
    base::Result<LinkUse, base::Problems> read_confirm(const http::Request& request) const;
    http::WriteResult confirm(const LinkUse& use, db::Write& write) const;
    http::Response confirm_expired(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response confirmed(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/champions/sign-in: the field email. The answer says nothing about the address.
    http::Response show_sign_in(const http::Request& request, db::Read& read) const;
    base::Result<LinkWanted, base::Problems> read_wanted(const http::Request& request) const;
    http::WriteResult send_link(const LinkWanted& wanted, db::Write& write) const;
    http::Response show_sign_in_again(const http::Request& request, const base::Problems& problems,
                                      db::Read& read) const;
    http::Response link_sent(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/champions/sign-in/{token}
    http::Response show_enter(const http::Request& request, db::Read& read) const;
    base::Result<LinkUse, base::Problems> read_enter(const http::Request& request) const;
    http::WriteResult enter(const LinkUse& use, db::Write& write) const;
    http::Response enter_expired(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    http::Response application_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response sign_in_page(const http::Request& request, const base::Problems& problems) const;
    // The open link of this kind behind the token.
    std::optional<Link> open_link(db::Read& read, const http::Request& request, LinkKind kind) const;
    base::Result<LinkUse, base::Problems> read_use(const http::Request& request, auth::Purpose purpose) const;
    // Mails a link of this kind, unless too many were sent.
    void mail_link(db::Write& write, const Champion& champion, const Link& link) const;

    const Services& services_;
};

}  // namespace champions
