#include "features/privacy/staff_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "platform/html/facts.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace privacy::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string label_of(const Translator& t, const std::vector<StandingRule>& rules, const std::string& key) {
    const auto found = std::ranges::find(rules, key, [](const StandingRule& each) { return each.rule.key; });
    return found == rules.end() ? key : t(found->rule.label);
}

void write_rule(Out& out, const Translator& t, const StandingRule& rule) {
    html::write<
        R"(<tr><th scope="row">{}</th><td data-label="{}"><form class="cluster" method="post" action="{}/rules/{}"><label class="visually-hidden" for="{}">{}</label><input class="field__input" id="{}" name="days" inputmode="numeric" size="6" value="{}"> <button class="button button--quiet button--small" type="submit">{}</button></form></td><td class="table__number" data-label="{}">{}</td></tr>)">(
        out, t(rule.rule.label), t("Days"), overview_path(t.locale()), rule.rule.key, rule.rule.key, t("Days"),
        rule.rule.key, rule.days, t("Save"), t("Would go now"), t.number(rule.due));
}

SafeHtml rules(const Translator& t, const Overview& page) {
    Out out;
    html::write<
        R"(<p>{}</p><div class="table-scroll" role="region" aria-labelledby="rules" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="rules">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Every night what is older goes. The last column is a dry run of this moment: nothing goes by looking."),
        t("What goes after how long"), t("Data"), t("Days"), t("Would go now"));
    for (const auto& rule : page.rules) write_rule(out, t, rule);
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

SafeHtml runs(const Translator& t, const Overview& page) {
    if (page.runs.empty()) return html::render<"<p>{}</p>">(t("The first run comes tonight."));
    Out out;
    html::write<"<ul>">(out);
    for (const auto& run : page.runs)
        html::write<"<li>{}</li>">(
            out, t("{time}: {rule}, after {days} days: {gone} gone.", {{"time", t.date_time(run.at)},
                                                                       {"rule", label_of(t, page.rules, run.rule)},
                                                                       {"days", run.days},
                                                                       {"gone", run.gone}}));
    html::write<"</ul>">(out);
    return std::move(out).finish();
}

SafeHtml officer_form(const Translator& t, const Overview& page) {
    const html::Fields fields{t, page.problems};
    const auto line = [&](const char* name, std::string label, const std::string& value) {
        return fields.text({.name = name, .label = std::move(label), .value = value, .max_length = 100});
    };
    return html::render<R"(<form class="form" method="post" action="{}/officer" novalidate>{}{}{}{}</form>)">(
        overview_path(t.locale()), fields.error_summary(),
        html::field_pair(
            line("name", t("Name"), page.officer.name),
            fields.text(
                {.name = "email", .label = t("Email"), .value = page.officer.email, .kind = html::TextKind::email})),
        html::field_pair(line("role_en", t("Role in English"), page.officer.role_en),
                         line("role_fr", t("Role in French"), page.officer.role_fr)),
        fields.button({.label = t("Save")}));
}

ports::Badge risk_badge(const Translator& t, Risk risk) {
    switch (risk) {
        case Risk::not_judged:
            return {"warning", t("Risk not judged yet")};
        case Risk::none_seen:
            return {"neutral", t("No serious risk seen")};
        case Risk::serious:
            return {"danger", t("Risk of serious injury")};
    }
    return {"warning", ""};
}

SafeHtml incident_facts(const Translator& t, const Incident& incident) {
    const auto& plan = incident.plan;
    Out out;
    html::write<R"(<dl class="facts">)">(out);
    html::write_fact(out, {t("Noticed on"), plan.noticed_on});
    html::write_fact(out, {t("What happened"), plan.happened});
    html::write_fact(out, {t("Who and which data"), plan.affected});
    html::write_fact(out,
                     {t("How many people"), plan.affected_count > 0 ? t.number(plan.affected_count) : std::string{}});
    html::write_fact(out, {t("Why the risk is seen so"), plan.risk_reason});
    html::write_fact(out, {t("Notified"), plan.notified});
    html::write_fact(out, {t("Recorded"), t("{time} by {name}", {{"time", t.date_time(incident.recorded_at)},
                                                                 {"name", incident.recorded_by}})});
    html::write<"</dl>">(out);
    return std::move(out).finish();
}

std::vector<ports::Crumb> above_incidents(const Translator& t) {
    return {{t("Privacy"), overview_path(t.locale())}, {t("Incidents"), incidents_path(t.locale())}};
}

SafeHtml area(const html::Fields& fields, html::TextArea field) {
    field.rows = 3;
    field.max_length = 4'000;
    return fields.text_area(field);
}

SafeHtml risk_fields(const html::Fields& fields, const Translator& t, const IncidentForm& typed) {
    return html::render<"{}{}{}">(
        fields.select({.name = "risk",
                       .label = t("Risk of serious injury to somebody"),
                       .choices = {{"not_judged", t("Not judged yet")},
                                   {"none_seen", t("None seen")},
                                   {"serious", t("There is one: tell the commission and the people")}},
                       .value = typed.risk}),
        area(fields, {.name = "risk_reason",
                      .label = t("Why the risk is seen so"),
                      .value = typed.risk_reason,
                      .required = html::Required::no,
                      .hint = t("How sensitive the data is, what could be done with it, how likely that is.")}),
        area(fields, {.name = "notified",
                      .label = t("Notified"),
                      .value = typed.notified,
                      .required = html::Required::no,
                      .hint = t("Whom, and when.")}));
}

}  // namespace

