#include "features/pictures/handlers.h"

#include <algorithm>

#include "base/whole_number.h"
#include "features/pictures/jobs.h"
#include "features/pictures/store.h"
#include "platform/imaging/format.h"
#include "platform/runtime/log.h"

namespace pictures {
namespace {

constexpr std::size_t kOnAPage = 24;
constexpr int kUsualWidth = 960;  // pixels

// Nothing runs in it and nothing is loaded by it, should anybody open it as a page.
http::Response file_response(std::string type, std::string bytes) {
    auto response = http::picture(std::move(type), std::move(bytes));
    response.headers.add({"Content-Security-Policy", "default-src 'none'; sandbox"});
    response.headers.add({"Content-Disposition", "inline"});
    return response;
}

http::Response usual_file(const ports::Pictures& pictures, db::Read& read, PictureId id) {
    const auto picture = pictures.find(read, id);
    const auto path = picture ? picture->jpeg_path(kUsualWidth) : std::string_view{};
    if (path.empty()) return http::not_found();
    return {.status = 302, .headers = {{"Location", path}, {"Cache-Control", "public, max-age=60"}}};
}

PictureId picture_id(const http::Request& request) {
    return PictureId{base::whole_number(request.parameter("picture")).value_or(0)};
}

Words typed_words(const http::Form& form) {
    return {form.text("alt_en"), form.text("alt_fr"), form.text("credit"), form.text("source"),
            form.is_ticked("decoration")};
}

CropForm typed_crop(const http::Form& form) {
    return {form.text("left"), form.text("top"), form.text("width"), form.text("height")};
}

// A page of staff on this site, else "".
std::string own_path(std::string path) {
    const bool is_ours = path.starts_with("/en/staff/") || path.starts_with("/fr/staff/");
    const bool is_plain = std::ranges::none_of(path, [](char c) { return c == '\\' || c < ' ' || c == '#'; });
    return is_ours && is_plain ? path : std::string{};
}

ports::WayBack way_of(const http::Fields& fields) {
    auto field = fields.text("field");
    const bool is_name = std::ranges::all_of(field, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    return {own_path(fields.text("back")), is_name && !field.empty() ? std::move(field) : "picture"};
}

void record(db::Write& write, const Acting& who, PictureId picture, auth::AuditEntry entry) {
    entry.actor = auth::actor_of(who.staff, who.request_id);
    entry.subject.kind = "picture";
    entry.subject.id = picture.value;
    if (entry.subject.label.empty()) entry.subject.label = std::to_string(picture.value);
    auth::record(write, entry);
}

std::string label_of(const Words& words) { return words.alt_en.empty() ? words.alt_fr : words.alt_en; }

std::vector<auth::Change> changes_between(const Words& before, const Words& after) {
    std::vector<auth::Change> changes;
    auth::add_change(changes, "alt_en", {before.alt_en, after.alt_en});
    auth::add_change(changes, "alt_fr", {before.alt_fr, after.alt_fr});
    auth::add_change(changes, "credit", {before.credit, after.credit});
    auth::add_change(changes, "source", {before.source, after.source});
    auth::add_change(changes, "decoration", {before.is_decoration ? "yes" : "", after.is_decoration ? "yes" : ""});
    return changes;
}

http::Response to_picture(const Acting& who, PictureId picture) {
    return http::see_other(pages::picture_path(who.locale, picture));
}

html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

}  // namespace

http::Response Handlers::serve(const http::Request& request, db::Read& read) const {
    const auto name = request.parameter("file");
    if (const auto id = base::id_from<PictureId>(name)) return usual_file(services_.pictures, read, *id);
    const auto file_name = read_file_name(name);
    const auto file = file_name ? store::find_file(read, *file_name) : std::nullopt;
    auto bytes = file ? services_.files.read(file_name->address) : std::nullopt;
    if (!bytes) return http::not_found();
    const bool is_webp = file->format == imaging::Format::webp;
    auto response = file_response(is_webp ? "image/webp" : "image/jpeg", *std::move(bytes));
    response.headers.add({"Cache-Control", "public, max-age=31536000, immutable"});
    return response;
}

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    return list_page(request, {}, read);
}

http::Response Handlers::list_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    return list_page(request, problems, read);
}

http::Response Handlers::list_page(const http::Request& request, const base::Problems& problems, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const bool is_form = request.method == http::Method::post;
    pages::Library library{.search = request.query.text("q"),
                           .way = way_of(is_form ? static_cast<const http::Fields&>(request.form) : request.query),
                           .typed = typed_words(request.form),
                           .problems = problems};
    const auto before = PictureId{base::whole_number(request.query.view("before")).value_or(0)};
    auto records = store::newest(read, {before, library.search, kOnAPage + 1});
    library.has_older = records.size() > kOnAPage;
    if (library.has_older) records.pop_back();
    for (auto& each : records) {
        auto picture = shown(each, store::files(read, each.id));
        library.pictures.push_back({std::move(each), std::move(picture)});
    }
    auto frame = services_.frames.staff_frame(request, {.title = t("Pictures"), .form_state = state_of(problems)});
    return ports::respond(std::move(frame), pages::library(t, library), problems.empty() ? 200 : 422);
}

base::Result<files::Address, base::Problems> Handlers::keep_file(const http::Request& request) const {
    const auto* const file = request.form.file("file");
    if (!file) return base::Problems{{"file", base::message("Please choose a file.")}};
    try {
        const auto inspected = services_.workshop.inspect(file->bytes);
        if (!inspected) return base::Problems{{"file", message_of(reason_of(inspected.error()))}};
    } catch (const imaging::WorkerFault& fault) {
        runtime::log_error("a picture could not be looked at", {{"reason", fault.what()}});
        return base::Problems{{"file", message_of(Reason::not_made)}};
    }
    return services_.files.put(file->bytes);
}

