// features/mail_returns/store.h - all SQL of this slice.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "features/mail_returns/returned.h"
#include "platform/db/transaction.h"

namespace mail_returns::store {

// One more of this kind today.
void count_return(db::Write& write, ReportKind kind);
// How many of each kind came back since that time (whole days, UTC); kinds that never came are missing.
std::vector<KindCount> counts_since(db::Read& read, base::Instant since);

struct NewMail {
    std::string_view recipient, subject, text;
};
void keep_mail(db::Write& write, const NewMail& mail);
std::vector<ReturnedMail> kept_mails(db::Read& read, std::int64_t limit);  // newest first, without their text
std::optional<ReturnedMail> find_mail(db::Read& read, ReturnedMailId id);
// How many went, of those received before that time.
std::int64_t forget_mails(db::Write& write, base::Instant before);

}  // namespace mail_returns::store
