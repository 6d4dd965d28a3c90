#include "features/champions/routes.h"

#include "platform/auth/principal.h"
#include "platform/calendars/calendar.h"
#include "platform/http/bound.h"

namespace champions {
namespace {

using auth::Permission;
using http::bound;
using http::Cache;
using http::LimitClass;

constexpr std::size_t kFormParts = std::size_t{16} * 1024;  // of a form around its file
constexpr std::size_t kLargestPhoto = std::size_t{12} * 1024 * 1024;

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/champions", bound(to, &Handlers::directory),
               {.name = "champions.directory", .cache = Cache::public_page});
    router.get("/{locale}/champions/{slug}", bound(to, &Handlers::one),
               {.name = "champions.one", .cache = Cache::public_page});
    router.get("/{locale}/champions/calendar/{token}", bound(to, &Handlers::feed), {.name = "champions.feed"});
    router.get("/api/v1/champions", bound(to, &Handlers::api_directory), {.name = "champions.api"});
    router.get("/api/v1/champions/{slug}/slots", bound(to, &Handlers::api_slots), {.name = "champions.api_slots"});
}

void add_application_routes(http::Router& router, const ApplicationHandlers& to) {
    const std::string apply = "/{locale}/champions/apply", confirm = "/{locale}/champions/confirm/{token}";
    using H = ApplicationHandlers;
    router.get(apply, bound(to, &H::show), {.name = "champions.application", .cache = Cache::public_page});
    router.post<ApplicationAct>(
        apply,
        {.parse = bound(to, &H::read_application), .apply = bound(to, &H::apply), .refuse = bound(to, &H::show_again)},
        {.name = "champions.apply", .limit = LimitClass::form});
    router.get(apply + "/sent", bound(to, &H::sent), {.name = "champions.applied", .cache = Cache::public_page});
    router.get(apply + "/confirmed", bound(to, &H::confirmed),
               {.name = "champions.confirmed", .cache = Cache::public_page});
    router.get(confirm, bound(to, &H::show_confirm), {.name = "champions.show_confirm"});
    router.post<LinkUse>(confirm,
                         {.parse = bound(to, &H::read_confirm),
                          .apply = bound(to, &H::confirm),
                          .refuse = bound(to, &H::confirm_expired)},
                         {.name = "champions.confirm", .limit = LimitClass::form});
}

void add_sign_in_routes(http::Router& router, const ApplicationHandlers& to) {
    const std::string all = "/{locale}/champions/sign-in", one = all + "/{token}";
    using H = ApplicationHandlers;
    router.get(all, bound(to, &H::show_sign_in), {.name = "champions.sign_in", .cache = Cache::public_page});
    router.post<LinkWanted>(all,
                            {.parse = bound(to, &H::read_wanted),
                             .apply = bound(to, &H::send_link),
                             .refuse = bound(to, &H::show_sign_in_again)},
                            {.name = "champions.send_link", .limit = LimitClass::form});
    router.get(all + "/sent", bound(to, &H::link_sent), {.name = "champions.link_sent", .cache = Cache::public_page});
    router.get(one, bound(to, &H::show_enter), {.name = "champions.show_enter"});
    router.post<LinkUse>(
        one,
        {.parse = bound(to, &H::read_enter), .apply = bound(to, &H::enter), .refuse = bound(to, &H::enter_expired)},
        {.name = "champions.enter", .limit = LimitClass::sign_in});
}

const std::string kOwn = "/{locale}/champions/own";

http::RouteOptions form_named(const char* name) { return {.name = name, .limit = LimitClass::form}; }

void add_own_routes(http::Router& router, const OwnHandlers& to) {
    using H = OwnHandlers;
    router.get(kOwn, bound(to, &H::overview), {.name = "champions.own"});
    router.post<OwnAct>(kOwn + "/leave", {.parse = bound(to, &H::read_act), .apply = bound(to, &H::leave)},
                        form_named("champions.leave"));
    router.post<ShowingChange>(kOwn + "/showing",
                               {.parse = bound(to, &H::read_showing), .apply = bound(to, &H::change_showing)},
                               form_named("champions.showing"));
}

void add_times_routes(http::Router& router, const TimesHandlers& to) {
    const std::string times = kOwn + "/times", exceptions = kOwn + "/exceptions";
    using H = TimesHandlers;
    router.get(times, bound(to, &H::show), {.name = "champions.own_times"});
    router.post<HoursAct>(
        times,
        {.parse = bound(to, &H::read_times), .apply = bound(to, &H::write_times), .refuse = bound(to, &H::times_again)},
        form_named("champions.write_times"));
    router.post<ExceptionAct>(exceptions,
                              {.parse = bound(to, &H::read_exception),
                               .apply = bound(to, &H::add_exception),
                               .refuse = bound(to, &H::exceptions_again)},
                              form_named("champions.add_exception"));
    router.post<ExceptionRemoval>(exceptions + "/{exception}/removal",
                                  {.parse = bound(to, &H::read_removal), .apply = bound(to, &H::remove_exception)},
                                  form_named("champions.remove_exception"));
}

