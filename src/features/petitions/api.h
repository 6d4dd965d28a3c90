// features/petitions/api.h - the same sign-on and count as JSON, for other people's sites and apps. No key, no cookie.
#pragma once
#include <memory>
#include <span>
#include <vector>

#include "features/petitions/services.h"
#include "features/petitions/signature.h"
#include "platform/http/event_channel.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/api_operation.h"

namespace petitions {

class Api {
public:
    explicit Api(const Services& services) : services_(services) {}

    // POST /api/v1/petitions/{slug}/signatures: a JSON object with the names of the form; 201, also for a repeat
    base::Result<SignOn, base::Problems> read_sign_on(const http::Request& request) const;
    static http::WriteResult answer_sign_on(const SignOn& sign_on, const SignOutcome& outcome);
    // 422; with a challenge to be solved where the guard asks for a proof, and 403 where it takes nothing
    http::Response refuse(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /api/v1/petitions/{slug}/count
    http::Response count(const http::Request& request, db::Read& read) const;

    // GET /api/v1/petitions/{slug}/count/stream
    std::shared_ptr<http::EventChannel> count_stream(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

// The form in a JSON object; unknown members are passed over. Problems: no object, or a member of another type.
base::Result<SignatureForm, base::Problems> form_of_json(std::string_view body);

// What the API's document says of these addresses.
std::vector<ports::ApiOperation> api_operations();

}  // namespace petitions
