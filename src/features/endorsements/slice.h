// features/endorsements/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/endorsements/api.h"
#include "features/endorsements/handlers.h"
#include "features/endorsements/jobs.h"
#include "features/endorsements/mails.h"
#include "features/endorsements/routes.h"
#include "features/endorsements/services.h"
#include "features/endorsements/staff_handlers.h"
#include "platform/mail/renderers.h"
#include "ports/person_data.h"
#include "ports/petition_sections.h"
#include "ports/staff_home.h"

namespace endorsements {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services), handlers_(services_), own_(services_), staff_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { endorsements::add_routes(router, {handlers_, own_, staff_}); }
    void add_mails(mail::Renderers& renderers) const { endorsements::add_mails(renderers, services_); }
    ports::PetitionSection section() const {
        return {"endorsements", ports::PetitionPlace::below, 20,
                [this](db::Read& read, const ports::PetitionView& view) { return handlers_.section(view, read); }};
    }

private:
    Services services_;
    Handlers handlers_;
    OwnHandlers own_;
    StaffHandlers staff_;
};

ports::PetitionRoom room();

// `changes` outlives it.
ports::PersonDataHolder person_data(const ports::CountChanges& changes);

}  // namespace endorsements
