#include "features/newsroom/import_handlers.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/newsroom/import_job_service.h"
#include "features/newsroom/import_run_service.h"
#include "features/newsroom/import_store.h"
#include "features/newsroom/section_store.h"
#include "features/newsroom/staff_handlers_parts.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/foreign_news/archive.h"
#include "platform/foreign_news/encoding.h"

namespace newsroom {
namespace {

using auth::Permission;

constexpr std::int64_t kShown = 20;
constexpr std::size_t kLongestName = 120;  // characters of a file's name

UploadId upload_id(const http::Request& request) {
    return UploadId{base::whole_number(request.parameter("upload")).value_or(0)};
}

// The last part of a name, whatever the browser claims.
std::string file_name(std::string_view claimed) {
    const auto slash = claimed.find_last_of("/\\");
    const auto name = base::collapse_spaces(slash == std::string_view::npos ? claimed : claimed.substr(slash + 1));
    return name.empty() ? "news" : std::string{base::first_characters(name, kLongestName)};
}

// What keeps these bytes from being read at all.
void check_file(const http::UploadedFile* file, base::Problems& problems) {
    if (file == nullptr) return problems.push_back({"file", base::message("Please choose a file.")});
    const std::string_view bytes = file->bytes;
    if (bytes.size() > kLargestUpload)
        problems.push_back({"file", base::message("The file is too large: at most 64 megabytes. Larger ones come in "
                                                  "by the command “alltogether import news”.")});
    else if (!foreign_news::is_archive(bytes))
        if (const auto kind = foreign_news::binary_kind(bytes.substr(0, 65'536))) problems.push_back({"file", *kind});
}

// The upload, when this person may write at its level.
std::optional<Upload> find_allowed(db::Read& read, const auth::Principal& staff, UploadId id) {
    auto upload = store::find_upload(read, id);
    if (!upload || !ports::may(read, staff, Permission::edit_content, upload->level)) return std::nullopt;
    return upload;
}

void record(db::Write& write, const Acting& who, const Upload& upload, auth::AuditEntry entry) {
    entry.actor = auth::actor_of(who.staff, who.request_id);
    entry.subject = {"news_import", upload.id.value, upload.name + " → " + upload.section};
    entry.level = upload.level;
    auth::record(write, entry);
}

base::Problems refusal_to_publish(db::Read& read, const UploadAct& act, const Upload& upload) {
    const auto section = store::find_section(read, upload.section);
    const auto level = section ? section->level : upload.level;
    if (!ports::may(read, act.acting.staff, Permission::publish, upload.level) ||
        !ports::may(read, act.acting.staff, Permission::publish, level))
        return {{"stage", base::message("You may write, not publish: import them as drafts.")}};
    if (section && section->needs_approval)
        return {{"stage", base::message("Items of this section are approved one by one: import them as drafts.")}};
    return {};
}

}  // namespace

http::Response ImportHandlers::list(const http::Request& request, db::Read& read) const {
    return list_again(request, {}, read);
}

http::Response ImportHandlers::list_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto uploads = store::newest_uploads(read, kShown);
    std::erase_if(uploads, [&](const Upload& upload) {
        return !ports::may(read, *request.staff, Permission::edit_content, upload.level);
    });
    const import_pages::ImportList list{.uploads = std::move(uploads),
                                        .sections = store::all_sections(read),
                                        .levels = ports::levels_for(read, request, Permission::edit_content),
                                        .section = request.form.text("section"),
                                        .new_section = request.form.text("new_section"),
                                        .level = request.form.text("level"),
                                        .locale = request.form.text("language"),
                                        .zone = services_.zone,
                                        .problems = problems};
    auto frame = services_.frames.staff_frame(request, {.title = t("Import news"), .form_state = state_of(problems)});
    return ports::respond(std::move(frame), import_pages::list(t, list), problems.empty() ? 200 : 422);
}

base::Result<UploadForm, base::Problems> ImportHandlers::read_upload(const http::Request& request) const {
    UploadForm form{ports::acting(request), {}, request.form.text("level")};
    auto& upload = form.upload;
    const auto typed = base::collapse_spaces(request.form.text("new_section"));
    upload.section = typed.empty() ? request.form.text("section") : typed;
    upload.locale = base::locale_of(request.form.view("language"));
    upload.created_by = form.acting.staff.name;
    base::Problems problems;
    const auto* const file = request.form.file("file");
    check_file(file, problems);
    if (upload.section.empty())
        problems.push_back({"section", base::message("Please choose a section, or name a new one.")});
    else
        for (auto& problem : problems_of_slug(upload.section))
            problems.push_back({typed.empty() ? "section" : "new_section", problem.message});
    if (!problems.empty()) return problems;
    upload.name = file_name(file->name);
    upload.size = std::ssize(file->bytes);
    upload.file = services_.files.put(file->bytes).hex();
    return form;
}

http::WriteResult ImportHandlers::upload(const UploadForm& form, db::Write& write) const {
    auto upload = form.upload;
    const auto section = store::find_section(write, upload.section);
    const auto level = people::find_level(write, form.level);
    if (!section && !level) return base::Problems{{"level", base::message("Please choose the level.")}};
    upload.level = section ? section->level : level->id;
    if (!ports::may(write, form.acting.staff, Permission::edit_content, upload.level)) return http::forbidden();
    upload.id = store::insert_upload(write, upload);
    order_reading(write, upload.id);
    record(write, form.acting, upload, {.action = "newsroom.upload_import"});
    return http::see_other(import_pages::upload_path(form.acting.locale, upload.id));
}

http::Response ImportHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response ImportHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const auto upload = find_allowed(read, *request.staff, upload_id(request));
    if (!upload) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto report = report_of(upload->report);
    const bool may_publish = refusal_to_publish(read, {ports::acting(request), upload->id}, *upload).empty();
    const import_pages::UploadPage page{
        .upload = *upload,
        .report = report,
        .section = store::find_section(read, upload->section),
        .may = may_publish ? import_pages::May::publish : import_pages::May::make_drafts,
        .problems = problems};
    auto frame = services_.frames.staff_frame(request, {.title = upload->name, .form_state = state_of(problems)});
    return ports::respond(std::move(frame), import_pages::upload(t, page), problems.empty() ? 200 : 422);
}

base::Result<UploadAct, base::Problems> ImportHandlers::read_act(const http::Request& request) const {
    const bool as_drafts = request.form.view("stage") == "draft";
    return UploadAct{ports::acting(request), upload_id(request), as_drafts ? Stage::draft : Stage::published};
}

http::WriteResult ImportHandlers::start(const UploadAct& act, db::Write& write) const {
    const auto upload = find_allowed(write, act.acting.staff, act.upload);
    if (!upload) return http::not_found();
    if (act.stage == Stage::published)
        if (auto problems = refusal_to_publish(write, act, *upload); !problems.empty()) return problems;
    if (store::begin_import(write, upload->id, act.stage, act.acting.staff.name) == store::Begun::yes) {
        order_import(write, upload->id);
        record(write, act.acting, *upload,
               {.action = "newsroom.import", .changes = {{"stage", "", std::string{name_of(act.stage)}}}});
    }
    return http::see_other(import_pages::upload_path(act.acting.locale, upload->id));
}

http::WriteResult ImportHandlers::remove(const UploadAct& act, db::Write& write) const {
    const auto upload = find_allowed(write, act.acting.staff, act.upload);
    if (!upload) return http::not_found();
    if (upload->state == UploadState::importing)
        return base::Problems{{"", base::message("It is being brought in. Wait until it is done.")}};
    store::remove_upload(write, upload->id);
    record(write, act.acting, *upload, {.action = "newsroom.remove_import"});
    return http::see_other(import_pages::list_path(act.acting.locale));
}

}  // namespace newsroom
