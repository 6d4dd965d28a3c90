// features/supporters/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/supporters/handlers.h"
#include "features/supporters/routes.h"
#include "features/supporters/services.h"

namespace supporters {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), list_(services_), person_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { supporters::add_routes(router, {list_, person_}); }

private:
    Services services_;
    ListHandlers list_;
    PersonHandlers person_;
};

// "People", for whoever may see them.
ports::StaffEntry staff_entry();

}  // namespace supporters
