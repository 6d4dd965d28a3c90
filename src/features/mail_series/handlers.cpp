#include "features/mail_series/handlers.h"

#include "base/whole_number.h"
#include "features/mail_series/pages.h"
#include "features/mail_series/sending_service.h"
#include "features/mail_series/store.h"
#include "platform/auth/audit.h"

namespace mail_series {
namespace {

using auth::Permission;

bool may_write_to_everybody(const auth::Principal& staff) {
    return auth::may(staff, Permission::read_people, {}) && auth::may(staff, Permission::publish, {});
}

Form typed_form(const http::Form& form) {
    Form typed{form.text("name"),         form.text("trigger"), form.text("segment"),
               form.text("exit_segment"), form.text("topic"),   {}};
    for (std::size_t i = 1; i <= kMostSteps; ++i) {
        const std::string number = std::to_string(i);
        typed.steps.push_back({form.text("mailing_" + number), form.text("days_" + number)});
    }
    return typed;
}

std::optional<SeriesId> series_of(const http::Request& request) {
    return base::id_from<SeriesId>(request.parameters.view("series"));
}

pages::Choices choices(const Services& services, db::Read& read, base::Locale locale) {
    const i18n::Translator t{locale};
    pages::Choices offered;
    for (const auto& kind : services.actions.kinds())
        for (auto& subject : kind.subjects(read, locale))
            offered.triggers.push_back(
                {kind.key + ":" + std::to_string(subject.about), std::move(subject.name), "", t(kind.label)});
    for (auto& segment : services.audience.segments(read, locale))
        offered.segments.push_back({std::to_string(segment.id.value), std::move(segment.name)});
    for (const auto& topic : people::topics(read))
        offered.topics.push_back({std::to_string(topic.bit.value), topic.name(locale)});
    if (services.mailings.unsent)
        for (auto& mailing : services.mailings.unsent(read))
            offered.mailings.push_back({std::to_string(mailing.id.value), std::move(mailing.name)});
    return offered;
}

std::optional<html::Flash> flash_of(const i18n::Translator& t, std::string_view done) {
    if (done == "saved") return html::Flash{html::Tone::success, t("Saved.")};
    if (done == "on") return html::Flash{html::Tone::success, t("The series is on: whoever comes in gets its mails.")};
    if (done == "off") return html::Flash{html::Tone::success, t("The series is off: nothing is sent.")};
    return std::nullopt;
}

struct Deed {
    std::string action;
    SeriesId series;
    const std::string& name;
};
void record(db::Write& write, const ports::Acting& acting, const Deed& deed) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = deed.action,
                         .subject = {"mail_series", deed.series.value, deed.name}});
}

}  // namespace

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    if (!may_write_to_everybody(*request.staff)) return http::forbidden();
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Series of mails")}),
                          pages::list(t, store::all(read), choices(services_, read, request.locale)));
}

http::Response Handlers::show_new(const http::Request& request, db::Read& read) const {
    return form_page(request, Form{}, {}, read);
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto id = series_of(request);
    const auto series = id ? store::find(read, *id) : std::nullopt;
    if (!series) return http::not_found();
    return form_page(request, form_of(series->plan), {}, read);
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    return form_page(request, typed_form(request.form), problems, read);
}

http::Response Handlers::form_page(const http::Request& request, const Form& typed, const base::Problems& problems,
                                   db::Read& read) const {
    if (!may_write_to_everybody(*request.staff)) return http::forbidden();
    const i18n::Translator t{request.locale};
    const auto id = series_of(request);
    const auto series = id ? store::find(read, *id) : std::nullopt;
    if (id && !series) return http::not_found();
    const auto offered = choices(services_, read, request.locale);
    pages::SeriesView view{.series = series, .typed = typed, .problems = problems, .choices = offered};
    if (series) {
        view.counts = store::counts(read, series->id);
        view.unready = unready(services_, read, series->plan);
    }
    auto frame = services_.frames.staff_frame(
        request, {.title = series ? series->plan.name : t("New series"),
                  .flash = flash_of(t, request.query.view("done")),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), pages::series(t, view), problems.empty() ? 200 : 422);
}

base::Result<KeepSeries, base::Problems> Handlers::read_form(const http::Request& request) const {
    auto plan = mail_series::read_form(typed_form(request.form));
    if (!plan) return plan.error();
    return KeepSeries{ports::acting(request), series_of(request), *std::move(plan)};
}

http::WriteResult Handlers::keep(const KeepSeries& form, db::Write& write) const {
    if (!may_write_to_everybody(form.acting.staff)) return http::forbidden();
    auto id = form.series;
    if (id) {
        const auto present = store::find(write, *id);
        if (!present) return http::not_found();
        if (present->switched_on_at)
            return http::WriteResult{
                base::Problems{{"", base::message("Switch the series off before you change it.")}}};
        store::change(write, *id, form.plan);
    } else {
        id = store::insert(write, form.plan, form.acting.staff.name);
    }
    record(write, form.acting, {"mail_series.keep", *id, form.plan.name});
    return http::see_other(pages::series_path(form.acting.locale, *id) + "?done=saved");
}

base::Result<SwitchSeries, base::Problems> Handlers::read_switch(const http::Request& request) const {
    return SwitchSeries{ports::acting(request), series_of(request).value_or(SeriesId{0})};
}

http::WriteResult Handlers::switch_on(const SwitchSeries& act, db::Write& write) const {
    if (!may_write_to_everybody(act.acting.staff)) return http::forbidden();
    const auto series = store::find(write, act.series);
    if (!series) return http::not_found();
    if (!series->switched_on_at && unready(services_, write, series->plan).empty()) {
        mail_series::switch_on(services_, write, *series);
        record(write, act.acting, {"mail_series.switch_on", series->id, series->plan.name});
        return http::see_other(pages::series_path(act.acting.locale, series->id) + "?done=on");
    }
    return http::see_other(pages::series_path(act.acting.locale, series->id));
}

http::WriteResult Handlers::switch_off(const SwitchSeries& act, db::Write& write) const {
    if (!may_write_to_everybody(act.acting.staff)) return http::forbidden();
    const auto series = store::find(write, act.series);
    if (!series) return http::not_found();
    store::switch_off(write, series->id);
    record(write, act.acting, {"mail_series.switch_off", series->id, series->plan.name});
    return http::see_other(pages::series_path(act.acting.locale, series->id) + "?done=off");
}

}  // namespace mail_series
