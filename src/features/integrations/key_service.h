// features/integrations/key_service.h - tells the server whose key an API request bears.
#pragma once
#include <optional>

#include "platform/db/database.h"
#include "platform/http/server.h"

namespace integrations {

// For http::Authenticator::find_key. A use is noted in the background, once in five minutes, so that reads stay reads.
std::optional<http::KeyHolder> find_key(db::Database& database, const http::Request& request, db::Read& read);

}  // namespace integrations
