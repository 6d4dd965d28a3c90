// features/editor_letters/slice.h - the whole slice as app plugs it in, and what it offers to the others.
#pragma once
#include "features/editor_letters/api.h"
#include "features/editor_letters/handlers.h"
#include "features/editor_letters/jobs.h"
#include "features/editor_letters/mails.h"
#include "features/editor_letters/routes.h"
#include "features/editor_letters/services.h"
#include "features/editor_letters/staff_handlers.h"
#include "ports/actions.h"
#include "ports/hub_blocks.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/search_documents.h"
#include "ports/staff_home.h"

namespace editor_letters {

class Slice {
public:
    Slice(const Services& services, std::function<base::Instant()> clock)
        : services_(services),
          clock_(std::move(clock)),
          handlers_(services_, clock_),
          staff_(services_),
          papers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { editor_letters::add_routes(router, {handlers_, staff_, papers_}); }
    void add_mails(mail::Renderers& renderers) const { editor_letters::add_mails(renderers, services_); }
    ports::BlockKind block() const;
    ports::ActionProvider actions() const;

private:
    Services services_;
    std::function<base::Instant()> clock_;
    Handlers handlers_;
    StaffHandlers staff_;
    PaperHandlers papers_;
};

ports::ActionKind wrote_kind();  // "editor_letters.sent"
ports::PersonDataHolder person_data();
ports::FactProvider person_facts();
ports::HomeProvider home_news();
ports::StaffEntry staff_entry();
ports::DocumentProvider search_documents();

}  // namespace editor_letters
