// features/letters/slice.h - what app plugs in.
#pragma once
#include "features/letters/api.h"
#include "features/letters/engine_service.h"
#include "features/letters/handlers.h"
#include "features/letters/routes.h"
#include "features/letters/services.h"
#include "features/letters/staff_handlers.h"
#include "ports/check.h"
#include "ports/hub_blocks.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/retention.h"
#include "ports/search_documents.h"

namespace letters {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services),
          handlers_(services_),
          own_(services_),
          staff_(services_),
          api_(services_),
          engine_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { letters::add_routes(router, {handlers_, own_, staff_, api_}); }
    const Services& services() const { return services_; }
    Engine& engine() { return engine_; }

private:
    Services services_;
    Handlers handlers_;
    OwnHandlers own_;
    StaffHandlers staff_;
    ApiHandlers api_;
    Engine engine_;
};

// services outlives what these give.
ports::Letters port(const Services& services);
ports::ActionProvider actions();
ports::BlockKind hub_block();
ports::RepresentativeSection representative_section();
ports::PersonDataHolder person_data();
ports::FactProvider person_facts();
ports::ActionKind action_kind();
ports::DocumentProvider search_documents();
std::vector<ports::RetentionRule> retention_rules();
std::vector<ports::Check> checks();

}  // namespace letters
