// features/newsroom/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include <vector>

#include "features/newsroom/document_handlers.h"
#include "features/newsroom/handlers.h"
#include "features/newsroom/routes.h"
#include "features/newsroom/services.h"
#include "features/newsroom/staff_handlers.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"
#include "ports/hub_blocks.h"
#include "ports/page.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/pictures.h"
#include "ports/search_documents.h"
#include "ports/staff_home.h"

namespace db {
class Database;
}

namespace newsroom {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services),
          handlers_({services_.frames, services_.actions, services_.pictures}),
          items_(services_),
          steps_(services_),
          sections_(services_),
          documents_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        newsroom::add_routes(router, {handlers_, {items_, steps_, sections_, documents_}});
    }

private:
    Services services_;
    Handlers handlers_;
    ItemHandlers items_;
    StepHandlers steps_;
    SectionHandlers sections_;
    DocumentHandlers documents_;
};

// What the slice gives through the ports.
ports::StaffEntry staff_entry();
ports::DocumentKind document_kind();
ports::DocumentProvider search_documents();
ports::BlockKind latest_block();  // "newsroom.latest", settings {"section": "solidarity", "count": 3}
ports::HomeProvider home_news();
ports::PersonDataHolder person_data();
ports::FactProvider person_facts();
ports::PictureUses picture_uses();
std::vector<ports::Check> checks();

// Publishes scheduled items when their time has come; looks every five minutes for what a crash left behind.
void add_jobs(jobs::Handlers& handlers, db::Database& database, const i18n::TimeZone& zone);

}  // namespace newsroom
