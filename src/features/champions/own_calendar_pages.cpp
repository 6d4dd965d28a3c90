#include "features/champions/calendar_service.h"
#include "features/champions/own_pages.h"
#include "features/champions/own_parts_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace champions::own_pages {
namespace {

using html::Out;
using i18n::Translator;

void write_calendar_state(Out& out, const Translator& t, const store::ForeignCalendar& calendar) {
    if (calendar.read_at)
        html::write<R"(<p>{}</p>)">(out, t.plural("Read on {time}: {count} busy time is known.",
                                                  "Read on {time}: {count} busy times are known.", calendar.busy_count,
                                                  {{"time", t.date_time(*calendar.read_at)}}));
    else if (calendar.problem.empty())
        html::write<R"(<p>{}</p>)">(out, t("We look at it in a moment, and then every hour."));
    const auto problem = words_of_problem(calendar.problem);
    if (problem)
        html::write<R"(<div class="notice notice--warning">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("alert"), t(*problem));
}

void write_foreign(Out& out, const Translator& t, const CalendarPage& page) {
    const html::Fields fields{t, page.problems};
    html::write<R"(<section class="own-champion__part" aria-labelledby="foreign"><h2 id="foreign">{}</h2><p>{}</p>)">(
        out, t("When you are busy elsewhere"),
        t("Give us the address of a calendar of yours, or upload it: nothing is offered when you are busy there. "
          "We keep the times only, not what they are about."));
    if (page.calendar) write_calendar_state(out, t, *page.calendar);
    html::write<R"(<form class="form" method="post" action="{}/calendar" novalidate>{}{}{}</form>)">(
        out, own_path(t.locale()), fields.error_summary(),
        fields.text(
            {.name = "address",
             .label = t("Address of your calendar"),
             .value = page.typed_address,
             .kind = html::TextKind::url,
             .hint = t("Calendar programs call it the secret or private iCal address. It ends in .ics mostly.")}),
        fields.button({.label = t("Look at this calendar")}));
    html::write<
        R"(<form class="form" method="post" action="{}/calendar/file" enctype="multipart/form-data" novalidate>{}{}{}</form>)">(
        out, own_path(t.locale()), html::hidden({"zone", page.champion.terms.zone.name()}),
        fields.file({.name = "file", .label = t("Or a calendar file (.ics)"), .accept = "text/calendar,.ics"}),
        fields.button({.label = t("Upload"), .kind = html::ButtonKind::quiet}));
    if (page.calendar)
        html::write<
            R"(<form method="post" action="{}/calendar/removal"><button class="button button--text" type="submit">{}</button></form>)">(
            out, own_path(t.locale()), t("Forget this calendar and its times"));
    html::write<"</section>">(out);
}

}  // namespace

html::SafeHtml calendar(const Translator& t, const CalendarPage& page) {
    Out out;
    write_head(out, t, page.champion, "calendar");
    write_foreign(out, t, page);
    write_feed(out, t, page.feed_url);
    write_foot(out, t);
    return std::move(out).finish();
}

}  // namespace champions::own_pages
