// features/delivery/slice.h - the whole slice as app plugs it in, and what it offers to the others.
#pragma once
#include "features/delivery/handlers.h"
#include "features/delivery/routes.h"
#include "features/delivery/services.h"
#include "features/delivery/staff_handlers.h"
#include "ports/person_data.h"
#include "ports/petition_sections.h"
#include "ports/pictures.h"

namespace delivery {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services), handlers_(services_), records_(services_), paper_(services_), parliaments_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        delivery::add_routes(router, {handlers_, records_, paper_, parliaments_});
    }
    const Services& services() const { return services_; }

private:
    Services services_;
    Handlers handlers_;
    RecordHandlers records_;
    PaperHandlers paper_;
    ParliamentHandlers parliaments_;
};

// What the slice gives through the ports.
ports::PetitionSection public_section(const i18n::TimeZone& zone);
ports::PetitionRoom room();
ports::PersonDataHolder person_data();
// Where a picture of a handing over stands. `petitions` outlives it.
ports::PictureUses picture_uses(const ports::PetitionReader& petitions);

}  // namespace delivery
