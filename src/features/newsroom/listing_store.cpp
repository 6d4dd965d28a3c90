#include "features/newsroom/listing_store.h"

#include <map>
#include <tuple>

namespace newsroom::store {
namespace {

const db::BatchCommand<void(ListKind, std::int64_t, base::Locale, std::int64_t, ItemId)> kEnter{R"sql(
    insert into news_listing (list_kind, list_id, locale, shown_day, item_id) values ($1, $2, $3, $4, $5)
    on conflict (list_kind, list_id, locale, shown_day, item_id) do nothing
)sql"};

const db::Command<ListingRow(ItemId)> kLeave{
    "delete from news_listing where item_id = $1 returning list_kind, list_id, locale, shown_day, item_id",
    db::columns<ListingRow, ListKind, std::int64_t, base::Locale, std::int64_t, ItemId>};

const db::BatchCommand<void(ListKind, std::int64_t, base::Locale, std::int64_t, std::int64_t)> kStepMonth{R"sql(
    insert into news_month (list_kind, list_id, locale, month, items) values ($1, $2, $3, $4, $5)
    on conflict (list_kind, list_id, locale, month) do update set items = news_month.items + excluded.items
)sql"};

// The lists where a public item belongs, by what it has now.
const db::Query<ListingRow(ItemId)> kBelongs{
    R"sql(
    select cast(0 as bigint), cast(0 as bigint), t.locale, coalesce(i.event_day, i.publication_day, -1000000), i.id
    from news_item i join news_text t on t.item_id = i.id and t.public_id is not null where i.id = $1
    union all
    select cast(1 as bigint), p.section_id, t.locale, coalesce(i.event_day, i.publication_day, -1000000), i.id
    from news_item i join news_text t on t.item_id = i.id and t.public_id is not null
    join news_placement p on p.item_id = i.id where i.id = $1
    union all
    select cast(2 as bigint), g.tag_id, t.locale, coalesce(i.event_day, i.publication_day, -1000000), i.id
    from news_item i join news_text t on t.item_id = i.id and t.public_id is not null
    join news_tagging g on g.item_id = i.id where i.id = $1
    union all
    select cast(3 as bigint), i.level_id, t.locale, coalesce(i.event_day, i.publication_day, -1000000), i.id
    from news_item i join news_text t on t.item_id = i.id and t.public_id is not null where i.id = $1
)sql",
    db::columns<ListingRow, ListKind, std::int64_t, base::Locale, std::int64_t, ItemId>};

// Steps of the counts, in the order of their keys, so that two writers never wait for each other in a circle.
using MonthKey = std::tuple<ListKind, std::int64_t, base::Locale, std::int64_t>;

void step_months(db::Write& write, std::span<const ListingRow> rows, std::int64_t by) {
    std::map<MonthKey, std::int64_t> steps;
    for (const ListingRow& row : rows) steps[{row.kind, row.list, row.locale, month_number(row.shown_day)}] += by;
    write.run_batch(kStepMonth, steps, [](const auto& step) {
        const auto& [kind, list, locale, month] = step.first;
        return std::tie(kind, list, locale, month, step.second);
    });
}

}  // namespace

std::int64_t month_number(std::int64_t shown) {
    const auto day = shown_day(shown);
    if (!day) return kUndatedMonth;
    const Month month = month_of(*day);
    return month.year * 12 + static_cast<std::int64_t>(month.month) - 1;
}

void enter(db::Write& write, std::span<const ListingRow> rows) {
    write.run_batch(kEnter, rows, [](const ListingRow& row) {
        return std::tie(row.kind, row.list, row.locale, row.shown_day, row.item);
    });
    step_months(write, rows, 1);
}

void list_again(db::Write& write, ItemId item) {
    const auto left = write.run_all(kLeave, item);
    if (!left.empty()) step_months(write, left, -1);
    const auto belongs = write.all(kBelongs, item);
    if (!belongs.empty()) enter(write, belongs);
}

}  // namespace newsroom::store
