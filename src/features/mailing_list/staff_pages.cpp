#include "features/mailing_list/staff_pages.h"

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace mailing_list::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::vector<ports::Crumb> above(const Translator& t) { return {{t("Email list"), overview_path(t.locale())}}; }

SafeHtml figures(const Translator& t, const Overview& overview) {
    const std::int64_t ending = overview.sweeps.empty() ? 0 : overview.sweeps.front().ending;
    return html::render<
        R"(<dl class="facts"><div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div><div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div><div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div></dl>)">(
        t("Joined in the last seven days"), t.number(overview.week.joined), t("Left in the last seven days"),
        t.number(overview.week.left), t("Implied consents that end within 30 days"), t.number(ending));
}

SafeHtml look_up(const Translator& t, const Overview& overview) {
    const base::Problems none;
    const html::Fields fields{t, none};
    Out out;
    if (!overview.looked_for.empty())
        html::write<R"(<div class="notice notice--information">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("info"), t("Nobody here has the address {email}.", {{"email", overview.looked_for}}));
    html::write<R"(<form class="form" method="get" action="{}">{}{}</form>)">(
        out, overview_path(t.locale()),
        fields.text({.name = "email",
                     .label = t("Email"),
                     .value = overview.looked_for,
                     .kind = html::TextKind::email,
                     .size = html::FieldSize::medium}),
        fields.button({.label = t("Show the proof of consent"), .kind = html::ButtonKind::quiet}));
    return std::move(out).finish();
}

void write_form_row(Out& out, const Translator& t, const ListForm& form) {
    html::write<
        R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">/join/{}</td><td data-label="{}">{}</td></tr>)">(
        out, form_path(t.locale(), form.plan.slug), form.plan.words.title(t.locale()), t("Address"), form.plan.slug,
        t("State"),
        ports::badge(form.closed_at ? ports::Badge{"neutral", t("Closed")} : ports::Badge{"success", t("Open")}));
}

SafeHtml form_list(const Translator& t, const std::vector<ListForm>& forms) {
    if (forms.empty())
        return ports::empty_state(
            {"mail", t("The page of the program’s own words stands"),
             t("Make a form where a level, a campaign or an event needs a title, a text or topics of its own.")});
    Out out;
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="forms" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="forms">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Forms"), t("Title"), t("Address"), t("State"));
    for (const auto& form : forms) write_form_row(out, t, form);
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

SafeHtml sweep_list(const Translator& t, const std::vector<store::Sweep>& sweeps) {
    if (sweeps.empty()) return html::render<"<p>{}</p>">(t("The first look comes tonight."));
    Out out;
    html::write<R"(<ul>)">(out);
    for (const auto& sweep : sweeps)
        html::write<"<li>{}</li>">(
            out, t("{time}: {ended} ended, {ending} end within 30 days.",
                   {{"time", t.date_time(sweep.at)}, {"ended", sweep.ended}, {"ending", sweep.ending}}));
    html::write<"</ul>">(out);
    return std::move(out).finish();
}

void write_fact(Out& out, const ProofFact& fact) {
    html::write<R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div>)">(
        out, fact.term, fact.value);
}

SafeHtml entry(const ProofEntry& entry) {
    Out out;
    html::write<R"(<blockquote class="proof__words" lang="{}"><p>{}</p></blockquote><dl class="facts">)">(
        out, base::code(entry.words_locale), entry.words);
    for (const auto& fact : entry.facts) write_fact(out, fact);
    html::write<"</dl>">(out);
    return std::move(out).finish();
}

SafeHtml paper_person_fields(const html::Fields& fields, const Translator& t, const PaperForm& typed) {
    return html::render<"{}{}{}">(
        fields.text({.name = "email", .label = t("Email"), .value = typed.email, .kind = html::TextKind::email}),
        html::field_pair(fields.text({.name = "given_name",
                                      .label = t("Given name"),
                                      .value = typed.given_name,
                                      .required = html::Required::no,
                                      .max_length = 100}),
                         fields.text({.name = "family_name",
                                      .label = t("Family name"),
                                      .value = typed.family_name,
                                      .required = html::Required::no,
                                      .max_length = 100})),
        fields.select({.name = "language",
                       .label = t("Language of the words"),
                       .choices = {{"en", std::string{i18n::own_name(base::Locale::english)}},
                                   {"fr", std::string{i18n::own_name(base::Locale::french)}}},
                       .value = typed.language.empty() ? std::string{base::code(t.locale())} : typed.language}));
}

