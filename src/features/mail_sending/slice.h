// features/mail_sending/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/mail_sending/engine_service.h"
#include "features/mail_sending/handlers.h"
#include "features/mail_sending/live_service.h"
#include "features/mail_sending/people_handlers.h"
#include "features/mail_sending/routes.h"
#include "features/mail_sending/services.h"
#include "ports/check.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"

namespace mail_sending {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services),
          live_(services.database),
          engine_(services_),
          handlers_(services_, live_),
          people_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { mail_sending::add_routes(router, {handlers_, people_}); }
    Engine& engine() { return engine_; }

private:
    Services services_;
    LiveSendings live_;
    Engine engine_;
    Handlers handlers_;
    PeopleHandlers people_;
};

// What other slices ask of this one.
ports::MailSending port();
ports::PersonDataHolder person_data();
ports::FactProvider person_facts();
ports::StaffEntry staff_entry();
// Recounts the tallies of all sendings.
std::vector<ports::Check> checks();

}  // namespace mail_sending
