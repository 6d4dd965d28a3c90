// features/dossiers/handlers.h - what each public address of this slice does.
#pragma once
#include <string>

#include "features/dossiers/forms.h"
#include "features/dossiers/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace dossiers {

struct Told {
    LetterId letter;
    std::string token;
    LogFacts facts;
    base::Locale locale;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // The part of a representative's page; nothing near an election that concerns them.
    html::SafeHtml section(const ports::RepresentativeView& view, db::Read& read) const;

    // GET /api/v1/representatives/{representative}/dossier: ?language
    http::Response api(const http::Request& request, db::Read& read) const;

    // GET /{locale}/letter-answers/{token}: ?told
    http::Response show_telling(const http::Request& request, db::Read& read) const;
    // GET /{locale}/letter-answers/{token}/attachments/{attachment}
    http::Response attachment(const http::Request& request, db::Read& read) const;
    // POST /{locale}/letter-answers/{token}: on_date, words. A second time it takes the place of the first, until staff
    // have read that
    base::Result<Told, base::Problems> read_told(const http::Request& request) const;
    http::WriteResult tell(const Told& told, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    const Services& services_;
};

// What came with an answer, as a file to save: whatever it says that it is, browsers do not run it.
http::Response attachment_response(db::Read& read, AttachmentId id, AnswerId answer);

}  // namespace dossiers
