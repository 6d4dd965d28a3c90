// What staff_handlers.h declares about writing.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "features/mailings/staff_handlers_parts.h"

namespace mailings {
namespace {

Variant variant_of(std::string_view text, const Mailing& mailing) {
    const auto number = base::whole_number(text).value_or(0);
    return {number > 0 && number < mailing.plan.variants ? static_cast<int>(number) : 0};
}

MailWords read_words_of(const http::Form& form, base::Locale locale) {
    const auto line = [&](std::string_view name) { return base::collapse_spaces(form.text(field_name(name, locale))); };
    const auto lines = [&](std::string_view name) { return base::tidy_lines(form.text(field_name(name, locale))); };
    return {line("subject"), line("preheader"), lines("body"), lines("text"), 0};
}

BothLanguages typed_words(const http::Form& form) {
    return {read_words_of(form, base::Locale::english), read_words_of(form, base::Locale::french)};
}

// A text part that was written now was written to this body; one that stays keeps what it was written to.
BothLanguages with_text_seen(BothLanguages after, const BothLanguages& before) {
    for (const auto locale : base::kLocales) {
        MailWords& words = after.in(locale);
        const MailWords& old = before.in(locale);
        if (words.text.empty())
            words.text_seen = 0;
        else
            words.text_seen = words.text == old.text ? old.text_seen : fingerprint(words.body);
    }
    return after;
}

std::vector<auth::Change> changes_between(const BothLanguages& before, const BothLanguages& after) {
    std::vector<auth::Change> changes;
    const auto old_words = named(before);
    for (const auto& [name, text] : named(after))
        auth::add_change(changes, name, {ports::text_of(old_words, name), text});
    return changes;
}

}  // namespace

staff_pages::Editor WriteHandlers::editor_of(db::Read& read, const Mailing& mailing, Variant variant) const {
    const auto stored = store::words(read, mailing.id, variant);
    staff_pages::Editor editor{
        .mailing = mailing, .variant = variant, .typed = stored, .made_text = {}, .seen = ports::seen(named(stored))};
    for (const auto locale : base::kLocales) {
        store::StoredText text{MailingTextId{0}, mailing.id, variant, locale, stored.in(locale), {}, {}};
        editor.made_text.in(locale).text = draft_of(read, services_, mailing, std::move(text)).mail.made_text;
    }
    editor.saving = {mailing.changed_by, mailing.changed_at};
    return editor;
}

http::Response WriteHandlers::page(const http::Request& request, const staff_pages::Editor& editor) const {
    const i18n::Translator t{request.locale};
    const int status = editor.problems.empty() ? 200 : editor.conflicts.empty() ? 422 : 409;
    return ports::respond(services_.frames.staff_frame(
                              request, {.title = editor.mailing.plan.name, .form_state = state_of(editor.problems)}),
                          staff_pages::editor(t, editor), status);
}

http::Response WriteHandlers::show(const http::Request& request, db::Read& read) const {
    const auto mailing = find_allowed(read, *request.staff, mailing_id(request));
    if (!mailing) return http::not_found();
    return page(request, editor_of(read, *mailing, variant_of(request.query.view("variant"), *mailing)));
}

base::Result<WordsEdit, base::Problems> WriteHandlers::read_words(const http::Request& request) const {
    auto words = typed_words(request.form);
    auto problems = problems_of(words);
    if (!problems.empty()) return problems;
    const auto number = base::whole_number(request.form.view("variant")).value_or(0);
    return WordsEdit{ports::acting(request),
                     mailing_id(request),
                     {static_cast<int>(std::clamp<std::int64_t>(number, 0, kMostVariants - 1))},
                     std::move(words),
                     request.form.text(ports::kSeenField),
                     request.form.view("then") == "preview"};
}

http::WriteResult WriteHandlers::save(const WordsEdit& edit, db::Write& write) const {
    auto mailing = find_allowed(write, edit.acting.staff, edit.mailing);
    if (!mailing || edit.variant.number >= mailing->plan.variants) return http::not_found();
    const auto before = store::words(write, mailing->id, edit.variant);
    const auto merged = ports::merge({.stored = named(before), .typed = named(edit.words), .seen = edit.seen});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    const auto after = with_text_seen(words_of(merged.texts), before);
    if (auto problems = problems_of(after); !problems.empty()) return problems;
    mailing->changed_by = edit.acting.staff.name;
    store::save_words(write, *mailing, edit.variant, after);
    auto changes = changes_between(before, after);
    if (!changes.empty()) record(write, {edit.acting, "mailings.write", *mailing, std::move(changes)});
    const auto path = staff_pages::mailing_path(edit.acting.locale, mailing->id);
    if (!edit.then_preview) return http::see_other(fmt::format("{}?variant={}", path, edit.variant.number));
    return http::see_other(
        fmt::format("{}/preview/{}", path, path_of({.variant = edit.variant, .locale = edit.acting.locale})));
}

http::Response WriteHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto mailing = find_allowed(read, *request.staff, mailing_id(request));
    if (!mailing) return http::not_found();
    auto editor = editor_of(read, *mailing, variant_of(request.form.view("variant"), *mailing));
    const auto merged = ports::merge({.stored = named(editor.typed),
                                      .typed = named(typed_words(request.form)),
                                      .seen = request.form.view(ports::kSeenField)});
    editor.typed = words_of(merged.texts);
    editor.conflicts = merged.conflicts;
    editor.problems = problems;
    return page(request, editor);
}

http::Response WriteHandlers::versions(const http::Request& request, db::Read& read) const {
    const auto mailing = find_allowed(read, *request.staff, mailing_id(request));
    if (!mailing) return http::not_found();
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = mailing->plan.name}),
                          staff_pages::versions(t, {*mailing, store::versions(read, mailing->id)}));
}

}  // namespace mailings
