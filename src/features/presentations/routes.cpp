#include "features/presentations/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace presentations {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

constexpr std::size_t kPhotoLimit = std::size_t{16} * 1024 * 1024;  // bytes of a report with its picture

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/presentations", bound(to, &Handlers::home),
               {.name = "presentations.home", .cache = Cache::public_page});
    router.get("/{locale}/presentations/ask", bound(to, &Handlers::show_form),
               {.name = "presentations.form", .cache = Cache::public_page});
    router.post<NewRequest>("/{locale}/presentations/ask",
                            {.parse = bound(to, &Handlers::read_form),
                             .apply = bound(to, &Handlers::submit),
                             .refuse = bound(to, &Handlers::show_again)},
                            {.name = "presentations.ask", .limit = LimitClass::form});
    router.get("/{locale}/presentations/thank-you", bound(to, &Handlers::thank_you),
               {.name = "presentations.thank_you", .cache = Cache::public_page});
    router.get("/{locale}/presentations/calendars/{token}", bound(to, &Handlers::calendar),
               {.name = "presentations.calendar"});
    router.get("/api/v1/presentations/places", bound(to, &Handlers::places), {.name = "presentations.api_places"});
}

// A mailed link opens a page; only its buttons, which POST, change anything.
void add_host_routes(http::Router& router, const HostHandlers& to) {
    router.get("/{locale}/presentations/own/{token}", bound(to, &HostHandlers::show), {.name = "presentations.own"});
    const auto refuse = bound(to, &HostHandlers::show_again);
    router.post<HostAct>(
        "/{locale}/presentations/own/{token}/confirmation",
        {.parse = bound(to, &HostHandlers::read_act), .apply = bound(to, &HostHandlers::confirm), .refuse = refuse},
        {.name = "presentations.confirm", .limit = LimitClass::form});
    router.post<HostAct>(
        "/{locale}/presentations/own/{token}/cancellation",
        {.parse = bound(to, &HostHandlers::read_act), .apply = bound(to, &HostHandlers::cancel), .refuse = refuse},
        {.name = "presentations.cancel", .limit = LimitClass::form});
    router.post<HostAct>(
        "/{locale}/presentations/own/{token}/dates",
        {.parse = bound(to, &HostHandlers::read_act), .apply = bound(to, &HostHandlers::move), .refuse = refuse},
        {.name = "presentations.move", .limit = LimitClass::form});
    router.post<HostAct>(
        "/{locale}/presentations/own/{token}/feedback",
        {.parse = bound(to, &HostHandlers::read_feedback), .apply = bound(to, &HostHandlers::tell), .refuse = refuse},
        {.name = "presentations.feedback", .limit = LimitClass::form});
}

void add_offer_routes(http::Router& router, const OfferHandlers& to) {
    router.get("/{locale}/presentations/offers/{token}", bound(to, &OfferHandlers::show),
               {.name = "presentations.offer"});
    router.post<OfferAct>("/{locale}/presentations/offers/{token}/acceptance",
                          {.parse = bound(to, &OfferHandlers::read_acceptance),
                           .apply = bound(to, &OfferHandlers::accept),
                           .refuse = bound(to, &OfferHandlers::show_again)},
                          {.name = "presentations.accept", .limit = LimitClass::form});
    router.post<OfferAct>("/{locale}/presentations/offers/{token}/refusal",
                          {.parse = bound(to, &OfferHandlers::read_refusal),
                           .apply = bound(to, &OfferHandlers::refuse),
                           .refuse = bound(to, &OfferHandlers::show_again)},
                          {.name = "presentations.refuse", .limit = LimitClass::form});
}

void add_name_routes(http::Router& router, const NameHandlers& to) {
    router.get("/{locale}/presentations/names/{token}", bound(to, &NameHandlers::show),
               {.name = "presentations.list_name"});
    router.post<NameAct>("/{locale}/presentations/names/{token}/confirmation",
                         {.parse = bound(to, &NameHandlers::read_act),
                          .apply = bound(to, &NameHandlers::confirm),
                          .refuse = bound(to, &NameHandlers::show_again)},
                         {.name = "presentations.confirm_name", .limit = LimitClass::form});
    router.post<NameAct>("/{locale}/presentations/names/{token}/denial",
                         {.parse = bound(to, &NameHandlers::read_act),
                          .apply = bound(to, &NameHandlers::deny),
                          .refuse = bound(to, &NameHandlers::show_again)},
                         {.name = "presentations.deny_name", .limit = LimitClass::form});
}

