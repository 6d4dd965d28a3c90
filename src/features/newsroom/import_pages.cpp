#include "features/newsroom/import_pages.h"

#include <fmt/format.h>

#include "features/newsroom/address.h"
#include "features/newsroom/staff_pages_parts.h"
#include "platform/foreign_news/oddity_words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace newsroom::import_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr auto kTaken = ".xml,.rss,.atom,.csv,.tsv,.html,.htm,.xhtml,.txt,.md,.zip";

ports::Badge state_badge(const Translator& t, const Upload& upload) {
    switch (upload.state) {
        case UploadState::to_be_read:
            return {"information", t("Being read")};
        case UploadState::read:
            return {"warning", t("Waits for you")};
        case UploadState::importing:
            return {"information", t("Being brought in")};
        case UploadState::imported:
            return {"success", t("Brought in")};
        case UploadState::unreadable:
            break;
    }
    return {"danger", t("Cannot be read")};
}

std::vector<html::Choice> section_choices(const Translator& t, const std::vector<Section>& sections) {
    std::vector<html::Choice> choices{{"", t("A new section")}};
    for (const auto& section : sections) {
        const auto& words = section.best(t.locale());
        choices.push_back({words.slug, words.title});
    }
    return choices;
}

SafeHtml upload_form(const Translator& t, const ImportList& list) {
    const html::Fields fields{t, list.problems};
    const std::vector<html::Choice> languages{{"", t("As the source says")}, {"en", t("English")}, {"fr", t("French")}};
    return html::render<
        R"(<form class="form" method="post" action="{}" enctype="multipart/form-data" novalidate>{}{}{}{}{}{}{}</form>)">(
        list_path(t.locale()), fields.error_summary(),
        fields.file(
            {.name = "file",
             .label = t("File"),
             .accept = kTaken,
             .hint = t("A WordPress export, RSS or Atom, a CSV table, a saved page that lists news, a text, or a "
                       "zip of a folder of pages with their pictures; at most 64 megabytes.")}),
        fields.select({.name = "section",
                       .label = t("Section"),
                       .choices = section_choices(t, list.sections),
                       .value = list.section,
                       .required = html::Required::no}),
        fields.text({.name = "new_section",
                     .label = t("Address of the new section"),
                     .value = list.new_section,
                     .required = html::Required::no,
                     .hint = t("Such as “international-solidarity”. Its title comes from the source."),
                     .max_length = 60}),
        fields.select({.name = "level",
                       .label = t("Level"),
                       .choices = staff_pages::level_choices(t, list.levels),
                       .value = list.level,
                       .required = html::Required::no,
                       .hint = t("Of a new section; others keep theirs.")}),
        fields.select({.name = "language",
                       .label = t("Language of the items"),
                       .choices = languages,
                       .value = list.locale,
                       .required = html::Required::no}),
        fields.button({.label = t("Upload and look inside"), .icon = "upload"}));
}

void write_uploads(Out& out, const Translator& t, const ImportList& list) {
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="uploads" tabindex="0"><table class="table table--cards">
<caption class="table__caption" id="uploads">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Files of the last month"), t("File"), t("Section"), t("State"), t("Uploaded"));
    for (const auto& upload : list.uploads)
        html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, upload_path(t.locale(), upload.id), upload.name, t("Section"), upload.section, t("State"),
            ports::badge(state_badge(t, upload)), t("Uploaded"),
            t("{time} by {name}", {{"time", t.date_time(upload.created_at, list.zone)}, {"name", upload.created_by}}));
    html::write<"</tbody></table></div>">(out);
}

std::vector<ports::Crumb> crumbs(const Translator& t) { return {{t("News"), staff_pages::list_path(t.locale())}}; }

// While a worker has it: how far it is, and a link to look again, since pages of staff need no script.
SafeHtml progress(const Translator& t, const UploadPage& page) {
    const auto& upload = page.upload;
    const bool is_reading = upload.state == UploadState::to_be_read;
    const auto total = is_reading ? upload.size : page.report.items;
    const auto words = is_reading ? t("The file is being read. Nothing is changed yet.")
                                  : t("{done} of {total} items are done.",
                                      {{"done", t.number(upload.progress)}, {"total", t.number(total)}});
    const auto bar = [&](Out& out) {
        if (total > 0)
            html::write<R"(<progress max="{}" value="{}" aria-label="{}"></progress>)">(
                out, total, std::min(upload.progress, total), t("Progress"));
    };
    return html::render<R"(<p role="status">{}</p>{}<p>{}</p>)">(
        words, bar, ports::button_link({upload_path(t.locale(), upload.id), t("Look again"), "history"}));
}

