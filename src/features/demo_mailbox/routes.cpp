#include "features/demo_mailbox/routes.h"

namespace demo_mailbox {

// to=PART: only mails whose recipient holds PART. before=ID: mails older than that one. part=html: the HTML part alone,
// for the frame inside the page.
void add_routes(http::Router& router, const Handlers& handlers) {
    router.get("/{locale}/demo/mailbox",
               [&handlers](const http::Request& request, db::Read& read) { return handlers.list(request, read); },
               {.name = "demo_mailbox.list"});
    router.get("/{locale}/demo/mailbox/{id}",
               [&handlers](const http::Request& request, db::Read& read) { return handlers.show(request, read); },
               {.name = "demo_mailbox.show"});
}

}  // namespace demo_mailbox
