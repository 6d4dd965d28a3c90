// features/editor_letters/api.h - campaigns of letters and newspapers as JSON, and how the OpenAPI document tells of
// them.
#pragma once
#include <vector>

#include "platform/db/transaction.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "ports/api_operation.h"

namespace editor_letters {

// GET /api/v1/editor-letters: published campaigns with their counts, and what was printed
http::Response campaigns_json(const http::Request& request, db::Read& read);
// GET /api/v1/newspapers: postal_code, place, province, language
http::Response newspapers_json(const http::Request& request, db::Read& read);

std::vector<ports::ApiOperation> api_operations();

}  // namespace editor_letters