html::SafeHtml overview(const Translator& t, const Overview& page) {
    Out out;
    out.append(
        ports::staff_head(t, {.title = t("Privacy"),
                              .lead = t("What is kept how long, what went wrong, and whom people ask."),
                              .actions = ports::button_link({incidents_path(t.locale()), t("Incidents"), "shield"})}));
    out.append(ports::panel({t("What goes after how long")}, rules(t, page)));
    out.append(ports::panel({t("Runs")}, runs(t, page)));
    out.append(ports::panel({t("Erasures")},
                            html::render<"<p>{}</p>">(
                                t.plural("{count} person was erased.", "{count} people were erased.", page.erasures))));
    out.append(ports::panel({t("Privacy officer")}, officer_form(t, page)));
    return std::move(out).finish();
}

html::SafeHtml incidents(const Translator& t, const std::vector<Incident>& incidents) {
    Out out;
    out.append(ports::staff_head(
        t,
        {.title = t("Incidents"),
         .lead = t("Data lost, sent to the wrong people or seen by strangers. What stands here is never changed; what "
                   "follows is added."),
         .actions = html::render<"{}{}">(
             ports::button_link({incidents_path(t.locale()) + "/new", t("Record an incident"), "plus", "primary"}),
             ports::button_link(
                 {incidents_path(t.locale()) + "/register.csv", t("Download the register"), "download"})),
         .above = {{t("Privacy"), overview_path(t.locale())}}}));
    if (incidents.empty()) {
        out.append(ports::empty_state(
            {"shield", t("No incident"), t("If data gets lost or into wrong hands, record it here on the same day.")}));
        return std::move(out).finish();
    }
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="incidents" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="incidents">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Incidents"), t("Title"), t("Noticed on"), t("Risk"));
    for (const auto& each : incidents)
        html::write<
            R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, incident_path(t.locale(), each.id), each.plan.title, t("Noticed on"), each.plan.noticed_on, t("Risk"),
            ports::badge(risk_badge(t, each.plan.risk)));
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

html::SafeHtml incident(const Translator& t, const Incident& incident, const base::Problems& problems) {
    const html::Fields fields{t, problems};
    Out out;
    out.append(ports::staff_head(t, {.title = incident.plan.title,
                                     .actions = ports::badge(risk_badge(t, incident.plan.risk)),
                                     .above = above_incidents(t)}));
    out.append(ports::panel({t("What was recorded")}, incident_facts(t, incident)));
    for (const auto& note : incident.notes)
        out.append(
            ports::panel({t("{time} by {name}", {{"time", t.date_time(note.recorded_at)}, {"name", note.recorded_by}})},
                         html::render<"<p>{}</p>">(note.words)));
    out.append(ports::panel(
        {t("Add what followed")},
        html::render<R"(<form class="form" method="post" action="{}/notes" novalidate>{}{}{}</form>)">(
            incident_path(t.locale(), incident.id), fields.error_summary(),
            area(fields, {.name = "words", .label = t("What followed")}), fields.button({.label = t("Add it")}))));
    return std::move(out).finish();
}

html::SafeHtml new_incident(const Translator& t, const NewIncident& page) {
    const html::Fields fields{t, page.problems};
    const auto& typed = page.typed;
    Out out;
    out.append(ports::staff_head(t, {.title = t("Record an incident"), .above = above_incidents(t)}));
    html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}{}{}</form>)">(
        out, incidents_path(t.locale()), fields.error_summary(),
        fields.text({.name = "title", .label = t("Title"), .value = typed.title, .max_length = 200}),
        fields.text({.name = "noticed_on",
                     .label = t("Noticed on"),
                     .value = typed.noticed_on,
                     .hint = t("As in 2026-11-03."),
                     .size = html::FieldSize::small}),
        area(fields, {.name = "happened", .label = t("What happened"), .value = typed.happened}),
        area(fields, {.name = "affected", .label = t("Who and which data"), .value = typed.affected}),
        fields.text({.name = "affected_count",
                     .label = t("How many people"),
                     .value = typed.affected_count,
                     .kind = html::TextKind::number,
                     .required = html::Required::no,
                     .size = html::FieldSize::small}),
        risk_fields(fields, t, typed), fields.button({.label = t("Record it")}));
    return std::move(out).finish();
}

std::string overview_path(base::Locale locale) { return fmt::format("/{}/staff/privacy", base::code(locale)); }

std::string incidents_path(base::Locale locale) { return overview_path(locale) + "/incidents"; }

std::string incident_path(base::Locale locale, IncidentId incident) {
    return fmt::format("{}/{}", incidents_path(locale), incident.value);
}

}  // namespace privacy::staff_pages
