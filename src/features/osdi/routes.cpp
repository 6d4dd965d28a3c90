#include "features/osdi/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace osdi {
namespace {

using auth::Permission;
using http::bound;
using ports::ApiScope;

http::RouteOptions named(const char* name) {
    return {.name = std::string{"osdi."} + name, .parse = http::ParsePlace::pool};
}

// A body is read only for a key with this scope.
http::Post<Call> writing(ApiScope scope, std::function<http::WriteResult(const Call&, db::Write&)> apply) {
    return {.parse = [scope](const http::Request& request) { return read_call(request, scope); },
            .apply = std::move(apply),
            .refuse = refuse};
}

void add_people(http::Router& router, const PeopleHandlers& to) {
    router.get("/api/v2/people", bound(to, &PeopleHandlers::list), named("people"));
    router.post<Call>("/api/v2/people", writing(ApiScope::write_people, bound(to, &PeopleHandlers::sign_up)),
                      named("sign_up_person"));
    router.get("/api/v2/people/{person}", bound(to, &PeopleHandlers::show), named("person"));
    router.put<Call>("/api/v2/people/{person}", writing(ApiScope::write_people, bound(to, &PeopleHandlers::change)),
                     named("change_person"));
    router.get("/api/v2/people/{person}/signatures", bound(to, &PeopleHandlers::signatures),
               named("signatures_of_person"));
    router.get("/api/v2/people/{person}/submissions", bound(to, &PeopleHandlers::submissions),
               named("submissions_of_person"));
    router.get("/api/v2/people/{person}/taggings", bound(to, &PeopleHandlers::taggings), named("taggings_of_person"));
}

void add_petitions(http::Router& router, const PetitionHandlers& to) {
    router.get("/api/v2/petitions", bound(to, &PetitionHandlers::list), named("petitions"));
    router.get("/api/v2/petitions/{slug}", bound(to, &PetitionHandlers::show), named("petition"));
    router.get("/api/v2/petitions/{slug}/signatures", bound(to, &PetitionHandlers::signatures), named("signatures"));
    router.post<Call>("/api/v2/petitions/{slug}/signatures",
                      writing(ApiScope::sign_on, bound(to, &PetitionHandlers::sign)), named("record_signature"));
    router.get("/api/v2/petitions/{slug}/signatures/{signature}", bound(to, &PetitionHandlers::signature),
               named("signature"));
}

void add_forms(http::Router& router, const FormHandlers& to) {
    router.get("/api/v2/forms", bound(to, &FormHandlers::list), named("forms"));
    router.get("/api/v2/forms/{slug}", bound(to, &FormHandlers::show), named("form"));
    router.get("/api/v2/forms/{slug}/submissions", bound(to, &FormHandlers::submissions), named("submissions"));
    router.post<Call>("/api/v2/forms/{slug}/submissions",
                      writing(ApiScope::write_people, bound(to, &FormHandlers::submit)), named("record_submission"));
    router.get("/api/v2/forms/{slug}/submissions/{submission}", bound(to, &FormHandlers::submission),
               named("submission"));
}

void add_tags(http::Router& router, const TagHandlers& to) {
    router.get("/api/v2/tags", bound(to, &TagHandlers::list), named("tags"));
    router.post<Call>("/api/v2/tags", writing(ApiScope::tags, bound(to, &TagHandlers::make)), named("make_tag"));
    router.get("/api/v2/tags/{tag}", bound(to, &TagHandlers::show), named("tag"));
    router.get("/api/v2/tags/{tag}/taggings", bound(to, &TagHandlers::taggings), named("taggings"));
    router.post<Call>("/api/v2/tags/{tag}/taggings", writing(ApiScope::tags, bound(to, &TagHandlers::add)),
                      named("add_tagging"));
    router.get("/api/v2/tags/{tag}/taggings/{tagging}", bound(to, &TagHandlers::tagging), named("tagging"));
    router.remove<Call>("/api/v2/tags/{tag}/taggings/{tagging}",
                        writing(ApiScope::tags, bound(to, &TagHandlers::remove)), named("remove_tagging"));
}

}  // namespace

void add_routes(http::Router& router, const Handlers& handlers) {
    router.get("/api/v2/", bound(handlers.entry, &EntryHandlers::entry), named("entry"));
    add_people(router, handlers.people);
    add_petitions(router, handlers.petitions);
    add_forms(router, handlers.forms);
    add_tags(router, handlers.tags);
    router.get("/api/v2/messages", bound(handlers.entry, &EntryHandlers::messages), named("messages"));
    router.get("/api/v2/messages/{message}", bound(handlers.entry, &EntryHandlers::message), named("message"));
    router.get("/{locale}/staff/partner-consents", bound(handlers.joining, &JoiningHandlers::show),
               {.name = "osdi.joining", .permission = Permission::manage_settings});
    router.post<SetJoining>("/{locale}/staff/partner-consents",
                            {.parse = bound(handlers.joining, &JoiningHandlers::read_form),
                             .apply = bound(handlers.joining, &JoiningHandlers::save),
                             .refuse = bound(handlers.joining, &JoiningHandlers::show_again)},
                            {.name = "osdi.set_joining", .permission = Permission::manage_settings});
}

}  // namespace osdi
