#include "features/dossiers/answer_pages.h"

#include <fmt/format.h>

#include "features/dossiers/overview_pages.h"
#include "features/dossiers/pages.h"
#include "features/dossiers/words.h"
#include "platform/html/assets.h"
#include "platform/html/facts.h"
#include "platform/html/forms.h"
#include "ports/paging.h"
#include "ports/staff_pages.h"

namespace dossiers::answer_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string_view tone_of(AnswerKind kind) {
    switch (kind) {
        case AnswerKind::unread:
            return "warning";
        case AnswerKind::of_substance:
            return "success";
        case AnswerKind::form_answer:
            return "information";
        case AnswerKind::automatic:
        case AnswerKind::no_answer:
            break;
    }
    return "neutral";
}

void write_tab(Out& out, const Translator& t, AnswerKind kind, AnswerKind current) {
    html::write<R"(<li><a class="tabs__link" href="{}?kind={}"{}>{}</a></li>)">(
        out, inbox_path(t.locale()), name_of(kind), html::attribute_if(kind == current, "aria-current", "page"),
        t(label_of(kind)));
}

void write_item(Out& out, const Translator& t, const InboxItem& item) {
    html::write<
        R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}"><time datetime="{}">{}</time></td></tr>)">(
        out, path(t.locale(), item.answer.id), pages::subject_of(t, item.answer), t("From whom"),
        fmt::format("{}, {}", name_words(t, item.who), item.who.place), t("Campaign"),
        item.campaign.empty() ? "–" : item.campaign, t("Way"), t(label_of(item.answer.way)), t("Came"),
        i18n::machine_time(item.answer.received_at), t.date(item.answer.received_at, i18n::DateStyle::short_form));
}

SafeHtml facts(const Translator& t, const One& one) {
    Out out;
    html::write<
        R"(<dl class="facts"><div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value"><a href="{}">{}</a></dd></div>)">(
        out, t("Representative"), overview_pages::path(t.locale(), one.who.id), name_words(t, one.who));
    html::write_fact(out, {t("Office"), office_words(t, one.who)});
    html::write<R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div>)">(
        out, t("Subject"), pages::subject_of(t, one.answer));
    html::write_fact(out, {t("Sent by"), one.answer.sender});
    html::write_fact(out, {t("Campaign"), one.campaign});
    html::write_fact(out, {t("Came"), t.date_time(one.answer.received_at)});
    html::write_fact(out, {t("Way"), t(label_of(one.answer.way))});
    html::write_fact(out, {t("Read by"), one.answer.read_by});
    html::write<"</dl>">(out);
    return std::move(out).finish();
}

SafeHtml words_of(const Translator& t, const One& one) {
    Out out;
    pages::write_answer_words(out, t, one.answer);
    if (!one.attachments.empty()) html::write<R"(<ul class="dossier__attachments">)">(out);
    for (const AttachmentFacts& each : one.attachments) {
        const std::string name = each.name.empty() ? t("without a name") : each.name;
        if (each.is_kept)
            html::write<R"(<li><a href="{}/attachments/{}">{} {}</a> ({}, {})</li>)">(
                out, path(t.locale(), one.answer.id), each.id.value, html::icon("download"), name, each.type,
                size_words(t, each.size));
        else
            html::write<"<li>{} ({})</li>">(
                out, name,
                t("{size}, too large to be kept: ask the office for it", {{"size", size_words(t, each.size)}}));
    }
    if (!one.attachments.empty()) html::write<"</ul>">(out);
    return std::move(out).finish();
}

SafeHtml kind_form(const Translator& t, const One& one) {
    const base::Problems none;
    const html::Fields fields{t, one.form == "kind" ? one.problems : none};
    std::vector<html::Choice> choices;
    for (const AnswerKind each : kAnswerKinds) choices.push_back({std::string{name_of(each)}, t(label_of(each))});
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}</form>)">(
        path(t.locale(), one.answer.id), fields.error_summary(),
        fields.radio_group({.name = "kind", .legend = t("What it is"), .choices = choices, .value = one.kind}),
        fields.button({.label = t("Note it as read")}));
}

// One form at a time, so that no two fields of the page have the same name: the other is a link.
struct Folded {
    std::string_view form;
    std::string title, path;
};
SafeHtml folded(const One& one, const Folded& folded, const SafeHtml& body) {
    if (one.form != folded.form)
        return html::render<R"(<p><a class="more-link" href="{}?form={}#form">{} {}</a></p>)">(
            folded.path, folded.form, folded.title, html::icon("arrow-right"));
    return html::render<R"(<div id="form"><h3 class="dossier__heading">{}</h3>{}</div>)">(folded.title, body);
}

SafeHtml both_languages(const html::Fields& fields, const html::TextArea& english, const html::TextArea& french) {
    return html::render<"{}{}">(fields.text_area(english), fields.text_area(french));
}

SafeHtml evidence_fields(const Translator& t, const html::Fields& fields, const EvidenceForm& typed) {
    const int longest = static_cast<int>(kLongestText);
    return html::render<"{}{}{}">(fields.text({.name = "on_date",
                                               .label = t("On which day, as 2026-11-30"),
                                               .value = typed.on_date,
                                               .size = html::FieldSize::medium}),
                                  both_languages(fields,
                                                 {.name = "evidence_en",
                                                  .label = t("How we know, in English"),
                                                  .value = typed.evidence_en,
                                                  .required = html::Required::no,
                                                  .rows = 2,
                                                  .max_length = longest},
                                                 {.name = "evidence_fr",
                                                  .label = t("How we know, in French"),
                                                  .value = typed.evidence_fr,
                                                  .required = html::Required::no,
                                                  .rows = 2,
                                                  .max_length = longest}),
                                  fields.text({.name = "evidence_url",
                                               .label = t("Where it can be read (https://)"),
                                               .value = typed.evidence_url,
                                               .kind = html::TextKind::url,
                                               .required = html::Required::no}));
}

}  // namespace

