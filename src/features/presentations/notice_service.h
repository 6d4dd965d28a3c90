// features/presentations/notice_service.h - mails about a presentation, ordered with what is true now.
#pragma once
#include "features/presentations/notice.h"
#include "features/presentations/presentation.h"
#include "features/presentations/services.h"
#include "platform/db/transaction.h"

namespace presentations {

struct Notification {
    Recipient recipient;
    NoticeKind kind;
};
// Writes down what is true now, and orders no mail.
NoticeId note(PresentationId id, const Notification& notification, db::Write& write);
// Orders a mail with what is true now.
void notify(const Services& services, PresentationId id, const Notification& notification, db::Write& write);

}  // namespace presentations
