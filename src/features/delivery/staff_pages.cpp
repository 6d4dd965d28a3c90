#include "features/delivery/staff_pages.h"

#include <array>

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/delivery/pages.h"
#include "features/delivery/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace delivery::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string staff_petition_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/staff/petitions/{}", base::code(locale), slug);
}

std::string record_path(const Translator& t, const ports::PetitionFacts& petition, DeliveryId id) {
    return room_path(t.locale(), petition.slug, fmt::format("records/{}", id.value));
}

void write_records(Out& out, const Translator& t, const Overview& view) {
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="records" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="records">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Deliveries"), t("To"), t("When"), t("Response"), t("State"));
    for (const Record& record : view.records) {
        const auto state =
            record.published_at ? ports::badge({"success", t("public")}) : ports::badge({"warning", t("draft")});
        const auto& response = record.words.response_on;
        html::write<
            R"(<tr><th scope="row" data-label="{}"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, t("To"), record_path(t, view.petition, record.id), record.words.recipient, t("When"),
            pages::date_of(t, record.words.delivered_on), t("Response"),
            response ? pages::date_of(t, *response) : t("none so far"), t("State"), state);
    }
    html::write<"</tbody></table></div>">(out);
}

// "PDF, English and French, letter, 4 pages, 48,213 names"
std::string description(const Translator& t, const OrderedDocument& document) {
    std::vector<std::string> languages;
    for (const auto locale : document.order.languages) languages.emplace_back(i18n::own_name(locale));
    std::string text = document.order.kind == DocumentKind::pdf ? "PDF" : "CSV";
    text += ", " + t.list(languages);
    if (document.state != DocumentState::made) return text;
    if (document.pages > 0) text += ", " + t.plural("{count} page", "{count} pages", document.pages);
    return text + ", " + t.plural("{count} name", "{count} names", document.names);
}

SafeHtml document_state(const Translator& t, const Overview& view, const OrderedDocument& document) {
    if (document.state == DocumentState::ordered)
        return ports::badge({"information", t("being made: reload in a moment")});
    if (document.state == DocumentState::given_up) return ports::badge({"danger", t("could not be made")});
    return ports::button_link(
        {room_path(t.locale(), view.petition.slug, fmt::format("documents/{}", document.id.value)), t("Download"),
         "download"});
}

void write_documents(Out& out, const Translator& t, const Overview& view) {
    if (view.documents.empty()) return;
    html::write<R"(<ul class="attached-list">)">(out);
    for (const OrderedDocument& document : view.documents)
        html::write<
            R"(<li class="attached"><div class="attached__words"><b>{}</b><span class="attached__facts">{}</span></div>{}</li>)">(
            out, description(t, document),
            t("Ordered by {name}, {date}", {{"name", document.ordered_by}, {"date", t.date_time(document.ordered_at)}}),
            document_state(t, view, document));
    html::write<R"(</ul><p class="field__hint">{}</p>)">(
        out, t("Documents go again after 30 days, with the names in them. Order a new one at any time."));
}

SafeHtml order_form(const Translator& t, const Overview& view) {
    const html::Fields fields{t, view.problems};
    const auto select = [&](std::string name, std::string label, std::vector<html::Choice> choices,
                            const std::string& value) {
        return fields.select(
            {.name = std::move(name), .label = std::move(label), .choices = std::move(choices), .value = value});
    };
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}{}</form>)">(
        room_path(t.locale(), view.petition.slug, "documents"), fields.error_summary(),
        fields.text({.name = "recipient",
                     .label = t("Delivered to"),
                     .value = view.typed.recipient,
                     .required = html::Required::no,
                     .hint = t("Stands on the cover: “The Honourable …, Minister of Finance”."),
                     .max_length = 200}),
        select("languages", t("Language"),
               {{"en", t("English")},
                {"fr", t("French")},
                {"en,fr", t("English, then French")},
                {"fr,en", t("French, then English")}},
               view.typed.languages),
        html::field_pair(
            select("kind", t("File"), {{"pdf", t("PDF, to hand over")}, {"csv", t("CSV, for spreadsheets")}},
                   view.typed.kind),
            select("paper", t("Paper"), {{"letter", t("Letter")}, {"a4", "A4"}}, view.typed.paper)),
        select("names", t("Names of those who agreed to be shown"),
               {{"name", t("in the order of names")}, {"place", t("in the order of places")}, {"none", t("left out")}},
               view.typed.names),
        html::render<R"(<p class="field__hint">{}</p>)">(t("Who orders it, and when, is kept on record.")),
        fields.button({.label = t("Make the document"), .icon = "file-text"}));
}

