#include <array>

#include "features/champions/own_pages.h"
#include "features/champions/own_parts_pages.h"
#include "features/champions/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace champions::own_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr std::array<base::Message, kDays> kDayNames{
    base::message("Monday"), base::message("Tuesday"),  base::message("Wednesday"), base::message("Thursday"),
    base::message("Friday"), base::message("Saturday"), base::message("Sunday")};

// One day's stretches: from and until beside each other.
void write_day(Out& out, const Translator& t, const Times& page, std::size_t day) {
    html::write<R"(<fieldset class="day-hours"><legend class="day-hours__day">{}</legend>)">(out, t(kDayNames[day]));
    for (std::size_t i = 0; i < kStretches; ++i) {
        const auto from = from_field({day, i}), until = until_field({day, i});
        const auto* problem = page.sent == Times::Form::hours ? base::find_problem(page.problems, from) : nullptr;
        const auto described = from + "-error";
        html::write<R"(<span class="day-hours__stretch{}">)">(out,
                                                              problem != nullptr ? " day-hours__stretch--invalid" : "");
        if (problem != nullptr)
            html::write<R"(<span class="field__error" id="{}">{} {}</span>)">(out, described, html::icon("alert"),
                                                                              t(problem->message));
        html::write<
            R"(<input class="field__input" type="time" id="{}" name="{}" value="{}" aria-label="{}"{}{}><span aria-hidden="true">–</span><input class="field__input" type="time" id="{}" name="{}" value="{}" aria-label="{}"></span>)">(
            out, from, from, page.typed.week[day][i].from,
            t("{day}, stretch {number}: from", {{"day", t(kDayNames[day])}, {"number", i + 1}}),
            html::attribute_if(problem != nullptr, "aria-invalid", "true"),
            html::attribute_if(problem != nullptr, "aria-describedby", described), until, until,
            page.typed.week[day][i].until,
            t("{day}, stretch {number}: until", {{"day", t(kDayNames[day])}, {"number", i + 1}}));
    }
    html::write<"</fieldset>">(out);
}

std::vector<html::Choice> zone_choices(const Translator& t, const std::string& current) {
    std::vector<html::Choice> choices;
    bool has_current = false;
    for (const auto each : offered_zones()) {
        choices.push_back({std::string{each}, zone_name(t, each)});
        has_current = has_current || each == current;
    }
    if (!has_current) choices.push_back({current, current});
    return choices;
}

SafeHtml term_fields(const html::Fields& fields, const Translator& t, const HoursForm& typed) {
    const auto number = [&](const char* name, std::string label, const std::string& value) {
        return fields.text({.name = name,
                            .label = std::move(label),
                            .value = value,
                            .kind = html::TextKind::number,
                            .size = html::FieldSize::small});
    };
    return html::render<"{}{}{}">(
        fields.select({.name = "zone",
                       .label = t("Time zone of these hours"),
                       .choices = zone_choices(t, typed.zone),
                       .value = typed.zone}),
        html::field_pair(number("notice_hours", t("Notice you need, in hours"), typed.notice_hours),
                         number("most_per_week", t("Presentations a week at most"), typed.most_per_week)),
        html::field_pair(number("buffer_in_person", t("Minutes to travel before and after"), typed.buffer_in_person),
                         number("buffer_online", t("Minutes between online ones"), typed.buffer_online)));
}

void write_hours(Out& out, const Translator& t, const Times& page) {
    const base::Problems none;
    const html::Fields fields{t, page.sent == Times::Form::hours ? page.problems : none};
    html::write<R"(
<section class="own-champion__part" aria-labelledby="week"><h2 id="week">{}</h2><p>{}</p><form class="form form--wide" method="post" action="{}/times" novalidate>{}<div class="week-hours">)">(
        out, t("Your usual week"), t("When could a presentation take place? Leave empty what does not suit you."),
        own_path(t.locale()), fields.error_summary());
    for (std::size_t day = 0; day < kDays; ++day) write_day(out, t, page, day);
    html::write<R"(</div>{}<div class="form__actions">{}</div></form></section>)">(
        out, term_fields(fields, t, page.typed), fields.button({.label = t("Save my times")}));
}

