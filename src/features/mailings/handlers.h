// features/mailings/handlers.h - what each public address of this slice does.
#pragma once
#include "features/mailings/services.h"
#include "platform/db/transaction.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace mailings {

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/mails
    http::Response archive(const http::Request& request, db::Read& read) const;
    // GET /{locale}/mails/feeds/rss.xml, atom.xml, feed.json
    http::Response feed(const http::Request& request, db::Read& read) const;
    // GET /{locale}/mails/{mailing}
    http::Response archived(const http::Request& request, db::Read& read) const;
    // GET /{locale}/mails/copies/{token}/{variant}: the link of every mail that is not in the archive
    http::Response web_copy(const http::Request& request, db::Read& read) const;
    // GET /m/{token}: counts a reader in memory and leads on.
    http::Response follow(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

}  // namespace mailings
