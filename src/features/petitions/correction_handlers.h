// features/petitions/correction_handlers.h - the public log of corrections: a page, JSON, and a part of the petition's
// own page.
#pragma once
#include <vector>

#include "features/petitions/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "ports/api_operation.h"
#include "ports/petition_sections.h"

namespace petitions {

class CorrectionHandlers {
public:
    explicit CorrectionHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/petitions/{slug}/corrections
    http::Response show(const http::Request& request, db::Read& read) const;

    // GET /api/v1/petitions/{slug}/corrections
    http::Response as_json(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

// The newest of them, on the petition's page. `zone`: of the dates.
ports::PetitionSection corrections_section(const i18n::TimeZone& zone);

std::vector<ports::ApiOperation> correction_operations();

}  // namespace petitions
