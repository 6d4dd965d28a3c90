#include "features/supporter_import/handlers.h"

#include <algorithm>
#include <chrono>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/supporter_import/store.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/foreign_news/encoding.h"

namespace supporter_import {
namespace {

// Bringing people into the house asks for the right to take them out.
constexpr auto kRight = auth::Permission::export_people;
constexpr std::int64_t kShown = 20;
constexpr std::size_t kLongestName = 120;  // characters of a file's name
constexpr std::size_t kSampleRows = 3;

base::Day day_of_instant(base::Instant now) {
    return base::Day{std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::microseconds>{std::chrono::microseconds{now.microseconds}})};
}

// The last part of a name, whatever the browser claims.
std::string file_name(std::string_view claimed) {
    const auto slash = claimed.find_last_of("/\\");
    const auto name = base::collapse_spaces(slash == std::string_view::npos ? claimed : claimed.substr(slash + 1));
    return name.empty() ? "people.csv" : std::string{base::first_characters(name, kLongestName)};
}

std::optional<Import> find_allowed(db::Read& read, const auth::Principal& staff, ImportId id) {
    auto import = store::find(read, id);
    if (!import || !ports::may(read, staff, kRight, import->level)) return std::nullopt;
    return import;
}

ImportId import_id(const http::Request& request) {
    return ImportId{base::whole_number(request.parameter("import")).value_or(0)};
}

void record(db::Write& write, const Acting& who, const Import& import, std::string action) {
    auth::record(write, {.actor = auth::actor_of(who.staff, who.request_id),
                         .action = std::move(action),
                         .subject = {"people_import", import.id.value, import.name},
                         .level = import.level});
}

PlanForm typed_plan(const http::Form& form) {
    PlanForm typed{.mapping = {},
                   .tags = form.text("tags"),
                   .language = form.text("language"),
                   .as_of = form.text("as_of"),
                   .ground = form.text("ground"),
                   .words = form.text("words"),
                   .expires_on = form.text("expires_on")};
    for (std::size_t i = 0; i < kMostColumns; ++i) {
        const auto column = form.find("column_" + std::to_string(i));
        if (!column) break;
        typed.mapping.emplace_back(*column);
    }
    return typed;
}

PlanForm form_of(const Plan& plan) {
    PlanForm form{.mapping = {},
                  .tags = {},
                  .language = std::string{base::code(plan.locale)},
                  .as_of = plan.as_of == base::Day{} ? std::string{} : base::iso(plan.as_of),
                  .ground = std::string{name_of(plan.ground)},
                  .words = plan.words,
                  .expires_on = plan.expires_on ? base::iso(*plan.expires_on) : std::string{}};
    for (const Column& column : plan.mapping) form.mapping.push_back(name_of(column));
    for (const std::string& tag : plan.tags) form.tags += (form.tags.empty() ? "" : ", ") + tag;
    return form;
}

// The columns with their first values, as the file has them.
std::vector<pages::SampleColumn> samples_of(const std::string& text) {
    const TextSource source = source_of(text);
    const auto header = read_header(source);
    std::vector<pages::SampleColumn> columns;
    if (!header) return columns;
    for (const std::string& name : header->columns) columns.push_back({name, {}});
    RowReader reader{source, *header, first_row(*header)};
    for (std::size_t rows = 0; rows < kSampleRows && reader.next(); ++rows) {
        const auto& fields = reader.row().fields;
        for (std::size_t i = 0; i < std::min(columns.size(), fields.size()); ++i)
            columns[i].values.emplace_back(base::first_characters(fields[i], 40));
    }
    return columns;
}

html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

// The text of the upload in UTF-8, and its header; else what is wrong.
struct Understood {
    std::string text;
    Header header;
};
base::Result<Understood, base::Problems> understand(const http::UploadedFile* file) {
    if (file == nullptr) return base::Problems{{"file", base::message("Please choose a file.")}};
    if (file->bytes.size() > kLargestUpload)
        return base::Problems{{"file", base::message("The file is too large: at most 64 megabytes. Larger ones come "
                                                     "in by the command “alltogether import people”.")}};
    auto decoded = foreign_news::decoded_text(file->bytes);
    if (!decoded) return base::Problems{{"file", decoded.error()}};
    auto header = read_header(source_of(decoded->text));
    if (!header || header->columns.empty())
        return base::Problems{{"file", base::message("The first line has to name the columns, with commas, semicolons "
                                                     "or tabs between them.")}};
    return Understood{std::move(decoded->text), *std::move(header)};
}

std::string cell(std::string_view text) {
    std::string quoted = "\"";
    if (!text.empty() && std::string_view{"=+-@\t\r\n"}.contains(text.front())) quoted += '\'';
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

}  // namespace

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    return list_again(request, {}, read);
}

http::Response Handlers::list_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto imports = store::newest(read, kShown);
    std::erase_if(imports,
                  [&](const Import& import) { return !ports::may(read, *request.staff, kRight, import.level); });
    const pages::ImportList list{.imports = std::move(imports),
                                 .levels = ports::levels_for(read, request, kRight),
                                 .level = request.form.text("level"),
                                 .problems = problems};
    auto frame = services_.frames.staff_frame(request, {.title = t("Import people"), .form_state = state_of(problems)});
    return ports::respond(std::move(frame), pages::list(t, list), problems.empty() ? 200 : 422);
}

