// features/mail_series/sending_service.h - sends what is due, and lets people in.
#pragma once
#include "features/mail_series/series.h"
#include "features/mail_series/services.h"

namespace mail_series {

// What the series needs before it can be switched on: "The French text is missing."; empty when it can.
std::vector<base::Message> unready(const Services& services, db::Read& read, const Plan& plan);

// Keeps the words of every mail as they are now, and opens the series. The caller has looked at unready().
void switch_on(const Services& services, db::Write& write, const Series& series);

// Orders the mails of at most `limit` members whose time has come, each with what becomes of the member, in one
// transaction: a mail is ordered once however often this is interrupted. Returns how many members were looked at.
std::size_t send_due(const Services& services, base::Instant now, std::int64_t limit);

}  // namespace mail_series
