// app/plug_demo_mailbox.cpp - where mails are only looked at: a page with all of them.
#include <span>

#include "app/plugs.h"
#include "features/demo_mailbox/routes.h"
#include "platform/auth/principal.h"

namespace app {
namespace {

// A link to choose a password opens an account: of mails to staff the mailbox shows only owners of the whole campaign
// anything. A demonstration may stand on a public address, and one that was to be a real campaign may still be one.
bool may_read(const http::Request& request, const mail::Order& order) {
    if (!order.kind.starts_with("accounts.")) return true;
    constexpr std::span<const base::LevelId> kEverywhere{};
    return request.staff && auth::may(*request.staff, auth::Permission::manage_staff, kEverywhere);
}

}  // namespace

void plug_in_demo_mailbox(House& house) {
    if (house.settings.config.mail.transport != runtime::MailTransport::demo) return;
    const auto& handlers = house.keep<demo_mailbox::Handlers>(
        demo_mailbox::Services{.renderers = house.mails, .frames = house.frames, .may_read = may_read});
    demo_mailbox::add_routes(house.router, handlers);
}

}  // namespace app
