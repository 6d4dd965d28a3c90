// features/fairness_test/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include "base/level_id.h"
#include "features/fairness_test/handlers.h"
#include "features/fairness_test/routes.h"
#include "features/fairness_test/services.h"
#include "features/fairness_test/staff_handlers.h"
#include "ports/api_operation.h"
#include "ports/check.h"
#include "ports/hub_blocks.h"
#include "ports/search_documents.h"

namespace fairness_test {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), handlers_(services_), staff_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { fairness_test::add_routes(router, {handlers_, staff_}); }

private:
    Services services_;
    Handlers handlers_;
    StaffHandlers staff_;
};

// What the slice gives through the ports.
ports::ActionProvider actions();
ports::BlockKind map_block();
ports::StaffEntry staff_entry();
ports::DocumentProvider search_documents();
std::vector<ports::Check> checks();
std::vector<ports::ApiOperation> api_operations();

// Publishes the invented examples at that level. Changes nothing where they are there already.
void seed_demo(db::Write& write, base::LevelId level);

}  // namespace fairness_test
