// features/newsroom/staff_routes.h - every address of the news that staff have.
#pragma once
#include "features/newsroom/document_handlers.h"
#include "features/newsroom/staff_handlers.h"
#include "platform/http/router.h"

namespace newsroom {

// The handlers outlive the router.
struct StaffSurface {
    const ItemHandlers& items;
    const StepHandlers& steps;
    const SectionHandlers& sections;
    const DocumentHandlers& documents;
};
void add_staff_routes(http::Router& router, const StaffSurface& surface);

}  // namespace newsroom