base::Result<Upload, base::Problems> Handlers::read_upload(const http::Request& request) const {
    const auto words = read_words(typed_words(request.form));
    auto problems = words ? base::Problems{} : words.error();
    const auto file = keep_file(request);
    if (!file) problems.insert(problems.begin(), file.error().begin(), file.error().end());
    if (!problems.empty()) return problems;
    return Upload{ports::acting(request), *words, *file, way_of(request.form)};
}

http::WriteResult Handlers::upload(const Upload& form, db::Write& write) const {
    const auto picture = store::insert(write, form.words, form.file, form.acting.staff.name);
    order_making(write, picture);
    record(write, form.acting, picture,
           {.action = "pictures.upload",
            .subject = {.label = label_of(form.words)},
            .changes = changes_between({}, form.words)});
    if (!form.way.back.empty()) return http::see_other(pages::path_back(form.way, picture));
    return to_picture(form.acting, picture);
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    const auto found = store::find(read, picture_id(request));
    if (!found) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto picture = shown(*found, store::files(read, found->id));
    const auto& form = request.form;
    auto frame = services_.frames.staff_frame(request, {.title = t("Picture"), .form_state = state_of(problems)});
    return ports::respond(std::move(frame),
                          pages::detail(t, {.record = *found,
                                            .picture = picture,
                                            .uses = services_.pictures.uses(read, picture, request.locale),
                                            .typed = form.find("alt_en") ? typed_words(form) : found->words,
                                            .crop = form.find("left") ? typed_crop(form) : form_of(found->crop),
                                            .problems = problems}),
                          problems.empty() ? 200 : 422);
}

http::Response Handlers::whole(const http::Request& request, db::Read& read) const {
    const auto found = store::find(read, picture_id(request));
    const auto address = found ? files::Address::parse(found->master) : std::nullopt;
    auto bytes = address ? services_.files.read(*address) : std::nullopt;
    if (!bytes) return http::not_found();
    const bool is_webp = imaging::format_of(*bytes) == imaging::SourceFormat::webp;
    return file_response(is_webp ? "image/webp" : "image/jpeg", *std::move(bytes));
}

base::Result<WordsEdit, base::Problems> Handlers::read_words_edit(const http::Request& request) const {
    const auto words = read_words(typed_words(request.form));
    if (!words) return words.error();
    return WordsEdit{ports::acting(request), picture_id(request), *words};
}

http::WriteResult Handlers::save_words(const WordsEdit& edit, db::Write& write) const {
    const auto before = store::find(write, edit.picture);
    if (!before) return http::not_found();
    const auto changes = changes_between(before->words, edit.words);
    if (!changes.empty()) {
        store::save_words(write, edit.picture, edit.words);
        record(write, edit.acting, edit.picture,
               {.action = "pictures.describe", .subject = {.label = label_of(edit.words)}, .changes = changes});
    }
    return to_picture(edit.acting, edit.picture);
}

base::Result<CropEdit, base::Problems> Handlers::read_crop_edit(const http::Request& request) const {
    const auto crop = read_crop(typed_crop(request.form));
    if (!crop) return crop.error();
    return CropEdit{ports::acting(request), picture_id(request), *crop};
}

http::WriteResult Handlers::save_crop(const CropEdit& edit, db::Write& write) const {
    const auto before = store::find(write, edit.picture);
    if (!before) return http::not_found();
    if (before->crop != edit.crop) {
        store::save_crop(write, edit.picture, edit.crop);
        order_making(write, edit.picture);
        record(write, edit.acting, edit.picture,
               {.action = "pictures.crop",
                .subject = {.label = label_of(before->words)},
                .changes = {{"crop", text_of(before->crop), text_of(edit.crop)}}});
    }
    return to_picture(edit.acting, edit.picture);
}

base::Result<Replacement, base::Problems> Handlers::read_replacement(const http::Request& request) const {
    const auto file = keep_file(request);
    if (!file) return file.error();
    return Replacement{ports::acting(request), picture_id(request), *file};
}

http::WriteResult Handlers::replace(const Replacement& form, db::Write& write) const {
    const auto before = store::find(write, form.picture);
    if (!before) return http::not_found();
    store::save_upload(write, form.picture, form.file);
    if (!before->upload.empty()) order_forgetting(write, {before->upload});
    order_making(write, form.picture);
    record(write, form.acting, form.picture,
           {.action = "pictures.replace", .subject = {.label = label_of(before->words)}});
    return to_picture(form.acting, form.picture);
}

base::Result<Removal, base::Problems> Handlers::read_removal(const http::Request& request) const {
    return Removal{ports::acting(request), picture_id(request), request.form.is_ticked("although_used")};
}

http::WriteResult Handlers::remove(const Removal& form, db::Write& write) const {
    const auto found = store::find(write, form.picture);
    if (!found) return http::not_found();
    const auto files = store::files(write, form.picture);
    if (!form.is_decided && !services_.pictures.uses(write, shown(*found, files), form.acting.locale).empty())
        return base::Problems{{"although_used", base::message("The picture is still shown. Take it out of these pages "
                                                              "first, or tick that it should go all the same.")}};
    store::remove(write, form.picture);
    std::vector<std::string> loose{found->upload, found->master};
    for (const auto& file : files) loose.push_back(file.address);
    order_forgetting(write, loose);
    record(write, form.acting, form.picture,
           {.action = "pictures.remove", .subject = {.label = label_of(found->words)}});
    return http::see_other(pages::list_path(form.acting.locale));
}

}  // namespace pictures
