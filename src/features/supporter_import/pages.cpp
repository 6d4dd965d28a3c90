#include "features/supporter_import/pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace supporter_import::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string people_path(base::Locale locale) { return fmt::format("/{}/staff/people", base::code(locale)); }

ports::Badge state_badge(const Translator& t, ImportState state) {
    switch (state) {
        case ImportState::waits_for_columns:
            return {"warning", t("Waits for its columns")};
        case ImportState::being_tried:
            return {"information", t("Being tried")};
        case ImportState::tried:
            return {"warning", t("Waits for you")};
        case ImportState::coming_in:
            return {"information", t("Being brought in")};
        case ImportState::came_in:
            return {"success", t("Brought in")};
        case ImportState::stopped:
            break;
    }
    return {"danger", t("Stopped")};
}

SafeHtml upload_form(const Translator& t, const ImportList& list) {
    const html::Fields fields{t, list.problems};
    std::vector<html::Choice> levels;
    for (const auto& level : list.levels) levels.push_back({level.slug, level.name(t.locale())});
    return html::render<
        R"(<form class="form" method="post" action="{}" enctype="multipart/form-data" novalidate>{}{}{}{}</form>)">(
        list_path(t.locale()), fields.error_summary(),
        fields.file({.name = "file",
                     .label = t("File"),
                     .accept = ".csv,.tsv,.txt,text/csv",
                     .hint = t("A table with a first line that names its columns. Exports of Action Network, "
                               "NationBuilder, Mailchimp and CiviCRM are recognised; at most 64 megabytes.")}),
        fields.select({.name = "level",
                       .label = t("Level"),
                       .choices = levels,
                       .value = list.level,
                       .hint = t("Where these people belong. Below the nation, only its own people are changed.")}),
        fields.button({.label = t("Upload and look inside"), .icon = "upload"}));
}

void write_imports(Out& out, const Translator& t, const ImportList& list) {
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="imports" tabindex="0"><table class="table table--cards">
<caption class="table__caption" id="imports">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Files of the last month"), t("File"), t("State"), t("People"), t("Uploaded"));
    for (const auto& import : list.imports)
        html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, path(t.locale(), import.id), import.name, t("State"), ports::badge(state_badge(t, import.state)),
            t("People"), t.number(import.report.added + import.report.changed + import.report.unchanged), t("Uploaded"),
            t("{time} by {name}", {{"time", t.date_time(import.created_at)}, {"name", import.created_by}}));
    html::write<"</tbody></table></div>">(out);
}

// What each column may be: the usual things, then the custom fields, then a new one of the column's name.
std::vector<html::Choice> column_choices(const Translator& t, const ImportPage& page, const std::string& column) {
    std::vector<html::Choice> choices;
    for (const auto& choice : target_choices())
        choices.push_back({name_of(Column{choice.target, {}}), t(choice.label)});
    const std::string fields = t("Custom fields");
    for (const auto& field : page.fields)
        choices.push_back({"field:" + field.slug, field.label(t.locale()), {}, fields});
    const std::string slug = slug_of(column);
    const bool is_known = std::ranges::find(page.fields, slug, &people::Field::slug) != page.fields.end();
    if (!slug.empty() && !is_known)
        choices.push_back({"field:" + slug, t("A new field: {slug}", {{"slug", slug}}), {}, fields});
    return choices;
}

void write_column(Out& out, const Translator& t, const ImportPage& page, std::size_t at) {
    const auto& column = page.columns[at];
    const std::string chosen = at < page.typed.mapping.size() ? page.typed.mapping[at] : std::string{};
    std::string values;
    for (const auto& value : column.values)
        if (!value.empty()) values += (values.empty() ? "" : " · ") + value;
    const auto options = [&](Out& list) {
        for (const auto& choice : column_choices(t, page, column.name))
            html::write<R"(<option value="{}"{}>{}</option>)">(
                list, choice.value, html::attribute_if(choice.value == chosen, "selected"), choice.label);
    };
    html::write<R"(
<tr><th scope="row"><label for="column_{}">{}</label></th><td data-label="{}">{}</td><td data-label="{}"><span class="select"><select class="field__input select__control" id="column_{}" name="column_{}">{}</select></span></td></tr>)">(
        out, at, column.name.empty() ? t("(no name)") : column.name, t("First values"), values.empty() ? "–" : values,
        t("Is"), at, at, options);
}

SafeHtml column_table(const Translator& t, const ImportPage& page) {
    const auto rows = [&](Out& out) {
        for (std::size_t i = 0; i < page.columns.size(); ++i) write_column(out, t, page, i);
    };
    return html::render<R"(
<div class="table-scroll" role="region" aria-labelledby="columns" tabindex="0"><table class="table table--cards">
<caption class="table__caption" id="columns">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)">(
        t("What each column is"), t("Column"), t("First values"), t("Is"), rows);
}

