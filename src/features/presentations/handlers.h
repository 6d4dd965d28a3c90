// features/presentations/handlers.h - what each public address does: the page with the map, the form that asks for a
// presentation, and the documents for programs.
#pragma once
#include <optional>
#include <string>

#include "features/presentations/presentation.h"
#include "features/presentations/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/hub_blocks.h"

namespace presentations {

// A form on its way to the writer.
struct NewRequest {
    Request request;
    base::Locale locale;
    std::int64_t address_hash;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/presentations
    http::Response home(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/presentations/ask: ?champion=SLUG&start=SECONDS; the fields of RequestForm
    http::Response show_form(const http::Request& request, db::Read& read) const;
    base::Result<NewRequest, base::Problems> read_form(const http::Request& request) const;
    http::WriteResult submit(const NewRequest& form, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/presentations/thank-you
    http::Response thank_you(const http::Request& request, db::Read& read) const;

    // GET /{locale}/presentations/calendars/{token}: what is booked within a level, for its coordinators
    http::Response calendar(const http::Request& request, db::Read& read) const;

    // GET /api/v1/presentations/places
    http::Response places(const http::Request& request, db::Read& read) const;

    // "presentations.map" on a hub
    html::SafeHtml block(db::Read& read, const ports::BlockSetting& setting) const;

private:
    http::Response form_page(const http::Request& request, const RequestForm& typed, const base::Problems& problems,
                             db::Read& read) const;

    const Services& services_;
};

// The fields of the form, as they are named in it.
RequestForm request_form(const http::Fields& fields);
std::array<std::string, kDates> typed_dates(const http::Fields& fields);

}  // namespace presentations