struct Fact {
    std::string name, value;
};

SafeHtml facts(const std::vector<Fact>& all) {
    return html::render<R"(<dl class="facts">{}</dl>)">([&](Out& out) {
        for (const auto& fact : all)
            html::write<
                R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div>)">(
                out, fact.name, fact.value);
    });
}

SafeHtml findings(const Translator& t, const UploadPage& page) {
    const auto& report = page.report;
    std::vector<Fact> all{{t("Items"), t.number(report.items)}};
    if (!report.first_day.empty())
        all.push_back(
            {t("From"), report.first_day == report.last_day
                            ? report.first_day
                            : t("{first} to {last}", {{"first", report.first_day}, {"last", report.last_day}})});
    if (report.undated > 0) all.push_back({t("Without a date"), t.number(report.undated)});
    if (report.repeated > 0) all.push_back({t("Twice in the source, kept once"), t.number(report.repeated)});
    all.push_back({t("Here already"), t.number(report.present)});
    if (report.pictures > 0) all.push_back({t("Pictures"), t.number(report.pictures)});
    const auto& slug = page.upload.section;
    const auto title = report.title.empty() ? slug : report.title;
    all.push_back({t("Section"), page.section ? page.section->best(t.locale()).title
                                              : t("{title}, new at {slug}", {{"title", title}, {"slug", slug}})});
    return facts(all);
}

// In the language of the reader, else in the one that the section has.
std::string public_path(const Translator& t, const Section& section) {
    const auto locale = section.in(t.locale()).is_empty() ? base::other(t.locale()) : t.locale();
    return address::section(locale, section.in(locale).slug);
}

SafeHtml outcome(const Translator& t, const UploadPage& page) {
    const auto& report = page.report;
    Out out;
    out.append(facts({{t("New"), t.number(report.added)},
                      {t("Changed"), t.number(report.changed)},
                      {t("As they were"), t.number(report.unchanged)},
                      {t("Edited here, left alone"), t.number(report.kept)},
                      {t("Twice in the source, kept once"), t.number(report.repeated)},
                      {t("New pictures"), t.number(report.pictures)}}));
    if (page.section)
        html::write<R"(<p>{} {}</p>)">(
            out, ports::button_link({public_path(t, *page.section), t("View the page"), "external"}),
            ports::button_link(
                {fmt::format("{}?section={}", staff_pages::list_path(t.locale()), page.section->id.value),
                 t("Its items"), "newspaper"}));
    return std::move(out).finish();
}

SafeHtml samples(const Translator& t, const UploadReport& report) {
    const auto rows = [&](Out& out) {
        for (const auto& sample : report.samples)
            html::write<R"(<tr><th scope="row">{}</th><td>{}{}{}</td></tr>)">(
                out, sample.date.empty() ? t("No date") : sample.date,
                [&](Out& title) {
                    if (!sample.title.empty()) html::write<"<strong>{}</strong>">(title, sample.title);
                },
                sample.title.empty() || sample.teaser.empty() ? "" : " - ", sample.teaser);
    };
    return html::render<R"(
<div class="table-scroll" role="region" aria-labelledby="samples" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="samples">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)">(
        t("The first items"), t("Date"), t("Item"), rows);
}

SafeHtml oddities(const Translator& t, const UploadReport& report) {
    const auto rows = [&](Out& out) {
        for (const auto& oddity : report.oddities) {
            const auto line = oddity.line == 0 ? std::string{} : t("line {line}", {{"line", t.number(oddity.line)}});
            const auto place = oddity.file.empty() || line.empty() ? oddity.file + line : oddity.file + ", " + line;
            html::write<R"(<tr><th scope="row">{}</th><td>{}</td></tr>)">(out, place.empty() ? t("The whole") : place,
                                                                          words_of(oddity, t));
        }
    };
    return html::render<R"(
<div class="table-scroll" role="region" aria-labelledby="oddities" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="oddities">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>{})">(
        t("What is odd"), t("Where"), t("What is odd"), rows, [&](Out& out) {
            if (report.more_oddities > 0)
                html::write<"<p>{}</p>">(
                    out, t("{count} more oddities are not listed.", {{"count", t.number(report.more_oddities)}}));
        });
}

