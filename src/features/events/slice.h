// features/events/slice.h - the whole slice as app plugs it in, and what it offers to the others.
#pragma once
#include "features/events/handlers.h"
#include "features/events/jobs.h"
#include "features/events/mails.h"
#include "features/events/routes.h"
#include "features/events/services.h"
#include "features/events/staff_handlers.h"
#include "ports/api_operation.h"
#include "ports/champions.h"
#include "ports/events.h"
#include "ports/hub_blocks.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/search_documents.h"
#include "ports/staff_home.h"

namespace events {

class Slice {
public:
    Slice(const Services& services, std::function<base::Instant()> clock)
        : services_(services), clock_(std::move(clock)), handlers_(services_, clock_), staff_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { events::add_routes(router, handlers_, staff_); }
    void add_mails(mail::Renderers& renderers) const { events::add_mails(renderers, services_); }
    ports::BlockKind block() const;
    ports::PersonDataHolder person_data() const;
    ports::EventsAhead port() const;
    // These, and the events that champions give: in their calendar, and on their own page.
    ports::ChampionBookings with_events(ports::ChampionBookings bookings) const;
    ports::ChampionEndListener champion_listener() const;
    // Whoever gives an event to come has their time taken.
    ports::Check champions_check() const;

private:
    Services services_;
    std::function<base::Instant()> clock_;
    Handlers handlers_;
    StaffHandlers staff_;
};

ports::ActionKind coming_kind();  // "events.coming"
ports::StaffEntry staff_entry();
// Events to come whose champion stopped.
ports::HomeProvider home_news();
ports::FactProvider person_facts();
ports::DocumentProvider search_documents();
std::vector<ports::ApiOperation> api_operations();

}  // namespace events
