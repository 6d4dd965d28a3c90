// features/endorsements/staff_handlers.h - what staff do with endorsements: look, publish, decline, take out, put back.
#pragma once
#include <optional>
#include <string>

#include "features/endorsements/document_store.h"
#include "features/endorsements/endorsement.h"
#include "features/endorsements/services.h"
#include "features/endorsements/staff_pages.h"
#include "platform/auth/audit.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/staff_home.h"

namespace endorsements {

struct StaffDecision {
    ports::Acting acting;
    EndorsementId endorsement;
    Decision decision;
    std::string reason_en, reason_fr;
};

// A document that belongs to the proclamation or resolution of a municipality.
struct DocumentUpload {
    ports::Acting acting;
    EndorsementId endorsement;
    Document document;
};
struct DocumentRemoval {
    ports::Acting acting;
    EndorsementId endorsement;
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/petitions/{slug}/endorsements: ?state, ?before
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/endorsements/{endorsement}
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /{locale}/staff/endorsements/{endorsement}/decision: decision, reason_en, reason_fr
    base::Result<StaffDecision, base::Problems> read_decision(const http::Request& request) const;
    http::WriteResult decide(const StaffDecision& decision, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/staff/endorsements/{endorsement}/document: before it is shown, too
    http::Response document(const http::Request& request, db::Read& read) const;

    // POST to the same, multipart: file
    base::Result<DocumentUpload, base::Problems> read_document(const http::Request& request) const;
    http::WriteResult attach(const DocumentUpload& upload, db::Write& write) const;

    // POST .../document/removal
    base::Result<DocumentRemoval, base::Problems> read_removal(const http::Request& request) const;
    http::WriteResult detach(const DocumentRemoval& removal, db::Write& write) const;

private:
    struct Found {
        Endorsement endorsement;
        ports::PetitionFacts petition;
    };
    static void record_document(db::Write& write, const ports::Acting& acting, const Found& found,
                                const auth::FieldValues& names);
    std::optional<Found> find_allowed(db::Read& read, EndorsementId id, const ports::Acting& acting) const;

    const Services& services_;
};

// How many wait, petition by petition.
ports::HomeProvider home_news(const ports::PetitionReader& petitions);

}  // namespace endorsements