void add_champion_routes(http::Router& router, const ChampionHandlers& to) {
    router.get("/{locale}/presentations/champion/{token}", bound(to, &ChampionHandlers::list),
               {.name = "presentations.champion"});
    router.get("/{locale}/presentations/champion/{token}/conversation", bound(to, &ChampionHandlers::show_conversation),
               {.name = "presentations.conversation"});
    router.post<ConversationAct>("/{locale}/presentations/champion/{token}/conversation",
                                 {.parse = bound(to, &ChampionHandlers::read_conversation),
                                  .apply = bound(to, &ChampionHandlers::tell),
                                  .refuse = bound(to, &ChampionHandlers::show_conversation_again)},
                                 {.name = "presentations.tell_conversation", .limit = LimitClass::form});
    router.get("/{locale}/presentations/champion/{token}/{presentation}", bound(to, &ChampionHandlers::show),
               {.name = "presentations.champion_show"});
    const auto refuse = bound(to, &ChampionHandlers::show_again);
    router.post<ReportAct>("/{locale}/presentations/champion/{token}/{presentation}/report",
                           {.parse = bound(to, &ChampionHandlers::read_report),
                            .apply = bound(to, &ChampionHandlers::report),
                            .refuse = refuse},
                           {.name = "presentations.report", .body_limit = kPhotoLimit, .limit = LimitClass::form});
    router.post<ChampionAct>("/{locale}/presentations/champion/{token}/{presentation}/missed",
                             {.parse = bound(to, &ChampionHandlers::read_missed),
                              .apply = bound(to, &ChampionHandlers::missed),
                              .refuse = refuse},
                             {.name = "presentations.missed", .limit = LimitClass::form});
    router.post<ChampionAct>("/{locale}/presentations/champion/{token}/{presentation}/return",
                             {.parse = bound(to, &ChampionHandlers::read_act),
                              .apply = bound(to, &ChampionHandlers::give_back),
                              .refuse = refuse},
                             {.name = "presentations.give_back", .limit = LimitClass::form});
}

void add_staff_pages(http::Router& router, const StaffHandlers& to) {
    router.get("/{locale}/staff/presentations", bound(to, &StaffHandlers::list),
               {.name = "presentations.staff_list", .permission = Permission::moderate});
    router.get("/{locale}/staff/presentations/export", bound(to, &StaffHandlers::csv),
               {.name = "presentations.staff_export", .permission = Permission::export_people});
    router.get("/{locale}/staff/presentations/totals", bound(to, &StaffHandlers::totals),
               {.name = "presentations.staff_totals", .permission = Permission::moderate});
    router.get("/{locale}/staff/presentations/conversation", bound(to, &StaffHandlers::show_conversation),
               {.name = "presentations.staff_conversation", .permission = Permission::moderate});
    router.get("/{locale}/staff/presentations/{presentation}", bound(to, &StaffHandlers::show),
               {.name = "presentations.staff_show", .permission = Permission::moderate});
}

void add_staff_acts(http::Router& router, const StaffHandlers& to) {
    router.post<CoordinatorsForm>("/{locale}/staff/presentations/coordinators",
                                  {.parse = bound(to, &StaffHandlers::read_coordinators),
                                   .apply = bound(to, &StaffHandlers::save_coordinators),
                                   .refuse = bound(to, &StaffHandlers::totals_again)},
                                  {.name = "presentations.staff_coordinators", .permission = Permission::moderate});
    router.post<StaffConversation>(
        "/{locale}/staff/presentations/conversation",
        {.parse = bound(to, &StaffHandlers::read_conversation),
         .apply = bound(to, &StaffHandlers::tell),
         .refuse = bound(to, &StaffHandlers::show_conversation_again)},
        {.name = "presentations.staff_tell_conversation", .permission = Permission::moderate});
    const auto refuse = bound(to, &StaffHandlers::show_again);
    router.post<StaffAct>("/{locale}/staff/presentations/{presentation}/champion",
                          {.parse = bound(to, &StaffHandlers::read_champion),
                           .apply = bound(to, &StaffHandlers::assign),
                           .refuse = refuse},
                          {.name = "presentations.staff_assign", .permission = Permission::moderate});
    router.post<StaffAct>(
        "/{locale}/staff/presentations/{presentation}/routing",
        {.parse = bound(to, &StaffHandlers::read_act), .apply = bound(to, &StaffHandlers::route), .refuse = refuse},
        {.name = "presentations.staff_route", .permission = Permission::moderate});
    router.post<StaffAct>(
        "/{locale}/staff/presentations/{presentation}/end",
        {.parse = bound(to, &StaffHandlers::read_end), .apply = bound(to, &StaffHandlers::end), .refuse = refuse},
        {.name = "presentations.staff_end", .permission = Permission::moderate});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_host_routes(router, surface.host);
    add_offer_routes(router, surface.offers);
    add_name_routes(router, surface.names);
    add_champion_routes(router, surface.champions);
    add_staff_pages(router, surface.staff);
    add_staff_acts(router, surface.staff);
}

}  // namespace presentations
