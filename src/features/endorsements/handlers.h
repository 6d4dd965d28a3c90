// features/endorsements/handlers.h - what each public address does: the list, the form of each class (Handlers), and
// the page behind the mailed link (OwnHandlers).
#pragma once
#include <optional>
#include <string>

#include "features/endorsements/endorsement.h"
#include "features/endorsements/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace endorsements {

// A form on its way to the writer.
struct NewEndorsement {
    std::string slug;
    base::Locale locale;
    Submission submission;
    std::int64_t address_hash;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // The section on the page of a petition: who endorses it, each class with its own count.
    html::SafeHtml section(const ports::PetitionView& view, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/endorsements
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/petitions/{slug}/endorsements/{class}: the fields of EndorsementForm
    http::Response show_form(const http::Request& request, db::Read& read) const;
    base::Result<NewEndorsement, base::Problems> read_form(const http::Request& request) const;
    http::WriteResult submit(const NewEndorsement& form, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/endorsements/{class}/thank-you
    http::Response thank_you(const http::Request& request, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/endorsements/documents/{endorsement}: while the act is shown
    http::Response document(const http::Request& request, db::Read& read) const;

    // GET /api/v1/petitions/{slug}/endorsements
    http::Response api(const http::Request& request, db::Read& read) const;

private:
    std::optional<ports::PetitionFacts> find_public(const http::Request& request, db::Read& read) const;
    // Those that count and may be named now.
    std::vector<Endorsement> shown(db::Read& read, PetitionId petition) const;
    http::Response form_page(const http::Request& request, const EndorsementForm& typed, const base::Problems& problems,
                             db::Read& read) const;

    const Services& services_;
};

// A press on a button behind the mailed link.
struct OwnAct {
    EndorsementId endorsement;
    std::string token;
    base::Locale locale;
};

class OwnHandlers {
public:
    explicit OwnHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/endorsements/{token}
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /{locale}/endorsements/{token}/confirmation, /withdrawal
    base::Result<OwnAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult confirm(const OwnAct& act, db::Write& write) const;
    http::WriteResult withdraw(const OwnAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    const Services& services_;
};

// A step of the count of its class, as listeners hear it.
ports::CountChange change_of(const Endorsement& endorsement, ports::CountStep step, base::Instant at);

}  // namespace endorsements
