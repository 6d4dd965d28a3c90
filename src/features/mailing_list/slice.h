// features/mailing_list/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include "features/mailing_list/join_handlers.h"
#include "features/mailing_list/links_service.h"
#include "features/mailing_list/list_door_service.h"
#include "features/mailing_list/mails.h"
#include "features/mailing_list/preference_handlers.h"
#include "features/mailing_list/routes.h"
#include "features/mailing_list/services.h"
#include "features/mailing_list/staff_handlers.h"
#include "ports/actions.h"
#include "ports/hub_blocks.h"
#include "ports/person_actions.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"

namespace mailing_list {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services),
          join_(services_),
          sign_ups_(services_),
          preferences_(services_),
          leaving_(services_),
          consents_(services_),
          forms_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const {
        mailing_list::add_routes(router, {join_, sign_ups_, preferences_, leaving_, consents_, forms_});
    }
    void add_mails(mail::Renderers& renderers) const { mailing_list::add_mails(renderers, services_); }
    ports::MailLinks links() const { return mail_links(services_); }
    ports::ListDoor door() const { return list_door(services_); }
    ports::BlockKind block() const;

private:
    Services services_;
    JoinHandlers join_;
    SignUpHandlers sign_ups_;
    PreferenceHandlers preferences_;
    LeaveHandlers leaving_;
    ConsentHandlers consents_;
    FormHandlers forms_;
};

// What the slice gives through the ports.
ports::ActionProvider actions();
ports::ActionKind joined_kind();  // "mailing_list.joined"; about: the form, 1 for the program's own
ports::StaffEntry staff_entry();
ports::FactProvider person_facts();
ports::PersonDataHolder person_data();

}  // namespace mailing_list
