// features/integrations/key_handlers.h - what staff do with keys of the API, and what a key can ask about itself.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "features/integrations/key.h"
#include "features/integrations/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/api_operation.h"

namespace integrations {

struct MakeKey {
    std::shared_ptr<const http::Request> request;  // to show the key, once
    ports::Acting acting;
    NewKey key;
    KeyText text;
};

struct RevokeKey {
    ports::Acting acting;
    std::optional<ApiKeyId> key;
};

class KeyHandlers {
public:
    explicit KeyHandlers(const Services& services) : services_(services) {}

    // GET and POST /{locale}/staff/keys: name, per_minute, days, and a tick for each scope: read, sign_on
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response list_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<MakeKey, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult make(const MakeKey& form, db::Write& write) const;

    // POST /{locale}/staff/keys/{id}/revocation
    base::Result<RevokeKey, base::Problems> read_revocation(const http::Request& request) const;
    http::WriteResult revoke(const RevokeKey& form, db::Write& write) const;

    // GET /api/v1/key, with a key
    http::Response show_own(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

// What the API's document says of /api/v1/key.
std::vector<ports::ApiOperation> api_operations();

}  // namespace integrations
