// features/integrations/routes.h - the whole surface of this slice.
#pragma once
#include "features/integrations/key_handlers.h"
#include "features/integrations/petition_api.h"
#include "features/integrations/webhook_handlers.h"
#include "platform/http/router.h"

namespace integrations {

// Everything that answers; outlives the router.
struct Handlers {
    explicit Handlers(const Services& services) : keys(services), petitions(services), webhooks(services) {}

    KeyHandlers keys;
    PetitionHandlers petitions;
    WebhookHandlers webhooks;
};

void add_routes(http::Router& router, const Handlers& handlers);

}  // namespace integrations