std::string exception_line(const Translator& t, const StoredException& stored) {
    const auto& exception = stored.exception;
    const auto noon = [](base::Day day) {
        return base::Instant{std::chrono::microseconds{day.time_since_epoch() + std::chrono::hours{17}}.count()};
    };
    const auto days = exception.first == exception.last
                          ? t.date(noon(exception.first))
                          : t("{first} to {last}",
                              {{"first", t.date(noon(exception.first))}, {"last", t.date(noon(exception.last))}});
    const bool is_whole = exception.hours == availability::Hours{0, 1'440};
    const auto hours =
        is_whole ? t("all day") : clock_text(exception.hours.from) + " – " + clock_text(exception.hours.until);
    return exception.kind == availability::ExceptionKind::open
               ? t("{days}: free as well, {hours}", {{"days", days}, {"hours", hours}})
               : t("{days}: not free, {hours}", {{"days", days}, {"hours", hours}});
}

void write_exception_form(Out& out, const Translator& t, const Times& page) {
    const base::Problems none;
    const html::Fields fields{t, page.sent == Times::Form::exception ? page.problems : none};
    const auto& typed = page.typed_exception;
    const auto text = [&](const char* name, std::string label, const std::string& value) {
        return fields.text({.name = name,
                            .label = std::move(label),
                            .value = value,
                            .required = html::Required::no,
                            .size = html::FieldSize::medium});
    };
    html::write<R"(<form class="form" method="post" action="{}/exceptions" novalidate>{}{}{}{}{}</form></section>)">(
        out, own_path(t.locale()), fields.error_summary(),
        fields.select({.name = "kind",
                       .label = t("What is different"),
                       .choices = {{"closed", t("I am not free")}, {"open", t("I am free as well")}},
                       .value = typed.kind.empty() ? "closed" : typed.kind}),
        html::field_pair(fields.text({.name = "first_day",
                                      .label = t("First day, as 2026-11-30"),
                                      .value = typed.first_day,
                                      .size = html::FieldSize::medium}),
                         text("last_day", t("Last day"), typed.last_day)),
        html::field_pair(text("from", t("From, as 09:00"), typed.from), text("until", t("Until"), typed.until)),
        fields.button({.label = t("Add"), .kind = html::ButtonKind::quiet}));
}

void write_exceptions(Out& out, const Translator& t, const Times& page) {
    html::write<
        R"(<section class="own-champion__part" aria-labelledby="exceptions"><h2 id="exceptions">{}</h2><p>{}</p>)">(
        out, t("Days that are different"), t("Holidays, or an evening that you can spare for once."));
    if (!page.exceptions.empty()) html::write<R"(<ul class="exception-list">)">(out);
    for (const auto& each : page.exceptions) {
        const auto line = exception_line(t, each);
        html::write<
            R"(<li class="exception-list__one"><span>{}</span><form method="post" action="{}/exceptions/{}/removal"><button class="button button--text" type="submit">{}<span class="visually-hidden"> {}</span></button></form></li>)">(
            out, line, own_path(t.locale()), each.id.value, t("Remove"), line);
    }
    if (!page.exceptions.empty()) html::write<"</ul>">(out);
    write_exception_form(out, t, page);
}

}  // namespace

html::SafeHtml times(const Translator& t, const Times& page) {
    Out out;
    write_head(out, t, page.champion, "times");
    write_next_free(out, t, page.champion, page.next_free);
    write_hours(out, t, page);
    write_exceptions(out, t, page);
    write_foot(out, t);
    return std::move(out).finish();
}

}  // namespace champions::own_pages
