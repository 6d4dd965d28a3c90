// features/count_proof/api.h - the log for programs: heads, entries, proofs, keys, and the whole of it as one file.
#pragma once
#include <vector>

#include "features/count_proof/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "ports/api_operation.h"

namespace count_proof {

class Api {
public:
    explicit Api(const Services& services) : services_(services) {}

    // GET /api/v1/count-proof/head, /heads/{size}: the signed text
    http::Response head(const http::Request& request, db::Read& read) const;
    http::Response head_of_size(const http::Request& request, db::Read& read) const;
    // GET /api/v1/count-proof/keys: one a line, oldest first
    http::Response keys(const http::Request& request, db::Read& read) const;
    // GET /api/v1/count-proof/consistency?old=&new=
    http::Response consistency(const http::Request& request, db::Read& read) const;
    // GET /api/v1/count-proof/entries?from=&to=: bytes
    http::Response entries(const http::Request& request, db::Read& read) const;
    // GET /api/v1/count-proof/log: a file of any length
    http::Response log(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

std::vector<ports::ApiOperation> api_operations();

}  // namespace count_proof
