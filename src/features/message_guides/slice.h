// features/message_guides/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/message_guides/api.h"
#include "features/message_guides/handlers.h"
#include "features/message_guides/mails.h"
#include "features/message_guides/port_service.h"
#include "features/message_guides/routes.h"
#include "features/message_guides/services.h"
#include "features/message_guides/staff_handlers.h"
#include "ports/actions.h"
#include "ports/check.h"
#include "ports/hub_blocks.h"
#include "ports/materials.h"
#include "ports/person_data.h"
#include "ports/search_documents.h"

namespace message_guides {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services), handlers_(services_), members_(services_), api_(services_), staff_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        message_guides::add_routes(router, {handlers_, members_, api_, staff_});
    }
    void add_mails(mail::Renderers& renderers) const { message_guides::add_mails(renderers, services_); }

private:
    Services services_;
    Handlers handlers_;
    MemberHandlers members_;
    ApiHandlers api_;
    StaffHandlers staff_;
};

// The mission's "words", with how many answers are ready.
ports::ActionProvider actions();

// "message_guides.latest" with {"count": 3}: guides of the hub's level and those above it.
ports::BlockKind hub_block();

ports::DocumentProvider search_documents();

// The leaflets of all guides that everybody may read: what champions bring along on any topic. `frames` outlives it.
ports::Materials materials(const ports::PageFrames& frames);

// How many mails with the link went to an address today and yesterday: nothing else is kept about a person.
ports::PersonDataHolder person_data();

// Every published guide shows a version of its own that somebody else approved.
ports::Check approval_check();

}  // namespace message_guides