SafeHtml words_fields(const Translator& t, const html::Fields& fields, const RecordEditor& view) {
    const auto& typed = view.editor.typed;
    const auto area = [&](std::string name, std::string label) {
        const SafeHtml field = fields.text_area({.name = name,
                                                 .label = std::move(label),
                                                 .value = ports::text_of(typed, name),
                                                 .required = html::Required::no,
                                                 .rows = 5,
                                                 .max_length = 5'000});
        return ports::with_theirs(t, field, {name, view.editor.conflicts});
    };
    return html::render<"{}{}">(area("words_en", t("How it went, in English")),
                                area("words_fr", t("How it went, in French")));
}

SafeHtml response_fields(const Translator& t, const html::Fields& fields, const RecordEditor& view) {
    const auto& typed = view.editor.typed;
    const auto area = [&](std::string name, std::string label) {
        const SafeHtml field = fields.text_area({.name = name,
                                                 .label = std::move(label),
                                                 .value = ports::text_of(typed, name),
                                                 .required = html::Required::no,
                                                 .rows = 5,
                                                 .max_length = 10'000});
        return ports::with_theirs(t, field, {name, view.editor.conflicts});
    };
    const SafeHtml day = fields.text({.name = "response_on",
                                      .label = t("Day of the response"),
                                      .value = ports::text_of(typed, "response_on"),
                                      .required = html::Required::no,
                                      .hint = "2026-11-30",
                                      .size = html::FieldSize::small});
    return html::render<"{}{}{}">(ports::with_theirs(t, day, {"response_on", view.editor.conflicts}),
                                  area("response_en", t("The response, in English")),
                                  area("response_fr", t("The response, in French")));
}

SafeHtml who_fields(const Translator& t, const html::Fields& fields, const RecordEditor& view) {
    const auto& typed = view.editor.typed;
    const auto line = [&](std::string name, std::string label, html::Required required) {
        const SafeHtml field = fields.text({.name = name,
                                            .label = std::move(label),
                                            .value = ports::text_of(typed, name),
                                            .required = required,
                                            .max_length = 200});
        return ports::with_theirs(t, field, {name, view.editor.conflicts});
    };
    const SafeHtml day = fields.text({.name = "delivered_on",
                                      .label = t("Day"),
                                      .value = ports::text_of(typed, "delivered_on"),
                                      .hint = "2026-11-30",
                                      .size = html::FieldSize::small});
    return html::render<"{}{}{}{}">(line("recipient", t("Who received it"), html::Required::yes),
                                    line("office", t("Office"), html::Required::no),
                                    ports::with_theirs(t, day, {"delivered_on", view.editor.conflicts}),
                                    line("place", t("Place"), html::Required::no));
}

void write_record_form(Out& out, const Translator& t, const RecordEditor& view) {
    const html::Fields fields{t, view.editor.problems};
    const auto path = room_path(t.locale(), view.petition.slug,
                                view.record ? fmt::format("records/{}", view.record->id.value) : "records/new");
    const ports::PictureId picture{base::whole_number(ports::text_of(view.editor.typed, "picture")).value_or(0)};
    html::write<
        R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}{}<div class="form__actions">{}</div></form>)">(
        out, path, fields.error_summary(), ports::conflict_notice(t, view.editor.conflicts, view.editor.saving),
        html::hidden({ports::kSeenField, view.editor.seen}), who_fields(t, fields, view), words_fields(t, fields, view),
        ports::picture_field(t, view.editor.problems, {.label = t("Picture"), .value = picture}, view.pictures),
        response_fields(t, fields, view), fields.button({.label = view.record ? t("Save") : t("Record the delivery")}));
}

void write_record_state(Out& out, const Translator& t, const RecordEditor& view) {
    const auto& record = *view.record;
    const auto path = record_path(t, view.petition, record.id);
    const auto body = [&](Out& into) {
        html::write<"<p>{}</p>">(into, t("The figures stay those of {date}, when this was recorded.",
                                         {{"date", t.date_time(record.counted_at)}}));
        html::write<R"(<dl class="facts">)">(into);
        for (const auto& [signer_class, count] : record.counts)
            html::write<
                R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div>)">(
                into, class_name(t, signer_class), t.number(count));
        html::write<
            R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div></dl>)">(
            into, t("On paper, by hand"), t.number(record.on_paper));
        if (view.may_publish == May::no) return;
        if (record.published_at)
            into.append(ports::act(t, {path + "/withdrawal", t("Take it off the public page")}));
        else
            into.append(ports::act(t, {path + "/publication", t("Publish"), html::ButtonKind::primary}));
    };
    const auto badge =
        record.published_at ? ports::badge({"success", t("public")}) : ports::badge({"warning", t("draft")});
    out.append(ports::panel({t("State"), badge}, html::render<"{}">(body)));
}

