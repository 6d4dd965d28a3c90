// features/newsroom/approval_store.h - who approved which words of an item.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/newsroom/item.h"
#include "platform/db/transaction.h"

namespace newsroom::store {

// It holds for the revisions that were newest and the details that stood there.
struct Approval {
    std::string seen;          // staff_pages::seen_revisions of that moment
    base::Instant details_at;  // when the item's details had changed last
    std::string by;
    base::Instant at;
    std::string note;
};

struct NewApproval {
    ItemId item;
    std::string_view seen;
    base::Instant details_at;
    std::int64_t account;
    std::string_view note;
};
void insert_approval(db::Write& write, const NewApproval& approval, std::string_view staff_name);

std::vector<Approval> approvals(db::Read& read, ItemId item);  // newest first, at most 100

// Whether a section in which the item stands asks for an approval.
bool needs_approval(db::Read& read, ItemId item);

// Whether this account wrote the newest words of a language that are not public as they stand.
bool wrote_newest(db::Read& read, ItemId item, std::int64_t account);

}  // namespace newsroom::store
