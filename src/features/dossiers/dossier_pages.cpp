#include "features/dossiers/dossier_pages.h"

#include <fmt/format.h>

#include "features/dossiers/answer_pages.h"
#include "features/dossiers/overview_pages.h"
#include "features/dossiers/pages.h"
#include "features/dossiers/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/day_words.h"
#include "ports/staff_pages.h"

namespace dossiers::dossier_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

class PageWriter {
public:
    PageWriter(const Translator& t, const Page& page)
        : t_(t), page_(page), at_(overview_pages::path(t.locale(), page.dossier.representative.id)) {}

    SafeHtml finish() && {
        write_head();
        out_.append(ports::panel({t_("What was asked")}, asked()));
        out_.append(ports::panel({t_("Where they stand")}, standings()));
        out_.append(ports::panel({t_("Promises")}, promises()));
        out_.append(ports::panel({t_("Meetings")}, meetings()));
        out_.append(ports::panel({t_("To be done")}, follow_ups()));
        out_.append(ports::panel({t_("Answers")}, answers()));
        out_.append(ports::panel({t_("Their office")}, office()));
        return std::move(out_).finish();
    }

private:
    const Representative& who() const { return page_.dossier.representative; }

    const base::Problems& problems_of(std::string_view form) const {
        static const base::Problems none;
        return page_.form == form ? page_.problems : none;
    }

    void write_head() {
        const auto actions = [this](Out& out) {
            out.append(ports::button_link({at_ + "/sheet.pdf", t_("Sheet for a lobby day (PDF)"), "printer"}));
            out.append(ports::button_link({page_.public_path, t_("On the public page"), "external"}));
        };
        std::string lead = office_words(t_, who());
        if (!who().party.empty()) lead += ", " + who().party;
        out_.append(ports::staff_head(t_, {.title = name_words(t_, who()),
                                           .lead = lead,
                                           .actions = html::render<"{}">(actions),
                                           .above = {{t_("Dossiers"), overview_pages::path(t_.locale())}}}));
    }

