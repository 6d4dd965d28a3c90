// features/integrations/petition_api.h - petitions as JSON, for other people's sites: which there are, and one with its
// texts in both languages, their versions and its counts by class.
#pragma once
#include <vector>

#include "features/integrations/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "ports/api_operation.h"

namespace integrations {

class PetitionHandlers {
public:
    explicit PetitionHandlers(const Services& services) : services_(services) {}

    // GET /api/v1/petitions: those that are public, newest first
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /api/v1/petitions/{slug}
    http::Response show(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

// What the API's document says of these addresses.
std::vector<ports::ApiOperation> petition_operations();

}  // namespace integrations
