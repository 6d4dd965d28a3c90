// features/letters/api.h - open letters as JSON, and the hint about likeness while somebody writes.
#pragma once
#include <vector>

#include "features/letters/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "ports/api_operation.h"

namespace letters {

class ApiHandlers {
public:
    explicit ApiHandlers(const Services& services) : services_(services) {}

    // GET /api/v1/letters, /api/v1/letters/{slug}: campaigns that are or were open; ?language
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /api/v1/letter-likeness: {"campaign": 17, "text": "...", "language": "fr"}
    http::Response likeness(const http::Request& request) const;

private:
    const Services& services_;
};

std::vector<ports::ApiOperation> api_operations();

}  // namespace letters
