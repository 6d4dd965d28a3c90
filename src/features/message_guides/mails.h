// features/message_guides/mails.h - what this slice writes: the link for members.
#pragma once
#include <string>

#include "features/message_guides/services.h"
#include "platform/mail/renderers.h"

namespace message_guides {

inline const std::string kMemberMail = "message_guides.member";  // about a person

// services outlives the renderers.
void add_mails(mail::Renderers& renderers, const Services& services);

}  // namespace message_guides
