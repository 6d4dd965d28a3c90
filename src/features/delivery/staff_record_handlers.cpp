// What staff_handlers.h declares about records and documents.
#include <fmt/format.h>

#include "features/delivery/document_store.h"
#include "features/delivery/jobs.h"
#include "features/delivery/paper_store.h"
#include "features/delivery/staff_handlers_parts.h"
#include "features/delivery/store.h"

namespace delivery {
namespace {

constexpr ports::PictureFieldName kPicture{"picture"};

ports::NamedTexts empty_record() {
    ports::NamedTexts texts;
    for (const auto name : kRecordFields) texts.push_back({std::string{name}, name == "picture" ? "0" : ""});
    return texts;
}

std::string record_path(const Acting& acting, std::string_view slug, DeliveryId id) {
    return staff_pages::room_path(acting.locale, slug, fmt::format("records/{}", id.value));
}

// A record of that petition.
std::optional<Record> find_of(db::Read& read, const ports::PetitionFacts& petition, std::int64_t id) {
    auto record = store::find_record(read, DeliveryId{id});
    if (!record || record->petition != petition.id) return std::nullopt;
    return record;
}

store::Counted counted_now(const Services& services, db::Read& read, ports::PetitionId petition) {
    return {services.petitions.counts(petition), store::paper_count(read, petition).valid};
}

OrderForm order_form(const http::Form& form) {
    return {form.text("kind"), form.text("languages"), form.text("paper"), form.text("names"), form.text("recipient")};
}

std::string file_name(const ports::PetitionFacts& petition, const OrderedDocument& document) {
    return petition.slug + (document.order.kind == DocumentKind::pdf ? "-delivery.pdf" : "-delivery.csv");
}

}  // namespace

http::Response RecordHandlers::overview(const http::Request& request, db::Read& read) const {
    return overview_again(request, {}, read);
}

http::Response RecordHandlers::overview_again(const http::Request& request, const base::Problems& problems,
                                              db::Read& read) const {
    const auto petition = find_allowed(services_, read, request, Permission::edit_content);
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    const bool may_export = ports::may(read, *request.staff, Permission::export_people, petition->level);
    const DocumentOrder usual{.languages = {request.locale}};
    const staff_pages::Overview view{
        .petition = *petition,
        .records = store::records(read, petition->id, store::Which::all),
        .documents = may_export ? store::documents(read, petition->id) : std::vector<OrderedDocument>{},
        .typed = problems.empty() ? form_of(usual) : order_form(request.form),
        .problems = problems,
        .may_export = may_export ? staff_pages::May::yes : staff_pages::May::no};
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("Delivery"), .form_state = state_of(problems)}),
        staff_pages::overview(t, view), problems.empty() ? 200 : 422);
}

http::Response RecordHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<FieldsEdit, base::Problems> RecordHandlers::read_record(const http::Request& request) const {
    FieldsEdit edit{.acting = ports::acting(request),
                    .slug = request.parameter("slug"),
                    .id = number_in(request, "delivery"),
                    .typed = typed_fields(request.form, kRecordFields),
                    .seen = request.form.text(ports::kSeenField),
                    .today = day_at(request.received_at, services_.zone),
                    .wants_picture = ports::wants_library(request.form, kPicture)};
    const auto words = delivery::read_record(edit.typed, edit.today);
    if (!words) return words.error();
    return edit;
}

http::WriteResult RecordHandlers::save(const FieldsEdit& edit, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, edit.acting, {edit.slug, Permission::edit_content, edit.acting.locale});
    const auto before = petition && edit.id > 0 ? find_of(write, *petition, edit.id) : std::nullopt;
    if (!petition || (edit.id > 0 && !before)) return http::not_found();
    const bool is_public = before && before->published_at;
    if (is_public && !ports::may(write, edit.acting.staff, Permission::publish, petition->level))
        return http::forbidden();
    const auto stored = before ? named(before->words) : empty_record();
    const auto merged = ports::merge({.stored = stored, .typed = edit.typed, .seen = edit.seen});
    if (before && !merged.conflicts.empty()) return ports::problems_of(merged);
    const auto words = delivery::read_record(before ? merged.texts : edit.typed, edit.today);
    if (!words) return words.error();
    auto id = DeliveryId{edit.id};
    if (before)
        store::save_record(write, id, *words, edit.acting.staff.name);
    else
        id = store::insert_record(write, {petition->id, *words, counted_now(services_, write, petition->id)},
                                  edit.acting.staff.name);
    record(write, edit.acting, *petition, before ? "delivery.write" : "delivery.record",
           changes_between(stored, named(*words)));
    const auto path = record_path(edit.acting, edit.slug, id);
    return http::see_other(edit.wants_picture ? ports::library_path(edit.acting.locale, {.back = path}) : path);
}

