// features/newsroom/import_slice.h - the pages of imports as app plugs them in.
#pragma once
#include "features/newsroom/import_handlers.h"
#include "platform/http/router.h"

namespace newsroom {

// The handlers outlive the router.
void add_import_routes(http::Router& router, const ImportHandlers& handlers);

class ImportDesk {
public:
    explicit ImportDesk(const ImportServices& services) : services_(services), handlers_(services_) {}
    ImportDesk(const ImportDesk&) = delete;
    ImportDesk& operator=(const ImportDesk&) = delete;

    void add_routes(http::Router& router) const { add_import_routes(router, handlers_); }

private:
    ImportServices services_;
    ImportHandlers handlers_;
};

}  // namespace newsroom
