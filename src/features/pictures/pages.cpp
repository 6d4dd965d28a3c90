#include "features/pictures/pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/http/percent.h"
#include "ports/paging.h"
#include "ports/staff_pages.h"

namespace pictures::pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

constexpr auto kTaken = "image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,.heic,.heif,.avif";

std::string name_of(const Translator& t, const Words& words) {
    const auto& own = t.locale() == base::Locale::english ? words.alt_en : words.alt_fr;
    const auto& other = t.locale() == base::Locale::english ? words.alt_fr : words.alt_en;
    if (!own.empty()) return own;
    return other.empty() ? t("Decoration") : other;
}

ports::Badge state_badge(const Translator& t, const Record& record) {
    if (record.is_waiting()) return {"information", t("Being prepared")};
    if (record.reason != Reason::none) return {"danger", t("Not taken")};
    const bool lacks_words = record.words.alt_en.empty() || record.words.alt_fr.empty();
    if (lacks_words && !record.words.is_decoration) return {"warning", t("A description is missing")};
    return {"success", t("Ready")};
}

void write_thumbnail(Out& out, const Translator& t, const Listed& listed) {
    if (listed.picture.jpeg.empty())
        return write<R"(<span class="picture-card__waiting">{} {}</span>)">(
            out, html::icon(listed.record.is_waiting() ? "clock" : "alert"), state_badge(t, listed.record).label);
    write<R"(<img class="picture-card__image" src="{}" alt="" width="{}" height="{}" loading="lazy">)">(
        out, listed.picture.jpeg.front().path, listed.picture.width, listed.picture.height);
}

void write_card(Out& out, const Translator& t, const Library& library, const Listed& listed) {
    const auto& record = listed.record;
    write<
        R"(<li class="picture-card"><a class="picture-card__link" href="{}">{}<span class="picture-card__name">{}</span></a><p class="picture-card__about">{}</p>)">(
        out, picture_path(t.locale(), record.id), [&](Out& thumbnail) { write_thumbnail(thumbnail, t, listed); },
        name_of(t, record.words), ports::badge(state_badge(t, record)));
    if (!library.way.back.empty() && record.state != PictureState::refused)
        write<
            R"(<p class="picture-card__act"><a class="button button--primary button--small" href="{}">{}<span class="visually-hidden"> {}</span></a></p>)">(
            out, path_back(library.way, record.id), t("Use this one"), name_of(t, record.words));
    write<"</li>">(out);
}

// The fields about a picture, in the form for a new one and on its own page.
void write_words_fields(Out& out, const Translator& t, const html::Fields& fields, const Words& typed) {
    const auto line = [&](std::string name, std::string label, const std::string& value, std::string hint) {
        return fields.text({.name = std::move(name),
                            .label = std::move(label),
                            .value = value,
                            .required = html::Required::no,
                            .hint = std::move(hint),
                            .max_length = 300});
    };
    write<"{}{}{}{}{}">(
        out,
        line("alt_en", t("What it shows, in English"), typed.alt_en,
             t("For those who cannot see it: “Five librarians hold a banner in front of the town hall.”")),
        line("alt_fr", t("What it shows, in French"), typed.alt_fr, ""),
        fields.checkbox({.name = "decoration",
                         .label = t("Decoration only: nothing is lost by those who cannot see it"),
                         .checked = typed.is_decoration ? html::Checked::yes : html::Checked::no}),
        line("credit", t("Credit, shown below the picture"), typed.credit, t("“Photo: Noor Haddad”")),
        line("source", t("Where it is from, for staff"), typed.source, ""));
}

SafeHtml file_field(const Translator& t, const html::Fields& fields) {
    return fields.file({.name = "file",
                        .label = t("Picture"),
                        .accept = kTaken,
                        .hint = t("JPEG, PNG, WebP, HEIC or AVIF, at most 30 megabytes. Where and when it was taken is "
                                  "removed.")});
}

void write_upload(Out& out, const Translator& t, const Library& library) {
    const html::Fields fields{t, library.problems};
    const auto form = html::render<
        R"(<form class="form" method="post" action="{}" enctype="multipart/form-data" novalidate>{}{}{}{}{}{}</form>)">(
        list_path(t.locale()), fields.error_summary(), html::hidden({"back", library.way.back}),
        html::hidden({"field", library.way.field}), file_field(t, fields),
        [&](Out& words) { write_words_fields(words, t, fields, library.typed); },
        fields.button({.label = t("Upload the picture"), .icon = "upload"}));
    out.append(ports::panel({t("A new picture")}, form));
}

