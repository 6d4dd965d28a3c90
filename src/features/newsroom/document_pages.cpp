#include "features/newsroom/document_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/newsroom/staff_pages_parts.h"

namespace newsroom::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

const store::Document* document_at(const DocumentList& list, const std::string& path) {
    const auto found = std::ranges::find(list.documents, path, &store::Document::path);
    return found == list.documents.end() ? nullptr : &*found;
}

std::string label_of(const Translator& t, const Attachment& attachment) {
    const auto& own = attachment.label(t.locale());
    return own.empty() ? attachment.label(base::other(t.locale())) : own;
}

void write_attachment(Out& out, const Translator& t, const DocumentList& list, const Attachment& attachment) {
    const auto* const document = document_at(list, attachment.address);
    html::write<R"(<li class="attached"><div class="attached__words"><a class="attached__link" href="{}">{}</a>)">(
        out, attachment.address, label_of(t, attachment));
    html::write<R"(<span class="attached__facts">{}</span></div>)">(
        out, document ? pages::kind_and_size(t, *document) : t("A link"));
    if (list.may_change)
        out.append(ports::act(t, {.path = documents_path(t.locale(), list.item.id) + "/removal",
                                  .label = t("Take “{name}” away", {{"name", label_of(t, attachment)}}),
                                  .kind = html::ButtonKind::text,
                                  .above = html::hidden({"address", attachment.address})}));
    html::write<"</li>">(out);
}

void write_attachments(Out& out, const Translator& t, const DocumentList& list) {
    if (list.attachments.empty()) {
        out.append(ports::empty_state({"file-text", t("No document yet"),
                                       t("A brief, a table, a poster to print: readers find it beside the text.")}));
        return;
    }
    html::write<R"(<ul class="attached-list">)">(out);
    for (const Attachment& attachment : list.attachments) write_attachment(out, t, list, attachment);
    html::write<R"(</ul><p>{} <a href="{}">{}</a></p>)">(
        out, t("Their order, their names, and links to documents elsewhere are changed where the item is written."),
        item_path(t.locale(), list.item.id), t("Write"));
}

SafeHtml upload_form(const Translator& t, const DocumentList& list) {
    const html::Fields fields{t, list.problems};
    const auto name = [&](std::string field, std::string label, std::string value) {
        return fields.text({.name = std::move(field),
                            .label = std::move(label),
                            .value = std::move(value),
                            .required = html::Required::no,
                            .max_length = 200});
    };
    return html::render<
        R"(<form class="form" method="post" action="{}" enctype="multipart/form-data" novalidate>{}{}{}{}</form>)">(
        documents_path(t.locale(), list.item.id),
        fields.file(
            {.name = "file",
             .label = t("File"),
             .accept = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt",
             .hint = t("PDF, Word, Excel, PowerPoint, OpenDocument, CSV or plain text, up to 25 megabytes. What "
                       "the file says about its author goes along with it.")}),
        name("label_en", t("What it is, in English"), list.label_en),
        name("label_fr", t("What it is, in French"), list.label_fr),
        fields.button({.label = t("Attach the document"), .icon = "plus"}));
}

}  // namespace

std::string documents_path(base::Locale locale, ItemId item) { return item_path(locale, item) + "/documents"; }

SafeHtml documents(const Translator& t, const DocumentList& list) {
    Out out;
    out.append(
        ports::staff_head(t, {.title = t("Documents"),
                              .lead = list.item.stage == Stage::published
                                          ? t("The item is public: what is attached here can be taken away at once.")
                                          : t("Nobody but staff can take them away before the item is public."),
                              .actions = ports::badge(stage_badge(t, list.item.stage)),
                              .above = crumbs(t, list.item.id, list.title)}));
    out.append(tabs(t, list.item.id, ItemTab::documents));
    out.append(html::Fields{t, list.problems}.error_summary());
    write_attachments(out, t, list);
    if (list.may_change)
        out.append(ports::panel({t("One more document")}, upload_form(t, list)));
    else
        html::write<"<p>{}</p>">(out, t("Those who may publish change the documents of a public item."));
    return std::move(out).finish();
}

}  // namespace newsroom::staff_pages

namespace newsroom::pages {

std::string kind_and_size(const i18n::Translator& t, const store::Document& document) {
    constexpr double kKilobyte = 1'000, kMegabyte = 1'000'000;
    const auto bytes = static_cast<double>(document.size);
    const auto size =
        bytes < kMegabyte
            ? t("{size} kB",
                {{"size", t.number(std::max<std::int64_t>(1, static_cast<std::int64_t>(bytes / kKilobyte)))}})
            : t("{size} MB", {{"size", t.number(bytes / kMegabyte, {1})}});
    return fmt::format("{}, {}", name_of(document.type), size);
}

}  // namespace newsroom::pages
