// features/demo_mailbox/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/mail/renderers.h"
#include "ports/page.h"

namespace demo_mailbox {

struct Services {
    const mail::Renderers& renderers;
    const ports::PageFrames& frames;
};

}  // namespace demo_mailbox