    // One form at a time, so that no two fields of the page have the same name: the others are links.
    SafeHtml folded(std::string_view form, const std::string& title, const SafeHtml& body) const {
        if (page_.form != form)
            return html::render<R"(<p><a class="more-link" href="{}?form={}#form">{} {}</a></p>)">(
                at_, form, title, html::icon("arrow-right"));
        return html::render<R"(<div id="form"><h3 class="dossier__heading">{}</h3>{}</div>)">(title, body);
    }

    SafeHtml asked() const {
        const Dossier& dossier = page_.dossier;
        Out out;
        html::write<"<p>{} {}</p>">(out, asked_words(t_, dossier.totals), answered_words(t_, dossier.totals));
        if (dossier.asked.empty()) return std::move(out).finish();
        html::write<
            R"(<div class="table-scroll" role="region" aria-labelledby="asked" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="asked">{}</caption><thead><tr><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
            out, t_("Letters by campaign"), t_("Campaign"), t_("Letters"), t_("Delivered"), t_("Bounced"), t_("Called"),
            t_("Answered"), t_("From, to"));
        for (const Asked& each : dossier.asked) write_asked(out, each);
        html::write<"</tbody></table></div>">(out);
        return std::move(out).finish();
    }

    void write_asked(Out& out, const Asked& each) const {
        const auto number = [this](std::int64_t figure) { return t_.number(figure); };
        html::write<
            R"(<tr><th scope="row">{}</th><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td data-label="{}">{} – {}</td></tr>)">(
            out, each.title, t_("Letters"), number(each.asked), t_("Delivered"), number(each.delivered), t_("Bounced"),
            number(each.bounced), t_("Called"), number(each.called), t_("Answered"), number(each.answered),
            t_("From, to"), t_.date(each.first_at, i18n::DateStyle::short_form),
            t_.date(each.last_at, i18n::DateStyle::short_form));
    }

    SafeHtml standings() const {
        Out out;
        if (page_.dossier.standings.empty())
            html::write<"<p>{}</p>">(out, t_("Nothing is known yet."));
        else
            pages::write_standings(out, t_, page_.dossier.standings);
        out.append(folded("position", t_("Record a position"),
                          answer_pages::position_form(t_, page_.typed.position,
                                                      {at_ + "/positions", problems_of("position")}, page_.matters)));
        return std::move(out).finish();
    }

    SafeHtml promises() const {
        Out out;
        if (page_.dossier.promises.empty()) html::write<"<p>{}</p>">(out, t_("No promise is recorded."));
        html::write<R"(<ul class="dossier__list">)">(out);
        for (const Promise& each : page_.dossier.promises) write_promise(out, each);
        html::write<"</ul>">(out);
        out.append(
            folded("promise", t_("Record a promise"),
                   answer_pages::promise_form(t_, page_.typed.promise, {at_ + "/promises", problems_of("promise")})));
        return std::move(out).finish();
    }

    void write_promise(Out& out, const Promise& promise) const {
        html::write<R"(<li class="dossier__item" id="promise-{}">)">(out, promise.id.value);
        pages::write_words(out, t_, promise.words);
        html::write<R"(<p class="dossier__line">{} <span>{}</span> <span>{}</span>)">(
            out, ports::badge({pages::tone_of(promise.now().state), t_(label_of(promise.now().state))}),
            t_("Promised on {day}", {{"day", ports::day_in_words(t_, promise.made_on)}}),
            t_("Recorded by {name}", {{"name", promise.recorded_by}}));
        if (promise.answer.value != 0)
            html::write<R"( <a href="{}">{}</a>)">(out, answer_pages::path(t_.locale(), promise.answer),
                                                   t_("The answer in which they promised it"));
        html::write<"</p>">(out);
        pages::write_history(out, t_, promise);
        out.append(state_form(promise));
        html::write<"</li>">(out);
    }

    SafeHtml state_form(const Promise& promise) const {
        const std::string form = "state-" + std::to_string(promise.id.value);
        const html::Fields fields{t_, problems_of(form)};
        const bool is_typed = page_.form == form;
        const StateForm typed = is_typed ? page_.typed.state : StateForm{.evidence = {.on_date = page_.today}};
        std::vector<html::Choice> choices;
        for (const PromiseState each : kPromiseStates)
            choices.push_back({std::string{name_of(each)}, t_(label_of(each))});
        const auto body = html::render<
            R"(<form class="form" method="post" action="{}/promises/{}" novalidate>{}{}{}{}{}{}{}{}</form>)">(
            at_, promise.id.value, fields.error_summary(),
            html::hidden({"seen", std::to_string(promise.now().id.value)}),
            fields.select(
                {.name = "state", .label = t_("How it stands now"), .choices = choices, .value = typed.state}),
            day_field(fields, "on_date", typed.evidence.on_date),
            evidence_area(fields, {"evidence_en", t_("How we know, in English"), typed.evidence.evidence_en}),
            evidence_area(fields, {"evidence_fr", t_("How we know, in French"), typed.evidence.evidence_fr}),
            fields.text({.name = "evidence_url",
                         .label = t_("Where it can be read (https://)"),
                         .value = typed.evidence.evidence_url,
                         .kind = html::TextKind::url,
                         .required = html::Required::no}),
            fields.button({.label = t_("Record how it stands"), .kind = html::ButtonKind::quiet}));
        return folded(form, t_("It stands otherwise now"), body);
    }

    SafeHtml day_field(const html::Fields& fields, const char* name, const std::string& value) const {
        return fields.text({.name = name,
                            .label = t_("On which day, as 2026-11-30"),
                            .value = value,
                            .size = html::FieldSize::medium});
    }

    struct Area {
        const char* name;
        std::string label;
        const std::string& value;
    };
    static SafeHtml evidence_area(const html::Fields& fields, const Area& area) {
        return fields.text_area({.name = area.name,
                                 .label = area.label,
                                 .value = area.value,
                                 .required = html::Required::no,
                                 .rows = 2,
                                 .max_length = static_cast<int>(kLongestText)});
    }

    SafeHtml meetings() const {
        Out out;
        if (page_.dossier.meetings.empty()) html::write<"<p>{}</p>">(out, t_("No meeting is recorded."));
        html::write<R"(<ul class="dossier__list">)">(out);
        for (const Meeting& each : page_.dossier.meetings) write_meeting(out, each);
        html::write<"</ul>">(out);
        out.append(folded("meeting", t_("Record a meeting"), meeting_form()));
        return std::move(out).finish();
    }

    void write_meeting(Out& out, const Meeting& meeting) const {
        html::write<
            R"(<li class="dossier__item"><p class="dossier__line"><time datetime="{}">{}</time> <span>{}</span></p>)">(
            out, meeting.on_date, ports::day_in_words(t_, meeting.on_date), meeting.people);
        if (!meeting.notes.empty())
            html::write<R"(<div class="dossier__letter" lang="{}" dir="auto">{}</div>)">(
                out, base::code(meeting.locale), meeting.notes);
        if (meeting.summary.empty()) {
            html::write<R"(<p class="dossier__line">{}</p>)">(out, t_("Nothing of it is public."));
        } else {
            html::write<R"(<p class="dossier__line">{}</p>)">(out, t_("On the public page:"));
            pages::write_words(out, t_, meeting.summary);
        }
        out.append(change_form(meeting));
        html::write<"</li>">(out);
    }

    SafeHtml change_form(const Meeting& meeting) const {
        const std::string form = "meeting-" + std::to_string(meeting.id.value);
        const html::Fields fields{t_, problems_of(form)};
        const bool is_typed = page_.form == form && !page_.problems.empty();
        const MeetingForm stored{.on_date = meeting.on_date,
                                 .people = meeting.people,
                                 .notes = meeting.notes,
                                 .summary_en = meeting.summary.en,
                                 .summary_fr = meeting.summary.fr};
        const std::string path = fmt::format("{}/meetings/{}", at_, meeting.id.value);
        const auto body = html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}</form>{})">(
            path, fields.error_summary(), html::hidden({ports::kSeenField, ports::seen(named(meeting))}),
            meeting_fields(fields, is_typed ? page_.typed.meeting : stored),
            fields.button({.label = t_("Save the change"), .kind = html::ButtonKind::quiet}),
            ports::act(t_, {.path = path + "/removal", .label = t_("Take this meeting away")}));
        return folded(form, t_("Change this meeting"), body);
    }

    SafeHtml meeting_fields(const html::Fields& fields, const MeetingForm& typed) const {
        return html::render<"{}{}{}{}{}">(
            day_field(fields, "on_date", typed.on_date),
            fields.text({.name = "people", .label = t_("Who of us was there"), .value = typed.people}),
            fields.text_area({.name = "notes",
                              .label = t_("Notes"),
                              .value = typed.notes,
                              .required = html::Required::no,
                              .hint = t_("For staff only; never public."),
                              .rows = 4,
                              .max_length = static_cast<int>(kLongestNotes)}),
            evidence_area(fields, {"summary_en", t_("In short, for everybody, in English"), typed.summary_en}),
            evidence_area(fields, {"summary_fr", t_("In short, for everybody, in French"), typed.summary_fr}));
    }

    SafeHtml meeting_form() const {
        const html::Fields fields{t_, problems_of("meeting")};
        const MeetingForm& typed = page_.typed.meeting;
        return html::render<R"(<form class="form" method="post" action="{}/meetings" novalidate>{}{}{}{}</form>)">(
            at_, fields.error_summary(), meeting_fields(fields, typed),
            html::field_pair(fields.text({.name = "follow_up",
                                          .label = t_("What is to be done next"),
                                          .value = typed.follow_up,
                                          .required = html::Required::no}),
                             fields.text({.name = "due_on",
                                          .label = t_("By which day, as 2026-12-15"),
                                          .value = typed.due_on,
                                          .required = html::Required::no})),
            fields.button({.label = t_("Record the meeting"), .kind = html::ButtonKind::quiet}));
    }

    SafeHtml follow_ups() const {
        Out out;
        if (page_.dossier.follow_ups.empty()) html::write<"<p>{}</p>">(out, t_("Nothing is to be done."));
        html::write<R"(<ul class="dossier__list">)">(out);
        for (const FollowUp& each : page_.dossier.follow_ups) write_follow_up(out, each);
        html::write<"</ul>">(out);
        const html::Fields fields{t_, problems_of("follow_up")};
        const FollowUpForm& typed = page_.typed.follow_up;
        out.append(folded(
            "follow_up", t_("Note something to be done"),
            html::render<R"(<form class="form" method="post" action="{}/follow-ups" novalidate>{}{}{}{}</form>)">(
                at_, fields.error_summary(),
                fields.text({.name = "follow_up", .label = t_("What is to be done"), .value = typed.follow_up}),
                fields.text({.name = "due_on",
                             .label = t_("By which day, as 2026-12-15"),
                             .value = typed.due_on,
                             .size = html::FieldSize::medium}),
                fields.button({.label = t_("Note it"), .kind = html::ButtonKind::quiet}))));
        return std::move(out).finish();
    }

    void write_follow_up(Out& out, const FollowUp& follow_up) const {
        html::write<R"(<li class="dossier__item"><p class="dossier__words" lang="{}">{}</p><p class="dossier__line">)">(
            out, base::code(follow_up.locale), follow_up.words);
        if (follow_up.done_at) {
            html::write<"{} {}</p></li>">(
                out, ports::badge({"success", t_("Done")}),
                t_("On {day}, by {name}", {{"day", t_.date(*follow_up.done_at)}, {"name", follow_up.done_by}}));
            return;
        }
        const bool is_late = follow_up.due_on < page_.today;
        html::write<
            R"({} <time datetime="{}">{}</time></p><form method="post" action="{}/follow-ups/{}"><button class="button button--quiet button--small" type="submit">{}</button></form></li>)">(
            out, ports::badge({is_late ? "danger" : "warning", is_late ? t_("Late") : t_("Due")}), follow_up.due_on,
            ports::day_in_words(t_, follow_up.due_on), at_, follow_up.id.value, t_("It is done"));
    }

    SafeHtml answers() const {
        Out out;
        if (page_.dossier.answers.empty()) html::write<"<p>{}</p>">(out, t_("No answer that we know of."));
        html::write<R"(<ul class="dossier__list">)">(out);
        for (const Answer& each : page_.dossier.answers)
            html::write<
                R"(<li class="dossier__item"><p class="dossier__words"><a href="{}">{}</a></p><p class="dossier__line">{} {} <time datetime="{}">{}</time></p></li>)">(
                out, answer_pages::path(t_.locale(), each.id), pages::subject_of(t_, each),
                ports::badge({each.kind == AnswerKind::unread ? "warning" : "neutral", t_(label_of(each.kind))}),
                t_(label_of(each.way)), i18n::machine_time(each.received_at), t_.date(each.received_at));
        html::write<"</ul>">(out);
        out.append(folded("log", t_("Log an answer"), log_form()));
        return std::move(out).finish();
    }

    SafeHtml log_form() const {
        const html::Fields fields{t_, problems_of("log")};
        const LogForm& typed = page_.typed.log;
        std::vector<html::Choice> kinds, campaigns{{"0", t_("No campaign in particular")}};
        for (const AnswerKind each : kAnswerKinds) kinds.push_back({std::string{name_of(each)}, t_(label_of(each))});
        for (const Asked& each : page_.dossier.asked)
            campaigns.push_back({std::to_string(each.campaign.value), each.title});
        return html::render<R"(<form class="form" method="post" action="{}/answers" novalidate>{}{}{}{}{}{}{}</form>)">(
            at_, fields.error_summary(), day_field(fields, "on_date", typed.on_date),
            fields.select({.name = "campaign", .label = t_("Campaign"), .choices = campaigns, .value = typed.campaign}),
            fields.select({.name = "kind", .label = t_("What it was"), .choices = kinds, .value = typed.kind}),
            fields.text({.name = "sender",
                         .label = t_("Who answered, and how"),
                         .value = typed.sender,
                         .required = html::Required::no,
                         .hint = t_("For instance: by telephone, from the constituency office")}),
            fields.text_area({.name = "words",
                              .label = t_("What they answered"),
                              .value = typed.words,
                              .rows = 5,
                              .max_length = static_cast<int>(kLongestAnswer)}),
            fields.button({.label = t_("Log it"), .kind = html::ButtonKind::quiet}));
    }

    void write_fact(Out& out, const std::string& term, const std::string& value) const {
        if (value.empty()) return;
        html::write<
            R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value" translate="no">{}</dd></div>)">(
            out, term, value);
    }

    SafeHtml office() const {
        Out out;
        html::write<R"(<dl class="facts">)">(out);
        write_fact(out, t_("Email"), who().email ? who().email->text() : "");
        write_fact(out, t_("Website"), who().website);
        for (const ports::OfficeAddress& each : who().addresses) {
            write_fact(out, t_("Telephone"), each.telephone);
            write_fact(out, t_("Postal address"), each.postal);
        }
        write_fact(out, t_("Source"),
                   who().as_of.empty() ? who().source : fmt::format("{} ({})", who().source, who().as_of));
        html::write<"</dl>">(out);
        return std::move(out).finish();
    }

    const Translator& t_;
    const Page& page_;
    std::string at_;
    Out out_;
};

}  // namespace

html::SafeHtml page(const Translator& t, const Page& page) { return PageWriter{t, page}.finish(); }

}  // namespace dossiers::dossier_pages