void write_search(Out& out, const Translator& t, const Library& library) {
    write<
        R"(<form class="toolbar" method="get" action="{}" role="search"><div class="toolbar__field toolbar__field--grow"><label class="toolbar__label" for="q">{}</label><input class="field__input" id="q" name="q" type="search" value="{}"></div>)">(
        out, list_path(t.locale()), t("Search in descriptions, credits and sources"), library.search);
    if (!library.way.back.empty())
        write<"{}{}">(out, html::hidden({"back", library.way.back}), html::hidden({"field", library.way.field}));
    write<R"(<button class="button button--quiet" type="submit">{} {}</button></form>)">(out, html::icon("search"),
                                                                                         t("Search"));
}

std::string older_path(const Translator& t, const Library& library) {
    auto path = fmt::format("{}?before={}&q={}", list_path(t.locale()), library.pictures.back().record.id.value,
                            http::percent_encode(library.search));
    if (!library.way.back.empty())
        path += fmt::format("&back={}&field={}", http::percent_encode(library.way.back), library.way.field);
    return path;
}

void write_pictures(Out& out, const Translator& t, const Library& library) {
    if (library.pictures.empty())
        return out.append(ports::empty_state(
            {"image", library.search.empty() ? t("No picture yet") : t("No picture found"),
             library.search.empty() ? t("Upload the first one below. You can then use it on hubs and in news.")
                                    : t("Try other words, or upload a new picture below.")}));
    write<R"(<ul class="picture-grid">)">(out);
    for (const auto& listed : library.pictures) write_card(out, t, library, listed);
    write<"</ul>">(out);
    if (library.has_older) out.append(ports::next_page(t, {older_path(t, library), t("Older")}));
}

bool any_waits(const Library& library) {
    return std::ranges::any_of(library.pictures, [](const Listed& listed) { return listed.record.is_waiting(); });
}

// Of the detail page.

void write_state(Out& out, const Translator& t, const Record& record) {
    if (record.reason != Reason::none)
        write<R"(<div class="notice notice--danger">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("alert"), t(message_of(record.reason)));
    if (record.is_waiting())
        write<
            R"(<div class="notice notice--information" data-waiting>{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("clock"), t("The picture is being prepared. Open this page again in a moment."));
}

void write_shown(Out& out, const Translator& t, const Detail& detail) {
    const auto figure = ports::picture_figure(t, detail.picture, {.display_width = "(min-width: 60rem) 44rem, 100vw"});
    if (figure.empty()) return;
    write<R"(<div class="picture-detail">{}<dl class="facts">)">(out, figure);
    const auto fact = [&](const std::string& term, const std::string& value) {
        write<R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div>)">(
            out, term, value);
    };
    fact(t("Size"), t("{width} × {height} pixels",
                      {{"width", t.number(detail.picture.width)}, {"height", t.number(detail.picture.height)}}));
    fact(t("Uploaded"),
         t("{time}, by {name}", {{"time", t.date_time(detail.record.created_at)}, {"name", detail.record.created_by}}));
    write<
        R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value"><code>![{}](/pictures/{})</code></dd></div></dl></div>)">(
        out, t("In a text (Markdown)"), name_of(t, detail.record.words), detail.record.id.value);
}

void write_uses(Out& out, const Detail& detail) {
    write<R"(<ul class="stack">)">(out);
    for (const auto& use : detail.uses) write<R"(<li><a href="{}">{}</a></li>)">(out, use.path, use.label);
    write<"</ul>">(out);
}

void write_words(Out& out, const Translator& t, const Detail& detail) {
    const html::Fields fields{t, detail.problems};
    out.append(ports::panel({t("Words")},
                            html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}</form>)">(
                                picture_path(t.locale(), detail.record.id),
                                [&](Out& words) { write_words_fields(words, t, fields, detail.typed); },
                                fields.button({.label = t("Save the words")}))));
}

