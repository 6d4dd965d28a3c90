// features/osdi/routes.h - the whole surface of this slice.
#pragma once
#include "features/osdi/handlers.h"
#include "features/osdi/joining_handlers.h"
#include "platform/http/router.h"

namespace osdi {

// Everything that answers; outlives the router.
struct Handlers {
    explicit Handlers(const Services& services)
        : entry(services), people(services), petitions(services), forms(services), tags(services), joining(services) {}

    EntryHandlers entry;
    PeopleHandlers people;
    PetitionHandlers petitions;
    FormHandlers forms;
    TagHandlers tags;
    JoiningHandlers joining;
};

void add_routes(http::Router& router, const Handlers& handlers);

}  // namespace osdi
