// features/letters/staff_handlers_parts.h - what the handlers of staff share. Included by them only.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "features/letters/handlers_parts.h"
#include "features/letters/staff_handlers.h"
#include "features/letters/store.h"
#include "platform/auth/audit.h"
#include "platform/auth/principal.h"
#include "ports/search_documents.h"

namespace letters {

// The campaign of this address, where this person has that right at its level.
inline std::optional<Campaign> find_allowed(db::Read& read, const auth::Principal& staff, std::string_view slug,
                                            auth::Permission permission) {
    auto campaign = store::find(read, slug);
    if (!campaign || !ports::may(read, staff, permission, campaign->level)) return std::nullopt;
    return campaign;
}

inline void note_act(db::Write& write, const ports::Acting& acting, const Campaign& campaign, std::string action,
                     std::vector<auth::Change> changes = {}) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(action),
                         .subject = {"letter_campaign", campaign.id.value, campaign.slug},
                         .level = campaign.level,
                         .changes = std::move(changes)});
    ports::document_changed(write, {.kind = "letters", .key = campaign.slug + "/"});
}

inline http::Response to_overview(const ports::Acting& acting, const Campaign& campaign) {
    return http::see_other(staff_pages::campaign_path(acting.locale, campaign.slug));
}

}  // namespace letters
