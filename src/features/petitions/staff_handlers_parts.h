// features/petitions/staff_handlers_parts.h - what the staff handlers of this slice share. Included by them only.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/petitions/staff_handlers.h"
#include "features/petitions/store.h"

namespace petitions {

// The petition of this address, when this person has that right at its level.
struct Wanted {
    std::string slug;
    auth::Permission permission;
};
inline std::optional<Petition> find_allowed(db::Read& read, const auth::Principal& staff, const Wanted& wanted) {
    const auto petition = store::find(read, wanted.slug);
    if (!petition || !ports::may(read, staff, wanted.permission, petition->level)) return std::nullopt;
    return petition;
}

inline void record(db::Write& write, const Acting& who, const Petition& petition, std::string action,
                   std::vector<auth::Change> changes = {}) {
    auth::record(write, {.actor = auth::actor_of(who.staff, who.request_id),
                         .action = std::move(action),
                         .subject = {"petition", petition.id.value, petition.slug},
                         .level = petition.level,
                         .changes = std::move(changes)});
}

// The title in this language, else in the other one; before anything is written, the name in the address.
inline std::string title_of(const Petition& petition, const std::vector<Text>& texts, base::Locale locale) {
    for (const Text& text : texts)
        if (text.locale == locale) return text.title;
    return texts.empty() ? petition.slug : texts.front().title;
}

}  // namespace petitions
