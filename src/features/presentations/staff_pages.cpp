#include "features/presentations/staff_pages.h"

#include <fmt/format.h>

#include "features/presentations/parts_pages.h"
#include "features/presentations/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/i18n/local_time.h"

namespace presentations::staff_pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

std::string when_words(const Translator& t, const Presentation& presentation) {
    if (!presentation.starts_at || presentation.state == State::waiting) return t("not fixed");
    return time_words(t, *presentation.starts_at, presentation.wish);
}

std::string group_words(const Translator& t, const Presentation& presentation) {
    if (!presentation.wish.host_group.empty()) return presentation.wish.host_group;
    return t("Conversation in {town}", {{"town", presentation.wish.town}});
}

std::string_view group_language(const Translator& t, const Presentation& presentation) {
    return base::code(presentation.wish.host_group.empty() ? t.locale() : presentation.wish.language);
}

void write_filter(Out& out, const Translator& t, const List& list) {
    const auto option = [&](Out& into, std::string_view value, const std::string& label) {
        const std::string_view chosen = list.state ? name_of(*list.state) : "";
        html::write<R"(<option value="{}"{}>{}</option>)">(into, value, html::attribute_if(value == chosen, "selected"),
                                                           label);
    };
    const auto options = [&](Out& into) {
        option(into, "", t("All"));
        for (const State state : kStates) option(into, name_of(state), badge_of(t, state).label);
    };
    html::write<R"(
<form class="toolbar" method="get" action="{}"><div class="toolbar__field"><label class="toolbar__label" for="state">{}</label>
  <span class="select"><select class="field__input select__control" id="state" name="state">{}</select></span></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
        out, staff_list_path(t.locale()), t("State"), options, html::icon("filter"), t("Show"));
}

void write_row(Out& out, const Translator& t, const Row& row) {
    const Presentation& presentation = row.presentation;
    html::write<R"(
<tr><th scope="row"><a href="{}" lang="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, staff_path(t.locale(), presentation.id), group_language(t, presentation), group_words(t, presentation),
        t("State"), ports::badge(badge_of(t, presentation.state)), t("When"), when_words(t, presentation), t("Town"),
        presentation.wish.town, t("Champion"), row.champion.empty() ? "–" : row.champion, t("Level"), row.level);
}

void write_pager(Out& out, const Translator& t, const List& list) {
    if (!list.older && list.is_newest) return;
    const std::string address =
        fmt::format("{}?state={}", staff_list_path(t.locale()), list.state ? name_of(*list.state) : "");
    html::write<R"(<nav class="pager" aria-label="{}">)">(out, t("Pages"));
    if (!list.is_newest)
        html::write<R"(<a class="pager__link" href="{}">{} {}</a>)">(out, address, html::icon("arrow-left"),
                                                                     t("The newest"));
    if (list.older)
        html::write<R"(<a class="pager__link" rel="next" href="{}">{} {}</a>)">(
            out, fmt::format("{}&before={}", address, list.older->value), t("Older"), html::icon("arrow-right"));
    html::write<"</nav>">(out);
}

SafeHtml head_actions(const Translator& t) {
    const std::string list = staff_list_path(t.locale());
    return html::render<"{}{}{}">(ports::button_link({list + "/totals", t("Totals and coordinators"), "bar-chart"}),
                                  ports::button_link({list + "/conversation", t("Add a conversation"), "plus"}),
                                  ports::button_link({list + "/export", t("Spreadsheet"), "download"}));
}

// --- one of them

std::string dates_words(const Translator& t, const Show& view) {
    std::vector<std::string> words;
    for (const auto at : view.dates) words.push_back(time_words(t, at, view.presentation.wish));
    return fmt::format("{}", fmt::join(words, " · "));
}

SafeHtml request_facts(const Translator& t, const Show& view) {
    const Presentation& presentation = view.presentation;
    const Wish& wish = presentation.wish;
    return pages::facts({{t("Group"), wish.host_group, wish.language},
                         {t("Who will be there"), t(label_of(wish.audience))},
                         {t("How many"), t.number(wish.expected_size)},
                         {t("When"), when_words(t, presentation)},
                         {t("Dates of the host"), dates_words(t, view)},
                         {t("How long"), length_words(t, wish.minutes)},
                         {t("Where"), place_words(t, wish)},
                         {t("Language"), language_words(t, wish.language)},
                         {t("Champion"), view.champion},
                         {t("Champion asked for"), view.wanted},
                         {t("Level"), view.level},
                         {t("What people need to take part"), wish.accessibility, presentation.locale},
                         {t("They wrote"), wish.words, presentation.locale},
                         {t("Contact"), wish.contact_name},
                         {t("Email"), presentation.email},
                         {t("Phone"), wish.phone},
                         {t("Asked on"), t.date_time(presentation.created_at)},
                         {t("Decided by"), presentation.decided_by},
                         {t("Reason"), presentation.reason, presentation.locale}});
}

