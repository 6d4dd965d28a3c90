// features/site/staff_handlers_parts.h - what the staff handlers of this slice share. Included by them only.
#pragma once
#include <string>
#include <vector>

#include "features/site/staff_handlers.h"
#include "people/store.h"

namespace site {

inline Acting acting(const http::Request& request) { return {*request.staff, request.request_id, request.locale}; }

inline std::vector<base::LevelId> level_and_ancestors(const people::LevelTree& tree, base::LevelId level) {
    std::vector<base::LevelId> ids;
    for (const auto* each : tree.with_ancestors(level)) ids.push_back(each->id);
    return ids;
}

inline bool may(db::Read& read, const auth::Principal& staff, auth::Permission permission, base::LevelId level) {
    return auth::may(staff, permission, level_and_ancestors(people::levels(read), level));
}

inline OneLanguage one_language(const http::Form& form) {
    return form.is_ticked("one_language") ? OneLanguage::decided : OneLanguage::not_decided;
}

// The explicit decision to publish without a language, for the log.
inline void add_decision(std::vector<auth::Change>& changes, const std::string& missing) {
    auth::add_change(changes, "published_without", {"", missing});
}

}  // namespace site
