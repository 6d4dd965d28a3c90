#include "features/mail_sending/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace mail_sending {
namespace {

using auth::Permission;
using http::bound;

void add_blast_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/staff/sending", bound(to, &Handlers::list),
               {.name = "mail_sending.list", .permission = Permission::publish});
    router.get("/{locale}/staff/sending/new", bound(to, &Handlers::show_new),
               {.name = "mail_sending.new", .permission = Permission::publish});
    router.post<NewPlan>("/{locale}/staff/sending",
                         {.parse = bound(to, &Handlers::read_new),
                          .apply = bound(to, &Handlers::create),
                          .refuse = bound(to, &Handlers::show_new_again)},
                         {.name = "mail_sending.plan", .permission = Permission::publish});
    router.get("/{locale}/staff/sending/{blast}", bound(to, &Handlers::show),
               {.name = "mail_sending.show", .permission = Permission::publish});
    router.stream("/{locale}/staff/sending/{blast}/events", bound(to, &Handlers::events),
                  {.name = "mail_sending.events", .permission = Permission::publish});
    router.post<Confirming>("/{locale}/staff/sending/{blast}/confirmation",
                            {.parse = bound(to, &Handlers::read_confirming),
                             .apply = bound(to, &Handlers::confirm),
                             .refuse = bound(to, &Handlers::show_again)},
                            {.name = "mail_sending.confirm", .permission = Permission::publish});
}

using Act = http::WriteResult (Handlers::*)(const BlastAct&, db::Write&) const;

void add_act(http::Router& router, const Handlers& to, std::string_view name, Act act) {
    std::string word{name};
    for (char& c : word)
        if (c == '-') c = '_';
    router.post<BlastAct>(
        "/{locale}/staff/sending/{blast}/" + std::string{name},
        {.parse = bound(to, &Handlers::read_act), .apply = bound(to, act), .refuse = bound(to, &Handlers::show_again)},
        {.name = "mail_sending." + word, .permission = Permission::publish});
}

void add_acts(http::Router& router, const Handlers& to) {
    add_act(router, to, "take-back", &Handlers::take_back);
    add_act(router, to, "pause", &Handlers::pause);
    add_act(router, to, "resumption", &Handlers::resume);
    add_act(router, to, "stop", &Handlers::stop);
    router.post<BlastAct>("/{locale}/staff/sending/{blast}/winner",
                          {.parse = bound(to, &Handlers::read_winner),
                           .apply = bound(to, &Handlers::choose),
                           .refuse = bound(to, &Handlers::show_again)},
                          {.name = "mail_sending.winner", .permission = Permission::publish});
}

void add_people_routes(http::Router& router, const PeopleHandlers& to) {
    router.get("/{locale}/staff/sending/{blast}/recipients", bound(to, &PeopleHandlers::recipients),
               {.name = "mail_sending.recipients", .permission = Permission::read_people});
    router.get("/{locale}/staff/sending/people/{person}", bound(to, &PeopleHandlers::of_person),
               {.name = "mail_sending.of_person", .permission = Permission::read_people});
    router.get("/{locale}/staff/sending/limits", bound(to, &PeopleHandlers::limits),
               {.name = "mail_sending.limits", .permission = Permission::manage_settings});
    router.post<DomainLimit>("/{locale}/staff/sending/limits/domains",
                             {.parse = bound(to, &PeopleHandlers::read_limit),
                              .apply = bound(to, &PeopleHandlers::limit),
                              .refuse = bound(to, &PeopleHandlers::limits_again)},
                             {.name = "mail_sending.limit_domain", .permission = Permission::manage_settings});
    router.post<WarmUpChange>("/{locale}/staff/sending/limits/warm-up",
                              {.parse = bound(to, &PeopleHandlers::read_warm_up),
                               .apply = bound(to, &PeopleHandlers::set_warm_up),
                               .refuse = bound(to, &PeopleHandlers::limits_again)},
                              {.name = "mail_sending.warm_up", .permission = Permission::manage_settings});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_blast_routes(router, surface.handlers);
    add_acts(router, surface.handlers);
    add_people_routes(router, surface.people);
}

}  // namespace mail_sending
