// features/voices/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include "features/voices/api.h"
#include "features/voices/handlers.h"
#include "features/voices/mails.h"
#include "features/voices/routes.h"
#include "features/voices/services.h"
#include "features/voices/staff_handlers.h"
#include "ports/actions.h"
#include "ports/count_changes.h"
#include "ports/hub_blocks.h"
#include "ports/person_actions.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/search_documents.h"

namespace voices {

// services outlives it, and everything that it gives.
class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services), wall_(services), sending_(services), own_(services), staff_(services) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { voices::add_routes(router, {wall_, sending_, own_, staff_}); }
    void add_mails(mail::Renderers& renderers) const { voices::add_mails(renderers, services_); }
    ports::BlockKind block() const;

private:
    const Services& services_;
    Handlers wall_;
    SendHandlers sending_;
    OwnHandlers own_;
    StaffHandlers staff_;
};

// What other slices get through ports::VoiceReader.
ports::VoiceReader reader(const files::FileStore& files);

ports::ActionProvider actions();
ports::ActionKind sent_kind();  // "voices.sent"; about: the one wall
ports::DocumentProvider search_documents();
ports::FactProvider person_facts();
ports::PersonDataHolder person_data(const Services& services);
// A link to a signature goes with what it counts for.
ports::CountListener count_listener();
ports::ForgettingListener forgetting_listener();

}  // namespace voices
