// platform/http/finishing.h - what every response gets after its handler: an error page where it has none, headers for
// caches, a tag, compression.
#pragma once
#include <exception>

#include "platform/http/compression.h"
#include "platform/http/core.h"
#include "platform/http/request_reader.h"
#include "platform/http/response.h"

namespace http {

// Whether errors below this path are problem+json.
bool is_api(std::string_view path);

// Gives a response of status 400 and above that has no body the error page of the visitor's language (problem+json
// below /api/), with these problems.
void fill_error(const Core& core, const Request& request, Response& response, const base::Problems* problems = nullptr);

// Cache-Control, Vary, ETag; an answer of 304 to who has it already; compression by what the visitor takes.
void finish(const Request& request, const Route* route, Response& response);

// Logs the fault with the request id. The response: 503 with Retry-After for db::Unavailable, else 500.
Response response_to_fault(const Request& request, const std::exception& fault);

// The request of a raw one; the status to refuse it with when its path or query cannot be read.
struct Arrival {
    ClientAddress caller;
    base::Instant at;
    std::string request_id;
};
int make_request(RawRequest& raw, const ServerConfig& config, Arrival arrival, Request& request);

}  // namespace http
