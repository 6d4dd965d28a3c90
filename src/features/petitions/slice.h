// features/petitions/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include "features/petitions/api.h"
#include "features/petitions/counter_handlers.h"
#include "features/petitions/embed_handlers.h"
#include "features/petitions/handlers.h"
#include "features/petitions/home_news_service.h"
#include "features/petitions/mails.h"
#include "features/petitions/reader_service.h"
#include "features/petitions/routes.h"
#include "features/petitions/services.h"
#include "features/petitions/signing_service.h"
#include "features/petitions/staff_handlers.h"
#include "platform/mail/renderers.h"
#include "ports/actions.h"
#include "ports/check.h"
#include "ports/page.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/search_documents.h"

namespace petitions {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services),
          handlers_(services_),
          embeds_(services_),
          counters_(services_),
          staff_(services_),
          texts_(services_),
          signatures_(services_),
          api_(services_),
          corrections_(services_),
          review_(services_),
          invalidations_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        petitions::add_routes(router, {handlers_, embeds_, counters_, staff_, texts_, signatures_, api_, corrections_,
                                       review_, invalidations_});
    }
    void add_mails(mail::Renderers& renderers) const { petitions::add_mails(renderers, services_); }
    ports::Signing signing() const { return petitions::signing(services_); }

private:
    Services services_;
    Handlers handlers_;
    EmbedHandlers embeds_;
    CounterHandlers counters_;
    StaffHandlers staff_;
    TextHandlers texts_;
    SignatureHandlers signatures_;
    Api api_;
    CorrectionHandlers corrections_;
    ReviewHandlers review_;
    InvalidationHandlers invalidations_;
};

// What the slice gives through the ports.
ports::ActionProvider actions(const LiveCounts& counts);
ports::StaffEntry staff_entry();
// Behind the page of one petition: the review, and the invalidations.
std::vector<ports::PetitionRoom> rooms();
ports::FactProvider person_facts();
// Both outlive it.
ports::PersonDataHolder person_data(const ports::CountChanges& changes, const ports::SignOnGuard& guard);
ports::DocumentProvider search_documents();
std::vector<ports::Check> checks();

}  // namespace petitions