SafeHtml consent_fields(const Translator& t, const ImportPage& page, const html::Fields& fields) {
    const auto& typed = page.typed;
    return html::render<"{}{}{}">(
        fields.radio_group({.name = "ground",
                            .legend = t("By what right are they mailed?"),
                            .choices = {{"none", t("None: nobody is subscribed"), t("They come in as people only.")},
                                        {"express", t("They agreed"), t("You can show when and to what words.")},
                                        {"implied", t("Consent is implied"),
                                         t("By a relation such as a membership, and only for a "
                                           "time.")}},
                            .value = typed.ground}),
        fields.text_area({.name = "words",
                          .label = t("The words they agreed to, or why it is implied"),
                          .value = typed.words,
                          .required = html::Required::no,
                          .hint = t("It is kept as proof beside every address. Whoever left, there or here, is never "
                                    "subscribed."),
                          .rows = 3,
                          .max_length = 500}),
        fields.text({.name = "expires_on",
                     .label = t("Implied consent ends on"),
                     .value = typed.expires_on,
                     .required = html::Required::no,
                     .hint = t("A day such as 2028-11-22."),
                     .size = html::FieldSize::small,
                     .max_length = 10}));
}

SafeHtml plan_form(const Translator& t, const ImportPage& page) {
    const html::Fields fields{t, page.problems};
    const auto& typed = page.typed;
    return html::render<
        R"(<form class="form form--wide" method="post" action="{}/plan" novalidate>{}{}{}{}{}{}{}</form>)">(
        path(t.locale(), page.import.id), fields.error_summary(), column_table(t, page),
        consent_fields(t, page, fields),
        fields.text({.name = "tags",
                     .label = t("Tags for all of them"),
                     .value = typed.tags,
                     .required = html::Required::no,
                     .hint = t("With commas between them.")}),
        fields.select({.name = "language",
                       .label = t("Language, where the file says none"),
                       .choices = {{"en", std::string{i18n::own_name(base::Locale::english)}},
                                   {"fr", std::string{i18n::own_name(base::Locale::french)}}},
                       .value = typed.language}),
        fields.text({.name = "as_of",
                     .label = t("Day of the export"),
                     .value = typed.as_of,
                     .hint = t("A day such as 2026-11-22. What people said here later holds."),
                     .size = html::FieldSize::small,
                     .max_length = 10}),
        fields.button({.label = t("Try it without changing anything")}));
}

// While a worker has it: how far it is, and a link to look again, since pages of staff need no script.
SafeHtml progress(const Translator& t, const ImportPage& page) {
    const auto& import = page.import;
    const auto done = std::min(static_cast<std::int64_t>(import.place.offset), import.size);
    const double share = import.size == 0 ? 0 : static_cast<double>(done) / static_cast<double>(import.size);
    const auto words = import.state == ImportState::being_tried
                           ? t("The file is being read. Nothing is changed yet.")
                           : t("{rows} rows are done.", {{"rows", t.number(import.report.rows)}});
    return html::render<
        R"(<p role="status">{} {}</p><progress max="{}" value="{}" aria-label="{}"></progress><p>{}</p>)">(
        words, t.percent(share), std::max<std::int64_t>(import.size, 1), done, t("Progress"),
        ports::button_link({path(t.locale(), import.id), t("Look again"), "history"}));
}

struct Fact {
    std::string name;
    std::int64_t count;
};

SafeHtml facts(const Translator& t, const Import& import) {
    const auto& report = import.report;
    const bool is_trial = import.state == ImportState::tried;
    std::vector<Fact> all{{t("Rows"), report.rows}, {t("Left out"), report.left_out}, {t("New people"), report.added}};
    if (!is_trial) all.push_back({t("Changed"), report.changed});
    all.push_back({is_trial ? t("Known already") : t("As they were"), report.unchanged});
    all.push_back({t("Subscribed by this import"), report.consents});
    all.push_back({t("Not subscribed, since they left or never agreed"), report.kept_back});
    all.push_back({t("Unsubscribed, as the file says"), report.withdrawn});
    all.push_back({t("Suppressed, since mail came back"), report.suppressed});
    if (report.conflicts > 0) all.push_back({t("Answers kept beside what people said"), report.conflicts});
    return html::render<R"(<dl class="facts">{}</dl>)">([&](Out& out) {
        for (const auto& fact : all)
            html::write<
                R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div>)">(
                out, fact.name, t.number(fact.count));
    });
}