void add_calendar_routes(http::Router& router, const CalendarHandlers& to) {
    const std::string calendar = kOwn + "/calendar";
    using H = CalendarHandlers;
    router.get(calendar, bound(to, &H::show), {.name = "champions.own_calendar"});
    router.post<CalendarAct>(calendar,
                             {.parse = bound(to, &H::read_calendar),
                              .apply = bound(to, &H::write_calendar),
                              .refuse = bound(to, &H::show_again)},
                             form_named("champions.write_calendar"));
    router.post<CalendarUpload>(calendar + "/file",
                                {.parse = bound(to, &H::read_upload),
                                 .apply = bound(to, &H::write_upload),
                                 .refuse = bound(to, &H::show_again)},
                                {.name = "champions.upload_calendar",
                                 .body_limit = calendars::kMostBytes + kFormParts,
                                 .limit = LimitClass::form});
    router.post<OwnAct>(calendar + "/removal",
                        {.parse = bound(to, &H::read_act), .apply = bound(to, &H::forget_calendar)},
                        form_named("champions.forget_calendar"));
    router.post<OwnAct>(calendar + "/renewal", {.parse = bound(to, &H::read_act), .apply = bound(to, &H::renew_feed)},
                        form_named("champions.renew_feed"));
}

void add_profile_routes(http::Router& router, const ProfileHandlers& to) {
    const std::string profile = kOwn + "/profile", photo = kOwn + "/photo";
    using H = ProfileHandlers;
    router.get(profile, bound(to, &H::show), {.name = "champions.own_profile"});
    router.post<ProfileAct>(profile,
                            {.parse = bound(to, &H::read_profile),
                             .apply = bound(to, &H::write_profile),
                             .refuse = bound(to, &H::show_again)},
                            form_named("champions.write_profile"));
    router.post<PhotoAct>(
        photo,
        {.parse = bound(to, &H::read_photo), .apply = bound(to, &H::write_photo), .refuse = bound(to, &H::show_again)},
        {.name = "champions.upload_photo", .body_limit = kLargestPhoto + kFormParts, .limit = LimitClass::form});
    router.post<OwnAct>(photo + "/removal", {.parse = bound(to, &H::read_act), .apply = bound(to, &H::forget_photo)},
                        form_named("champions.forget_photo"));
}

void add_staff_routes(http::Router& router, const StaffHandlers& to) {
    const std::string all = "/{locale}/staff/champions", one = all + "/{champion}", topics = all + "/topics";
    using H = StaffHandlers;
    const auto seen = [](const char* name) {
        return http::RouteOptions{.name = name, .permission = Permission::read_people};
    };
    const auto done = [](const char* name) {
        return http::RouteOptions{.name = name, .permission = Permission::moderate};
    };
    router.get(all, bound(to, &H::list), seen("champions.staff"));
    router.get(one, bound(to, &H::show), seen("champions.staff_one"));
    router.post<StepAct>(
        one + "/steps",
        {.parse = bound(to, &H::read_step), .apply = bound(to, &H::take_step), .refuse = bound(to, &H::show_again)},
        done("champions.step"));
    router.post<LevelAct>(one + "/level", {.parse = bound(to, &H::read_level), .apply = bound(to, &H::change_level)},
                          done("champions.level"));
    router.get(topics, bound(to, &H::topics), done("champions.topics"));
    router.post<SubjectAct>(topics,
                            {.parse = bound(to, &H::read_subject),
                             .apply = bound(to, &H::add_subject),
                             .refuse = bound(to, &H::topics_again)},
                            done("champions.add_topic"));
    router.post<SubjectOffer>(topics + "/{topic}",
                              {.parse = bound(to, &H::read_offer), .apply = bound(to, &H::offer_subject)},
                              done("champions.offer_topic"));
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_public_routes(router, surface.handlers);
    add_application_routes(router, surface.applications);
    add_sign_in_routes(router, surface.applications);
    add_own_routes(router, surface.own);
    add_times_routes(router, surface.times);
    add_calendar_routes(router, surface.calendars);
    add_profile_routes(router, surface.profiles);
    add_staff_routes(router, surface.staff);
}

}  // namespace champions
