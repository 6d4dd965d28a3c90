// features/presentations/invitation_service.h - a presentation as calendars have it: in invitations, and in feeds.
#pragma once
#include <string>
#include <vector>

#include "features/presentations/notice.h"
#include "features/presentations/presentation.h"
#include "features/presentations/services.h"
#include "platform/calendars/calendar.h"
#include "platform/mail/message.h"

namespace presentations {

// The event as it is now, for feeds. It has a time.
struct InFeed {
    const Presentation& presentation;
    base::Locale locale;
    std::string url;  // where its reader finds more
};
calendars::Event event_of(const Services& services, const InFeed& of, db::Read& read);

// The invitation of a notice to one side: REQUEST of what is booked, moved or near, CANCEL of what is cancelled or
// was given back; none for other notices.
struct Invitation {
    const Presentation& presentation;
    const Notice& notice;
    base::Locale locale;
    calendars::Participant attendee;
    std::string url;
};
mail::CalendarPart invitation(const Services& services, const Invitation& of, db::Read& read);

}  // namespace presentations
