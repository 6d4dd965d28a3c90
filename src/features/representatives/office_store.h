// features/representatives/office_store.h - who holds which office, in the database.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "features/representatives/holder.h"
#include "platform/db/transaction.h"
#include "ports/editing.h"

namespace representatives::store {

// In office now, vacant seats too; by their identities.
std::vector<StoredHolder> holders(db::Read& read);
std::optional<StoredHolder> find_holder(db::Read& read, RepresentativeId id);
// Who kept the facts last, and when.
std::optional<ports::Saving> last_saving(db::Read& read, RepresentativeId id);

RepresentativeId add_holder(db::Write& write, const Holder& holder, std::string_view staff_name);
// Many at once.
void add_holders(db::Write& write, const std::vector<Holder>& holders, std::string_view staff_name);
// Counts as in office again.
void change_holder(db::Write& write, const StoredHolder& holder, std::string_view staff_name);
// No longer holds it.
void holder_leaves(db::Write& write, RepresentativeId id);

}  // namespace representatives::store
