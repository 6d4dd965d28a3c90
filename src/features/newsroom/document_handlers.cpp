#include "features/newsroom/document_handlers.h"

#include <algorithm>

#include "base/text.h"
#include "features/newsroom/item_form.h"
#include "features/newsroom/staff_handlers_parts.h"
#include "features/newsroom/workflow_service.h"
#include "ports/acting.h"
#include "ports/search_documents.h"

namespace newsroom {
namespace {

using auth::Permission;

constexpr std::size_t kMostAttachments = 30;
constexpr std::size_t kLongestLabel = 200;  // characters

http::Response to_documents(const Acting& acting, ItemId item) {
    return http::see_other(staff_pages::documents_path(acting.locale, item));
}

// An item that this person may change at once: a public one only when they may publish.
std::optional<Item> find_changeable(db::Read& read, const auth::Principal& staff, ItemId id) {
    auto item = find_allowed(read, staff, WantedItem{id, Permission::edit_content});
    if (!item || item->stage != Stage::published) return item;
    return ports::may(read, staff, Permission::publish, item->level) ? item : std::nullopt;
}

// What an item has to take away, before and after.
struct Exchange {
    const Acting& acting;
    const Item& item;
    const std::vector<Attachment>& before;
    const std::vector<Attachment>& after;
};
void exchange(db::Write& write, const Exchange& of) {
    store::save_attachments(write, of.item.id, of.after, of.acting.staff.name);
    record(write, {of.acting,
                   "newsroom.write",
                   subject_of(write, of.item),
                   of.item.level,
                   {{"attachments", attachment_lines(of.before), attachment_lines(of.after)}}});
    if (of.item.stage == Stage::published)
        ports::document_changed(write, {std::string{kDocumentKind}, document_key(of.item.id)});
}

}  // namespace

http::Response DocumentHandlers::serve(const http::Request& request, db::Read& read) const {
    const auto document =
        store::find_document(read, DocumentId{base::whole_number(request.parameter("document")).value_or(0)});
    if (!document || document->path != request.path) return http::not_found();
    const bool is_public = store::is_public(read, *document);
    const bool is_staff = ports::may_somewhere(request, Permission::edit_content);
    const auto address = files::Address::parse(document->file);
    if ((!is_public && !is_staff) || !address) return http::not_found();
    auto bytes = services_.files.read(*address);
    if (!bytes) return http::not_found();
    const auto name = document->path.substr(document->path.rfind('/') + 1);
    auto response = http::download({name, std::string{media_type(document->type)}, *std::move(bytes)});
    response.headers.add({"Content-Security-Policy", "default-src 'none'; sandbox"});
    response.headers.add({"Cache-Control", is_public ? "public, max-age=300" : "private, no-store"});
    return response;
}

http::Response DocumentHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response DocumentHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                            db::Read& read) const {
    const auto item = find_allowed(read, *request.staff, WantedItem{item_id(request), Permission::edit_content});
    if (!item) return http::not_found();
    const i18n::Translator t{request.locale};
    auto attachments = store::belongings(read, item->id).attachments;
    auto documents = store::documents_of(read, attachments);
    const staff_pages::DocumentList list{.item = *item,
                                         .title = title_of(t, store::newest_revisions(read, item->id)),
                                         .attachments = std::move(attachments),
                                         .documents = std::move(documents),
                                         .may_change = find_changeable(read, *request.staff, item->id).has_value(),
                                         .label_en = request.form.text("label_en"),
                                         .label_fr = request.form.text("label_fr"),
                                         .problems = problems};
    auto frame = services_.frames.staff_frame(request, {.title = list.title, .form_state = state_of(problems)});
    return ports::respond(std::move(frame), staff_pages::documents(t, list), problems.empty() ? 200 : 422);
}

base::Result<DocumentUpload, base::Problems> DocumentHandlers::read_upload(const http::Request& request) const {
    DocumentUpload upload{.acting = ports::acting(request),
                          .item = item_id(request),
                          .uploaded_name = {},
                          .label_en = base::collapse_spaces(request.form.text("label_en")),
                          .label_fr = base::collapse_spaces(request.form.text("label_fr")),
                          .type = {},
                          .size = 0,
                          .file = {}};
    base::Problems problems;
    const auto* const file = request.form.file("file");
    const auto type = type_of(file ? UploadedDocument{file->bytes, file->name} : UploadedDocument{});
    if (!type) problems = type.error();
    if (upload.label_en.empty() && upload.label_fr.empty())
        problems.push_back({"label_en", base::message("Please say what this document is, in at least one language.")});
    for (const std::string* label : {&upload.label_en, &upload.label_fr})
        if (base::count_characters(*label) > kLongestLabel || label->contains('|'))
            problems.push_back({label == &upload.label_en ? "label_en" : "label_fr",
                                base::message("The name has at most 200 characters and no vertical bar.")});
    if (!problems.empty()) return problems;
    upload.uploaded_name = file->name;
    upload.type = *type;
    upload.size = std::ssize(file->bytes);
    upload.file = services_.files.put(file->bytes).hex();
    return upload;
}

http::WriteResult DocumentHandlers::upload(const DocumentUpload& upload, db::Write& write) const {
    const auto item = find_changeable(write, upload.acting.staff, upload.item);
    if (!item) return http::forbidden();
    const auto before = store::belongings(write, item->id).attachments;
    if (before.size() >= kMostAttachments)
        return base::Problems{{"", base::message("There are too many documents: at most 30.")}};
    const auto document = store::insert_document(write, {upload.uploaded_name, upload.file, upload.type, upload.size},
                                                 upload.acting.staff.name);
    auto after = before;
    after.push_back({document.path, upload.label_en, upload.label_fr});
    exchange(write, {upload.acting, *item, before, after});
    return to_documents(upload.acting, item->id);
}

base::Result<DocumentRemoval, base::Problems> DocumentHandlers::read_removal(const http::Request& request) const {
    return DocumentRemoval{ports::acting(request), item_id(request), request.form.text("address")};
}

http::WriteResult DocumentHandlers::remove(const DocumentRemoval& removal, db::Write& write) const {
    const auto item = find_changeable(write, removal.acting.staff, removal.item);
    if (!item) return http::forbidden();
    const auto before = store::belongings(write, item->id).attachments;
    auto after = before;
    std::erase_if(after, [&](const Attachment& each) { return each.address == removal.address; });
    if (after.size() != before.size()) exchange(write, {removal.acting, *item, before, after});
    return to_documents(removal.acting, item->id);
}

}  // namespace newsroom
