// features/demo_mailbox/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <functional>

#include "platform/http/request.h"
#include "platform/mail/renderers.h"
#include "ports/page.h"

namespace demo_mailbox {

struct Services {
    const mail::Renderers& renderers;
    const ports::PageFrames& frames;
    // Whether this visitor may see that mail at all. Absent: everybody sees every mail.
    std::function<bool(const http::Request&, const mail::Order&)> may_read{};
};

}  // namespace demo_mailbox