SafeHtml troubles(const Translator& t, const ImportPage& page) {
    const auto rows = [&](Out& out) {
        for (const auto& trouble : page.troubles)
            html::write<R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
                out, t.number(static_cast<std::int64_t>(trouble.line)), t("Problem"), t(words_of(trouble.trouble)),
                t("Value"), trouble.detail.empty() ? "–" : trouble.detail);
    };
    return html::render<R"(<p>{}</p>
<div class="table-scroll" role="region" aria-labelledby="troubles" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="troubles">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div><p>{}</p>)">(
        t.plural("{count} problem.", "{count} problems.", page.import.report.troubles), t("Problems"), t("Line"),
        t("Problem"), t("Value"), rows,
        ports::button_link(
            {path(t.locale(), page.import.id) + "/troubles.csv", t("Download all problems"), "download"}));
}

SafeHtml decision(const Translator& t, const ImportPage& page) {
    const base::Problems none;
    const html::Fields fields{t, none};
    const std::string at = path(t.locale(), page.import.id);
    return html::render<
        R"(<form class="form" method="post" action="{}/start">{}</form><form class="form" method="post" action="{}/change">{}</form>)">(
        at,
        fields.button({.label = t.plural("Bring in {count} person", "Bring in {count} people",
                                         page.import.report.added + page.import.report.unchanged)}),
        at, fields.button({.label = t("Change the columns"), .kind = html::ButtonKind::quiet}));
}

std::string lead(const Translator& t, ImportState state) {
    switch (state) {
        case ImportState::waits_for_columns:
            return t("Say what the columns are. Nothing is changed yet.");
        case ImportState::being_tried:
            return t("A worker reads the file. It takes some seconds, for large files a minute.");
        case ImportState::tried:
            return t("This is what would happen. Nothing is changed yet.");
        case ImportState::coming_in:
            return t("You may leave this page: the work goes on.");
        case ImportState::came_in:
            return t("Importing the same file again adds nobody twice.");
        case ImportState::stopped:
            break;
    }
    return t("This file is no table, or is gone.");
}

SafeHtml removal(const Translator& t, const ImportPage& page) {
    return ports::panel({t("Remove the file")},
                        ports::act(t, {.path = path(t.locale(), page.import.id) + "/removal",
                                       .label = t("Remove the file"),
                                       .kind = html::ButtonKind::danger,
                                       .above = html::render<"<p>{}</p>">(
                                           t("What was brought in stays. Files go by themselves after a month."))}));
}

}  // namespace

std::string list_path(base::Locale locale) { return people_path(locale) + "/imports"; }

std::string path(base::Locale locale, ImportId import) { return fmt::format("{}/{}", list_path(locale), import.value); }

SafeHtml list(const Translator& t, const ImportList& list) {
    Out out;
    out.append(
        ports::staff_head(t, {.title = t("Import people"),
                              .lead = t("From another program: you see what would happen before anything changes."),
                              .above = {{t("People"), people_path(t.locale())}}}));
    out.append(ports::panel({t("A table of people")}, upload_form(t, list)));
    if (list.imports.empty())
        out.append(ports::empty_state(
            {"upload", t("Nothing imported yet"), t("Upload an export of the program that you used before.")}));
    else
        write_imports(out, t, list);
    return std::move(out).finish();
}

SafeHtml import(const Translator& t, const ImportPage& page) {
    const auto& import = page.import;
    Out out;
    out.append(ports::staff_head(
        t, {.title = import.name,
            .lead = lead(t, import.state),
            .above = {{t("People"), people_path(t.locale())}, {t("Import people"), list_path(t.locale())}}}));
    const std::string_view program = label_of(import.report.preset);
    html::write<"<p>{} {} {}</p>">(
        out, ports::badge(state_badge(t, import.state)), page.level,
        program.empty() ? std::string{} : t("Recognised: {program}", {{"program", std::string{program}}}));
    if (import.state == ImportState::waits_for_columns) out.append(plan_form(t, page));
    if (import.is_busy()) out.append(ports::panel({t("Progress")}, progress(t, page)));
    if (import.state == ImportState::tried) out.append(ports::panel({t("What would happen")}, facts(t, import)));
    if (import.state == ImportState::tried) out.append(ports::panel({t("Bring them in?")}, decision(t, page)));
    if (import.state == ImportState::came_in) out.append(ports::panel({t("What became of it")}, facts(t, import)));
    if (!page.troubles.empty()) out.append(ports::panel({t("What was wrong")}, troubles(t, page)));
    if (import.state != ImportState::coming_in || import.is_of_command()) out.append(removal(t, page));
    return std::move(out).finish();
}

}  // namespace supporter_import::pages
