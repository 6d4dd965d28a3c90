// features/osdi/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include <optional>
#include <vector>

#include "features/osdi/routes.h"
#include "features/osdi/services.h"
#include "platform/http/server.h"
#include "platform/jobs/jobs.h"
#include "ports/api_operation.h"
#include "ports/list_records.h"
#include "ports/page.h"
#include "ports/person_data.h"
#include "ports/signature_records.h"

namespace osdi {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), handlers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { osdi::add_routes(router, handlers_); }
    // Requests whose Idempotency-Key nobody will send again go after a week.
    void add_jobs(jobs::Handlers& handlers) const;
    // Signatures in the shape of Action Network's webhooks.
    ports::SignatureRecords signature_records() const;
    // Who joined the list, left it or was erased, likewise.
    ports::ListRecords list_records() const;

private:
    Services services_;
    Handlers handlers_;
};

ports::StaffEntry staff_entry();
// What programs of partners call a person.
ports::PersonDataHolder person_data();
// Errors of addresses below /api/v2/ that no handler made, in the API's own shape.
std::optional<http::Response> api_error(const http::ErrorContext& context);
// What the API's document says of these addresses.
std::vector<ports::ApiOperation> api_operations();

}  // namespace osdi
