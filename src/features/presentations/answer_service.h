// features/presentations/answer_service.h - what the calendars of host and champion answer to our invitations: yes, no,
// perhaps. It is kept for staff; whoever says no is asked by mail whether they mean it, because a page cancels and not
// a calendar.
#pragma once
#include <optional>
#include <vector>

#include "base/email_address.h"
#include "features/presentations/notice.h"
#include "features/presentations/services.h"
#include "ports/mail_replies.h"

namespace presentations {

// Where the calendar of this side answers to, the same for all invitations to it: "h-TOKEN@" the domain for returned
// mail, "c-TOKEN@" for the champion. nullopt where no mail comes back to this program.
std::optional<base::EmailAddress> answer_address(const Services& services, PresentationId id, Recipient side);

// For both; whatever else is written there is for people to read.
std::vector<ports::MailReplyListener> answer_listeners(const Services& services);

}  // namespace presentations
