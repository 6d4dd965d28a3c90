// features/segments/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include "features/segments/routes.h"
#include "features/segments/services.h"
#include "ports/audience.h"
#include "ports/page.h"
#include "ports/person_actions.h"
#include "ports/person_data.h"
#include "ports/person_merges.h"

namespace segments {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), handlers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { segments::add_routes(router, handlers_); }

    // The slice outlives what it gives.
    ports::Audience audience() const;

private:
    Services services_;
    Handlers handlers_;
};

// Keeps what people did.
ports::ActionListener action_listener();

// Of two records that are one person, the kept one did what both did.
ports::MergeListener merge_listener();

ports::PersonDataHolder person_data();

ports::StaffEntry staff_entry();

// Two segments to begin with; nothing where there are some.
void seed_demo(db::Write& write);

}  // namespace segments
