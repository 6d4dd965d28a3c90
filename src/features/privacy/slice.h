// features/privacy/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/privacy/handlers.h"
#include "features/privacy/mails.h"
#include "features/privacy/retention_service.h"
#include "features/privacy/routes.h"
#include "features/privacy/services.h"
#include "features/privacy/staff_handlers.h"
#include "platform/jobs/jobs.h"
#include "ports/page.h"
#include "ports/person_data.h"

namespace privacy {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), handlers_(services_), staff_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { privacy::add_routes(router, {handlers_, staff_}); }
    void add_mails(mail::Renderers& renderers) const { privacy::add_mails(renderers, services_); }
    // The rules of all slices, every night.
    void add_jobs(jobs::Handlers& handlers) const;
    ports::RetentionRule idle_people_rule() const { return privacy::idle_people_rule(services_); }

private:
    Services services_;
    Handlers handlers_;
    StaffHandlers staff_;
};

ports::StaffEntry staff_entry();
ports::PersonDataHolder person_data();

}  // namespace privacy
