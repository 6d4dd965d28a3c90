#include <fmt/format.h>

#include "features/mail_sending/pages.h"
#include "platform/html/forms.h"

namespace mail_sending::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

void write_who(Out& out, const Row& row) {
    if (row.who_path.empty())
        html::write<"{}">(out, row.who);
    else
        html::write<R"(<a href="{}">{}</a>)">(out, row.who_path, row.who);
}

void write_row(Out& out, const Translator& t, const Row& row) {
    const auto returned = returned_words(t, row.copy.returned);
    const std::string words = returned.empty() || row.note.empty() ? returned + row.note : returned + ": " + row.note;
    html::write<R"(
<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, [&](Out& cell) { write_who(cell, row); }, t("State"), ports::badge(badge_of(t, row.copy.state)),
        t("Since"), t.date_time(row.copy.at), t("What their server said"), words);
}

SafeHtml table(const Translator& t, const std::vector<Row>& rows, const std::string& first_column) {
    Out out;
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Copies"), first_column, t("State"), t("Since"), t("What their server said"));
    for (const Row& row : rows) write_row(out, t, row);
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

std::vector<html::Choice> state_choices(const Translator& t) {
    return {{"", t("All")},
            {"waiting", t("Waits")},
            {"refused", t("Refused")},
            {"given_up", t("Given up")},
            {"dropped", t("Not sent any more")},
            {"held_back", t("Held back")},
            {"returned", t("Came back")}};
}

SafeHtml search_form(const Translator& t, const Recipients& view) {
    const base::Problems none;
    const html::Fields fields{t, none};
    return html::render<R"(<form class="form" method="get" action="{}">{}{}</form>)">(
        path_of(t.locale(), view.blast.id, "/recipients"),
        html::field_pair(fields.text({.name = "address",
                                      .label = t("Email address"),
                                      .value = view.address,
                                      .kind = html::TextKind::search,
                                      .required = html::Required::no}),
                         fields.select({.name = "show",
                                        .label = t("State"),
                                        .choices = state_choices(t),
                                        .value = view.shown,
                                        .required = html::Required::no})),
        fields.button({.label = t("Search"), .kind = html::ButtonKind::quiet}));
}

void write_domain(Out& out, const Translator& t, const store::Domain& domain, base::Instant now) {
    const bool paused = domain.paused_until > now;
    const auto state = paused                  ? t("Paused until {time}: {reason}",
                                                   {{"time", t.date_time(domain.paused_until)}, {"reason", domain.reason}})
                       : domain.per_minute > 0 ? t("{count} in a minute", {{"count", domain.per_minute}})
                                               : t("No limit");
    html::write<R"(
<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, domain.name, t("Delivered"), t.number(domain.delivered), t("Refused"), t.number(domain.refused),
        t("Put off"), t.number(domain.delayed), t("Speed"), state);
}

SafeHtml domain_table(const Translator& t, const Limits& view) {
    Out out;
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="domains" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="domains">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Domains"), t("Domain"), t("Delivered"), t("Refused"), t("Put off"), t("Speed"));
    for (const store::Domain& domain : view.domains) write_domain(out, t, domain, view.now);
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

SafeHtml domain_form(const Translator& t, const Limits& view) {
    const html::Fields fields{t, view.problems};
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}</form>)">(
        path(t.locale(), "/limits/domains"),
        html::field_pair(fields.text({.name = "domain", .label = t("Domain"), .value = view.domain}),
                         fields.text({.name = "per_minute",
                                      .label = t("Mails in a minute"),
                                      .value = view.per_minute,
                                      .kind = html::TextKind::number,
                                      .hint = t("0 lifts the limit, and a pause.")})),
        fields.button({.label = t("Set the limit"), .kind = html::ButtonKind::quiet}));
}

SafeHtml warm_up_form(const Translator& t, const Limits& view) {
    const html::Fields fields{t, view.problems};
    Out out;
    html::write<"<p>{}</p>">(out, view.allowed_today
                                      ? t("Today {allowed} may leave; {sent} have.",
                                          {{"allowed", *view.allowed_today}, {"sent", view.today}})
                                      : t("There is no limit today; {sent} were sent.", {{"sent", view.today}}));
    html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}</form>)">(
        out, path(t.locale(), "/limits/warm-up"),
        fields.text({.name = "first_day",
                     .label = t("Mails on the first day"),
                     .value = view.first_day,
                     .kind = html::TextKind::number,
                     .hint = t("0: no plan."),
                     .size = html::FieldSize::small}),
        fields.text({.name = "growth",
                     .label = t("Per cent more on each further day"),
                     .value = view.growth,
                     .kind = html::TextKind::number,
                     .size = html::FieldSize::small}),
        fields.text({.name = "until",
                     .label = t("The plan ends at so many a day"),
                     .value = view.until,
                     .kind = html::TextKind::number,
                     .size = html::FieldSize::small}),
        fields.button({.label = t("Begin the plan today"), .kind = html::ButtonKind::quiet}));
    return std::move(out).finish();
}

}  // namespace

html::SafeHtml recipients(const Translator& t, const Recipients& view) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Who got it"),
            .above = {{t("Sending"), path(t.locale())}, {view.blast.plan.name, path_of(t.locale(), view.blast.id)}}}));
    out.append(search_form(t, view));
    if (view.rows.empty()) {
        out.append(ports::empty_state({"mail", t("Nobody here"), t("No copy of this mail is like that.")}));
        return std::move(out).finish();
    }
    out.append(table(t, view.rows, t("Person")));
    if (view.further)
        html::write<R"(<p><a href="{}?show={}&after={}">{}</a></p>)">(
            out, path_of(t.locale(), view.blast.id, "/recipients"), view.shown, view.further->value, t("Further"));
    return std::move(out).finish();
}

html::SafeHtml of_person(const Translator& t, const OfPerson& view) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Mails to {name}", {{"name", view.name}}), .above = {{t("Sending"), path(t.locale())}}}));
    if (view.rows.empty()) {
        out.append(ports::empty_state({"mail", t("No mail yet"), t("Nothing was sent to this person.")}));
        return std::move(out).finish();
    }
    out.append(table(t, view.rows, t("Mail")));
    if (view.older)
        html::write<R"(<p><a href="{}?before={}">{}</a></p>)">(
            out, path(t.locale(), fmt::format("/people/{}", view.person.value)), view.older->value, t("Older"));
    return std::move(out).finish();
}

html::SafeHtml limits(const Translator& t, const Limits& view) {
    const html::Fields fields{t, view.problems};
    Out out;
    out.append(ports::staff_head(t, {.title = t("Speed and domains"),
                                     .lead = t("How fast mails may leave, and how the servers of recipients answer."),
                                     .above = {{t("Sending"), path(t.locale())}}}));
    out.append(fields.error_summary());
    out.append(ports::panel({t("A slow beginning")}, warm_up_form(t, view)));
    out.append(ports::panel({t("Limit for one domain")}, domain_form(t, view)));
    if (!view.domains.empty()) out.append(ports::panel({t("Domains")}, domain_table(t, view)));
    return std::move(out).finish();
}

}  // namespace mail_sending::pages
