// What staff_handlers.h declares about files: uploading one, what it would do, taking it in or leaving it.
#include <algorithm>

#include "base/day.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "features/representatives/import_store.h"
#include "features/representatives/plan_service.h"
#include "features/representatives/staff_handlers.h"
#include "features/representatives/staff_pages.h"
#include "platform/auth/audit.h"
#include "platform/db/database.h"
#include "platform/foreign_news/encoding.h"
#include "platform/i18n/local_time.h"
#include "ports/search_documents.h"

namespace representatives {
namespace {

using i18n::Translator;

constexpr std::int64_t kShownImports = 50;
constexpr std::size_t kLongestFileName = 120;  // characters
constexpr auto kKeptWaiting = base::days(30);
constexpr auto kForgottenFile = base::days(1);

// The last part of a name, whatever the browser claims.
std::string plain_file_name(std::string_view claimed) {
    const auto slash = claimed.find_last_of("/\\");
    const auto name = base::collapse_spaces(slash == std::string_view::npos ? claimed : claimed.substr(slash + 1));
    return std::string{base::first_characters(name, kLongestFileName)};
}

std::string today_in_toronto(base::Instant now) {
    return i18n::text_of(i18n::local_time(now, i18n::TimeZone::toronto())).substr(0, 10);
}

ImportId import_in(const http::Request& request) {
    return ImportId{base::whole_number(request.parameter("import")).value_or(0)};
}

staff_pages::TypedUpload typed_upload(const http::Form& form) {
    return {form.text("set"), base::collapse_spaces(form.text("source")), base::collapse_spaces(form.text("as_of")),
            form.is_ticked("whole")};
}

// In UTF-8: lists come from spreadsheets of all ages. JSON is left as it is.
base::Result<std::string, base::Message> text_of_upload(const http::UploadedFile& file) {
    if (base::is_valid_utf8(file.bytes)) return file.bytes;
    auto decoded = foreign_news::decoded_text(file.bytes);
    if (!decoded) return decoded.error();
    return std::move(decoded->text);
}

base::Problems problems_of_upload(const http::UploadedFile* file, const staff_pages::TypedUpload& typed,
                                  std::string_view today) {
    base::Problems problems;
    if (file == nullptr) problems.push_back({"file", base::message("Please choose a file.")});
    if (file != nullptr && file->bytes.size() > kLargestFile)
        problems.push_back({"file", base::message("The file is too large: at most 64 megabytes.")});
    if (typed.source.empty()) problems.push_back({"source", base::message("Please say where this is from.")});
    if (const auto problem = problem_of_text(typed.source)) problems.push_back({"source", *problem});
    if (!base::day_of(typed.as_of) || typed.as_of > today)
        problems.push_back({"as_of", base::message("Please enter the day as in 2026-11-03, today at the latest.")});
    return problems;
}

void record_import(db::Write& write, const ports::Acting& acting, const ImportRecord& import, std::string action) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::move(action),
                         .subject = {"representatives_import", import.id.value, import.file_name}});
}

}  // namespace

std::shared_ptr<const ridings::Reading> LastReading::of(const files::FileStore& files, const std::string& address) {
    const std::scoped_lock lock{mutex_};  // also while it is read: two who ask at once read once
    if (reading_ && address_ == address) return reading_;
    const auto parsed = files::Address::parse(address);
    const auto bytes = parsed ? files.read(*parsed) : std::nullopt;
    const auto* const provider = bytes ? ridings::provider_of(*bytes) : nullptr;
    if (provider == nullptr) return nullptr;
    reading_.reset();  // one at a time in memory
    reading_ = std::make_shared<const ridings::Reading>(provider->read(*bytes));
    address_ = address;
    return reading_;
}

http::Response ImportHandlers::list(const http::Request& request, db::Read& read) const {
    return list_again(request, {}, read);
}

base::Result<UploadForm, base::Problems> ImportHandlers::read_upload(const http::Request& request) const {
    const auto* const file = request.form.file("file");
    const auto typed = typed_upload(request.form);
    auto problems = problems_of_upload(file, typed, today_in_toronto(request.received_at));
    if (!problems.empty()) return problems;
    const auto text = text_of_upload(*file);
    if (!text) return base::Problems{{"file", text.error()}};
    const auto* const provider = ridings::provider_of(*text);
    if (provider == nullptr)
        return base::Problems{{"file", base::message("This is none of the kinds of files that can be taken in here.")}};
    UploadForm form{.acting = ports::acting(request), .import = {}};
    form.import = {.content = provider->content(),
                   .provider = std::string{provider->key()},
                   .set = typed.set,
                   .file_name = plain_file_name(file->name),
                   .file = services_.files.put(*text).hex(),
                   .size = static_cast<std::int64_t>(text->size()),
                   .coverage = typed.is_whole ? Coverage::whole : Coverage::part,
                   .source = typed.source,
                   .as_of = typed.as_of,
                   .created_by = form.acting.staff.name};
    return form;
}

