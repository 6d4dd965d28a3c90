// features/events/handlers.h - what each public address does: the list, an event, saying that one comes, feeds, frames,
// and the page behind the mailed link.
#pragma once
#include <optional>
#include <string>

#include "features/events/event.h"
#include "features/events/services.h"
#include "platform/html/template.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/hub_blocks.h"

namespace events {

struct GuestRequest {
    EventId event;
    base::Locale locale;
    NewGuest guest;
    std::int64_t address_hash;
};

// A press on a button behind the mailed link.
struct GuestAct {
    GuestId guest;
    std::string token;
    base::Locale locale;
};

class Handlers {
public:
    Handlers(const Services& services, std::function<base::Instant()> clock)
        : services_(services), clock_(std::move(clock)) {}

    // GET /{locale}/events
    http::Response list(const http::Request& request, db::Read& read) const;
    // GET /{locale}/events/embed
    http::Response embed(const http::Request& request, db::Read& read) const;
    // GET /{locale}/events/feeds/{file}: calendar.ics, rss.xml, feed.json
    http::Response feed(const http::Request& request, db::Read& read) const;
    // GET /api/v1/events
    http::Response api(const http::Request& request, db::Read& read) const;
    html::SafeHtml block(db::Read& read, const ports::BlockSetting& setting) const;

    // GET /{locale}/events/{event}, .../calendar.ics, .../thank-you
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response calendar(const http::Request& request, db::Read& read) const;
    http::Response thank_you(const http::Request& request, db::Read& read) const;

    // POST /{locale}/events/{event}/guests: name, email, seats
    base::Result<GuestRequest, base::Problems> read_guest(const http::Request& request) const;
    http::WriteResult submit(const GuestRequest& form, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/events/guests/{token}; POST .../confirmation, .../withdrawal
    http::Response own(const http::Request& request, db::Read& read) const;
    base::Result<GuestAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult confirm(const GuestAct& act, db::Write& write) const;
    http::WriteResult withdraw(const GuestAct& act, db::Write& write) const;
    http::Response own_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    // Published or cancelled.
    std::optional<Event> find_public(const http::Request& request, db::Read& read) const;

    const Services& services_;
    std::function<base::Instant()> clock_;  // of blocks, which know no request
};

}  // namespace events