base::Result<UploadForm, base::Problems> Handlers::read_upload(const http::Request& request) const {
    const auto* file = request.form.file("file");
    auto understood = understand(file);
    if (!understood) return understood.error();
    const Guess guess = guess_of(understood->header.columns);
    UploadForm form{ports::acting(request), {}, request.form.text("level")};
    form.import.name = file_name(file->name);
    form.import.size = std::ssize(understood->text);
    form.import.file = services_.files.put(understood->text).hex();
    form.import.plan.mapping = guess.mapping;
    form.import.plan.locale = request.locale;
    form.import.plan.as_of = day_of_instant(request.received_at);
    form.import.report.preset = guess.preset;
    form.import.created_by = form.acting.staff.name;
    return form;
}

http::WriteResult Handlers::upload(const UploadForm& form, db::Write& write) const {
    const auto level = people::find_level(write, form.level);
    if (!level) return base::Problems{{"level", base::message("Please choose the level.")}};
    if (!ports::may(write, form.acting.staff, kRight, level->id)) return http::forbidden();
    Import import = form.import;
    import.level = level->id;
    import.id = store::insert(write, import);
    record(write, form.acting, import, "supporters.upload_import");
    return http::see_other(pages::path(form.acting.locale, import.id));
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    const auto import = find_allowed(read, *request.staff, import_id(request));
    if (!import) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto level = people::find_level(read, import->level);
    pages::ImportPage page{.import = *import, .level = level ? level->name(request.locale) : std::string{}};
    page.problems = problems;
    page.fields = people::fields(read);
    page.typed = request.method == http::Method::post ? typed_plan(request.form) : form_of(import->plan);
    if (import->state == ImportState::waits_for_columns)
        if (const auto address = files::Address::parse(import->file))
            if (const auto text = services_.files.read(*address)) page.columns = samples_of(*text);
    page.troubles = store::troubles(read, import->id, pages::kShownTroubles);
    auto frame = services_.frames.staff_frame(request, {.title = import->name, .form_state = state_of(problems)});
    auto response = ports::respond(std::move(frame), pages::import(t, page), problems.empty() ? 200 : 422);
    // While a worker has it, browsers look again by themselves, also those without scripts.
    if (import->is_busy()) response.headers.add({"Refresh", "3"});
    return response;
}

base::Result<ImportAct, base::Problems> Handlers::read_act(const http::Request& request) const {
    return ImportAct{ports::acting(request), import_id(request), typed_plan(request.form),
                     day_of_instant(request.received_at)};
}

http::WriteResult Handlers::plan(const ImportAct& act, db::Write& write) const {
    auto import = find_allowed(write, act.acting.staff, act.import);
    if (!import) return http::not_found();
    if (import->state != ImportState::waits_for_columns)
        return http::see_other(pages::path(act.acting.locale, act.import));
    auto plan = read_plan(act.form, act.today);
    if (!plan) return plan.error();
    if (plan->mapping.size() != import->plan.mapping.size())
        return base::Problems{{"", base::message("Please choose what each column is.")}};
    import->plan = *std::move(plan);
    import->state = ImportState::being_tried;
    import->place = {};
    store::save(write, *import);
    order_work(write, import->id);
    return http::see_other(pages::path(act.acting.locale, act.import));
}

http::WriteResult Handlers::start(const ImportAct& act, db::Write& write) const {
    auto import = find_allowed(write, act.acting.staff, act.import);
    if (!import) return http::not_found();
    if (import->state == ImportState::tried) {
        import->state = ImportState::coming_in;
        import->report = {.preset = import->report.preset};
        import->place = {};
        store::forget_troubles(write, import->id);
        store::save(write, *import);
        order_work(write, import->id);
        record(write, act.acting, *import, "supporters.import");
    }
    return http::see_other(pages::path(act.acting.locale, act.import));
}

http::WriteResult Handlers::change(const ImportAct& act, db::Write& write) const {
    auto import = find_allowed(write, act.acting.staff, act.import);
    if (!import) return http::not_found();
    if (!import->is_busy()) {
        import->state = ImportState::waits_for_columns;
        store::forget_troubles(write, import->id);
        store::save(write, *import);
    }
    return http::see_other(pages::path(act.acting.locale, act.import));
}

http::WriteResult Handlers::remove(const ImportAct& act, db::Write& write) const {
    const auto import = find_allowed(write, act.acting.staff, act.import);
    if (!import) return http::not_found();
    if (import->state == ImportState::coming_in && !import->is_of_command())
        return base::Problems{{"", base::message("It is being brought in. Wait until it is done.")}};
    store::remove(write, import->id);
    record(write, act.acting, *import, "supporters.remove_import");
    return http::see_other(pages::list_path(act.acting.locale));
}

http::Response Handlers::download_troubles(const http::Request& request, db::Read& read) const {
    const auto import = find_allowed(read, *request.staff, import_id(request));
    if (!import) return http::not_found();
    const i18n::Translator t{request.locale};
    std::string file = "\xEF\xBB\xBF" + cell(t("Line")) + "," + cell(t("Problem")) + "," + cell(t("Value")) + "\r\n";
    for (const auto& trouble : store::troubles(read, import->id, store::kMostTroubles))
        file += std::to_string(trouble.line) + "," + cell(t(words_of(trouble.trouble))) + "," + cell(trouble.detail) +
                "\r\n";
    return http::download({"import-problems.csv", "text/csv; charset=utf-8", std::move(file)});
}

}  // namespace supporter_import
