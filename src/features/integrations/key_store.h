// features/integrations/key_store.h - keys of the API: all that is read and written of them.
#pragma once
#include <optional>
#include <vector>

#include "features/integrations/key.h"
#include "platform/auth/principal.h"
#include "platform/db/transaction.h"

namespace integrations::store {

std::vector<ApiKey> keys(db::Read& read);  // the newest first
std::optional<ApiKey> find_key(db::Read& read, ApiKeyId id);
std::optional<ApiKey> find_key(db::Read& read, const auth::TokenHash& hash);

struct KeyRow {
    const NewKey& key;
    const KeyText& text;
    auth::StaffId by;
};
ApiKeyId insert_key(db::Write& tx, const KeyRow& row);
// Whether it was not revoked before.
bool revoke_key(db::Write& tx, ApiKeyId id);
void note_use_of_key(db::Write& tx, ApiKeyId id);

}  // namespace integrations::store
