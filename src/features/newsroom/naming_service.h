// features/newsroom/naming_service.h - what staff call an item, and on which day of the campaign something happens.
#pragma once
#include <string>
#include <vector>

#include "features/newsroom/item.h"
#include "platform/auth/audit.h"
#include "platform/db/transaction.h"
#include "platform/i18n/time_zone.h"
#include "platform/i18n/translator.h"

namespace newsroom {

// In their language where it has one, else in the other; "New item" before anything is written.
std::string title_of(const i18n::Translator& t, const std::vector<Revision>& newest);

// The item as the audit log names it.
auth::Subject subject_of(db::Read& read, const Item& item);

// The campaign's day at this instant.
Day day_in(const i18n::TimeZone& zone, base::Instant at);

}  // namespace newsroom
