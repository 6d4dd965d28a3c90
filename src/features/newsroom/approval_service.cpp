#include "features/newsroom/approval_service.h"

#include "features/newsroom/item_store.h"
#include "features/newsroom/staff_pages.h"

namespace newsroom {

std::optional<store::Approval> standing_approval(db::Read& read, const Item& item) {
    const auto all = store::approvals(read, item.id);
    if (all.empty() || all.front().details_at != item.changed_at) return std::nullopt;
    if (all.front().seen != staff_pages::seen_revisions(store::text_states(read, item.id))) return std::nullopt;
    return all.front();
}

base::Problems problems_of_approval(db::Read& read, const Item& item) {
    if (!store::needs_approval(read, item.id) || standing_approval(read, item)) return {};
    return {{"", base::message("A section of this item asks that somebody other than its writer approves it as it "
                               "stands. Send it to review.")}};
}

base::Problems problems_of_approving(db::Read& read, const Item& item, std::int64_t account) {
    if (item.stage != Stage::in_review && item.stage != Stage::published)
        return {{"", base::message("Only what is in review is approved.")}};
    if (store::wrote_newest(read, item.id, account))
        return {{"", base::message("You wrote the newest words yourself: somebody else approves them.")}};
    return {};
}

}  // namespace newsroom
