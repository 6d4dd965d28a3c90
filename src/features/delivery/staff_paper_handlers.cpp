// What staff_handlers.h declares about paper.
#include <fmt/format.h>

#include "features/delivery/paper_store.h"
#include "features/delivery/staff_handlers_parts.h"

namespace delivery {
namespace {

ports::NamedTexts empty_batch() {
    ports::NamedTexts texts;
    for (const auto name : kBatchFields) texts.push_back({std::string{name}, ""});
    return texts;
}

std::string batch_path(const Acting& acting, std::string_view slug, BatchId id) {
    return staff_pages::room_path(acting.locale, slug, fmt::format("paper/{}", id.value));
}

// A bundle of that petition.
std::optional<Batch> find_of(db::Read& read, const ports::PetitionFacts& petition, std::int64_t id) {
    auto batch = store::find_batch(read, BatchId{id});
    if (!batch || batch->petition != petition.id) return std::nullopt;
    return batch;
}

bool may_check(const Batch& batch, const auth::Principal& staff) {
    return !batch.removed_at && !batch.checked && batch.entered.account != staff.id.value &&
           batch.saving.by != staff.name;
}

}  // namespace

http::Response PaperHandlers::list(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(services_, read, request, Permission::edit_content);
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    const bool may_publish = ports::may(read, *request.staff, Permission::publish, petition->level);
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("On paper")}),
        staff_pages::paper(
            t, {*petition, store::batches(read, petition->id), store::paper_count(read, petition->id),
                store::paper_check(read, petition->id), may_publish ? staff_pages::May::yes : staff_pages::May::no}));
}

base::Result<CheckSetting, base::Problems> PaperHandlers::read_setting(const http::Request& request) const {
    return CheckSetting{ports::acting(request), request.parameter("slug"),
                        request.form.is_ticked("needs_check") ? PaperCheck::needed : PaperCheck::not_needed};
}

http::WriteResult PaperHandlers::save_setting(const CheckSetting& setting, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, setting.acting, {setting.slug, Permission::publish, setting.acting.locale});
    if (!petition) return http::not_found();
    if (store::paper_check(write, petition->id) != setting.check) {
        store::save_paper_check(write, petition->id, setting.check);
        record(write, setting.acting, *petition, "delivery.paper_check",
               {{"needs_check", "", setting.check == PaperCheck::needed ? "yes" : "no"}});
    }
    return http::see_other(staff_pages::room_path(setting.acting.locale, setting.slug, "paper"));
}

http::Response PaperHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<FieldsEdit, base::Problems> PaperHandlers::read_batch(const http::Request& request) const {
    FieldsEdit edit{.acting = ports::acting(request),
                    .slug = request.parameter("slug"),
                    .id = number_in(request, "batch"),
                    .typed = typed_fields(request.form, kBatchFields),
                    .seen = request.form.text(ports::kSeenField),
                    .today = day_at(request.received_at, services_.zone)};
    const auto words = delivery::read_batch(edit.typed, edit.today);
    if (!words) return words.error();
    return edit;
}

http::WriteResult PaperHandlers::save(const FieldsEdit& edit, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, edit.acting, {edit.slug, Permission::edit_content, edit.acting.locale});
    const auto before = petition && edit.id > 0 ? find_of(write, *petition, edit.id) : std::nullopt;
    if (!petition || (edit.id > 0 && (!before || before->removed_at))) return http::not_found();
    const auto stored = before ? named(before->words) : empty_batch();
    const auto merged = ports::merge({.stored = stored, .typed = edit.typed, .seen = edit.seen});
    if (before && !merged.conflicts.empty()) return ports::problems_of(merged);
    const auto words = delivery::read_batch(before ? merged.texts : edit.typed, edit.today);
    if (!words) return words.error();
    auto id = BatchId{edit.id};
    if (!before)
        id = store::insert_batch(write, petition->id, *words, edit.acting.staff);
    else if (*words != before->words)
        store::save_batch(write, id, *words, edit.acting.staff.name);
    record(write, edit.acting, *petition, before ? "delivery.paper_write" : "delivery.paper_enter",
           changes_between(stored, named(*words)));
    return http::see_other(batch_path(edit.acting, edit.slug, id));
}

