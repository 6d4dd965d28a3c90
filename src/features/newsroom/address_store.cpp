#include "features/newsroom/address_store.h"

namespace newsroom::store {
namespace {

PublicAddress read_address(const db::Row& row) {
    return {row.as<ItemId>(0), row.as<base::Locale>(1), row.as<std::string>(2), row.as<std::string>(3),
            row.as<base::Instant>(4)};
}

const db::Query<PublicAddress(ItemId, base::Locale, std::int64_t)> kPublicAddresses{R"sql(
    select t.item_id, t.locale, t.slug, coalesce(o.slug, ''), coalesce(t.shown_at, 0)
    from news_text t
    left join news_text o on o.item_id = t.item_id and o.locale <> t.locale and o.public_id is not null
    where t.public_id is not null and (t.item_id, t.locale) > ($1, $2)
    order by t.item_id, t.locale limit $3
)sql",
                                                                                    read_address};

}  // namespace

std::vector<PublicAddress> public_addresses(db::Read& read, const TextPage& page) {
    return read.all(kPublicAddresses, page.after_item, page.after_locale, page.limit);
}

}  // namespace newsroom::store
