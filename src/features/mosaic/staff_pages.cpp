#include "features/mosaic/staff_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/mosaic/pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/pictures.h"
#include "ports/staff_pages.h"

namespace mosaic::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

ports::Badge badge_of(const Translator& t, MosaicState state) {
    switch (state) {
        case MosaicState::waiting:
            return {"neutral", t("Begins in a moment")};
        case MosaicState::gathering:
            return {"information", t("Gathers photos")};
        case MosaicState::drawing:
            return {"information", t("Is being drawn")};
        case MosaicState::shown:
            return {"success", t("On the site")};
        case MosaicState::failed:
            break;
    }
    return {"danger", t("Not made")};
}

// Of a hundred: photos take the first half, tiles the second.
int percent_of(const Room& room, const Listed& listed) {
    const auto share = [](std::int64_t done, std::int64_t all) {
        return all <= 0 ? 50 : static_cast<int>(50 * std::min(done, all) / all);
    };
    if (listed.mosaic.state == MosaicState::waiting) return 0;
    if (listed.mosaic.state == MosaicState::gathering) return share(listed.mosaic.gathered, room.voices.with_picture);
    return 50 + share(listed.tiles.all - listed.tiles.stale, listed.tiles.all);
}

std::string facts_of(const Translator& t, const Mosaic& mosaic) {
    return t("{columns} × {rows} photos, {placed} of {cells} places taken, tint {tint}",
             {{"columns", t.number(mosaic.grid.columns)},
              {"rows", t.number(mosaic.grid.rows)},
              {"placed", t.number(mosaic.placed)},
              {"cells", t.number(mosaic.grid.cells())},
              {"tint", t.percent(mosaic.wish.tint / 100.0)}});
}

void write_progress(Out& out, const Translator& t, const Room& room, const Listed& listed) {
    const int percent = percent_of(room, listed);
    write<
        R"(<p class="mosaic-making" data-waiting><progress max="100" value="{}" aria-label="{}"></progress> <span>{}</span></p>)">(
        out, percent, t("How far it is"), t.percent(percent / 100.0));
}

void write_removal(Out& out, const Translator& t, const Mosaic& mosaic) {
    write<
        R"(<form class="form" method="post" action="{}/removal"><input type="hidden" name="mosaic" value="{}"><p class="form__actions"><button class="button button--danger button--small" type="submit">{} {}</button></p></form>)">(
        out, path(t.locale()), mosaic.id.value, html::icon("trash"),
        mosaic.state == MosaicState::shown ? t("Take it off the site") : t("Drop it"));
}

void write_mosaic(Out& out, const Translator& t, const Room& room, const Listed& listed) {
    const auto& mosaic = listed.mosaic;
    out.append(ports::panel(
        {mosaic.title(t.locale()), ports::badge(badge_of(t, mosaic.state))},
        html::render<R"({}<p>{}</p><p>{}</p>{}{})">(
            [&](Out& progress) {
                if (mosaic.is_being_made()) write_progress(progress, t, room, listed);
            },
            mosaic.state == MosaicState::failed
                ? t("The picture could not be read. Choose another one, or upload it again.")
                : facts_of(t, mosaic),
            t("Begun {time} by {name}", {{"time", t.date_time(mosaic.created_at)}, {"name", mosaic.created_by}}),
            [&](Out& link) {
                if (mosaic.state == MosaicState::shown)
                    write<R"(<p><a href="{}">{}</a></p>)">(link, pages::path(t.locale()), t("See it on the site"));
            },
            [&](Out& removal) {
                if (room.reader == Room::Reader::decides) write_removal(removal, t, mosaic);
            })));
}

std::string size_hint(const Translator& t, const Room& room) {
    return t(
        "Rows follow from the picture’s proportions. {count} photos are on the wall now: with many more places than "
        "photos the picture shows through pale; with fewer places some photos wait for a larger one.",
        {{"count", t.number(room.voices.with_picture)}});
}

void write_form(Out& out, const Translator& t, const Room& room) {
    const html::Fields fields{t, room.problems};
    const auto& typed = room.typed;
    const auto title = [&](std::string name, std::string label, const std::string& value) {
        return fields.text({.name = std::move(name), .label = std::move(label), .value = value, .max_length = 120});
    };
    const auto chosen = PictureId{base::whole_number(typed.picture).value_or(0)};
    out.append(ports::panel(
        {t("A new mosaic")},
        html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}{}{}</form>)">(
            path(t.locale()), fields.error_summary(), title("title_en", t("Title in English"), typed.title_en),
            title("title_fr", t("Title in French"), typed.title_fr),
            ports::picture_field(t, room.problems,
                                 {.name = "picture",
                                  .label = t("What the mosaic is to look like"),
                                  .value = chosen,
                                  .hint = t("Faces, a flag or a poster with few, large shapes work best."),
                                  .required = html::Required::yes},
                                 room.offered),
            fields.text({.name = "across",
                         .label = t("Photos beside each other"),
                         .value = typed.across,
                         .kind = html::TextKind::number,
                         .hint = size_hint(t, room),
                         .size = html::FieldSize::small,
                         .max_length = 3}),
            fields.text(
                {.name = "tint",
                 .label = t("Tint in percent"),
                 .value = typed.tint,
                 .kind = html::TextKind::number,
                 .hint = t("How far each photo takes on the colour of its place: 0 leaves it as it is, 100 makes "
                           "the picture plainest."),
                 .size = html::FieldSize::small,
                 .max_length = 3}),
            fields.button({.label = t("Make the mosaic"), .icon = "image"}))));
}

}  // namespace

SafeHtml room(const Translator& t, const Room& room) {
    Out out;
    const bool decides = room.reader == Room::Reader::decides;
    out.append(ports::staff_head(
        t, {.title = t("Mosaic"),
            .lead = t("A picture of the campaign, rebuilt from the photos on the wall. New photos join by themselves; "
                      "who withdraws is gone from it at once."),
            .actions = room.archive == Room::Archive::offered
                           ? ports::button_link(
                                 {path(t.locale()) + "/photos.zip", t("All photos for print (ZIP)"), "download"})
                           : SafeHtml{}}));
    if (!decides) write<R"(<p>{}</p>)">(out, t("The mosaic is the nation’s: its editors begin it and take it down."));
    if (!room.problems.empty()) write_form(out, t, room);
    if (room.mosaics.empty() && decides)
        out.append(ports::empty_state({"image", t("No mosaic yet"),
                                       t("Choose a picture below. The mosaic is made in the background, and shown once "
                                         "it is whole.")}));
    for (const auto& listed : room.mosaics) write_mosaic(out, t, room, listed);
    if (room.problems.empty() && decides) write_form(out, t, room);
    return std::move(out).finish();
}

std::string path(base::Locale locale) { return fmt::format("/{}/staff/mosaic", base::code(locale)); }

}  // namespace mosaic::staff_pages
