// features/endorsements/staff_handlers.h - what staff do with endorsements: look, publish, decline, take out, put back.
#pragma once
#include <optional>
#include <string>

#include "features/endorsements/endorsement.h"
#include "features/endorsements/services.h"
#include "features/endorsements/staff_pages.h"
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

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/petitions/{slug}/endorsements
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/endorsements/{endorsement}
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /{locale}/staff/endorsements/{endorsement}/decision: decision, reason_en, reason_fr
    base::Result<StaffDecision, base::Problems> read_decision(const http::Request& request) const;
    http::WriteResult decide(const StaffDecision& decision, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    struct Found {
        Endorsement endorsement;
        ports::PetitionFacts petition;
    };
    std::optional<Found> find_allowed(db::Read& read, EndorsementId id, const ports::Acting& acting) const;

    const Services& services_;
};

// How many wait, petition by petition.
ports::HomeProvider home_news(const ports::PetitionReader& petitions);

}  // namespace endorsements
