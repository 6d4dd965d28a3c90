#include "features/mosaic/pages.h"

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "ports/paging.h"

namespace mosaic::pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

std::string own(const Translator& t, const std::string& path) {
    return fmt::format("/{}/{}", base::code(t.locale()), path);
}

// "12" and "people in one picture", the figure large.
void write_count(Out& out, const Translator& t, const Mosaic& mosaic) {
    write<
        R"(<p class="mosaic-count"><span class="mosaic-count__figure" data-counts-up="{}">{}</span> <span class="mosaic-count__label">{}</span></p>)">(
        out, mosaic.placed, t.number(mosaic.placed),
        t.plural("person in one picture", "people in one picture", mosaic.placed));
}

struct Tool {
    std::string_view act, icon;
    std::string label;
};

// The buttons of the viewer: the script shows them where it works.
void write_tools(Out& out, const Translator& t) {
    const Tool tools[] = {{"in", "plus", t("Zoom in")},
                          {"out", "minus", t("Zoom out")},
                          {"whole", "image", t("The whole picture")},
                          {"full", "maximize", t("Fill the screen")}};
    write<R"(<div class="mosaic__tools" role="group" aria-label="{}" data-mosaic-tools hidden>)">(out,
                                                                                                  t("Look closely"));
    for (const auto& tool : tools)
        write<
            R"(<button class="mosaic__tool" type="button" data-mosaic-act="{}" title="{}">{}<span class="visually-hidden">{}</span></button>)">(
            out, tool.act, tool.label, html::icon(tool.icon), tool.label);
    write<"</div>">(out);
}

// Who stands where one looks; filled by the script.
void write_card(Out& out, const Translator& t) {
    write<R"(<section class="mosaic-card" data-mosaic-card aria-label="{}" hidden>
<img class="mosaic-card__photo" data-mosaic-photo src="data:," alt="" width="96" height="96">
<div class="mosaic-card__words"><p class="mosaic-card__who"><b data-mosaic-name></b> <span data-mosaic-place></span></p>
<p class="mosaic-card__message" data-mosaic-message dir="auto"></p>
<p class="mosaic-card__act"><a class="button button--primary button--small" data-mosaic-link href="{}">{}</a>
<button class="button button--text button--small" type="button" data-mosaic-close>{}</button></p></div></section>)">(
        out, t("This person"), list_path(t.locale()), t("Open this voice"), t("Close"));
}

void write_viewer(Out& out, const Translator& t, const Mosaic& mosaic, const WholeSize& whole) {
    const Pyramid pyramid{mosaic.grid};
    write<
        R"(<div class="mosaic__stage" data-mosaic="{}" data-width="{}" data-height="{}" data-cell="{}" data-tile="{}" data-columns="{}" data-rows="{}" data-language="{}" data-word-cell="{}" data-word-free="{}" data-word-viewer="{}" data-word-photo="{}">
<div class="mosaic__ground" data-mosaic-ground><img class="mosaic__whole" src="{}" alt="{}" width="{}" height="{}" data-mosaic-whole></div>)">(
        out, mosaic.id.value, pyramid.width(), pyramid.height(), kCellSide, kTileSide, mosaic.grid.columns,
        mosaic.grid.rows, base::code(t.locale()), t("Row {row}, column {column}: {name}"),
        t("Row {row}, column {column}: nobody yet"),
        t("The picture, up close. Arrow keys go from photo to photo, plus and minus zoom, Enter opens "
          "the voice."),
        t("A photo that {name} sent"), whole_path(mosaic.id),
        mosaic.alt(t.locale()).empty() ? mosaic.title(t.locale()) : mosaic.alt(t.locale()), whole.width, whole.height);
    write_tools(out, t);
    write_card(out, t);
    write<R"(<p class="visually-hidden" role="status" data-mosaic-status></p></div>)">(out);
}

void write_ways(Out& out, const Translator& t, const Ways& ways) {
    const auto link = [&](const std::string& url, std::string_view icon, const std::string& label) {
        write<R"(<li><a href="{}">{} {}</a></li>)">(out, url, html::icon(icon), label);
    };
    write<R"(<ul class="mosaic-ways">)">(out);
    link(list_path(t.locale()), "list", t("Everybody in the picture, as a list"));
    link(own(t, ways.wall), "quote", t("The photo wall with all voices"));
    link(path(t.locale()) + "/poster.pdf?paper=a2", "printer", t("Poster to print, A2 (PDF)"));
    link(path(t.locale()) + "/poster.pdf?paper=a1", "printer", t("Poster to print, A1 (PDF)"));
    write<"</ul>">(out);
}

SafeHtml send_button(const Translator& t, const Ways& ways) {
    return html::render<R"(<a class="button button--primary button--large" href="{}">{} {}</a>)">(
        own(t, ways.send), html::icon("camera"), t("Add your photo"));
}