SafeHtml offers_table(const Translator& t, const Show& view) {
    Out out;
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="offers" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="offers">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Who was asked"), t("Champion"), t("Answer"), t("Why they"), t("Until"));
    for (const auto& each : view.offers)
        html::write<
            R"(<tr><th scope="row">{}</th><td data-label="{}">{} {}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, each.champion, t("Answer"), ports::badge(badge_of(t, each.offer.state)), each.offer.words,
            t("Why they"), reason_words(t, each.offer.reasons), t("Until"), t.date_time(each.offer.expires_at));
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

std::string notice_words(const Translator& t, const Notice& notice) {
    const std::string whom = notice.recipient == Recipient::host ? t("host") : t("champion");
    switch (notice.kind) {
        case NoticeKind::booked:
            return t("Booking sent to the {whom}", {{"whom", whom}});
        case NoticeKind::moved:
            return t("New date sent to the {whom}", {{"whom", whom}});
        case NoticeKind::cancelled:
            return t("Cancellation sent to the {whom}", {{"whom", whom}});
        case NoticeKind::reminder:
            return t("Reminder sent to the {whom}", {{"whom", whom}});
        case NoticeKind::report_due:
            return t("Champion asked for a report");
        case NoticeKind::thanks:
            return t("Host thanked and asked for feedback");
        case NoticeKind::waits:
            return t("Host told of the waiting list");
        case NoticeKind::declined:
            return t("Host told that it was declined");
        case NoticeKind::reopened:
            return t("Host told that somebody else is looked for");
        case NoticeKind::said_yes:
            return t("Answer of the calendar of the {whom}: yes", {{"whom", whom}});
        case NoticeKind::said_perhaps:
            return t("Answer of the calendar of the {whom}: perhaps", {{"whom", whom}});
        case NoticeKind::said_no:
            return t("Answer of the calendar of the {whom}: no", {{"whom", whom}});
    }
    return {};
}

SafeHtml notices_list(const Translator& t, const Show& view) {
    Out out;
    html::write<R"(<ul class="talk-list">)">(out);
    for (const Notice& each : view.notices)
        html::write<R"(<li>{} <span class="talk-list__note">{}</span></li>)">(out, notice_words(t, each),
                                                                              t.date_time(each.created_at));
    html::write<"</ul>">(out);
    return std::move(out).finish();
}

SafeHtml assign_form(const Translator& t, const Show& view) {
    const html::Fields fields{t, view.problems};
    std::vector<html::Choice> champions{{"", t("Choose a champion")}};
    for (const auto& each : view.choosable)
        champions.push_back({std::to_string(each.champion.value), each.name, "",
                             each.reasons ? t("Free at a date of the host") : t("Others")});
    std::vector<html::Choice> starts{{"", t("Choose a date")}};
    for (const auto at : view.dates)
        starts.push_back({std::to_string(at.seconds()), time_words(t, at, view.presentation.wish)});
    Out reasons;
    html::write<R"(<ul class="talk-list">)">(reasons);
    for (const auto& each : view.choosable)
        if (each.reasons)
            html::write<R"(<li>{} <span class="talk-list__note">{}</span></li>)">(reasons, each.name,
                                                                                  reason_words(t, *each.reasons));
    html::write<"</ul>">(reasons);
    return html::render<R"({}<form class="form" method="post" action="{}/champion" novalidate>{}{}</form>)">(
        std::move(reasons).finish(), staff_path(t.locale(), view.presentation.id),
        html::field_pair(
            fields.select(
                {.name = "champion", .label = t("Champion"), .choices = champions, .value = view.typed_champion}),
            fields.select({.name = "start", .label = t("Date"), .choices = starts, .value = view.typed_start})),
        fields.button({.label = t("Book with this champion")}));
}

SafeHtml end_form(const Translator& t, const Show& view) {
    const html::Fields fields{t, view.problems};
    const State state = view.presentation.state;
    const bool was_to_be = state == State::booked && view.presentation.starts_at <= view.now;
    std::vector<html::Choice> ways;
    if (state == State::waiting || state == State::offered)
        ways.push_back({"declined", t("Decline it"), t("The host reads the reason.")});
    ways.push_back({"cancelled", t("Cancel it"), t("Both sides are told, with the reason.")});
    if (was_to_be) ways.push_back({"missed", t("Somebody did not come"), t("For the coordinators alone.")});
    return html::render<R"(<form class="form" method="post" action="{}/end" novalidate>{}{}{}</form>)">(
        staff_path(t.locale(), view.presentation.id),
        fields.radio_group({.name = "state", .legend = t("What happened"), .choices = ways}),
        fields.text_area({.name = "reason",
                          .label = t("Reason, in the language of the host"),
                          .value = view.typed_reason,
                          .rows = 2,
                          .max_length = 500}),
        fields.button({.label = t("Close it"), .kind = html::ButtonKind::danger}));
}

