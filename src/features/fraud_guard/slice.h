// features/fraud_guard/slice.h - the whole slice as app plugs it in, and what it gives through the ports.
#pragma once
#include <vector>

#include "features/fraud_guard/handlers.h"
#include "features/fraud_guard/keeper_service.h"
#include "features/fraud_guard/routes.h"
#include "features/fraud_guard/services.h"
#include "ports/api_operation.h"
#include "ports/sign_on_guard.h"
#include "ports/staff_home.h"

namespace fraud_guard {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), handlers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { fraud_guard::add_routes(router, handlers_); }

private:
    Services services_;
    Handlers handlers_;
};

// `guard` and `ladder` outlive all of these.
ports::SignOnGuard sign_on_guard(Guard& guard);
ports::StaffEntry staff_entry();
// Pressure, load and what comes up more than usual; the clock is the request's.
ports::HomeProvider home_news(const Guard& guard, const ports::LoadLadder& ladder);
std::vector<ports::ApiOperation> api_operations();

}  // namespace fraud_guard
