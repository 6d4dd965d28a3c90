// features/presentations/slice.h - the whole slice as app plugs it in, and what it offers to the others.
#pragma once
#include "features/presentations/answer_service.h"
#include "features/presentations/champion_handlers.h"
#include "features/presentations/handlers.h"
#include "features/presentations/jobs.h"
#include "features/presentations/mails.h"
#include "features/presentations/own_handlers.h"
#include "features/presentations/routes.h"
#include "features/presentations/services.h"
#include "features/presentations/staff_handlers.h"
#include "ports/actions.h"
#include "ports/api_operation.h"
#include "ports/hub_blocks.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/search_documents.h"

namespace presentations {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services),
          handlers_(services_),
          host_(services_),
          offers_(services_),
          names_(services_),
          champions_(services_),
          staff_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        presentations::add_routes(router, {handlers_, host_, offers_, names_, champions_, staff_});
    }
    void add_mails(mail::Renderers& renderers) const { presentations::add_mails(renderers, services_); }
    // For the slice of champions; clock: now.
    ports::ChampionBookings bookings(std::function<base::Instant()> clock) const;
    ports::ChampionEndListener champion_listener() const;
    ports::BlockKind block() const;
    ports::PictureUses picture_uses() const;
    std::vector<ports::MailReplyListener> answer_listeners() const {
        return presentations::answer_listeners(services_);
    }
    ports::PersonDataHolder person_data() const;
    const Services& services() const { return services_; }

private:
    Services services_;
    Handlers handlers_;
    HostHandlers host_;
    OfferHandlers offers_;
    NameHandlers names_;
    ChampionHandlers champions_;
    StaffHandlers staff_;
};

ports::ActionProvider actions();
ports::ActionKind asked_kind();  // "presentations.asked"
ports::StaffEntry staff_entry();
ports::FactProvider person_facts();
ports::DocumentProvider search_documents();
std::vector<ports::ApiOperation> api_operations();

}  // namespace presentations
