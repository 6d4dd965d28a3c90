// What staff_pages.h declares about parliaments.
#include <fmt/format.h>

#include "features/delivery/pages.h"
#include "features/delivery/staff_pages.h"
#include "features/delivery/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace delivery::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string parliament_path(const Translator& t, const ports::PetitionFacts& petition, Parliament parliament) {
    return room_path(t.locale(), petition.slug, fmt::format("parliaments/{}", facts_of(parliament).key));
}

std::string_view tone_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::keeps:
            return "success";
        case Verdict::breaks:
            return "danger";
        case Verdict::ask_the_clerk:
            return "warning";
        case Verdict::remember:
            return "neutral";
    }
    return "neutral";
}

SafeHtml broken_badge(const Translator& t, const ListedParliament& listed) {
    if (listed.broken == 0) return ports::badge({"success", t("nothing broken")});
    return ports::badge({"warning", t.plural("{count} rule broken", "{count} rules broken", listed.broken)});
}

void write_parliaments(Out& out, const Translator& t, const ParliamentList& view) {
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="parliaments" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="parliaments">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Parliaments"), t("Parliament"), t("The text"), t("Official petition"), t("Number"));
    for (const ListedParliament& listed : view.parliaments)
        html::write<
            R"(<tr><th scope="row" data-label="{}"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, t("Parliament"), parliament_path(t, view.petition, listed.parliament),
            t(facts_of(listed.parliament).name), t("The text"), broken_badge(t, listed), t("Official petition"),
            stage_name(t, listed.stage), t("Number"), listed.number);
    html::write<"</tbody></table></div>">(out);
}

void write_finding(Out& out, const Translator& t, const Finding& finding) {
    html::write<R"(<li class="rule rule--{}"><div class="rule__head"><b>{}</b> {}</div>)">(
        out, tone_of(finding.verdict), rule_sentence(t, finding),
        ports::badge({tone_of(finding.verdict), verdict_name(t, finding.verdict)}));
    if (const auto words = remedy(t, finding); !words.empty())
        html::write<R"(<p class="rule__remedy">{}</p>)">(out, words);
    html::write<"</li>">(out);
}

void write_text(Out& out, const Translator& t, const ParliamentEditor& view, const CheckedText& text) {
    const auto body = [&](Out& into) {
        html::write<R"(<p>{}</p><ul class="rules">)">(into, t.plural("{count} word", "{count} words", text.words));
        for (const Finding& finding : text.findings) write_finding(into, t, finding);
        html::write<"</ul>">(into);
        if (facts_of(view.parliament).form == Form::paper)
            html::write<R"(<p class="cluster">{}{}</p>)">(
                into,
                ports::button_link(
                    {fmt::format("{}/sheet?language={}", parliament_path(t, view.petition, view.parliament),
                                 base::code(text.locale)),
                     t("Sheets, letter"), "printer"}),
                ports::button_link(
                    {fmt::format("{}/sheet?language={}&paper=a4", parliament_path(t, view.petition, view.parliament),
                                 base::code(text.locale)),
                     t("Sheets, A4"), "printer"}));
    };
    out.append(ports::panel({std::string{i18n::own_name(text.locale)}}, html::render<"{}">(body)));
}

SafeHtml field(const Translator& t, const ParliamentEditor& view, html::TextField field) {
    const html::Fields fields{t, view.editor.problems};
    field.value = ports::text_of(view.editor.typed, field.name);
    field.required = html::Required::no;
    const auto name = field.name;
    return ports::with_theirs(t, fields.text(field), {name, view.editor.conflicts});
}

SafeHtml day(const Translator& t, const ParliamentEditor& view, std::string name, std::string label) {
    return field(
        t, view,
        {.name = std::move(name), .label = std::move(label), .hint = "2026-11-30", .size = html::FieldSize::small});
}

SafeHtml official_form(const Translator& t, const ParliamentEditor& view) {
    const html::Fields fields{t, view.editor.problems};
    const auto& facts = facts_of(view.parliament);
    return html::render<
        R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}{}{}<div class="form__actions">{}</div></form>)">(
        parliament_path(t, view.petition, view.parliament), fields.error_summary(),
        ports::conflict_notice(t, view.editor.conflicts, view.editor.saving),
        html::hidden({ports::kSeenField, view.editor.seen}),
        field(t, view, {.name = "sponsor", .label = t("Member who presents it"), .max_length = 200}),
        facts.form == Form::official_site
            ? field(t, view,
                    {.name = "supporters",
                     .label = t("Supporters found"),
                     .kind = html::TextKind::number,
                     .size = html::FieldSize::small})
            : html::hidden({"supporters", ports::text_of(view.editor.typed, "supporters")}),
        field(t, view, {.name = "number", .label = t("Official number"), .max_length = 40}),
        field(t, view,
              {.name = "link",
               .label = t("Link to the official petition"),
               .kind = html::TextKind::url,
               .hint = t("On the parliament’s own site. Supporters are led there while it is open."),
               .max_length = 500}),
        html::render<"{}{}">(
            html::field_pair(day(t, view, "opens_on", t("Opens")), day(t, view, "closes_on", t("Closes"))),
            html::field_pair(day(t, view, "presented_on", t("Presented on")),
                             day(t, view, "answered_on", t("Answered on")))),
        fields.button({.label = t("Save")}));
}

}  // namespace

SafeHtml parliaments(const Translator& t, const ParliamentList& view) {
    auto above = crumbs(t, view.petition, Tab::parliaments);
    above.pop_back();
    Out out;
    out.append(
        ports::staff_head(t, {.title = t("Parliaments"),
                              .lead = t("Signatures on this site have no standing in a parliament. These ways do."),
                              .actions = ports::button_link({pages::parliament_path(t.locale(), view.petition.slug),
                                                             t("Public page"), "external"}),
                              .above = std::move(above)}));
    out.append(tabs(t, view.petition, Tab::parliaments));
    write_parliaments(out, t, view);
    return std::move(out).finish();
}

SafeHtml parliament(const Translator& t, const ParliamentEditor& view) {
    const auto& facts = facts_of(view.parliament);
    Out out;
    out.append(ports::staff_head(
        t, {.title = t(facts.name),
            .lead = t("What its rules say of the newest published text, and the petition that it keeps itself."),
            .above = crumbs(t, view.petition, Tab::parliaments)}));
    html::write<R"(<p>{} <a href="{}" rel="noopener">{}</a> · <a href="{}" rel="noopener">{}</a></p>)">(
        out,
        t("Rules as noted on {date}.",
          {{"date", pages::date_of(t, base::day_of(facts.noted_on).value_or(base::Day{}))}}),
        facts.source, t("Source"), facts.guide, t("Where a petition is begun"));
    if (view.texts.empty())
        out.append(ports::empty_state(
            {"file-text", t("Nothing published yet"), t("The rules are checked against published texts.")}));
    for (const CheckedText& text : view.texts) write_text(out, t, view, text);
    out.append(ports::panel({t("Official petition")}, official_form(t, view)));
    return std::move(out).finish();
}

}  // namespace delivery::staff_pages
