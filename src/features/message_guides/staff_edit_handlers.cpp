// What staff_handlers.h declares about writing and about versions.
#include "base/text.h"
#include "features/message_guides/staff_handlers_parts.h"

namespace message_guides {
namespace {

using auth::Permission;

// Of a button that changes the form and stores nothing: no problem, but the form comes back.
constexpr std::string_view kNotSaved = "not-saved";

// What the form began with; a number that is none begins with nothing.
Content base_content(db::Read& read, const Guide& guide, int number) {
    const auto version = store::find_version(read, guide.id, number);
    return version ? version->content : Content{};
}

Content content_typed(const http::Form& form) {
    return read_content({.one = [&form](std::string_view name) { return form.text(name); },
                         .all = [&form](std::string_view name) { return form.all(name); }});
}

std::vector<auth::Change> logged(const std::vector<ChangedField>& changes) {
    std::vector<auth::Change> list;
    for (const ChangedField& each : changes) auth::add_change(list, each.field.name, {each.before, each.field.text});
    return list;
}

int status_of(const staff_pages::Editor& editor) {
    if (!editor.conflicts.empty()) return 409;
    return editor.problems.empty() ? 200 : 422;
}

}  // namespace

http::Response StaffHandlers::editor_page(const http::Request& request, const staff_pages::Editor& editor) const {
    const i18n::Translator t{request.locale};
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("Write"), .form_state = state_of(editor.problems)}),
        staff_pages::editor(t, editor), status_of(editor));
}

http::Response StaffHandlers::edit(const http::Request& request, db::Read& read) const {
    const auto guide = find_allowed(read, *request.staff, request.parameter("slug"), Permission::edit_content);
    const auto newest = guide ? store::newest(read, guide->id) : std::nullopt;
    if (!newest) return http::not_found();
    return editor_page(request, {.guide = *guide, .typed = newest->content, .base_number = newest->number});
}

base::Result<ContentEdit, base::Problems> StaffHandlers::read_content(const http::Request& request) const {
    if (editor_act_of(request.form.view("act")).kind != EditorAct::Kind::save)
        return base::Problems{{std::string{kNotSaved}, base::message("Nothing is saved yet.")}};
    Content content = content_typed(request.form);
    if (auto problems = problems_of(content); !problems.empty()) return problems;
    return ContentEdit{ports::acting(request), request.parameter("slug"), number_of(request.form.view("base")),
                       std::move(content)};
}

http::WriteResult StaffHandlers::save(const ContentEdit& edit, db::Write& write) const {
    const auto guide = find_allowed(write, edit.acting.staff, edit.slug, Permission::edit_content);
    const auto newest = guide ? store::newest(write, guide->id) : std::nullopt;
    if (!newest) return http::not_found();
    const auto merged =
        merge({.base = base_content(write, *guide, edit.base), .stored = newest->content, .typed = edit.content});
    if (!merged.conflicts.empty()) return ports::problems_of({.texts = {}, .conflicts = merged.conflicts});
    if (auto problems = problems_of(merged.content); !problems.empty()) return problems;
    if (merged.content != newest->content) {
        store::add_version(write, {guide->id, merged.content, edit.acting.staff.name});
        record(write, edit.acting, *guide, "message_guides.write",
               logged(changes_between({newest->content, merged.content})));
    }
    return http::see_other(staff_pages::guide_path(edit.acting.locale, guide->slug));
}

http::Response StaffHandlers::edit_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto guide = find_allowed(read, *request.staff, request.parameter("slug"), Permission::edit_content);
    const auto newest = guide ? store::newest(read, guide->id) : std::nullopt;
    if (!newest) return http::not_found();
    const auto act = editor_act_of(request.form.view("act"));
    auto acted = after(content_typed(request.form), act, request.request_id);
    staff_pages::Editor editor{
        .guide = *guide, .typed = std::move(acted.content), .base_number = number_of(request.form.view("base"))};
    if (act.kind != EditorAct::Kind::save) {
        editor.moved_key = acted.key;
        if (act.kind == EditorAct::Kind::preview) editor.preview = act.locale;
        return editor_page(request, editor);
    }
    auto merged = merge(
        {.base = base_content(read, *guide, editor.base_number), .stored = newest->content, .typed = editor.typed});
    editor.typed = std::move(merged.content);
    editor.conflicts = std::move(merged.conflicts);
    editor.base_number = newest->number;
    editor.saving = {newest->by, newest->at};
    editor.problems = problems;
    return editor_page(request, editor);
}

http::Response StaffHandlers::version(const http::Request& request, db::Read& read) const {
    const auto guide = find_allowed(read, *request.staff, request.parameter("slug"), Permission::edit_content);
    auto version = guide ? store::find_version(read, guide->id, number_of(request.parameter("number"))) : std::nullopt;
    if (!version) return http::not_found();
    const int against = request.query.has("against") ? number_of(request.query.view("against")) : version->number - 1;
    auto before = store::find_version(read, guide->id, against).value_or(*version);
    if (before.number == version->number) before.content = Content{};
    const auto newest = store::newest(read, guide->id);
    auto changes = changes_between({before.content, version->content});
    const i18n::Translator t{request.locale};
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("Version {number}", {{"number", version->number}})}),
        staff_pages::difference(t, {.guide = *guide,
                                    .before = std::move(before),
                                    .after = *version,
                                    .changes = std::move(changes),
                                    .may_restore = newest && newest->number != version->number}));
}

base::Result<StepForm, base::Problems> StaffHandlers::read_restore(const http::Request& request) const {
    return StepForm{ports::acting(request), request.parameter("slug"), number_of(request.parameter("number"))};
}

http::WriteResult StaffHandlers::restore(const StepForm& form, db::Write& write) const {
    const auto guide = find_allowed(write, form.acting.staff, form.slug, Permission::edit_content);
    const auto version = guide ? store::find_version(write, guide->id, form.version) : std::nullopt;
    if (!version) return http::not_found();
    const auto newest = store::newest(write, guide->id);
    if (newest && newest->content != version->content) {
        store::add_version(write,
                           {guide->id, version->content, form.acting.staff.name, std::to_string(version->number)});
        record(write, form.acting, *guide, "message_guides.restore",
               logged(changes_between({newest->content, version->content})));
    }
    return http::see_other(staff_pages::guide_path(form.acting.locale, guide->slug));
}

}  // namespace message_guides
