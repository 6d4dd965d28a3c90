// features/integrations/key_service.h - tells the server whose key an API request bears.
#pragma once
#include <optional>

#include "features/integrations/key.h"
#include "platform/db/database.h"
#include "platform/http/server.h"
#include "ports/petitions.h"

namespace integrations {

struct KeyTools {
    db::Database& database;
    const ports::PetitionReader& petitions;
};

// The key of a request, in either of the headers where one may stand: Authorization, or else OSDI-API-Token (without
// "Bearer").
std::optional<auth::TokenHash> hash_of_key(const http::Headers& headers);

// For http::Authenticator::find_key. A use is noted in the background, once in five minutes, so that reads stay reads.
// A key of a level signs for the petitions of that level and of those below it.
std::optional<http::KeyHolder> find_key(const KeyTools& tools, const http::Request& request, db::Read& read);

}  // namespace integrations
