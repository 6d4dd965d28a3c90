// features/integrations/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include "features/integrations/routes.h"
#include "features/integrations/services.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/renderers.h"
#include "ports/count_changes.h"
#include "ports/page.h"
#include "ports/staff_home.h"

namespace integrations {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), handlers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { integrations::add_routes(router, handlers_); }
    void add_jobs(jobs::Handlers& handlers) const;
    void add_mails(mail::Renderers& renderers) const;

private:
    Services services_;
    Handlers handlers_;
};

// Writes what happened for those who want to hear of it.
ports::CountListener count_listener();

ports::StaffEntry keys_entry();
ports::StaffEntry webhooks_entry();

// Webhooks that fail or were switched off because they failed.
ports::HomeNews home_news(db::Read& read, const http::Request& request);

}  // namespace integrations