html::SafeHtml inbox(const Translator& t, const Inbox& inbox) {
    Out out;
    out.append(ports::staff_head(t, {.title = t("Answers of representatives"),
                                     .lead = t("What came back by mail, and what supporters told. Read it, say what "
                                               "it is, make a promise or a position of it."),
                                     .above = {{t("Dossiers"), overview_pages::path(t.locale())}}}));
    html::write<R"(<nav class="tabs" aria-label="{}"><ul class="tabs__list">)">(out, t("By kind"));
    write_tab(out, t, AnswerKind::unread, inbox.kind);
    for (const AnswerKind each : kAnswerKinds) write_tab(out, t, each, inbox.kind);
    html::write<"</ul></nav>">(out);
    if (inbox.items.empty()) {
        const bool is_unread = inbox.kind == AnswerKind::unread;
        out.append(ports::empty_state({is_unread ? "check-circle" : "inbox",
                                       is_unread ? t("Nothing waits here") : t("No answers here"),
                                       t("Answers to letters come back to the campaign by themselves, and stand here "
                                         "until somebody reads them.")}));
        return std::move(out).finish();
    }
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="answers" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="answers">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Answers of representatives"), t("Subject"), t("From whom"), t("Campaign"), t("Way"), t("Came"));
    for (const InboxItem& each : inbox.items) write_item(out, t, each);
    html::write<"</tbody></table></div>">(out);
    if (inbox.next)
        out.append(ports::next_page(
            t, {fmt::format("{}?kind={}&after={}", inbox_path(t.locale()), name_of(inbox.kind), inbox.next->value),
                t("Next")}));
    return std::move(out).finish();
}

html::SafeHtml promise_form(const Translator& t, const PromiseForm& typed, const RecordForm& form) {
    const html::Fields fields{t, form.problems};
    const int longest = static_cast<int>(kLongestText);
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}</form>)">(
        form.action, fields.error_summary(), html::hidden({"answer", typed.answer}),
        html::hidden({"campaign", typed.campaign}),
        both_languages(fields,
                       {.name = "words_en",
                        .label = t("What they promised, in English"),
                        .value = typed.words_en,
                        .required = html::Required::no,
                        .hint = t("One language is enough; pages then show it in that one, marked so."),
                        .rows = 3,
                        .max_length = longest},
                       {.name = "words_fr",
                        .label = t("What they promised, in French"),
                        .value = typed.words_fr,
                        .required = html::Required::no,
                        .rows = 3,
                        .max_length = longest}),
        evidence_fields(t, fields, typed.evidence),
        fields.button({.label = t("Record the promise"), .kind = html::ButtonKind::quiet}));
}

html::SafeHtml position_form(const Translator& t, const PositionForm& typed, const RecordForm& form,
                             const std::vector<MatterChoice>& matters) {
    const html::Fields fields{t, form.problems};
    std::vector<html::Choice> about, stands;
    for (const MatterChoice& each : matters) about.push_back({name_of(each.matter), each.title});
    for (const OwnStand each : kOwnStands) stands.push_back({std::string{name_of(each)}, t(label_of(each))});
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}</form>)">(
        form.action, fields.error_summary(), html::hidden({"answer", typed.answer}),
        fields.select({.name = "matter", .label = t("What it is about"), .choices = about, .value = typed.matter}),
        fields.select({.name = "stand", .label = t("Where they stand"), .choices = stands, .value = typed.stand}),
        evidence_fields(t, fields, typed.evidence),
        fields.button({.label = t("Record the position"), .kind = html::ButtonKind::quiet}));
}

html::SafeHtml one(const Translator& t, const One& one) {
    const base::Problems none;
    const std::string at = path(t.locale(), one.answer.id);
    const auto problems_of = [&](std::string_view form) -> const base::Problems& {
        return one.form == form ? one.problems : none;
    };
    Out out;
    out.append(ports::staff_head(t, {.title = t("An answer"),
                                     .above = {{t("Dossiers"), overview_pages::path(t.locale())},
                                               {t("Answers of representatives"), inbox_path(t.locale())}}}));
    out.append(
        ports::panel({t("What they wrote"), ports::badge({tone_of(one.answer.kind), t(label_of(one.answer.kind))})},
                     words_of(t, one)));
    out.append(ports::panel({t("What it is")}, kind_form(t, one)));
    out.append(ports::panel(
        {t("What follows from it")},
        html::render<"{}{}">(
            folded(one, {"promise", t("Make a promise of it"), at},
                   promise_form(t, one.promise, {at + "/promise", problems_of("promise")})),
            folded(one, {"position", t("Make a position of it"), at},
                   position_form(t, one.position, {at + "/position", problems_of("position")}, one.matters)))));
    out.append(ports::panel({t("Where it belongs")}, facts(t, one)));
    return std::move(out).finish();
}

std::string inbox_path(base::Locale locale) { return overview_pages::path(locale) + "/answers"; }

std::string path(base::Locale locale, AnswerId answer) {
    return fmt::format("{}/{}", inbox_path(locale), answer.value);
}

}  // namespace dossiers::answer_pages
