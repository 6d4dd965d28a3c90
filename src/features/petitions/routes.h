// features/petitions/routes.h - the whole surface of this slice.
#pragma once
#include "features/petitions/api.h"
#include "features/petitions/correction_handlers.h"
#include "features/petitions/counter_handlers.h"
#include "features/petitions/embed_handlers.h"
#include "features/petitions/handlers.h"
#include "features/petitions/invalidation_handlers.h"
#include "features/petitions/review_handlers.h"
#include "features/petitions/staff_handlers.h"
#include "platform/http/router.h"

namespace petitions {

// The handlers outlive the router.
struct Surface {
    const Handlers& handlers;
    const EmbedHandlers& embeds;
    const CounterHandlers& counters;
    const StaffHandlers& staff;
    const TextHandlers& texts;
    const SignatureHandlers& signatures;
    const Api& api;
    const CorrectionHandlers& corrections;
    const ReviewHandlers& review;
    const InvalidationHandlers& invalidations;
};

void add_routes(http::Router& router, const Surface& surface);

}  // namespace petitions
