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

// What is typed over what is stored; what both changed meets.
void take_typed(staff_pages::Editor& editor, const BothLanguages& typed, std::string_view seen) {
    const auto merged = ports::merge({.stored = named(editor.typed), .typed = named(typed), .seen = seen});
    editor.typed = words_of(merged.texts);
    editor.conflicts = merged.conflicts;
}

// What this person typed and did not save: shown where they ask for it, else told of, unless it says nothing new.
enum class DraftWish : bool { told, shown };
void take_draft(staff_pages::Editor& editor, const store::KeptDraft& kept, DraftWish wish) {
    staff_pages::Editor with_draft = editor;
    take_typed(with_draft, kept.words, kept.seen);
    if (named(with_draft.typed) == named(editor.typed)) return;
    if (wish == DraftWish::told) {
        editor.kept_at = kept.kept_at;
        return;
    }
    editor.typed = with_draft.typed;
    editor.conflicts = with_draft.conflicts;
    editor.shows_draft = true;
}

// Of the words in the fields now; staff may use what is for members.
html::SafeHtml words_help(db::Read& read, const Services& services, base::Locale locale, const BothLanguages& typed) {
    if (services.guides == nullptr || !services.guides->panel) return {};
    html::Out out;
    for (const base::Locale each : base::kLocales)
        out.append(services.guides->panel(read, {.locale = locale,
                                                 .words_in = each,
                                                 .field = field_name("body", each),
                                                 .text = typed.in(each).body,
                                                 .reader = ports::GuideReader::member}));
    return std::move(out).finish();
}

constexpr std::size_t kMostOffered = 12;  // of each kind

std::vector<staff_pages::OfferedBlock> offered_blocks(db::Read& read, const Services& services, base::Locale locale) {
    std::vector<staff_pages::OfferedBlock> offered;
    for (const ports::Action& action : services.actions.all(read, locale)) {
        if (offered.size() == kMostOffered) break;
        if (action.availability == ports::Availability::open)
            offered.push_back(
                {fmt::format("{{{{petition: {}}}}}", action.key), action.title.empty() ? action.call : action.title});
    }
    if (services.events == nullptr || !services.events->upcoming) return offered;
    for (const ports::EventAhead& event : services.events->upcoming(read, locale, kMostOffered))
        offered.push_back({fmt::format("{{{{event: {}}}}}", event.id.value),
                           fmt::format("{} · {} · {}", event.title, event.when, event.where)});
    return offered;
}

}  // namespace

// Everything of the editor that is asked of others: blocks to put in, and words that work.
void WriteHandlers::add_help(db::Read& read, staff_pages::Editor& editor, base::Locale locale) const {
    editor.offered = offered_blocks(read, services_, locale);
    editor.words_help = words_help(read, services_, locale, editor.typed);
}

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
    const auto variant = variant_of(request.query.view("variant"), *mailing);
    auto editor = editor_of(read, *mailing, variant);
    if (const auto kept = store::kept_draft(read, {mailing->id, variant, request.staff->id.value}))
        take_draft(editor, *kept, request.query.view("draft") == "1" ? DraftWish::shown : DraftWish::told);
    add_help(read, editor, request.locale);
    return page(request, editor);
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
    store::drop_draft(write, {mailing->id, edit.variant, edit.acting.staff.id.value});
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
    take_typed(editor, typed_words(request.form), request.form.view(ports::kSeenField));
    editor.problems = problems;
    add_help(read, editor, request.locale);
    return page(request, editor);
}

base::Result<DraftKeeping, base::Problems> WriteHandlers::read_draft(const http::Request& request) const {
    const auto number = base::whole_number(request.form.view("variant")).value_or(0);
    return DraftKeeping{ports::acting(request),
                        mailing_id(request),
                        {static_cast<int>(std::clamp<std::int64_t>(number, 0, kMostVariants - 1))},
                        {typed_words(request.form), request.form.text(ports::kSeenField)}};
}

http::WriteResult WriteHandlers::keep_draft(const DraftKeeping& keeping, db::Write& write) const {
    const auto mailing = find_allowed(write, keeping.acting.staff, keeping.mailing);
    if (!mailing || keeping.variant.number >= mailing->plan.variants) return http::not_found();
    store::keep_draft(write, {mailing->id, keeping.variant, keeping.acting.staff.id.value}, keeping.draft);
    return http::json(fmt::format(R"({{"kept_at":"{}"}})", i18n::machine_time(write.now())));
}

http::WriteResult WriteHandlers::drop_draft(const DraftKeeping& keeping, db::Write& write) const {
    const auto mailing = find_allowed(write, keeping.acting.staff, keeping.mailing);
    if (!mailing) return http::not_found();
    store::drop_draft(write, {mailing->id, keeping.variant, keeping.acting.staff.id.value});
    return http::see_other(fmt::format("{}?variant={}", staff_pages::mailing_path(keeping.acting.locale, mailing->id),
                                       keeping.variant.number));
}

http::Response WriteHandlers::versions(const http::Request& request, db::Read& read) const {
    const auto mailing = find_allowed(read, *request.staff, mailing_id(request));
    if (!mailing) return http::not_found();
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = mailing->plan.name}),
                          staff_pages::versions(t, {*mailing, store::versions(read, mailing->id)}));
}

}  // namespace mailings