http::WriteResult ImportHandlers::upload(const UploadForm& form, db::Write& write) const {
    if (!form.import.set.empty() && !store::find_set(write, form.import.set))
        return base::Problems{{"set", base::message("Please choose the set of ridings that the file is about.")}};
    ImportRecord import = form.import;
    import.id = store::insert_import(write, import);
    record_import(write, form.acting, import, "representatives.upload");
    return http::see_other(staff_pages::import_path(form.acting.locale, import.id));
}

http::Response ImportHandlers::list_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const Translator t{request.locale};
    staff_pages::ImportList list{.imports = store::newest_imports(read, kShownImports), .sets = store::sets(read)};
    list.typed = typed_upload(request.form);
    list.problems = problems;
    if (problems.empty()) list.typed.as_of = today_in_toronto(request.received_at);
    return ports::respond(
        services_.frames.staff_frame(
            request, {.title = t("Files of ridings and offices"),
                      .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems}),
        staff_pages::imports(t, list), problems.empty() ? 200 : 422);
}

http::Response ImportHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response ImportHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const auto import = store::find_import(read, import_in(request));
    if (!import) return http::not_found();
    const Translator t{request.locale};
    const auto set = store::find_set(read, import->set);
    staff_pages::ImportPage page{.import = *import, .set = set ? &*set : nullptr, .plan = {}, .problems = problems};
    if (import->state == ImportState::waits)
        if (const auto reading = last_.of(services_.files, import->file))
            page.plan = plan_import(read, *import, *reading);
    return ports::respond(
        services_.frames.staff_frame(
            request, {.title = import->file_name,
                      .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems}),
        staff_pages::import(t, page), problems.empty() ? 200 : 422);
}

base::Result<ImportAct, base::Problems> ImportHandlers::read_taking(const http::Request& request) const {
    const std::string file = request.form.text("file");
    return ImportAct{ports::acting(request),
                     import_in(request),
                     file,
                     last_.of(services_.files, file),
                     request.form.is_ticked("older_too") ? ImportAct::OlderToo::yes : ImportAct::OlderToo::no,
                     request.form.text("plan")};
}

http::WriteResult ImportHandlers::take(const ImportAct& act, db::Write& write) const {
    auto import = store::find_import(write, act.import);
    if (!import) return http::not_found();
    const auto path = staff_pages::import_path(act.acting.locale, import->id);
    if (import->state != ImportState::waits) return http::see_other(path);
    if (!act.reading || import->file != act.file)
        return base::Problems{{"", base::message("The file is no longer there. Please upload it again.")}};
    const auto plan = plan_import(write, *import, *act.reading);
    if (!plan.is_sound())
        return base::Problems{{"", base::message("Nothing was taken in: some lines have to be put right first.")}};
    if (act.plan != fingerprint_of(plan))
        return base::Problems{{"", base::message("Something has changed since this page was shown. Below stands what "
                                                 "would happen now: please look again.")}};
    if (!plan.newer.empty() && act.older_too == ImportAct::OlderToo::no)
        return base::Problems{{"older_too", base::message("What is there is newer than this file. Please tick that you "
                                                          "want the older one all the same.")}};
    carry_out(write, plan, act.acting.staff.name);
    import->counts = plan.counts;
    import->state = ImportState::came_in;
    import->finished_by = act.acting.staff.name;
    store::finish_import(write, *import);
    ports::many_documents_changed(write);
    record_import(write, act.acting, *import, "representatives.import");
    return http::see_other(path);
}

base::Result<ImportAct, base::Problems> ImportHandlers::read_leaving(const http::Request& request) const {
    return ImportAct{ports::acting(request), import_in(request), {}, {}, ImportAct::OlderToo::no, {}};
}

http::WriteResult ImportHandlers::leave(const ImportAct& act, db::Write& write) const {
    auto import = store::find_import(write, act.import);
    if (!import) return http::not_found();
    if (import->state == ImportState::waits) {
        import->state = ImportState::was_left;
        import->finished_by = act.acting.staff.name;
        store::finish_import(write, *import);
        record_import(write, act.acting, *import, "representatives.leave_import");
    }
    return http::see_other(staff_pages::imports_path(act.acting.locale));
}

void sweep_imports(db::Database& database, files::FileStore& files, base::Instant now) {
    database.write([&](db::Write& write) {
        for (ImportRecord& each : store::waiting_since_before(write, now - kKeptWaiting)) {
            each.state = ImportState::was_left;
            store::finish_import(write, each);
        }
    });
    std::vector<files::Address> old;
    files.each([&](const files::StoredFile& file) {
        if (file.stored_at < now - kForgottenFile) old.push_back(file.address);
    });
    // Within the writer's transaction, so that no import comes to need the file between the look and the removal.
    for (const auto& address : old)
        database.write([&](db::Write& write) {
            if (!store::is_file_needed(write, address.hex())) files.remove(address);
        });
}

}  // namespace representatives
