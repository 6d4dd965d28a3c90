// features/mosaic/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/mosaic/api.h"
#include "features/mosaic/handlers.h"
#include "features/mosaic/jobs.h"
#include "features/mosaic/routes.h"
#include "features/mosaic/staff_handlers.h"
#include "features/mosaic/studio_service.h"
#include "ports/actions.h"
#include "ports/hub_blocks.h"
#include "ports/search_documents.h"

namespace mosaic {

class Slice {
public:
    // services outlives it.
    explicit Slice(const Services& services)
        : services_(services), studio_(services_), handlers_(services_, studio_), staff_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { mosaic::add_routes(router, {handlers_, staff_}); }
    void add_jobs(jobs::Handlers& handlers) { mosaic::add_jobs(handlers, services_, studio_); }
    ports::BlockKind block() const;
    Studio& studio() { return studio_; }

private:
    const Services& services_;
    Studio studio_;
    Handlers handlers_;
    StaffHandlers staff_;
};

ports::StaffEntry staff_entry();
// The picture among what supporters can do, once there is one.
ports::ActionProvider actions();
ports::DocumentProvider search_documents();
// Where a picture of the library is what a mosaic looks like.
std::vector<ports::PictureUse> picture_uses(db::Read& read, const ports::Picture& picture, base::Locale locale);

}  // namespace mosaic
