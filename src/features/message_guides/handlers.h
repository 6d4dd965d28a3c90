// features/message_guides/handlers.h - what each public address of this slice does.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/email_address.h"
#include "features/message_guides/library.h"
#include "features/message_guides/pages.h"
#include "features/message_guides/services.h"
#include "features/message_guides/uses.h"
#include "people/person.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace message_guides {

struct LinkWanted {
    base::EmailAddress email;
    base::Locale locale;
    bool is_trapped;  // a script filled what nobody sees
};

// A use of a wording, as the page tells it: nothing about who.
struct UseTold {
    std::string slug, pair;
    Wording wording;
    UseKind kind;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/words: ?level, ?sent
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /{locale}/words/{slug}: ?for
    http::Response show(const http::Request& request, db::Read& read) const;

    // GET /{locale}/words/{slug}/leaflet.pdf, card.pdf (?sheet)
    http::Response leaflet(const http::Request& request, db::Read& read) const;
    http::Response card(const http::Request& request, db::Read& read) const;

    // GET /{locale}/words/{slug}/say/{pair}, and its picture where it is shared
    http::Response pair(const http::Request& request, db::Read& read) const;
    http::Response pair_picture(const http::Request& request, db::Read& read) const;

    // POST /{locale}/words/members: email
    base::Result<LinkWanted, base::Problems> read_link(const http::Request& request) const;
    http::WriteResult send_link(const LinkWanted& wanted, db::Write& write) const;
    http::Response list_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    http::Response list_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    const Services& services_;
};

// For whoever holds the link that was mailed to a supporter: everything, those for members too.
class MemberHandlers {
public:
    explicit MemberHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/words/members/{token}, .../{slug}, .../{slug}/leaflet.pdf, .../{slug}/card.pdf
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response leaflet(const http::Request& request, db::Read& read) const;
    http::Response card(const http::Request& request, db::Read& read) const;

private:
    bool is_member(const http::Request& request, db::Read& read) const;
    std::optional<Published> find(const http::Request& request, db::Read& read) const;
    http::Response broken(const http::Request& request) const;

    const Services& services_;
};

class ApiHandlers {
public:
    explicit ApiHandlers(const Services& services) : services_(services) {}

    // GET /api/v1/guides, /api/v1/guides/{slug}: those for everybody
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /api/v1/guides/{slug}/uses: {"pair":"3f2a9c01","wording":0,"kind":"copied"}
    base::Result<UseTold, base::Problems> read_use(const http::Request& request) const;
    http::WriteResult count_use(const UseTold& use, db::Write& write) const;

    // POST /api/v1/guides/check: {"language":"en","text":"..."}; nothing of it is kept
    http::Response check(const http::Request& request) const;

private:
    const Services& services_;
};

}  // namespace message_guides
