#include "features/endorsements/staff_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/endorsements/pages.h"
#include "platform/html/assets.h"
#include "platform/html/facts.h"
#include "platform/html/forms.h"
#include "ports/paging.h"

namespace endorsements::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

ports::Badge badge_of(const Translator& t, State state) {
    switch (state) {
        case State::unconfirmed:
            return {"neutral", t("Emailed, not yet confirmed")};
        case State::waiting:
            return {"warning", t("Waits for you")};
        case State::counted:
            return {"success", t("Shown")};
        case State::declined:
            return {"neutral", t("Declined")};
        case State::withdrawn:
            return {"neutral", t("Withdrawn by them")};
        case State::removed:
            return {"danger", t("Taken off the list")};
    }
    return {"neutral", ""};
}

std::string shown_name(const Translator& t, const Endorsement& endorsement) {
    return endorsement.statement.name.empty() ? t("Erased") : endorsement.statement.name;
}

void write_row(Out& out, const Translator& t, const Endorsement& endorsement) {
    html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, review_path(t.locale(), endorsement.id), shown_name(t, endorsement), t("Kind"),
        pages::class_label(t, endorsement.statement.signer_class), t("State"),
        ports::badge(badge_of(t, endorsement.state)), t("Sent"), t.date(endorsement.submitted_at));
}

std::string votes_words(const Translator& t, const std::optional<Votes>& votes) {
    if (!votes) return {};
    return t("{for} in favour, {against} against, {abstained} abstained",
             {{"for", votes->in_favour}, {"against", votes->against}, {"abstained", votes->abstained}});
}

SafeHtml facts(const Translator& t, const Endorsement& endorsement) {
    const Statement& said = endorsement.statement;
    Out out;
    html::write<R"(<dl class="facts">)">(out);
    html::write_fact(out, {t("Kind"), pages::class_label(t, said.signer_class)});
    html::write_fact(out, {t("As it is shown"), pages::line_of(t, said)});
    html::write_fact(out, {t("The vote"), votes_words(t, said.votes)});
    html::write_fact(out, {t("Document"), said.document_url});
    html::write_fact(out, {t("Website"), said.website});
    html::write_fact(out, {t("In their words"), said.statement, base::code(endorsement.locale)});
    html::write_fact(out, {t("Signed by"), said.signatory_name});
    html::write_fact(out, {t("Role"), said.signatory_role});
    html::write_fact(out, {t("Email"), endorsement.email});
    html::write_fact(out, {t("Decided by"), endorsement.decided_by});
    html::write_fact(out, {t("Reason in English"), endorsement.reason_en});
    html::write_fact(out, {t("Reason in French"), endorsement.reason_fr});
    html::write<"</dl>">(out);
    return std::move(out).finish();
}

SafeHtml reason_fields(const html::Fields& fields, const Translator& t, const Review& review) {
    return html::render<"{}{}">(fields.text_area({.name = "reason_en",
                                                  .label = t("Reason in English"),
                                                  .value = review.reason_en,
                                                  .rows = 2,
                                                  .max_length = 500}),
                                fields.text_area({.name = "reason_fr",
                                                  .label = t("Reason in French"),
                                                  .value = review.reason_fr,
                                                  .rows = 2,
                                                  .max_length = 500}));
}

struct Way {
    Decision decision;
    std::string_view value;
    std::string label;
    html::ButtonKind kind;
};
std::vector<Way> ways(const Translator& t) {
    return {{Decision::publish, "publish", t("Show and count it"), html::ButtonKind::primary},
            {Decision::restore, "restore", t("Put it back on the list"), html::ButtonKind::primary},
            {Decision::decline, "decline", t("Decline it"), html::ButtonKind::quiet},
            {Decision::remove, "remove", t("Take it out"), html::ButtonKind::danger}};
}

void write_way(Out& out, const Translator& t, const Review& review, const Way& way) {
    const html::Fields fields{t, review.problems};
    html::write<R"(<form class="form" method="post" action="{}/decision" novalidate>{}{}</form>)">(
        out, review_path(t.locale(), review.endorsement.id),
        needs_reason(way.decision) ? reason_fields(fields, t, review) : SafeHtml{},
        fields.button({.label = way.label, .kind = way.kind, .name = "decision", .value = std::string{way.value}}));
}

void write_filter(Out& out, const Translator& t, const List& list) {
    const auto option = [&](Out& into, std::string_view value, const std::string& label) {
        const std::string_view chosen = list.state ? name_of(*list.state) : "";
        html::write<R"(<option value="{}"{}>{}</option>)">(into, value, html::attribute_if(value == chosen, "selected"),
                                                           label);
    };
    const auto options = [&](Out& into) {
        option(into, "", t("Every state"));
        for (const State state : kStates) option(into, name_of(state), badge_of(t, state).label);
    };
    html::write<R"(
<form class="toolbar" method="get" action="{}"><div class="toolbar__field"><label class="toolbar__label" for="state">{}</label>
  <span class="select"><select class="field__input select__control" id="state" name="state">{}</select></span></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
        out, list_path(t.locale(), list.petition.slug), t("State"), options, html::icon("filter"), t("Show"));
}

