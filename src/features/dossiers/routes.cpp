#include "features/dossiers/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace dossiers {
namespace {

using auth::Permission;
using http::bound;
using http::HandlerThreads;
using http::LimitClass;

const std::string kStaff = "/{locale}/staff/dossiers";
const std::string kOfOne = kStaff + "/{representative}";
const std::string kOfAnswer = kStaff + "/answers/{answer}";

http::RouteOptions reading(const char* name) { return {.name = name, .permission = Permission::read_people}; }
http::RouteOptions drawing(const char* name) {
    return {.name = name, .permission = Permission::read_people, .threads = HandlerThreads::computing};
}
http::RouteOptions recording(const char* name) { return {.name = name, .permission = Permission::publish}; }

void add_public_routes(http::Router& router, const Handlers& to) {
    using H = Handlers;
    const std::string own = "/{locale}/letter-answers/{token}";
    router.get("/api/v1/representatives/{representative}/dossier", bound(to, &H::api), {.name = "dossiers.api"});
    router.get(own, bound(to, &H::show_telling), {.name = "dossiers.telling"});
    router.get(own + "/attachments/{attachment}", bound(to, &H::attachment), {.name = "dossiers.own_attachment"});
    router.post<Told>(
        own, {.parse = bound(to, &H::read_told), .apply = bound(to, &H::tell), .refuse = bound(to, &H::show_again)},
        {.name = "dossiers.tell", .limit = LimitClass::form});
}

void add_overview_routes(http::Router& router, const OverviewHandlers& to) {
    using H = OverviewHandlers;
    router.get(kStaff, bound(to, &H::show), reading("dossiers.overview"));
    router.get(kStaff + "/table.csv", bound(to, &H::csv), reading("dossiers.csv"));
    router.get(kStaff + "/sheets.pdf", bound(to, &H::sheets), drawing("dossiers.sheets"));
}

void add_answer_routes(http::Router& router, const AnswerHandlers& to) {
    using H = AnswerHandlers;
    router.get(kStaff + "/answers", bound(to, &H::inbox), reading("dossiers.inbox"));
    router.get(kOfAnswer, bound(to, &H::show), reading("dossiers.answer"));
    router.get(kOfAnswer + "/attachments/{attachment}", bound(to, &H::attachment), reading("dossiers.attachment"));
    router.post<Judging>(
        kOfAnswer,
        {.parse = bound(to, &H::read_judging), .apply = bound(to, &H::judge), .refuse = bound(to, &H::show_again)},
        {.name = "dossiers.judge", .permission = Permission::moderate});
    router.post<MadeOfAnswer<PromiseFacts>>(kOfAnswer + "/promise",
                                            {.parse = bound(to, &H::read_promise),
                                             .apply = bound(to, &H::make_promise),
                                             .refuse = bound(to, &H::show_again)},
                                            recording("dossiers.make_promise"));
    router.post<MadeOfAnswer<PositionFacts>>(kOfAnswer + "/position",
                                             {.parse = bound(to, &H::read_position),
                                              .apply = bound(to, &H::make_position),
                                              .refuse = bound(to, &H::show_again)},
                                             recording("dossiers.make_position"));
}

void add_dossier_routes(http::Router& router, const DossierHandlers& to) {
    using H = DossierHandlers;
    const auto refuse = bound(to, &H::show_again);
    router.get(kOfOne, bound(to, &H::show), reading("dossiers.show"));
    router.get(kOfOne + "/sheet.pdf", bound(to, &H::sheet), drawing("dossiers.sheet"));
    router.post<Recording<PromiseFacts>>(
        kOfOne + "/promises",
        {.parse = bound(to, &H::read_promise), .apply = bound(to, &H::keep_promise), .refuse = refuse},
        recording("dossiers.keep_promise"));
    router.post<Recording<StateChange>>(
        kOfOne + "/promises/{promise}",
        {.parse = bound(to, &H::read_state), .apply = bound(to, &H::keep_state), .refuse = refuse},
        recording("dossiers.keep_state"));
    router.post<Recording<PositionFacts>>(
        kOfOne + "/positions",
        {.parse = bound(to, &H::read_position), .apply = bound(to, &H::keep_position), .refuse = refuse},
        recording("dossiers.keep_position"));
    router.post<Recording<MeetingFacts>>(
        kOfOne + "/meetings",
        {.parse = bound(to, &H::read_meeting), .apply = bound(to, &H::keep_meeting), .refuse = refuse},
        recording("dossiers.keep_meeting"));
    router.post<Recording<MeetingChange>>(
        kOfOne + "/meetings/{meeting}",
        {.parse = bound(to, &H::read_meeting_change), .apply = bound(to, &H::change_meeting), .refuse = refuse},
        recording("dossiers.change_meeting"));
    router.post<Recording<MeetingId>>(
        kOfOne + "/meetings/{meeting}/removal",
        {.parse = bound(to, &H::read_removal), .apply = bound(to, &H::remove_meeting), .refuse = refuse},
        recording("dossiers.remove_meeting"));
    router.post<Recording<FollowUpForm>>(
        kOfOne + "/follow-ups",
        {.parse = bound(to, &H::read_follow_up), .apply = bound(to, &H::keep_follow_up), .refuse = refuse},
        recording("dossiers.keep_follow_up"));
    router.post<FinishedFollowUp>(
        kOfOne + "/follow-ups/{follow_up}",
        {.parse = bound(to, &H::read_finished), .apply = bound(to, &H::finish_follow_up), .refuse = refuse},
        recording("dossiers.finish_follow_up"));
    router.post<Recording<LogFacts>>(
        kOfOne + "/answers", {.parse = bound(to, &H::read_log), .apply = bound(to, &H::keep_log), .refuse = refuse},
        recording("dossiers.keep_log"));
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_overview_routes(router, surface.overview);
    add_answer_routes(router, surface.answers);
    add_dossier_routes(router, surface.dossiers);
}

}  // namespace dossiers