void write_response_file(Out& out, const Translator& t, const RecordEditor& view) {
    if (view.may_publish == May::no) return;
    const html::Fields fields{t, view.editor.problems};
    const auto path = record_path(t, view.petition, view.record->id) + "/response";
    const auto body = html::render<
        R"(<p>{}</p><form class="form" method="post" action="{}" enctype="multipart/form-data" novalidate>{}{}</form>)">(
        view.record->response_file.file.empty() ? t("No document so far.")
                                                : t("There is a document. A new one takes its place."),
        path,
        fields.file({.name = "file",
                     .label = t("File"),
                     .accept = ".pdf,.jpg,.jpeg,.png",
                     .hint = t("PDF, JPEG or PNG, up to 25 megabytes. Public as soon as the delivery is.")}),
        fields.button({.label = t("Attach the response"), .kind = html::ButtonKind::quiet, .icon = "upload"}));
    out.append(ports::panel({t("The response as it came")}, body));
}

}  // namespace

std::string room_path(base::Locale locale, std::string_view slug, std::string_view below) {
    return fmt::format("{}/delivery{}{}", staff_petition_path(locale, slug), below.empty() ? "" : "/", below);
}

SafeHtml tabs(const Translator& t, const ports::PetitionFacts& petition, Tab current) {
    struct Entry {
        Tab tab;
        std::string label, below;
    };
    const std::array entries{Entry{Tab::deliveries, t("Deliveries"), ""}, Entry{Tab::paper, t("On paper"), "paper"},
                             Entry{Tab::parliaments, t("Parliaments"), "parliaments"}};
    Out out;
    html::write<R"(<nav class="tabs" aria-label="{}"><ul class="tabs__list">)">(out, t("Delivery"));
    for (const auto& [tab, label, below] : entries) {
        if (tab == current)
            html::write<R"(<li><a class="tabs__link" href="{}" aria-current="page">{}</a></li>)">(
                out, room_path(t.locale(), petition.slug, below), label);
        else
            html::write<R"(<li><a class="tabs__link" href="{}">{}</a></li>)">(
                out, room_path(t.locale(), petition.slug, below), label);
    }
    html::write<"</ul></nav>">(out);
    return std::move(out).finish();
}

std::vector<ports::Crumb> crumbs(const Translator& t, const ports::PetitionFacts& petition, Tab tab) {
    std::vector<ports::Crumb> crumbs{{t("Petitions"), fmt::format("/{}/staff/petitions", base::code(t.locale()))},
                                     {petition.title, staff_petition_path(t.locale(), petition.slug)}};
    if (tab == Tab::paper) crumbs.push_back({t("On paper"), room_path(t.locale(), petition.slug, "paper")});
    if (tab == Tab::parliaments)
        crumbs.push_back({t("Parliaments"), room_path(t.locale(), petition.slug, "parliaments")});
    if (tab == Tab::deliveries) crumbs.push_back({t("Delivery"), room_path(t.locale(), petition.slug)});
    return crumbs;
}

SafeHtml overview(const Translator& t, const Overview& view) {
    const auto new_path = room_path(t.locale(), view.petition.slug, "records/new");
    auto above = crumbs(t, view.petition, Tab::deliveries);
    above.pop_back();
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Delivery"),
            .lead = t("Make the document, hand it over, and tell everybody what came of it."),
            .actions = html::render<"{}{}">(ports::button_link({new_path, t("Record a delivery"), "plus", "primary"}),
                                            ports::button_link({pages::delivery_path(t.locale(), view.petition.slug),
                                                                t("Public page"), "external"})),
            .above = std::move(above)}));
    out.append(tabs(t, view.petition, Tab::deliveries));
    if (view.records.empty())
        out.append(ports::empty_state(
            {"handshake", t("Nothing delivered yet"),
             t("Who received the signatures, when, and what they answered: it stands on the petition’s page.")}));
    else
        write_records(out, t, view);
    if (view.may_export == May::yes) {
        const auto body = [&](Out& into) {
            write_documents(into, t, view);
            into.append(order_form(t, view));
        };
        html::write<R"(<div id="documents">{}</div>)">(
            out, ports::panel({t("Documents to hand over")}, html::render<"{}">(body)));
    }
    return std::move(out).finish();
}

SafeHtml record(const Translator& t, const RecordEditor& view) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = view.record ? t("To {recipient}", {{"recipient", view.record->words.recipient}})
                                 : t("Record a delivery"),
            .lead = t("The figures of this moment go along: they are counted by class, and never added up."),
            .above = crumbs(t, view.petition, Tab::deliveries)}));
    if (view.record) write_record_state(out, t, view);
    write_record_form(out, t, view);
    if (view.record) write_response_file(out, t, view);
    return std::move(out).finish();
}

}  // namespace delivery::staff_pages
