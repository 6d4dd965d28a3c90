// features/mailings/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/mailings/edition_service.h"
#include "features/mailings/routes.h"
#include "features/mailings/services.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/renderers.h"
#include "ports/page.h"
#include "ports/pictures.h"

namespace db {
class Database;
}

namespace mailings {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services),
          handlers_(services_),
          plans_(services_),
          writing_(services_),
          looking_(services_),
          senders_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        mailings::add_routes(router, {handlers_, plans_, writing_, looking_, senders_});
    }
    // The test mail, where no slice sends.
    void add_mails(mail::Renderers& renderers) const;
    // Writes what was counted of followed links, every half minute.
    void add_jobs(jobs::Handlers& handlers, db::Database& database) const;
    ports::Mailings port() const { return mailings_port(services_); }

private:
    Services services_;
    Handlers handlers_;
    PlanHandlers plans_;
    WriteHandlers writing_;
    LookHandlers looking_;
    SenderHandlers senders_;
};

ports::StaffEntry staff_entry();
// Where a picture stands in a mail that is written at.
ports::PictureUses picture_uses();

}  // namespace mailings
