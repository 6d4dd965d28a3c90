// features/champions/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/champions/api.h"
#include "features/champions/mails.h"
#include "features/champions/routes.h"
#include "features/champions/services.h"
#include "features/champions/slots_service.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"
#include "ports/page.h"
#include "ports/person_actions.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/retention.h"
#include "ports/search_documents.h"
#include "ports/staff_home.h"

namespace champions {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services),
          handlers_(services_),
          applications_(services_),
          own_(services_),
          times_(services_),
          calendars_(services_),
          profiles_(services_),
          staff_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        champions::add_routes(router, {handlers_, applications_, own_, times_, calendars_, profiles_, staff_});
    }
    void add_mails(mail::Renderers& renderers) const { champions::add_mails(renderers, services_); }
    // Foreign calendars, every hour and when one is entered.
    void add_jobs(jobs::Handlers& handlers) const;

private:
    Services services_;
    Handlers handlers_;
    ApplicationHandlers applications_;
    OwnHandlers own_;
    TimesHandlers times_;
    CalendarHandlers calendars_;
    ProfileHandlers profiles_;
    StaffHandlers staff_;
};

ports::StaffEntry staff_entry();
// Applications that wait to be read.
ports::HomeProvider home_news();
ports::FactProvider person_facts();
// services outlives it.
ports::PersonDataHolder person_data(const Services& services);
ports::ActionKind active_kind();
// Applications that nobody confirmed; links, sessions and exceptions that are over; champions who left.
std::vector<ports::RetentionRule> retention_rules(const Services& services);
ports::DocumentProvider search_documents();
ports::PictureUses picture_uses();
ports::Check complete_check();

}  // namespace champions
