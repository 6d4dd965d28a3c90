// features/message_guides/staff_handlers_parts.h - what the handlers of staff share. Included by them only.
#pragma once
#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/message_guides/handlers_parts.h"
#include "features/message_guides/staff_handlers.h"
#include "platform/auth/audit.h"
#include "platform/i18n/local_time.h"

namespace message_guides {

// The guide of this address, where this person has that right at its level.
inline std::optional<Guide> find_allowed(db::Read& read, const auth::Principal& staff, std::string_view slug,
                                         auth::Permission permission) {
    auto guide = store::find(read, slug);
    if (!guide || !ports::may(read, staff, permission, guide->level)) return std::nullopt;
    return guide;
}

inline int number_of(std::string_view text) {
    return static_cast<int>(std::clamp<std::int64_t>(base::whole_number(text).value_or(0), 0, 1'000'000));
}

inline std::string today(base::Instant now) {
    return i18n::text_of(i18n::local_time(now, i18n::TimeZone::toronto())).substr(0, 10);
}

inline void record(db::Write& write, const ports::Acting& acting, const Guide& guide, std::string action,
                   std::vector<auth::Change> changes = {}) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(action),
                         .subject = {"message_guide", guide.id.value, guide.slug},
                         .level = guide.level,
                         .changes = std::move(changes)});
}

}  // namespace message_guides
