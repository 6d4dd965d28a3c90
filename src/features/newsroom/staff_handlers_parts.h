// features/newsroom/staff_handlers_parts.h - what the staff handlers of this slice share. Included by them only.
#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/whole_number.h"
#include "features/newsroom/naming_service.h"
#include "features/newsroom/section_store.h"
#include "features/newsroom/staff_handlers.h"
#include "platform/i18n/local_time.h"

namespace newsroom {

// The number in the address; 0, which is nothing's, for anything that is none.
inline ItemId item_id(const http::Request& request) {
    return ItemId{base::whole_number(request.parameter("item")).value_or(0)};
}
inline SectionId section_id(const http::Request& request) {
    return SectionId{base::whole_number(request.parameter("section")).value_or(0)};
}

// The item, when this person has that right at its level.
struct WantedItem {
    ItemId item;
    auth::Permission permission;
};
inline std::optional<Item> find_allowed(db::Read& read, const auth::Principal& staff, const WantedItem& wanted) {
    auto item = store::find_item(read, wanted.item);
    if (!item || !ports::may(read, staff, wanted.permission, item->level)) return std::nullopt;
    return item;
}

struct WantedSection {
    SectionId section;
    auth::Permission permission;
};
inline std::optional<Section> find_allowed(db::Read& read, const auth::Principal& staff, const WantedSection& wanted) {
    auto section = store::find_section(read, wanted.section);
    if (!section || !ports::may(read, staff, wanted.permission, section->level)) return std::nullopt;
    return section;
}

inline html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

// What was done to an item or section, for the audit log.
struct Deed {
    const Acting& who;
    std::string action;
    auth::Subject subject;
    base::LevelId level;
    std::vector<auth::Change> changes{};
};
inline void record(db::Write& write, Deed deed) {
    auth::record(write, {.actor = auth::actor_of(deed.who.staff, deed.who.request_id),
                         .action = std::move(deed.action),
                         .subject = std::move(deed.subject),
                         .level = deed.level,
                         .changes = std::move(deed.changes)});
}
inline auth::Subject subject_of(const Section& section) {
    return {"news_section", section.id.value, section.best(base::Locale::english).title};
}

inline OneLanguage one_language(const http::Form& form) {
    return form.is_ticked("one_language") ? OneLanguage::decided : OneLanguage::not_decided;
}

}  // namespace newsroom
