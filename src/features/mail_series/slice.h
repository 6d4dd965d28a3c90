// features/mail_series/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include "features/mail_series/routes.h"
#include "features/mail_series/services.h"
#include "platform/jobs/jobs.h"
#include "ports/page.h"
#include "ports/person_actions.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"

namespace mail_series {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), handlers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { mail_series::add_routes(router, handlers_); }
    // Each minute what is due is sent.
    void add_jobs(jobs::Handlers& handlers) const;

private:
    Services services_;
    Handlers handlers_;
};

// Lets in whoever does what a series waits for.
ports::ActionListener action_listener();

ports::FactProvider person_facts();
ports::PersonDataHolder person_data();
ports::StaffEntry staff_entry();

}  // namespace mail_series
