#include "features/mailing_list/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace mailing_list {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

void add_join_routes(http::Router& router, const JoinHandlers& to) {
    router.get("/{locale}/join", bound(to, &JoinHandlers::show),
               {.name = "mailing_list.main_form", .cache = Cache::public_page});
    router.get("/{locale}/join/{slug}", bound(to, &JoinHandlers::show),
               {.name = "mailing_list.form", .cache = Cache::public_page});
    router.post<JoinRequest>("/{locale}/join/{slug}",
                             {.parse = bound(to, &JoinHandlers::read_form),
                              .apply = bound(to, &JoinHandlers::join),
                              .refuse = bound(to, &JoinHandlers::show_again)},
                             {.name = "mailing_list.join", .limit = LimitClass::form});
    router.get("/{locale}/join/{slug}/embed", bound(to, &JoinHandlers::show_framed), {.name = "mailing_list.embed"});
    router.post<JoinRequest>("/{locale}/join/{slug}/embed",
                             {.parse = bound(to, &JoinHandlers::read_framed),
                              .apply = bound(to, &JoinHandlers::join),
                              .refuse = bound(to, &JoinHandlers::show_framed_again)},
                             {.name = "mailing_list.join.embed", .limit = LimitClass::form});
    router.get("/{locale}/joined", bound(to, &JoinHandlers::joined),
               {.name = "mailing_list.joined", .cache = Cache::public_page});
    router.get("/{locale}/joined/embed", bound(to, &JoinHandlers::joined_framed),
               {.name = "mailing_list.joined.embed"});
}

// The mailed link leads to a page; only its buttons, which POST, change anything. Mail scanners open links.
void add_sign_up_routes(http::Router& router, const SignUpHandlers& to) {
    router.get("/{locale}/sign-ups/{token}", bound(to, &SignUpHandlers::show), {.name = "mailing_list.sign_up"});
    const auto act = [&](std::string_view name, auto apply) {
        router.post<SignUpAct>("/{locale}/sign-ups/{token}/" + std::string{name},
                               {.parse = bound(to, &SignUpHandlers::read_act),
                                .apply = bound(to, apply),
                                .refuse = bound(to, &SignUpHandlers::show_again)},
                               {.name = "mailing_list." + std::string{name}, .limit = LimitClass::form});
    };
    act("confirmation", &SignUpHandlers::confirm);
    act("denial", &SignUpHandlers::deny);
    act("renewal", &SignUpHandlers::renew);
}

void add_preference_routes(http::Router& router, const PreferenceHandlers& to) {
    router.get("/{locale}/preferences", bound(to, &PreferenceHandlers::show_request),
               {.name = "mailing_list.preferences_request", .cache = Cache::public_page});
    router.post<LinkRequest>("/{locale}/preferences",
                             {.parse = bound(to, &PreferenceHandlers::read_request),
                              .apply = bound(to, &PreferenceHandlers::send_link),
                              .refuse = bound(to, &PreferenceHandlers::show_request_again)},
                             {.name = "mailing_list.send_preferences", .limit = LimitClass::form});
    router.get("/{locale}/preferences/sent", bound(to, &PreferenceHandlers::sent),
               {.name = "mailing_list.preferences_sent", .cache = Cache::public_page});
    router.get("/{locale}/preferences/{token}", bound(to, &PreferenceHandlers::show),
               {.name = "mailing_list.preferences"});
    const auto act = [&](const std::string& path, const std::string& name, auto apply) {
        router.post<PreferenceAct>("/{locale}/preferences/{token}" + path,
                                   {.parse = bound(to, &PreferenceHandlers::read_act),
                                    .apply = bound(to, apply),
                                    .refuse = bound(to, &PreferenceHandlers::show_again)},
                                   {.name = "mailing_list." + name, .limit = LimitClass::form});
    };
    act("", "save_preferences", &PreferenceHandlers::save);
    act("/leaving", "leave", &PreferenceHandlers::leave_list);
    act("/return", "return", &PreferenceHandlers::return_to_list);
}

