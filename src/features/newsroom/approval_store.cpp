#include "features/newsroom/approval_store.h"

namespace newsroom::store {
namespace {

struct ApprovalTag;
const db::Command<void(base::Id<ApprovalTag>, ItemId, std::string_view, base::Instant, std::int64_t, std::string_view,
                       base::Instant, std::string_view)>
    kInsert{R"sql(
    insert into news_approval (id, item_id, seen, details_at, account_id, by_name, at, note)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

const db::Query<Approval(ItemId)> kOfItem{
    "select seen, details_at, by_name, at, note from news_approval where item_id = $1 order by id desc limit 100",
    db::columns<Approval, std::string, base::Instant, std::string, base::Instant, std::string>};

const db::Query<std::int64_t(ItemId)> kNeeds{R"sql(
    select s.id from news_placement p join news_section s on s.id = p.section_id
    where p.item_id = $1 and s.needs_approval = 1 limit 1
)sql",
                                             [](const db::Row& row) { return row.integer(0); }};

const db::Query<std::int64_t(ItemId, std::int64_t)> kWrote{R"sql(
    select r.id from news_text t join news_revision r on r.id = t.newest_id
    where t.item_id = $1 and r.written_by_id = $2 and (t.public_id is null or t.public_id <> t.newest_id) limit 1
)sql",
                                                           [](const db::Row& row) { return row.integer(0); }};

}  // namespace

void insert_approval(db::Write& write, const NewApproval& approval, std::string_view staff_name) {
    write.run(kInsert, write.new_id<base::Id<ApprovalTag>>(), approval.item, approval.seen, approval.details_at,
              approval.account, staff_name, write.now(), approval.note);
}

std::vector<Approval> approvals(db::Read& read, ItemId item) { return read.all(kOfItem, item); }

bool needs_approval(db::Read& read, ItemId item) { return read.one(kNeeds, item).has_value(); }

bool wrote_newest(db::Read& read, ItemId item, std::int64_t account) {
    return read.one(kWrote, item, account).has_value();
}

}  // namespace newsroom::store