void write_pager(Out& out, const Translator& t, const List& list) {
    if (!list.older) return;
    out.append(ports::next_page(t, {fmt::format("{}?state={}&before={}", list_path(t.locale(), list.petition.slug),
                                                list.state ? name_of(*list.state) : "", list.older->value),
                                    t("Older")}));
}

std::vector<ports::Crumb> way_to(const Translator& t, const List& list) {
    if (list.may_edit == May::no) return {};
    return {{t("Petitions"), fmt::format("/{}/staff/petitions", base::code(t.locale()))},
            {list.petition.title, fmt::format("/{}/staff/petitions/{}", base::code(t.locale()), list.petition.slug)}};
}

// What the municipality decided, as a file: of proclamations and resolutions.
void write_document(Out& out, const Translator& t, const Review& review) {
    if (review.endorsement.statement.act == Act::none) return;
    const html::Fields fields{t, review.problems};
    const std::string path = review_path(t.locale(), review.endorsement.id) + "/document";
    Out body;
    if (review.document) {
        const std::int64_t kilobytes = std::max<std::int64_t>(1, review.document->bytes / 1'000);
        html::write<R"(<p><a href="{}">{}</a> {}</p><form method="post" action="{}/removal">{}</form>)">(
            body, path, review.document->name,
            t("{size} kB, by {name}, {date}", {{"size", t.number(kilobytes)},
                                               {"name", review.document->added_by},
                                               {"date", t.date_time(review.document->added_at)}}),
            path, fields.button({.label = t("Remove the document"), .kind = html::ButtonKind::text}));
    }
    html::write<R"(<form class="form" method="post" action="{}" enctype="multipart/form-data" novalidate>{}{}</form>)">(
        body, path,
        fields.file(
            {.name = "file",
             .label = review.document ? t("Another document in its place") : t("The document as it was received"),
             .accept = "application/pdf,image/jpeg,image/png",
             .hint = t("PDF, JPEG or PNG, at most 25 megabytes. It is public as soon as the act is shown.")}),
        fields.button({.label = t("Add the document"), .kind = html::ButtonKind::quiet, .icon = "upload"}));
    out.append(ports::panel({t("Document")}, std::move(body).finish()));
}

}  // namespace

html::SafeHtml list(const Translator& t, const List& list) {
    Out out;
    out.append(ports::staff_head(
        t,
        {.title = t("Endorsements"),
         .lead = t("Officials, candidates, organisations and municipalities. Nothing is shown before somebody looked "
                   "at it."),
         .above = way_to(t, list)}));
    write_filter(out, t, list);
    if (list.endorsements.empty()) {
        out.append(list.state
                       ? ports::empty_state({"landmark", t("None in this state"), t("Choose another one above.")})
                       : ports::empty_state({"landmark", t("No endorsement yet"),
                                             t("The public page leads to four forms. What comes in by them waits "
                                               "here.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Endorsements"), t("Name"), t("Kind"), t("State"), t("Sent"));
    for (const Endorsement& each : list.endorsements) write_row(out, t, each);
    html::write<"</tbody></table></div>">(out);
    write_pager(out, t, list);
    return std::move(out).finish();
}

html::SafeHtml review(const Translator& t, const Review& review) {
    const html::Fields fields{t, review.problems};
    Out out;
    out.append(ports::staff_head(t, {.title = shown_name(t, review.endorsement),
                                     .lead = review.petition.title,
                                     .actions = ports::badge(badge_of(t, review.endorsement.state)),
                                     .above = {{t("Endorsements"), list_path(t.locale(), review.petition.slug)}}}));
    out.append(fields.error_summary());
    out.append(ports::panel({t("What was stated")}, facts(t, review.endorsement)));
    write_document(out, t, review);
    for (const Way& way : ways(t)) {
        if (!is_possible(review.endorsement.state, way.decision)) continue;
        Out body;
        write_way(body, t, review, way);
        out.append(ports::panel({way.label}, std::move(body).finish()));
    }
    return std::move(out).finish();
}

std::string list_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/staff/petitions/{}/endorsements", base::code(locale), slug);
}

std::string review_path(base::Locale locale, EndorsementId id) {
    return fmt::format("/{}/staff/endorsements/{}", base::code(locale), id.value);
}

}  // namespace endorsements::staff_pages
