// features/politician_tracker/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/politician_tracker/api.h"
#include "features/politician_tracker/handlers.h"
#include "features/politician_tracker/routes.h"
#include "features/politician_tracker/services.h"
#include "features/politician_tracker/staff_handlers.h"
#include "ports/elections.h"
#include "ports/page.h"
#include "ports/petition_sections.h"

namespace politician_tracker {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services), handlers_(services_), people_(services_), answers_(services_), periods_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        politician_tracker::add_routes(router, {handlers_, people_, answers_, periods_});
    }
    void add_sections(ports::PetitionSections& sections) const;

private:
    Services services_;
    Handlers handlers_;
    PeopleHandlers people_;
    AnswerHandlers answers_;
    PeriodHandlers periods_;
};

ports::StaffEntry staff_entry();
ports::Elections elections();

}  // namespace politician_tracker