http::Response RecordHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const auto petition = find_allowed(services_, read, request, Permission::edit_content);
    const auto id = number_in(request, "delivery");
    const auto found = petition && id > 0 ? find_of(read, *petition, id) : std::nullopt;
    if (!petition || (!found && request.parameter("delivery") != "new")) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto stored = found ? named(found->words) : empty_record();
    const bool is_record_form = request.form.find("recipient").has_value();
    Editor editor = editor_of(stored);
    if (is_record_form)
        editor = editor_again(stored, {typed_fields(request.form, kRecordFields),
                                       found ? request.form.view(ports::kSeenField) : editor.seen,
                                       found ? found->saving : ports::Saving{}, problems});
    editor.problems = problems;
    if (const auto chosen = ports::picture_chosen(request, kPicture))
        for (auto& field : editor.typed)
            if (field.name == "picture") field.text = std::to_string(chosen->value);
    const ports::PictureId picture{base::whole_number(ports::text_of(editor.typed, "picture")).value_or(0)};
    const int status = status_of(editor);
    const staff_pages::RecordEditor view{
        .petition = *petition,
        .record = found,
        .editor = std::move(editor),
        .pictures = services_.pictures.offered(read, picture),
        .may_publish = ports::may(read, *request.staff, Permission::publish, petition->level) ? staff_pages::May::yes
                                                                                              : staff_pages::May::no};
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("Delivery"), .form_state = state_of(problems)}),
        staff_pages::record(t, view), status);
}

base::Result<Act, base::Problems> RecordHandlers::read_act(const http::Request& request) const {
    return Act{ports::acting(request), request.parameter("slug"), number_in(request, "delivery")};
}

http::WriteResult RecordHandlers::publish(const Act& act, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, act.acting, {act.slug, Permission::publish, act.acting.locale});
    const auto found = petition ? find_of(write, *petition, act.id) : std::nullopt;
    if (!found) return http::not_found();
    if (!found->published_at) {
        store::publish_record(write, found->id, act.acting.staff.name);
        record(write, act.acting, *petition, "delivery.publish", {{"recipient", "", found->words.recipient}});
    }
    return http::see_other(record_path(act.acting, act.slug, found->id));
}

http::WriteResult RecordHandlers::withdraw(const Act& act, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, act.acting, {act.slug, Permission::publish, act.acting.locale});
    const auto found = petition ? find_of(write, *petition, act.id) : std::nullopt;
    if (!found) return http::not_found();
    if (found->published_at) {
        store::hide_record(write, found->id);
        record(write, act.acting, *petition, "delivery.withdraw", {{"recipient", found->words.recipient, ""}});
    }
    return http::see_other(record_path(act.acting, act.slug, found->id));
}

base::Result<Upload, base::Problems> RecordHandlers::read_response(const http::Request& request) const {
    return keep_upload(services_, request, "delivery");
}

http::WriteResult RecordHandlers::attach_response(const Upload& upload, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, upload.acting, {upload.slug, Permission::publish, upload.acting.locale});
    const auto found = petition ? find_of(write, *petition, upload.id) : std::nullopt;
    if (!found) return http::not_found();
    const ResponseFile file{upload.file, std::string{name_of(upload.type)}};
    store::save_response_file(write, found->id, file, upload.acting.staff.name);
    record(write, upload.acting, *petition, "delivery.response", {{"file", found->response_file.file, upload.file}});
    return http::see_other(record_path(upload.acting, upload.slug, found->id));
}

base::Result<DocumentWish, base::Problems> RecordHandlers::read_order(const http::Request& request) const {
    auto order = delivery::read_order(order_form(request.form));
    if (!order) return order.error();
    return DocumentWish{ports::acting(request), request.parameter("slug"), *std::move(order)};
}

http::WriteResult RecordHandlers::order(const DocumentWish& wish, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, wish.acting, {wish.slug, Permission::export_people, wish.acting.locale});
    if (!petition) return http::not_found();
    const auto id = store::insert_document(write, petition->id, wish.order, wish.acting.staff);
    jobs::queue(write, {std::string{kDocumentJob}, std::to_string(id.value)});
    const auto form = form_of(wish.order);
    record(write, wish.acting, *petition, "delivery.order",
           {{"document", "", fmt::format("{}, {}, names: {}", form.kind, form.languages, form.names)}});
    return http::see_other(staff_pages::room_path(wish.acting.locale, wish.slug) + "#documents");
}

http::Response RecordHandlers::document(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(services_, read, request, Permission::export_people);
    const auto found = store::find_document(read, DocumentId{number_in(request, "document")});
    if (!petition || !found || found->petition != petition->id || found->state != DocumentState::made)
        return http::not_found();
    const bool is_pdf = found->order.kind == DocumentKind::pdf;
    return ports::kept_file(services_.files, {file_name(*petition, *found),
                                              is_pdf ? "application/pdf" : "text/csv; charset=utf-8", found->file});
}

}  // namespace delivery
