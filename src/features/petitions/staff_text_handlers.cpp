// What staff_handlers.h declares about the texts.
#include <array>

#include "base/text.h"
#include "features/petitions/staff_handlers.h"
#include "features/petitions/staff_handlers_parts.h"

namespace petitions {
namespace {

using auth::Permission;

struct Part {
    std::string_view name;
    std::string TextForm::* text;
};
constexpr std::array kParts{Part{"title_", &TextForm::title}, Part{"lead_", &TextForm::lead},
                            Part{"body_", &TextForm::body}, Part{"thanks_", &TextForm::thanks}};

std::string field_name(const Part& part, base::Locale locale) {
    return std::string{part.name}.append(base::code(locale));
}

TextForm text_form(const http::Form& form, base::Locale locale) {
    const auto typed = [&](const Part& part) { return form.text(field_name(part, locale)); };
    return {base::collapse_spaces(typed(kParts[0])), base::collapse_spaces(typed(kParts[1])),
            base::tidy_lines(typed(kParts[2])), base::tidy_lines(typed(kParts[3]))};
}

TextForms text_forms(const http::Form& form) {
    return {text_form(form, base::Locale::english), text_form(form, base::Locale::french)};
}

TextForms text_forms(const std::vector<Text>& newest) {
    TextForms forms;
    for (const Text& text : newest) forms.in(text.locale) = {text.title, text.lead, text.body, text.thanks};
    return forms;
}

// The words under the names of their fields, and back.
ports::NamedTexts named(const TextForms& forms) {
    ports::NamedTexts texts;
    for (const base::Locale locale : base::kLocales)
        for (const Part& part : kParts) texts.push_back({field_name(part, locale), forms.in(locale).*part.text});
    return texts;
}

TextForms text_forms(const ports::NamedTexts& texts) {
    TextForms forms;
    for (const base::Locale locale : base::kLocales)
        for (const Part& part : kParts) forms.in(locale).*part.text = ports::text_of(texts, field_name(part, locale));
    return forms;
}

std::vector<auth::Change> changes_between(const TextForms& before, const TextForms& after) {
    std::vector<auth::Change> changes;
    const auto old_words = named(before);
    for (const auto& [name, text] : named(after))
        auth::add_change(changes, name, {ports::text_of(old_words, name), text});
    return changes;
}

// The editor with what is stored.
staff_pages::TextEditor editor_of(const Petition& petition, std::vector<Text> newest, base::Locale locale) {
    const TextForms stored = text_forms(newest);
    return {.title = title_of(petition, newest, locale),
            .typed = stored,
            .newest = std::move(newest),
            .seen = ports::seen(named(stored))};
}

// The same with what was typed: of a field that only others changed, theirs; below one that both changed, theirs too.
staff_pages::TextEditor editor_again(db::Read& read, const Petition& petition, const http::Request& request) {
    auto editor = editor_of(petition, store::newest_texts(read, petition.id), request.locale);
    const auto merged = ports::merge({.stored = named(editor.typed),
                                      .typed = named(text_forms(request.form)),
                                      .seen = request.form.view(ports::kSeenField)});
    editor.typed = text_forms(merged.texts);
    editor.conflicts = merged.conflicts;
    if (auto saving = store::last_saving(read, petition.id)) editor.saving = *std::move(saving);
    return editor;
}

http::Response text_page(const Services& services, const http::Request& request, const Petition& petition,
                         const staff_pages::TextEditor& editor) {
    const i18n::Translator t{request.locale};
    const bool is_fine = editor.problems.empty();
    return ports::respond(services.frames.staff_frame(
                              request, {.title = t("Write “{title}”", {{"title", editor.title}}),
                                        .form_state = is_fine ? html::FormState::fine : html::FormState::has_problems}),
                          staff_pages::texts(t, petition, editor),
                          is_fine                    ? 200
                          : editor.conflicts.empty() ? 422
                                                     : 409);
}

}  // namespace

http::Response TextHandlers::show(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::edit_content});
    if (!petition) return http::not_found();
    return text_page(services_, request, *petition,
                     editor_of(*petition, store::newest_texts(read, petition->id), request.locale));
}

base::Result<TextEdit, base::Problems> TextHandlers::read_texts(const http::Request& request) const {
    TextForms texts = text_forms(request.form);
    auto problems = problems_of(texts);
    if (!problems.empty()) return problems;
    return TextEdit{ports::acting(request), request.parameter("slug"), std::move(texts),
                    request.form.text(ports::kSeenField)};
}

http::WriteResult TextHandlers::save(const TextEdit& edit, db::Write& write) const {
    const auto petition = find_allowed(write, edit.acting.staff, {edit.slug, Permission::edit_content});
    if (!petition) return http::not_found();
    const TextForms before = text_forms(store::newest_texts(write, petition->id));
    const auto merged = ports::merge({.stored = named(before), .typed = named(edit.texts), .seen = edit.seen});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    const TextForms after = text_forms(merged.texts);
    if (auto problems = problems_of(after); !problems.empty()) return problems;
    for (const base::Locale locale : base::kLocales)
        store::save_text(write, *petition, locale, after.in(locale), edit.acting.staff.name);
    auto changes = changes_between(before, text_forms(store::newest_texts(write, petition->id)));
    if (!changes.empty()) record(write, edit.acting, *petition, "petitions.write", std::move(changes));
    return http::see_other(staff_pages::staff_path(edit.acting.locale, edit.slug) + "/preview");
}

http::Response TextHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    const auto petition = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::edit_content});
    if (!petition) return http::not_found();
    auto editor = editor_again(read, *petition, request);
    editor.problems = problems;
    return text_page(services_, request, *petition, editor);
}

http::Response TextHandlers::preview(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(read, *request.staff, {request.parameter("slug"), Permission::edit_content});
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto texts = store::newest_texts(read, petition->id);
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Preview")}),
                          staff_pages::preview(t, {*petition, title_of(*petition, texts, request.locale), texts}));
}

}  // namespace petitions
