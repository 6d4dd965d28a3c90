// features/editor_letters/routes.h - the whole surface of this slice.
#pragma once
#include "features/editor_letters/api.h"
#include "features/editor_letters/handlers.h"
#include "features/editor_letters/staff_handlers.h"
#include "platform/http/router.h"

namespace editor_letters {

struct AllHandlers {
    const Handlers& open;
    const StaffHandlers& staff;
    const PaperHandlers& papers;
};
void add_routes(http::Router& router, const AllHandlers& to);

}  // namespace editor_letters
