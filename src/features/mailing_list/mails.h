// features/mailing_list/mails.h - what this slice writes to people about their place on the list.
#pragma once
#include "features/mailing_list/services.h"
#include "platform/mail/renderers.h"

namespace mailing_list {

// Adds kConfirmMail, kOnTheListMail and kPreferencesMail. services outlives the renderers.
void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace mailing_list