SafeHtml fault_notice(const Translator& t, const UploadReport& report) {
    const auto& words = t.locale() == base::Locale::english ? report.fault_en : report.fault_fr;
    if (words.empty()) return {};
    return html::render<
        R"(<div class="notice notice--error" role="alert">{}<div class="notice__body"><p>{}</p></div></div>)">(
        html::icon("alert"), report.fault_place.empty() ? words : report.fault_place + ": " + words);
}

SafeHtml confirmation(const Translator& t, const UploadPage& page) {
    const html::Fields fields{t, page.problems};
    std::vector<html::Choice> stages;
    if (page.may == May::publish)
        stages.push_back({"published", t("Published at once"), t("With the dates of the source.")});
    stages.push_back({"draft", t("As drafts"), t("You look at each of them before the public does.")});
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}</form>)">(
        upload_path(t.locale(), page.upload.id) + "/start", fields.error_summary(),
        fields.radio_group({.name = "stage",
                            .legend = t("New items come in"),
                            .choices = stages,
                            .value = std::string{page.may == May::publish ? "published" : "draft"}}),
        fields.button({.label = t("Bring in {count} items", {{"count", t.number(page.report.items)}})}));
}

void write_report(Out& out, const Translator& t, const UploadPage& page) {
    const auto& report = page.report;
    if (!report.samples.empty()) out.append(ports::panel({t("The first items")}, samples(t, report)));
    if (!report.oddities.empty()) out.append(ports::panel({t("What is odd")}, oddities(t, report)));
}

std::string lead(const Translator& t, const Upload& upload) {
    switch (upload.state) {
        case UploadState::to_be_read:
            return t("A worker looks inside. It takes some seconds, for large files a minute.");
        case UploadState::read:
            return t("Nothing is changed yet. Look at what was found, then bring it in.");
        case UploadState::importing:
            return t("You may leave this page: the work goes on.");
        case UploadState::imported:
            return t("Importing the same file again adds nothing twice and leaves alone what you edited here.");
        case UploadState::unreadable:
            break;
    }
    return t("Nothing was changed.");
}

SafeHtml removal(const Translator& t, const UploadPage& page) {
    return ports::panel({t("Remove the file")},
                        ports::act(t, {.path = upload_path(t.locale(), page.upload.id) + "/removal",
                                       .label = t("Remove the file"),
                                       .kind = html::ButtonKind::danger,
                                       .above = html::render<"<p>{}</p>">(
                                           t("What was brought in stays. Files go by themselves after a month."))}));
}

}  // namespace

std::string list_path(base::Locale locale) { return fmt::format("/{}/staff/news/imports", base::code(locale)); }

std::string upload_path(base::Locale locale, UploadId upload) {
    return fmt::format("{}/{}", list_path(locale), upload.value);
}

SafeHtml list(const Translator& t, const ImportList& list) {
    Out out;
    out.append(
        ports::staff_head(t, {.title = t("Import news"),
                              .lead = t("News of another site: you see what is in a file before anything changes."),
                              .above = crumbs(t)}));
    out.append(ports::panel({t("A file of news")}, upload_form(t, list)));
    if (list.uploads.empty())
        out.append(ports::empty_state({"newspaper", t("Nothing imported yet"),
                                       t("Upload an export of your old site, or the page that lists its news.")}));
    else
        write_uploads(out, t, list);
    return std::move(out).finish();
}

SafeHtml upload(const Translator& t, const UploadPage& page) {
    const auto& upload = page.upload;
    auto above = crumbs(t);
    above.push_back({t("Import news"), list_path(t.locale())});
    Out out;
    out.append(ports::staff_head(t, {.title = upload.name, .lead = lead(t, upload), .above = std::move(above)}));
    html::write<"<p>{}</p>">(out, ports::badge(state_badge(t, upload)));
    out.append(fault_notice(t, page.report));
    if (upload.is_busy()) out.append(ports::panel({t("Progress")}, progress(t, page)));
    if (upload.state == UploadState::read) {
        out.append(ports::panel({t("What was found")}, findings(t, page)));
        if (page.report.items > 0) out.append(ports::panel({t("Bring it in")}, confirmation(t, page)));
    }
    if (upload.state == UploadState::imported) out.append(ports::panel({t("What became of it")}, outcome(t, page)));
    if (upload.state != UploadState::importing) write_report(out, t, page);
    if (upload.state != UploadState::importing) out.append(removal(t, page));
    return std::move(out).finish();
}

}  // namespace newsroom::import_pages
