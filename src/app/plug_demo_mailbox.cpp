// app/plug_demo_mailbox.cpp - where mails are only looked at: a page with all of them.
#include "app/plugs.h"
#include "features/demo_mailbox/routes.h"

namespace app {

void plug_in_demo_mailbox(House& house) {
    if (house.settings.config.mail.transport != runtime::MailTransport::demo) return;
    const auto& handlers =
        house.keep<demo_mailbox::Handlers>(demo_mailbox::Services{.renderers = house.mails, .frames = house.frames});
    demo_mailbox::add_routes(house.router, handlers);
}

}  // namespace app
