#include "features/newsroom/naming_service.h"

#include <algorithm>

#include "features/newsroom/item_store.h"
#include "features/newsroom/teaser_service.h"
#include "platform/i18n/local_time.h"

namespace newsroom {

std::string title_of(const i18n::Translator& t, const std::vector<Revision>& newest) {
    const auto own = std::ranges::find(newest, t.locale(), &Revision::locale);
    if (own != newest.end()) return headline_of(own->words, own->locale);
    return newest.empty() ? t("New item") : headline_of(newest.front().words, newest.front().locale);
}

auth::Subject subject_of(db::Read& read, const Item& item) {
    const i18n::Translator t{base::Locale::english};
    return {"news_item", item.id.value, title_of(t, store::newest_revisions(read, item.id))};
}

Day day_in(const i18n::TimeZone& zone, base::Instant at) {
    const auto local = i18n::local_time(at, zone);
    return Day{std::chrono::year{local.year} / std::chrono::month{static_cast<unsigned>(local.month)} / local.day};
}

}  // namespace newsroom
