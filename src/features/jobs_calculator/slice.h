// features/jobs_calculator/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include "features/jobs_calculator/api.h"
#include "features/jobs_calculator/handlers.h"
#include "features/jobs_calculator/routes.h"
#include "features/jobs_calculator/services.h"
#include "features/jobs_calculator/staff_handlers.h"
#include "ports/actions.h"
#include "ports/check.h"
#include "ports/hub_blocks.h"
#include "ports/page.h"
#include "ports/search_documents.h"

namespace jobs_calculator {

class Slice {
public:
    explicit Slice(Services services)
        : services_(std::move(services)), handlers_(services_), staff_handlers_(services_), api_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        jobs_calculator::add_routes(router, {handlers_, staff_handlers_, api_});
    }

    // A prepared cut on a hub: the settings {"scenario": "budget-2026"} name it.
    ports::BlockKind scenario_block() const;

private:
    Services services_;
    Handlers handlers_;
    StaffHandlers staff_handlers_;
    Api api_;
};

// The calculator, and each prepared cut that is listed.
ports::ActionProvider actions();
ports::StaffEntry staff_entry();
ports::DocumentProvider search_documents();
// Prepared cuts that the data no longer answer, and imports that are not whole.
std::vector<ports::Check> checks(std::function<std::shared_ptr<const Model>()> model);

}  // namespace jobs_calculator