void write_crop(Out& out, const Translator& t, const Detail& detail) {
    if (detail.record.master.empty()) return;
    const html::Fields fields{t, detail.problems};
    const auto number = [&](std::string name, std::string label, const std::string& value) {
        return fields.text({.name = std::move(name),
                            .label = std::move(label),
                            .value = value,
                            .size = html::FieldSize::small,
                            .max_length = 6});
    };
    const auto path = picture_path(t.locale(), detail.record.id);
    const auto form = html::render<
        R"(<form class="form" method="post" action="{}/crop" novalidate data-crop><p>{}</p><p class="crop"><img class="crop__image" src="{}/whole" alt="{}" loading="lazy"></p>{}{}{}</form>)">(
        path, t("The part that is shown, in percent of the whole picture. With a pointer you can also draw it."), path,
        t("The whole picture"),
        html::field_pair(number("left", t("From the left"), detail.crop.left),
                         number("top", t("From the top"), detail.crop.top)),
        html::field_pair(number("width", t("Width"), detail.crop.width),
                         number("height", t("Height"), detail.crop.height)),
        fields.button({.label = t("Show this part"), .kind = html::ButtonKind::quiet}));
    out.append(ports::panel({t("Crop")}, form));
}

void write_replacement(Out& out, const Translator& t, const Detail& detail) {
    const html::Fields fields{t, detail.problems};
    out.append(ports::panel(
        {t("Another file in its place")},
        html::render<
            R"(<form class="form" method="post" action="{}/file" enctype="multipart/form-data" novalidate>{}{}</form>)">(
            picture_path(t.locale(), detail.record.id), file_field(t, fields),
            fields.button({.label = t("Replace the picture"), .kind = html::ButtonKind::quiet, .icon = "upload"}))));
}

void write_removal(Out& out, const Translator& t, const Detail& detail) {
    const html::Fields fields{t, detail.problems};
    const bool is_used = !detail.uses.empty();
    write<
        R"(<section class="panel panel--danger"><header class="panel__head"><h2 class="panel__title">{}</h2></header><div class="panel__body"><form class="form" method="post" action="{}/removal" novalidate><p>{}</p>{}{}{}</form></div></section>)">(
        out, t("Remove this picture"), picture_path(t.locale(), detail.record.id),
        is_used ? t("It is shown here:") : t("No page that we know of shows it. Its files go at once."),
        [&](Out& uses) {
            if (is_used) write_uses(uses, detail);
        },
        is_used ? fields.checkbox({.name = "although_used", .label = t("Remove it although it is shown")}) : SafeHtml{},
        fields.button({.label = t("Remove the picture"), .kind = html::ButtonKind::danger, .icon = "trash"}));
}

}  // namespace

SafeHtml library(const Translator& t, const Library& library) {
    Out out;
    const bool is_choosing = !library.way.back.empty();
    out.append(ports::staff_head(
        t, {.title = t("Pictures"),
            .lead = is_choosing ? t("Choose a picture, or upload a new one at the end of this page.")
                                : t("Pictures for hubs, pages and news, each with its description and its credit."),
            .actions = is_choosing ? ports::button_link({library.way.back, t("Back without choosing"), "arrow-left"})
                                   : SafeHtml{}}));
    if (!library.problems.empty()) write_upload(out, t, library);
    write_search(out, t, library);
    write<R"(<div{}>)">(out, html::attribute_if(any_waits(library), "data-waiting"));
    write_pictures(out, t, library);
    write<"</div>">(out);
    if (library.problems.empty()) write_upload(out, t, library);
    return std::move(out).finish();
}

SafeHtml detail(const Translator& t, const Detail& detail) {
    const html::Fields fields{t, detail.problems};
    Out out;
    out.append(ports::staff_head(t, {.title = t("Picture"),
                                     .lead = name_of(t, detail.record.words),
                                     .above = {{t("Pictures"), list_path(t.locale())}}}));
    out.append(fields.error_summary());
    write_state(out, t, detail.record);
    write_shown(out, t, detail);
    write_words(out, t, detail);
    write_crop(out, t, detail);
    write_replacement(out, t, detail);
    write_removal(out, t, detail);
    return std::move(out).finish();
}

std::string list_path(base::Locale locale) { return fmt::format("/{}/staff/pictures", base::code(locale)); }

std::string picture_path(base::Locale locale, PictureId picture) {
    return fmt::format("{}/{}", list_path(locale), picture.value);
}

std::string path_back(const ports::WayBack& way, PictureId chosen) {
    const char separator = way.back.find('?') == std::string::npos ? '?' : '&';
    return fmt::format("{}{}{}={}", way.back, separator, way.field, chosen.value);
}

}  // namespace pictures::pages
