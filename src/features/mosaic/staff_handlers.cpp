#include "features/mosaic/staff_handlers.h"

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/mosaic/jobs.h"
#include "features/mosaic/photo_archive_service.h"
#include "people/level.h"
#include "people/store.h"
#include "platform/http/percent.h"

namespace mosaic {
namespace {

// As sent with the form; in an address on the way back from the library of pictures.
TypedWish typed_wish(const http::Fields& fields, std::string_view picture) {
    const auto or_usual = [&](std::string_view name, std::string_view usual) {
        auto text = fields.text(name);
        return text.empty() && !fields.find(name) ? std::string{usual} : text;
    };
    return {.picture = std::string{picture},
            .title_en = fields.text("title_en"),
            .title_fr = fields.text("title_fr"),
            .across = or_usual("across", std::to_string(Wish{}.across)),
            .tint = or_usual("tint", std::to_string(Wish{}.tint))};
}

// The page with what was typed, to come back to with a picture.
std::string way_back(base::Locale locale, const TypedWish& typed) {
    const auto encoded = [](const std::string& text) { return http::percent_encode(text); };
    return fmt::format("{}?title_en={}&title_fr={}&across={}&tint={}", staff_pages::path(locale),
                       encoded(typed.title_en), encoded(typed.title_fr), encoded(typed.across), encoded(typed.tint));
}

// The mosaic is made of everybody's photos: what is done with it is done at the national level.
bool may_at_the_top(db::Read& read, const auth::Principal& staff, auth::Permission permission) {
    const auto tree = people::levels(read);
    const auto* const national = tree.national();
    return auth::may(staff, permission,
                     national ? tree.ids_with_ancestors(national->id) : std::vector<base::LevelId>{});
}

void record(db::Write& write, const ports::Acting& who, const Mosaic& mosaic, std::string action) {
    auth::record(write, {.actor = auth::actor_of(who.staff, who.request_id),
                         .action = std::move(action),
                         .subject = {.kind = "mosaic", .id = mosaic.id.value, .label = mosaic.wish.title_en}});
}

}  // namespace

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const i18n::Translator t{request.locale};
    const bool is_form = request.method == http::Method::post;
    const auto& fields = is_form ? static_cast<const http::Fields&>(request.form) : request.query;
    staff_pages::Room room{.mosaics = {},
                           .voices = services_.voices.counts(read),
                           .offered = {},
                           .typed = typed_wish(fields, fields.view("picture")),
                           .problems = problems,
                           .reader = may_at_the_top(read, *request.staff, auth::Permission::publish)
                                         ? staff_pages::Room::Reader::decides
                                         : staff_pages::Room::Reader::looks_on,
                           .archive = may_at_the_top(read, *request.staff, auth::Permission::export_people)
                                          ? staff_pages::Room::Archive::offered
                                          : staff_pages::Room::Archive::withheld};
    for (auto& mosaic : store::all(read)) {
        const auto tiles = mosaic.is_placed() ? store::count_tiles(read, mosaic.id) : store::TileCounts{};
        room.mosaics.push_back({std::move(mosaic), tiles});
    }
    room.offered = services_.pictures.offered(read, PictureId{base::whole_number(room.typed.picture).value_or(0)});
    const auto state = problems.empty() ? html::FormState::fine : html::FormState::has_problems;
    auto frame = services_.frames.staff_frame(request, {.title = t("Mosaic"), .form_state = state});
    return ports::respond(std::move(frame), staff_pages::room(t, room), problems.empty() ? 200 : 422);
}

base::Result<Beginning, base::Problems> StaffHandlers::read_beginning(const http::Request& request) const {
    const auto typed = typed_wish(request.form, request.form.view("picture"));
    if (ports::wants_library(request.form, {"picture"})) return Beginning{ports::acting(request), {}, true, typed};
    const auto wish = read_wish(typed);
    if (!wish) return wish.error();
    return Beginning{ports::acting(request), *wish, false, typed};
}

http::WriteResult StaffHandlers::begin(const Beginning& form, db::Write& write) const {
    const auto locale = form.acting.locale;
    if (!may_at_the_top(write, form.acting.staff, auth::Permission::publish)) return http::forbidden();
    if (form.chooses_picture)
        return http::see_other(ports::library_path(locale, {.back = way_back(locale, form.typed), .field = "picture"}));
    const auto picture = services_.pictures.find(write, form.wish.picture);
    if (!picture || picture->state != ports::PictureState::ready)
        return base::Problems{
            {"picture", base::message("This picture is not ready. Choose another one, or wait a moment.")}};
    for (const auto& other : store::all(write))
        if (other.is_being_made())
            return base::Problems{
                {"", base::message("One mosaic is being made already. Wait for it, or drop it first.")}};
    const auto id = store::insert(write, {.wish = form.wish,
                                          .alt_en = picture->alt(base::Locale::english),
                                          .alt_fr = picture->alt(base::Locale::french),
                                          .by = form.acting.staff.name});
    order_building(write, id);
    record(write, form.acting, *store::find(write, id), "mosaic.begin");
    return http::see_other(staff_pages::path(locale));
}

base::Result<Removal, base::Problems> StaffHandlers::read_removal(const http::Request& request) const {
    return Removal{ports::acting(request), MosaicId{base::whole_number(request.form.view("mosaic")).value_or(0)}};
}

http::WriteResult StaffHandlers::remove(const Removal& form, db::Write& write) const {
    if (!may_at_the_top(write, form.acting.staff, auth::Permission::publish)) return http::forbidden();
    const auto mosaic = store::find(write, form.mosaic);
    if (!mosaic) return http::not_found();
    const auto loose = store::files_of(write, mosaic->id);
    store::remove(write, mosaic->id);
    order_forgetting(write, loose);
    record(write, form.acting, *mosaic, "mosaic.remove");
    return http::see_other(staff_pages::path(form.acting.locale));
}

http::Response StaffHandlers::photos(const http::Request& request, db::Read& read) const {
    if (!may_at_the_top(read, *request.staff, auth::Permission::export_people)) return http::forbidden();
    return http::made_download({"photos.zip", "application/zip"}, photo_archive(services_, request.received_at));
}

}  // namespace mosaic