SafeHtml paper_consent_fields(const html::Fields& fields, const Translator& t, const PaperForm& typed) {
    const SafeHtml ground = fields.select(
        {.name = "ground",
         .label = t("Ground"),
         .choices = {{"express", t("They said so")}, {"implied", t("It follows from a membership or an inquiry")}},
         .value = typed.ground});
    const SafeHtml days = html::field_pair(
        fields.text({.name = "given_on", .label = t("Day"), .value = typed.given_on, .hint = t("As in 2026-11-03.")}),
        fields.text({.name = "ends_on",
                     .label = t("Holds until"),
                     .value = typed.ends_on,
                     .required = html::Required::no,
                     .hint = t("Of implied consent only.")}));
    const SafeHtml words = fields.text_area({.name = "words",
                                             .label = t("The words they agreed to"),
                                             .value = typed.words,
                                             .hint = t("Exactly as they stand on the paper."),
                                             .rows = 3,
                                             .max_length = 1'000});
    const SafeHtml note = fields.text_area(
        {.name = "note", .label = t("Where the paper is kept"), .value = typed.note, .rows = 2, .max_length = 1'000});
    return html::render<"{}{}{}{}">(ground, days, words, note);
}

}  // namespace

html::SafeHtml overview(const Translator& t, const Overview& page) {
    const std::string path = overview_path(t.locale());
    Out out;
    out.append(ports::staff_head(
        t,
        {.title = t("Email list"),
         .lead = t("How people join, what they choose from, and the proof of every consent."),
         .actions = html::render<"{}{}{}">(ports::button_link({path + "/forms/new", t("New form"), "plus", "primary"}),
                                           ports::button_link({path + "/topics", t("Topics"), "list"}),
                                           ports::button_link({path + "/wordings", t("Wordings"), "file-text"}))}));
    out.append(ports::panel({t("This week")}, figures(t, page)));
    out.append(ports::panel(
        {t("Proof of consent"), ports::button_link({path + "/paper", t("Record a consent on paper"), "pen", "text"})},
        look_up(t, page)));
    out.append(ports::panel({t("Forms")}, form_list(t, page.forms)));
    out.append(ports::panel({t("Nightly looks at implied consents")}, sweep_list(t, page.sweeps)));
    return std::move(out).finish();
}

html::SafeHtml wordings(const Translator& t, const std::vector<people::ListedWording>& wordings) {
    Out out;
    out.append(ports::staff_head(
        t,
        {.title = t("Wordings of consent"),
         .lead = t("Every sentence that somebody agreed to or pressed. A changed sentence is a new version by itself."),
         .above = above(t)}));
    if (wordings.empty()) {
        out.append(
            ports::empty_state({"file-text", t("No consent yet"), t("The first one brings its sentence here.")}));
        return std::move(out).finish();
    }
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="wordings" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="wordings">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Wordings of consent"), t("Key"), t("Version"), t("Words"), t("First used"));
    for (const auto& each : wordings)
        html::write<
            R"(<tr><th scope="row">{}</th><td data-label="{}">{}, {}</td><td data-label="{}" lang="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, each.wording.key, t("Version"), t.number(each.wording.version), base::code(each.wording.locale),
            t("Words"), base::code(each.wording.locale), each.wording.words, t("First used"),
            t.date(each.first_used_at));
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

html::SafeHtml proof(const Translator& t, const ProofPage& page) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Proof of consent"),
            .lead = page.proof.name.empty() ? page.proof.email : page.proof.name + ", " + page.proof.email,
            .actions = html::render<"{}{}">(
                ports::button_link({proof_path(t.locale(), page.person) + "/sheet.pdf", t("Print sheet"), "printer"}),
                ports::button_link({fmt::format("{}/paper?person={}", overview_path(t.locale()), page.person.value),
                                    t("Record a consent on paper"), "pen"})),
            .above = above(t)}));
    html::write<R"(<div class="notice notice--information">{}<div class="notice__body"><p><b>{}</b></p></div></div>)">(
        out, html::icon("info"), page.proof.standing);
    for (const auto& each : page.proof.entries) out.append(ports::panel({each.title}, entry(each)));
    if (page.proof.entries.empty())
        out.append(ports::empty_state({"file-text", t("Nothing was ever agreed to."),
                                       t("A consent by a form, by mail or on paper is kept here for good.")}));
    return std::move(out).finish();
}

html::SafeHtml paper(const Translator& t, const PaperPage& page) {
    const html::Fields fields{t, page.problems};
    Out out;
    out.append(ports::staff_head(
        t,
        {.title = t("Record a consent on paper"),
         .lead = t("Given at a table, at a meeting or by telephone. You are the witness: your name stands in the audit "
                   "log beside it."),
         .above = above(t)}));
    html::write<R"(<form class="form" method="post" action="{}/paper" novalidate>{}{}{}{}</form>)">(
        out, overview_path(t.locale()), fields.error_summary(), paper_person_fields(fields, t, page.typed),
        paper_consent_fields(fields, t, page.typed), fields.button({.label = t("Record the consent")}));
    return std::move(out).finish();
}

std::string overview_path(base::Locale locale) { return fmt::format("/{}/staff/mailing-list", base::code(locale)); }

std::string proof_path(base::Locale locale, people::PersonId person) {
    return fmt::format("/{}/staff/consent/{}", base::code(locale), person.value);
}

std::string form_path(base::Locale locale, std::string_view slug) {
    return fmt::format("{}/forms/{}", overview_path(locale), slug);
}

}  // namespace mailing_list::staff_pages
