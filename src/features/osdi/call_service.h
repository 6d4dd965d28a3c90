// features/osdi/call_service.h - a request that changes something: its body, its key, and doing it once however often
// it comes.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include "base/problem.h"
#include "base/result.h"
#include "features/osdi/person_input.h"
#include "platform/db/transaction.h"
#include "platform/http/request.h"
#include "platform/http/write_route.h"
#include "ports/api_scopes.h"

namespace osdi {

struct Call {
    std::shared_ptr<const http::Request> request;  // with a key
    boost::json::object body;

    const http::Request& http() const { return *request; }
    const http::ApiCaller& caller() const { return *request->caller; }
};

// Problems: no key or the wrong one, no JSON object in the body (a DELETE needs none), an Idempotency-Key that is too
// long.
base::Result<Call, base::Problems> read_call(const http::Request& request, ports::ApiScope scope);

// The number of the record that `act` makes or finds. Where the key sent this very request under its Idempotency-Key
// before, act is not called, and the number is that of then. Problems: those of act, and kConflict where that
// Idempotency-Key came with another request.
using Act = std::function<base::Result<std::int64_t, base::Problems>()>;
base::Result<std::int64_t, base::Problems> once(const Call& call, db::Write& write, const Act& act);

// The person that a body writes out under "person"; nullopt where there is none.
base::Result<std::optional<PersonInput>, base::Problems> person_of(const boost::json::object& body);

// The address of the person that a body links to under _links.osdi:person.href; "" for none.
std::string linked_person(const boost::json::object& body);

// The answer to problems, in the API's own shape.
http::Response refuse(const http::Request& request, const base::Problems& problems, db::Read& read);

}  // namespace osdi