std::string where(const Translator& t, const Grid& grid, int cell) {
    return t("Row {row}, column {column}", {{"row", cell / grid.columns + 1}, {"column", cell % grid.columns + 1}});
}

void write_entry(Out& out, const Translator& t, const Grid& grid, const Entry& entry) {
    const auto& voice = entry.voice;
    write<R"(<li class="mosaic-entry">)">(out);
    if (voice.has_picture())
        write<R"(<img class="mosaic-entry__photo" src="{}" alt="{}" lang="{}" width="96" height="96" loading="lazy">)">(
            out, voice.jpeg.front().path,
            voice.alt.empty() ? t("A photo that {name} sent", {{"name", voice.name}}) : voice.alt,
            base::code(voice.alt.empty() ? t.locale() : voice.locale));
    write<
        R"(<div class="mosaic-entry__words"><h2 class="mosaic-entry__who"><a href="{}">{}</a></h2><p class="mosaic-entry__about">{}</p>)">(
        out, ports::voice_path(voice.id, t.locale()), voice.name.empty() ? t("A supporter") : voice.name,
        voice.place.empty() ? where(t, grid, entry.cell) : voice.place + " · " + where(t, grid, entry.cell));
    if (!voice.message.empty())
        write<R"(<p class="mosaic-entry__message" lang="{}" dir="auto">{}</p>)">(out, base::code(voice.locale),
                                                                                 voice.message);
    write<"</div></li>">(out);
}

}  // namespace

SafeHtml show(const Translator& t, const Mosaic& mosaic, const WholeSize& whole, const Ways& ways) {
    Out out;
    write<R"(<header class="page-head frame mosaic-head"><p class="page-head__eyebrow">{}</p>
<h1 class="page-head__title">{}</h1>)">(out, t("A picture made of all of us"), mosaic.title(t.locale()));
    write_count(out, t, mosaic);
    write<R"(<p class="mosaic-head__act">{}</p></header><div class="mosaic frame">)">(out, send_button(t, ways));
    write_viewer(out, t, mosaic, whole);
    write_ways(out, t, ways);
    write<"</div>">(out);
    return std::move(out).finish();
}

SafeHtml nothing_yet(const Translator& t, const Ways& ways) {
    return html::render<
        R"(<header class="page-head frame"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header><div class="frame"><p>{}</p></div>)">(
        t("The big picture"),
        t("Soon a picture grows here, made of the photos of everybody who joins. Yours can be the first."),
        send_button(t, ways));
}

SafeHtml list(const Translator& t, const People& people) {
    Out out;
    const auto& mosaic = people.mosaic;
    write<
        R"(<header class="page-head frame"><nav class="breadcrumbs" aria-label="{}"><ol class="breadcrumbs__list"><li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li><li class="breadcrumbs__item" aria-current="page">{}</li></ol></nav><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header><div class="frame"><ul class="mosaic-entries">)">(
        out, t("Breadcrumbs"), path(t.locale()), mosaic.title(t.locale()), t("Everybody"),
        t("Everybody in the picture"), t("In the order in which they stand in it, row by row from the upper left."));
    for (const auto& entry : people.entries) write_entry(out, t, mosaic.grid, entry);
    write<"</ul>">(out);
    if (people.entries.empty()) write<R"(<p>{}</p>)">(out, t("Nobody stands in this part of the picture."));
    if (people.next)
        out.append(
            ports::next_page(t, {fmt::format("{}?after={}", list_path(t.locale()), *people.next), t("More people")}));
    write<"</div>">(out);
    return std::move(out).finish();
}

SafeHtml block(const Translator& t, const Mosaic& mosaic, const WholeSize& whole, const Ways& ways) {
    Out out;
    write<
        R"(<section class="section frame mosaic-block" aria-labelledby="mosaic-block-title"><div class="mosaic-block__words"><h2 class="section__title" id="mosaic-block-title">{}</h2>)">(
        out, mosaic.title(t.locale()));
    write_count(out, t, mosaic);
    write<
        R"(<p class="mosaic-block__acts">{} <a class="more-link" href="{}">{}</a></p></div><a class="mosaic-block__picture" href="{}" tabindex="-1" aria-hidden="true"><img src="{}" alt="" width="{}" height="{}" loading="lazy"></a></section>)">(
        out, send_button(t, ways), path(t.locale()), t("Look at the picture up close"), path(t.locale()),
        whole_path(mosaic.id), whole.width, whole.height);
    return std::move(out).finish();
}

std::string path(base::Locale locale) { return fmt::format("/{}/mosaic", base::code(locale)); }

std::string list_path(base::Locale locale) { return path(locale) + "/list"; }

std::string whole_path(MosaicId mosaic) { return fmt::format("/mosaic/{}/whole.jpg", mosaic.value); }

}  // namespace mosaic::pages
