// features/newsroom/approval_service.h - the barrier before publication: in a section that asks for it, somebody other
// than the writer approves an item, and what was approved is what is published.
#pragma once
#include <optional>

#include "features/newsroom/approval_store.h"

namespace newsroom {

// The approval that holds for the item as it stands: its newest words and its details are those that were approved.
std::optional<store::Approval> standing_approval(db::Read& read, const Item& item);

// What keeps it from being published: a section asks for an approval and none holds. Field: "".
base::Problems problems_of_approval(db::Read& read, const Item& item);

// What keeps this account from approving it: it is neither in review nor public with newer words, or the newest words
// are their own.
base::Problems problems_of_approving(db::Read& read, const Item& item, std::int64_t account);

}  // namespace newsroom
