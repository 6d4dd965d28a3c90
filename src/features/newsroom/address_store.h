// features/newsroom/address_store.h - where every public text is, without its words: for sitemaps of any length.
#pragma once
#include <string>
#include <vector>

#include "features/newsroom/store.h"
#include "platform/db/transaction.h"

namespace newsroom::store {

struct PublicAddress {
    ItemId item;
    base::Locale locale;
    std::string slug, other_slug;  // other_slug: empty where it is not public
    base::Instant changed_at;
};
// Behind (page.after_item, page.after_locale), in that order, as public_texts() has them.
std::vector<PublicAddress> public_addresses(db::Read& read, const TextPage& page);

}  // namespace newsroom::store
