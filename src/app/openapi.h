// app/openapi.h - the API's description as an OpenAPI 3.1 document, made of what the slices say of their addresses.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "ports/api_operation.h"

namespace app {

struct ApiDocument {
    std::string_view title;
    std::string_view server_url;  // "https://example.org", or "/": where the document came from
    std::span<const ports::ApiOperation> operations;
};

// The document as JSON: paths in the order of the operations, every schema in place, problem+json as one component.
std::string openapi_document(const ApiDocument& document);

// The operation that describes the document itself.
ports::ApiOperation openapi_operation();

}  // namespace app