// RFC 8058: mail programs post from anywhere, without cookies, as often as they like.
void add_leave_routes(http::Router& router, const LeaveHandlers& to) {
    router.get("/{locale}/leave/{token}/{mail}", bound(to, &LeaveHandlers::show), {.name = "mailing_list.leave_page"});
    router.post<LeaveAct>(
        "/{locale}/leave/{token}/{mail}",
        {.parse = bound(to, &LeaveHandlers::read_act),
         .apply = bound(to, &LeaveHandlers::leave_list),
         .refuse = bound(to, &LeaveHandlers::refuse)},
        {.name = "mailing_list.one_click", .origin = http::OriginCheck::exempt, .parse = http::ParsePlace::pool});
}

void add_consent_routes(http::Router& router, const ConsentHandlers& to) {
    const std::string list = "/{locale}/staff/mailing-list";
    router.get(list, bound(to, &ConsentHandlers::overview),
               {.name = "mailing_list.staff", .permission = Permission::read_people});
    router.get(list + "/wordings", bound(to, &ConsentHandlers::wordings),
               {.name = "mailing_list.staff_wordings", .permission = Permission::read_people});
    router.get(list + "/paper", bound(to, &ConsentHandlers::show_paper),
               {.name = "mailing_list.staff_paper", .permission = Permission::edit_content});
    router.post<PaperAct>(list + "/paper",
                          {.parse = bound(to, &ConsentHandlers::read_paper_form),
                           .apply = bound(to, &ConsentHandlers::record_paper),
                           .refuse = bound(to, &ConsentHandlers::show_paper_again)},
                          {.name = "mailing_list.record_paper", .permission = Permission::edit_content});
    router.get("/{locale}/staff/consent/{person}", bound(to, &ConsentHandlers::proof),
               {.name = "mailing_list.proof", .permission = Permission::read_people});
    router.get("/{locale}/staff/consent/{person}/sheet.pdf", bound(to, &ConsentHandlers::proof_sheet),
               {.name = "mailing_list.proof_sheet", .permission = Permission::read_people});
}

void add_form_routes(http::Router& router, const FormHandlers& to) {
    const std::string forms = "/{locale}/staff/mailing-list/forms";
    const http::RouteOptions by_editors{.permission = Permission::edit_content};
    const auto named = [&](const std::string& name) {
        auto options = by_editors;
        options.name = "mailing_list." + name;
        return options;
    };
    router.get(forms + "/new", bound(to, &FormHandlers::show_new), named("staff_new_form"));
    router.post<FormEdit>(forms,
                          {.parse = bound(to, &FormHandlers::read_new),
                           .apply = bound(to, &FormHandlers::create),
                           .refuse = bound(to, &FormHandlers::show_again)},
                          named("staff_make_form"));
    router.get(forms + "/{slug}", bound(to, &FormHandlers::show), named("staff_form"));
    router.post<FormEdit>(forms + "/{slug}",
                          {.parse = bound(to, &FormHandlers::read_edit),
                           .apply = bound(to, &FormHandlers::save),
                           .refuse = bound(to, &FormHandlers::show_again)},
                          named("staff_save_form"));
    router.post<FormAct>(forms + "/{slug}/closing",
                         {.parse = bound(to, &FormHandlers::read_act), .apply = bound(to, &FormHandlers::close)},
                         named("staff_close_form"));
    router.post<FormAct>(forms + "/{slug}/reopening",
                         {.parse = bound(to, &FormHandlers::read_act), .apply = bound(to, &FormHandlers::reopen)},
                         named("staff_reopen_form"));
    const std::string topics = "/{locale}/staff/mailing-list/topics";
    router.get(topics, bound(to, &FormHandlers::topics), named("staff_topics"));
    router.post<TopicEdit>(topics,
                           {.parse = bound(to, &FormHandlers::read_topic),
                            .apply = bound(to, &FormHandlers::add_topic),
                            .refuse = bound(to, &FormHandlers::topics_again)},
                           named("staff_add_topic"));
    router.post<FormAct>(topics + "/{slug}/retirement",
                         {.parse = bound(to, &FormHandlers::read_act), .apply = bound(to, &FormHandlers::retire_topic)},
                         named("staff_retire_topic"));
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_join_routes(router, surface.join);
    add_sign_up_routes(router, surface.sign_ups);
    add_preference_routes(router, surface.preferences);
    add_leave_routes(router, surface.leaving);
    add_consent_routes(router, surface.consents);
    add_form_routes(router, surface.forms);
}

}  // namespace mailing_list
