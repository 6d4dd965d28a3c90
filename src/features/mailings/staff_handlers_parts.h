// features/mailings/staff_handlers_parts.h - what the staff handlers of this slice share. Included by them only.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/whole_number.h"
#include "features/mailings/staff_handlers.h"
#include "features/mailings/store.h"
#include "platform/auth/audit.h"

namespace mailings {

inline MailingId mailing_id(const http::Request& request) {
    return MailingId{base::whole_number(request.parameter("mailing")).value_or(0)};
}

// The mailing, when this person may write at its level.
inline std::optional<Mailing> find_allowed(db::Read& read, const auth::Principal& staff, MailingId id) {
    auto mailing = store::find(read, id);
    if (!mailing || !ports::may(read, staff, auth::Permission::edit_content, mailing->plan.level)) return std::nullopt;
    return mailing;
}

inline html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

// What was done, for the audit log.
struct Deed {
    const ports::Acting& who;
    std::string action;
    const Mailing& mailing;
    std::vector<auth::Change> changes{};
};
inline void record(db::Write& write, Deed deed) {
    auth::record(write, {.actor = auth::actor_of(deed.who.staff, deed.who.request_id),
                         .action = std::move(deed.action),
                         .subject = {"mailing", deed.mailing.id.value, deed.mailing.plan.name},
                         .level = deed.mailing.plan.level,
                         .changes = std::move(deed.changes)});
}

}  // namespace mailings
