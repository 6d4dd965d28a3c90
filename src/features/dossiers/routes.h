// features/dossiers/routes.h - the whole surface of this slice.
#pragma once
#include "features/dossiers/handlers.h"
#include "features/dossiers/staff_handlers.h"
#include "platform/http/router.h"

namespace dossiers {

struct Surface {
    const Handlers& handlers;
    const OverviewHandlers& overview;
    const AnswerHandlers& answers;
    const DossierHandlers& dossiers;
};
void add_routes(http::Router& router, const Surface& surface);

}  // namespace dossiers
