// features/representatives/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/representatives/api.h"
#include "features/representatives/port_service.h"
#include "features/representatives/routes.h"
#include "platform/jobs/jobs.h"
#include "ports/actions.h"
#include "ports/check.h"
#include "ports/hub_blocks.h"
#include "ports/search_documents.h"
#include "ports/staff_home.h"

namespace representatives {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services), handlers_(services_), offices_(services_), sets_(services_), imports_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        representatives::add_routes(router, {handlers_, offices_, sets_, imports_});
    }
    // Everybody who may be named, and the page where they are found.
    ports::DocumentProvider search_documents() const;
    // The call to find one's own, once anybody is in office here.
    ports::ActionProvider actions() const;

private:
    Services services_;
    Handlers handlers_;
    OfficeHandlers offices_;
    SetHandlers sets_;
    ImportHandlers imports_;
};

ports::BlockKind hub_block();
ports::StaffEntry staff_entry();
// Imports that wait to be taken in.
ports::HomeProvider home_news();
// "representatives.sweep", daily.
void add_jobs(jobs::Handlers& handlers, db::Database& database, files::FileStore& files);
// Offices and outlines of ridings that are not there, outlines that cannot be read.
ports::Check places_check();

}  // namespace representatives
