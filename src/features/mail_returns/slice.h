// features/mail_returns/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include <optional>

#include "features/mail_returns/jobs.h"
#include "features/mail_returns/routes.h"
#include "features/mail_returns/services.h"
#include "platform/inbound_mail/receiver.h"
#include "ports/page.h"

namespace mail_returns {

class Slice {
public:
    // door: where other servers hand over what comes back; nullopt: nowhere.
    Slice(const Services& services, std::optional<inbound_mail::Door> door)
        : services_(services), handlers_(services_), door_(std::move(door)) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { mail_returns::add_routes(router, handlers_); }
    void add_jobs(jobs::Handlers& handlers) const { mail_returns::add_jobs(handlers, services_); }

    // Opens the door. inbound_mail::ReceiverFault when the port cannot be opened.
    void start();
    void stop();
    std::uint16_t port() const { return receiver_ ? receiver_->port() : 0; }  // of the open door

private:
    Services services_;
    Handlers handlers_;
    std::optional<inbound_mail::Door> door_;
    std::optional<inbound_mail::Receiver> receiver_{};
};

ports::StaffEntry staff_entry();

}  // namespace mail_returns