http::Response PaperHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto petition = find_allowed(services_, read, request, Permission::edit_content);
    const auto id = number_in(request, "batch");
    const auto found = petition && id > 0 ? find_of(read, *petition, id) : std::nullopt;
    if (!petition || (!found && request.parameter("batch") != "new")) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto stored = found ? named(found->words) : empty_batch();
    Editor editor = editor_of(stored);
    if (request.form.find("sheets").has_value())
        editor = editor_again(stored, {typed_fields(request.form, kBatchFields),
                                       found ? request.form.view(ports::kSeenField) : editor.seen,
                                       found ? found->saving : ports::Saving{}, problems});
    editor.problems = problems;
    const bool may_see_scans = ports::may(read, *request.staff, Permission::read_people, petition->level);
    const int status = status_of(editor);
    const staff_pages::BatchEditor view{
        .petition = *petition,
        .batch = found,
        .editor = std::move(editor),
        .scans = found && may_see_scans ? store::scans(read, found->id) : std::vector<store::Scan>{},
        .check = store::paper_check(read, petition->id),
        .may_see_scans = may_see_scans ? staff_pages::May::yes : staff_pages::May::no,
        .may_check = found && may_check(*found, *request.staff) ? staff_pages::May::yes : staff_pages::May::no};
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("On paper"), .form_state = state_of(problems)}),
        staff_pages::batch(t, view), status);
}

base::Result<Act, base::Problems> PaperHandlers::read_act(const http::Request& request) const {
    const bool is_scan = request.parameters.find("scan").has_value();
    return Act{ports::acting(request), request.parameter("slug"), number_in(request, is_scan ? "scan" : "batch")};
}

http::WriteResult PaperHandlers::check(const Act& act, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, act.acting, {act.slug, Permission::edit_content, act.acting.locale});
    const auto found = petition ? find_of(write, *petition, act.id) : std::nullopt;
    if (!found || found->removed_at) return http::not_found();
    if (!found->checked && !may_check(*found, act.acting.staff))
        return base::Problems{{"", base::message("Somebody other than who counted it has to check it.")}};
    if (!found->checked) {
        store::check_batch(write, found->id, act.acting.staff);
        record(write, act.acting, *petition, "delivery.paper_checked",
               {{"valid", "", std::to_string(found->words.valid)}});
    }
    return http::see_other(batch_path(act.acting, act.slug, found->id));
}

http::WriteResult PaperHandlers::remove(const Act& act, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, act.acting, {act.slug, Permission::publish, act.acting.locale});
    const auto found = petition ? find_of(write, *petition, act.id) : std::nullopt;
    if (!found) return http::not_found();
    if (!found->removed_at) {
        store::remove_batch(write, found->id, act.acting.staff.name);
        record(write, act.acting, *petition, "delivery.paper_remove",
               {{"valid", std::to_string(found->words.valid), ""}});
    }
    return http::see_other(staff_pages::room_path(act.acting.locale, act.slug, "paper"));
}

base::Result<Upload, base::Problems> PaperHandlers::read_scan(const http::Request& request) const {
    return keep_upload(services_, request, "batch");
}

http::WriteResult PaperHandlers::attach_scan(const Upload& upload, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, upload.acting, {upload.slug, Permission::read_people, upload.acting.locale});
    const auto found = petition ? find_of(write, *petition, upload.id) : std::nullopt;
    if (!found || found->removed_at) return http::not_found();
    store::insert_scan(write, {found->id, upload.name, upload.file, upload.type, upload.bytes},
                       upload.acting.staff.name);
    record(write, upload.acting, *petition, "delivery.scan", {{"scan", "", upload.name}});
    return http::see_other(batch_path(upload.acting, upload.slug, found->id));
}

http::Response PaperHandlers::scan(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(services_, read, request, Permission::read_people);
    const auto scan = store::find_scan(read, ScanId{number_in(request, "scan")});
    if (!petition || !scan || !find_of(read, *petition, scan->batch.value)) return http::not_found();
    return ports::kept_file(services_.files, {scan->name, std::string{media_type(scan->type)}, scan->file});
}

http::WriteResult PaperHandlers::remove_scan(const Act& act, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, act.acting, {act.slug, Permission::read_people, act.acting.locale});
    const auto scan = store::find_scan(write, ScanId{act.id});
    if (!petition || !scan || !find_of(write, *petition, scan->batch.value)) return http::not_found();
    store::remove_scan(write, scan->id);
    record(write, act.acting, *petition, "delivery.scan_remove", {{"scan", scan->name, ""}});
    return http::see_other(batch_path(act.acting, act.slug, scan->batch));
}

}  // namespace delivery