SafeHtml report_panel(const Translator& t, const Show& view) {
    const Report& report = view.report->report;
    std::int64_t confirmed = 0;
    for (const auto& name : view.names) confirmed += name.confirmed_at ? 1 : 0;
    const SafeHtml picture = view.picture ? ports::picture_figure(t, *view.picture, {}) : SafeHtml{};
    return html::render<"{}{}">(
        pages::facts({{t("People"), t.number(report.attendance)},
                      {t("How the room felt before"), feeling_words(t, report.feeling_before)},
                      {t("How it felt afterwards"), feeling_words(t, report.feeling_after)},
                      {t("What they asked"), report.questions, view.presentation.wish.language},
                      {t("What the campaign should know"), report.words, view.presentation.wish.language},
                      {t("For the email list"), t("{count} put down, {confirmed} confirmed it themselves",
                                                  {{"count", view.names.size()}, {"confirmed", confirmed}})},
                      {t("Told by"), view.report->reported_by},
                      {t("Told on"), t.date_time(view.report->reported_at)}}),
        picture);
}

SafeHtml feedback_panel(const Translator& t, const Feedback& feedback, base::Locale language) {
    return pages::facts({{t("Of five"), t.number(feedback.rating)},
                         {t("In their own words"), feedback.words, language},
                         {t("May be quoted"), feedback.may_quote == FeedbackForm::Quote::yes ? t("Yes") : t("No")}});
}

// A form of the events that knows already when and where.
SafeHtml event_link(const Translator& t, const Show& view) {
    const Wish& wish = view.presentation.wish;
    return html::render<
        R"(<p>{} <a href="/{}/staff/events/new?town={}&amp;province={}&amp;place={}&amp;zone={}&amp;starts_at={}&amp;minutes={}&amp;speaker={}&amp;language={}">{}</a></p>)">(
        html::icon("calendar"), base::code(t.locale()), wish.town, people::code(wish.province), wish.place,
        wish.zone.name(), i18n::text_of(i18n::local_time(*view.presentation.starts_at, wish.zone)), wish.minutes,
        view.champion, base::code(wish.language), t("Open it to everybody as an event"));
}

bool is_open(State state) { return state == State::waiting || state == State::offered || state == State::booked; }

}  // namespace

SafeHtml list(const Translator& t, const List& list) {
    Out out;
    out.append(ports::staff_head(t, {.title = t("Presentations"),
                                     .lead = t("Who asked, who comes, and what came of it."),
                                     .actions = head_actions(t)}));
    write_filter(out, t, list);
    if (list.rows.empty()) {
        out.append(list.state
                       ? ports::empty_state({"presentation", t("None in this state"), t("Choose another one above.")})
                       : ports::empty_state({"presentation", t("Nobody has asked yet"),
                                             t("Requests of the public form come here by themselves.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Presentations"), t("Group"), t("State"), t("When"), t("Town"), t("Champion"), t("Level"));
    for (const Row& row : list.rows) write_row(out, t, row);
    html::write<"</tbody></table></div>">(out);
    write_pager(out, t, list);
    return std::move(out).finish();
}

SafeHtml show(const Translator& t, const Show& view) {
    const html::Fields fields{t, view.problems};
    const State state = view.presentation.state;
    Out out;
    const std::string& town = view.presentation.wish.town;
    const bool is_conversation = view.presentation.origin == Origin::conversation;
    out.append(ports::staff_head(t, {.title = is_conversation ? t("Conversation in {town}", {{"town", town}})
                                                              : t("Presentation in {town}", {{"town", town}}),
                                     .lead = place_words(t, view.presentation.wish),
                                     .actions = ports::badge(badge_of(t, state)),
                                     .above = {{t("Presentations"), staff_list_path(t.locale())}}}));
    out.append(fields.error_summary());
    out.append(ports::panel({t("What was asked for")}, request_facts(t, view)));
    if (view.report) out.append(ports::panel({t("Report")}, report_panel(t, view)));
    if (view.feedback)
        out.append(
            ports::panel({t("What the host says")}, feedback_panel(t, *view.feedback, view.presentation.locale)));
    if (!view.offers.empty()) out.append(ports::panel({t("Who was asked")}, offers_table(t, view)));
    if (state == State::waiting || state == State::offered) {
        out.append(ports::panel({t("Choose a champion")}, assign_form(t, view)));
        out.append(ports::panel({t("Ask champions again")},
                                pages::one_button(t, {staff_path(t.locale(), view.presentation.id) + "/routing",
                                                      t("Offer it to the next best"), html::ButtonKind::quiet})));
    }
    if (state == State::booked && view.presentation.starts_at > view.now)
        out.append(ports::panel({t("Open to everybody?")}, event_link(t, view)));
    if (is_open(state)) out.append(ports::panel({t("Close it")}, end_form(t, view)));
    if (!view.notices.empty())
        out.append(ports::panel({t("What was sent, and what calendars answered")}, notices_list(t, view)));
    return std::move(out).finish();
}

}  // namespace presentations::staff_pages
