// What staff_pages.h declares about revisions.
#include <fmt/format.h>

#include "features/newsroom/staff_pages.h"
#include "features/newsroom/staff_pages_parts.h"
#include "platform/html/difference.h"

namespace newsroom::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string field_label(const Translator& t, std::string_view field) {
    if (field == "title") return t("Title");
    if (field == "teaser") return t("Teaser");
    if (field == "body") return t("Text");
    if (field == "quotation") return t("Quotation");
    return field == "quoted_name" ? t("Whose words") : t("Office");
}

bool has_changed(const std::vector<base::Piece>& pieces) {
    return std::ranges::any_of(pieces, [](const base::Piece& piece) { return piece.kind != base::PieceKind::same; });
}

void write_difference(Out& out, const Translator& t, const RevisionPage& page, const FieldDifference& difference) {
    Out body;
    html::write<R"(<div class="difference" lang="{}">)">(body, base::code(page.revision.locale));
    body.append(html::difference(t, difference.pieces));
    html::write<"</div>">(body);
    SafeHtml unchanged;
    if (page.before && !has_changed(difference.pieces)) unchanged = ports::badge({"neutral", t("unchanged")});
    out.append(ports::panel({field_label(t, difference.field), unchanged}, std::move(body).finish()));
}

void write_column(Out& out, const Translator& t, const History& history, base::Locale locale) {
    const auto& revisions = locale == base::Locale::english ? history.english : history.french;
    const auto text = std::ranges::find(history.texts, locale, &TextState::locale);
    html::write<R"(<section class="stack"><h2 class="editor__title">{}</h2>)">(out, i18n::own_name(locale));
    if (revisions.empty()) html::write<"<p>{}</p>">(out, t("Nothing written yet."));
    html::write<R"(<ol class="stack" reversed>)">(out);
    for (const Revision& each : revisions) {
        const bool is_public = text != history.texts.end() && text->shown == each.id;
        html::write<R"(<li><a href="{}/revisions/{}">{}</a> {} {}</li>)">(
            out, item_path(t.locale(), history.item.id), each.id.value,
            t("Revision {number}", {{"number", each.number}}),
            t("{time}, by {name}", {{"time", t.date_time(each.written_at)}, {"name", each.written_by}}),
            is_public ? ports::badge({"success", t("public")}) : SafeHtml{});
    }
    html::write<"</ol></section>">(out);
}

std::string lead(const Translator& t, const RevisionPage& page) {
    if (!page.before) return t("The first words. Nothing came before.");
    return t("What changed since revision {number}: words that were taken out are struck through, new ones underlined.",
             {{"number", page.before->number}});
}

}  // namespace

SafeHtml history(const Translator& t, const History& history) {
    Out out;
    out.append(ports::staff_head(t, {.title = t("Revisions"),
                                     .lead = t("Every saved state of both languages. None is ever lost."),
                                     .above = crumbs(t, history.item.id, history.title)}));
    out.append(tabs(t, history.item.id, ItemTab::revisions));
    html::write<R"(<div class="editor__languages">)">(out);
    for (const base::Locale locale : base::kLocales) write_column(out, t, history, locale);
    html::write<"</div>">(out);
    return std::move(out).finish();
}

SafeHtml revision(const Translator& t, const RevisionPage& page) {
    const auto path = item_path(t.locale(), page.item.id);
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Revision {number}", {{"number", page.revision.number}}),
            .lead = lead(t, page),
            .actions = ports::badge({"neutral", std::string{i18n::own_name(page.revision.locale)}}),
            .above = {{t("News"), list_path(t.locale())}, {page.title, path}, {t("Revisions"), path + "/revisions"}}}));
    html::write<"<p>{}</p>">(out, t("{time}, by {name}", {{"time", t.date_time(page.revision.written_at)},
                                                          {"name", page.revision.written_by}}));
    if (page.revision.restored_from)
        html::write<"<p>{}</p>">(out,
                                 t("Taken back from revision {number}.", {{"number", *page.revision.restored_from}}));
    for (const auto& difference : page.differences) write_difference(out, t, page, difference);
    if (!page.is_newest)
        out.append(ports::act(t, {.path = fmt::format("{}/revisions/{}/restoration", path, page.revision.id.value),
                                  .label = t("Take these words back"),
                                  .kind = html::ButtonKind::primary}));
    return std::move(out).finish();
}

}  // namespace newsroom::staff_pages
