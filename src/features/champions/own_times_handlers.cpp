#include "base/whole_number.h"
#include "features/champions/hours_store.h"
#include "features/champions/own_handlers.h"
#include "features/champions/own_handlers_parts.h"
#include "features/champions/store.h"

namespace champions {
namespace {

HoursForm typed_hours(const http::Form& form) {
    HoursForm typed{.week = {},
                    .zone = form.text("zone"),
                    .notice_hours = form.text("notice_hours"),
                    .buffer_in_person = form.text("buffer_in_person"),
                    .buffer_online = form.text("buffer_online"),
                    .most_per_week = form.text("most_per_week")};
    for (std::size_t day = 0; day < kDays; ++day)
        for (std::size_t i = 0; i < kStretches; ++i)
            typed.week[day][i] = {form.text(from_field({day, i})), form.text(until_field({day, i}))};
    return typed;
}

ExceptionForm typed_exception(const http::Form& form) {
    return {form.text("kind"), form.text("first_day"), form.text("last_day"), form.text("from"), form.text("until")};
}

HoursForm saved_hours(db::Read& read, const Champion& champion) {
    std::vector<availability::WeeklyHours> weekly;
    for (const auto& each : store::hours(read, champion.id)) weekly.push_back(each.hours);
    return form_of(weekly, champion.terms);
}

std::vector<StoredException> exceptions_of(db::Read& read, const Champion& champion, base::Instant now) {
    std::vector<StoredException> exceptions;
    for (const auto& each : store::exceptions(read, {champion.id, day_in(now, champion.terms.zone)}))
        exceptions.push_back(each.stored);
    return exceptions;
}

}  // namespace

http::Response TimesHandlers::page(const http::Request& request, const base::Problems& problems,
                                   own_pages::Times::Form sent, db::Read& read) const {
    using Form = own_pages::Times::Form;
    const auto champion = signed_in(read, services_, request);
    if (!champion) return to_sign_in(request.locale);
    const bool is_typed = !problems.empty() && sent == Form::hours;
    return own_page(
        services_, request, problems,
        own_pages::times(i18n::Translator{request.locale},
                         {.champion = *champion,
                          .typed = is_typed ? typed_hours(request.form) : saved_hours(read, *champion),
                          .typed_exception = sent == Form::exception ? typed_exception(request.form) : ExceptionForm{},
                          .exceptions = exceptions_of(read, *champion, request.received_at),
                          .next_free = next_free(services_, request, *champion, read),
                          .problems = problems,
                          .sent = sent}));
}

http::Response TimesHandlers::show(const http::Request& request, db::Read& read) const {
    return page(request, {}, own_pages::Times::Form::hours, read);
}

base::Result<HoursAct, base::Problems> TimesHandlers::read_times(const http::Request& request) const {
    auto hours = read_hours(typed_hours(request.form));
    if (!hours) return hours.error();
    return HoursAct{own_act(services_, request), *std::move(hours)};
}

http::WriteResult TimesHandlers::write_times(const HoursAct& act, db::Write& write) const {
    return with_champion(act.act, write, [&](const Champion& champion) -> http::WriteResult {
        store::write_hours(write, champion.id, act.hours.weekly);
        store::write_terms(write, champion.id, act.hours.terms);
        return saved(act.act.locale, "times");
    });
}

http::Response TimesHandlers::times_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    return page(request, problems, own_pages::Times::Form::hours, read);
}

base::Result<ExceptionAct, base::Problems> TimesHandlers::read_exception(const http::Request& request) const {
    return ExceptionAct{own_act(services_, request), typed_exception(request.form)};
}

http::WriteResult TimesHandlers::add_exception(const ExceptionAct& act, db::Write& write) const {
    return with_champion(act.act, write, [&](const Champion& champion) -> http::WriteResult {
        const auto today = day_in(act.act.session.now, champion.terms.zone);
        const auto exception = champions::read_exception(act.form, today);
        if (!exception) return exception.error();
        if (!store::add_exception(write, champion.id, *exception))
            return base::Problems{{"", base::message("These are too many: remove some first.")}};
        return saved(act.act.locale, "times");
    });
}

http::Response TimesHandlers::exceptions_again(const http::Request& request, const base::Problems& problems,
                                               db::Read& read) const {
    return page(request, problems, own_pages::Times::Form::exception, read);
}

base::Result<ExceptionRemoval, base::Problems> TimesHandlers::read_removal(const http::Request& request) const {
    return ExceptionRemoval{own_act(services_, request),
                            base::id_from<ExceptionId>(request.parameter("exception")).value_or(ExceptionId{0})};
}

http::WriteResult TimesHandlers::remove_exception(const ExceptionRemoval& removal, db::Write& write) const {
    return with_champion(removal.act, write, [&](const Champion& champion) -> http::WriteResult {
        store::remove_exception(write, champion.id, removal.exception);
        return saved(removal.act.locale, "times");
    });
}

}  // namespace champions
