#include "features/events/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace events {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/events", bound(to, &Handlers::list), {.name = "events.list", .cache = Cache::public_page});
    router.get("/{locale}/events/embed", bound(to, &Handlers::embed),
               {.name = "events.embed", .cache = Cache::public_page});
    router.get("/{locale}/events/feeds/{file}", bound(to, &Handlers::feed), {.name = "events.feed"});
    router.get("/api/v1/events", bound(to, &Handlers::api), {.name = "events.api"});
    router.get("/{locale}/events/{event}", bound(to, &Handlers::show),
               {.name = "events.show", .cache = Cache::public_page});
    router.get("/{locale}/events/{event}/calendar.ics", bound(to, &Handlers::calendar), {.name = "events.calendar"});
    router.get("/{locale}/events/{event}/thank-you", bound(to, &Handlers::thank_you), {.name = "events.thank_you"});
    router.post<GuestRequest>("/{locale}/events/{event}/guests",
                              {.parse = bound(to, &Handlers::read_guest),
                               .apply = bound(to, &Handlers::submit),
                               .refuse = bound(to, &Handlers::show_again)},
                              {.name = "events.come", .limit = LimitClass::form});
}

// The mailed link opens a page; only its buttons, which POST, change anything.
void add_guest_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/events/guests/{token}", bound(to, &Handlers::own), {.name = "events.own"});
    router.post<GuestAct>("/{locale}/events/guests/{token}/confirmation",
                          {.parse = bound(to, &Handlers::read_act),
                           .apply = bound(to, &Handlers::confirm),
                           .refuse = bound(to, &Handlers::own_again)},
                          {.name = "events.confirm", .limit = LimitClass::form});
    router.post<GuestAct>("/{locale}/events/guests/{token}/withdrawal",
                          {.parse = bound(to, &Handlers::read_act),
                           .apply = bound(to, &Handlers::withdraw),
                           .refuse = bound(to, &Handlers::own_again)},
                          {.name = "events.withdraw", .limit = LimitClass::form});
}

void add_staff_routes(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/events", bound(to, &StaffHandlers::list),
               {.name = "events.staff_list", .permission = Permission::edit_content});
    router.get("/{locale}/staff/events/new", bound(to, &StaffHandlers::show_new),
               {.name = "events.staff_new", .permission = Permission::edit_content});
    router.post<StaffSave>("/{locale}/staff/events/new",
                           {.parse = bound(to, &StaffHandlers::read_event),
                            .apply = bound(to, &StaffHandlers::save),
                            .refuse = bound(to, &StaffHandlers::new_again)},
                           {.name = "events.staff_create", .permission = Permission::edit_content});
    router.get("/{locale}/staff/events/{event}", bound(to, &StaffHandlers::show),
               {.name = "events.staff_show", .permission = Permission::edit_content});
    router.get("/{locale}/staff/events/{event}/guests.csv", bound(to, &StaffHandlers::guests),
               {.name = "events.staff_guests", .permission = Permission::export_people});
    const auto refuse = bound(to, &StaffHandlers::show_again);
    router.post<StaffSave>(
        "/{locale}/staff/events/{event}",
        {.parse = bound(to, &StaffHandlers::read_event), .apply = bound(to, &StaffHandlers::save), .refuse = refuse},
        {.name = "events.staff_save", .permission = Permission::edit_content});
    router.post<StaffAct>(
        "/{locale}/staff/events/{event}/publication",
        {.parse = bound(to, &StaffHandlers::read_act), .apply = bound(to, &StaffHandlers::publish), .refuse = refuse},
        {.name = "events.staff_publish", .permission = Permission::publish});
    router.post<StaffAct>(
        "/{locale}/staff/events/{event}/deletion",
        {.parse = bound(to, &StaffHandlers::read_act), .apply = bound(to, &StaffHandlers::remove), .refuse = refuse},
        {.name = "events.staff_delete", .permission = Permission::edit_content});
    router.post<StaffAct>("/{locale}/staff/events/{event}/cancellation",
                          {.parse = bound(to, &StaffHandlers::read_cancellation),
                           .apply = bound(to, &StaffHandlers::cancel),
                           .refuse = refuse},
                          {.name = "events.staff_cancel", .permission = Permission::publish});
}

}  // namespace

void add_routes(http::Router& router, const Handlers& handlers, const StaffHandlers& staff) {
    add_public_routes(router, handlers);
    add_guest_routes(router, handlers);
    add_staff_routes(router, staff);
}

}  // namespace events
