#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "features/site/menu_service.h"
#include "features/site/page_store.h"
#include "features/site/pages.h"
#include "features/site/staff_handlers.h"
#include "features/site/staff_handlers_parts.h"
#include "people/store.h"
#include "ports/search_documents.h"

namespace site {
namespace {

using auth::Permission;

std::optional<ContentPage> find_allowed_page(db::Read& read, std::string_view slug, const auth::Principal& staff,
                                             Permission permission) {
    auto page = store::find_page(read, slug);
    if (!page || !ports::may(read, staff, permission, page->level)) return std::nullopt;
    return page;
}

PageWords read_page_words(const http::Form& form, base::Locale locale) {
    const auto field = [&](std::string_view name) { return form.text(fmt::format("{}_{}", name, base::code(locale))); };
    return {base::collapse_spaces(field("title")), base::collapse_spaces(field("lead")),
            base::tidy_lines(field("body"))};
}

PageForms read_page_forms(const http::Form& form) {
    return {read_page_words(form, base::Locale::english), read_page_words(form, base::Locale::french)};
}

struct Part {
    std::string_view name;
    std::string PageWords::* text;
};
constexpr std::array kParts{Part{"title_", &PageWords::title}, Part{"lead_", &PageWords::lead},
                            Part{"body_", &PageWords::body}};

// The words under the names of their fields, and back.
ports::NamedTexts named(const PageForms& forms) {
    ports::NamedTexts texts;
    for (const base::Locale locale : base::kLocales)
        for (const auto& part : kParts)
            texts.push_back({std::string{part.name}.append(base::code(locale)), forms.in(locale).*part.text});
    return texts;
}

PageForms forms_of(const ports::NamedTexts& texts) {
    PageForms forms;
    for (const base::Locale locale : base::kLocales)
        for (const auto& part : kParts)
            forms.in(locale).*part.text = ports::text_of(texts, std::string{part.name}.append(base::code(locale)));
    return forms;
}

PageForms forms_of(const std::vector<PageText>& newest) {
    PageForms forms;
    for (const auto& text : newest) forms.in(text.locale) = text.words;
    return forms;
}

std::string label_of(const http::Form& form, std::string_view name) { return base::collapse_spaces(form.text(name)); }

PlaceForm read_place_form(const http::Form& form) {
    return {.parent = form.text("parent"),
            .place = base::collapse_spaces(form.text("place")),
            .label_en = label_of(form, "label_en"),
            .label_fr = label_of(form, "label_fr"),
            .header = {form.is_ticked("header_en"), form.is_ticked("header_fr")},
            .footer = {form.is_ticked("footer_en"), form.is_ticked("footer_fr")}};
}

// The pages of its level and of those above it that it may lie below, under their newest titles.
std::vector<staff_pages::PageChoice> parents_of(db::Read& read, const PageTree& tree, const ContentPage& page,
                                                base::Locale locale) {
    const auto levels = people::levels(read).ids_with_ancestors(page.level);
    std::vector<staff_pages::PageChoice> choices;
    for (const auto& row : tree.rows()) {
        if (std::ranges::find(levels, row.page->level) == levels.end()) continue;
        if (!tree.may_stand({page, *row.page})) continue;
        choices.push_back({row.page->slug, title_of(*row.page, store::newest_texts(read, row.page->id), locale)});
    }
    return choices;
}

// The editor with what is stored.
staff_pages::PageEditor editor_of(db::Read& read, const ContentPage& page, base::Locale locale) {
    auto newest = store::newest_texts(read, page.id);
    const auto forms = forms_of(newest);
    const PageTree tree{store::pages(read)};
    return {.page = page,
            .title = title_of(page, newest, locale),
            .forms = forms,
            .newest = std::move(newest),
            .versions = store::texts(read, page.id),
            .seen = ports::seen(named(forms)),
            .saving = store::last_saving(read, page.id).value_or(ports::Saving{}),
            .place = form_of(store::place_of(read, page), tree),
            .parents = parents_of(read, tree, page, locale)};
}

// The languages in whose menu at the top the page would stand, had it more room than that.
std::vector<base::Locale> crowded_out(db::Read& read, const ContentPage& page, std::size_t room) {
    std::vector<base::Locale> languages;
    const auto rows = store::menu_rows(read);
    const auto levels = people::levels(read);
    for (const base::Locale locale : base::kLocales) {
        const auto links = menu_links(rows, levels, {Menu::header, locale, page.level});
        const auto own = std::ranges::find(links, pages::page_path(locale, page.slug), &html::Link::url);
        if (own != links.end() && static_cast<std::size_t>(own - links.begin()) >= room) languages.push_back(locale);
    }
    return languages;
}

// What was typed instead: of a field that only others changed, theirs; below one that both changed, theirs too.
void take_typed(staff_pages::PageEditor& editor, const http::Form& form) {
    const auto merged = ports::merge(
        {.stored = named(editor.forms), .typed = named(read_page_forms(form)), .seen = form.view(ports::kSeenField)});
    editor.forms = forms_of(merged.texts);
    editor.conflicts = merged.conflicts;
}

struct PageDeed {
    const Acting& who;
    const ContentPage& page;
    std::string action;
    std::vector<auth::Change> changes{};
};
void record(db::Write& write, PageDeed deed) {
    auth::record(write, {.actor = auth::actor_of(deed.who.staff, deed.who.request_id),
                         .action = std::move(deed.action),
                         .subject = {"content_page", deed.page.id.value, deed.page.slug},
                         .level = deed.page.level,
                         .changes = std::move(deed.changes)});
}

std::vector<auth::Change> changes_between(const PageForms& before, const PageForms& after) {
    std::vector<auth::Change> changes;
    for (const base::Locale locale : base::kLocales) {
        if (after.in(locale).is_empty()) continue;
        const std::string suffix{base::code(locale)};
        auth::add_change(changes, "title_" + suffix, {before.in(locale).title, after.in(locale).title});
        auth::add_change(changes, "lead_" + suffix, {before.in(locale).lead, after.in(locale).lead});
        auth::add_change(changes, "body_" + suffix, {before.in(locale).body, after.in(locale).body});
    }
    return changes;
}

// "en fr": the languages in which it stands in a menu.
std::string languages_of(const std::array<bool, 2>& marks) {
    std::string languages;
    for (const base::Locale locale : base::kLocales)
        if (marks.at(static_cast<std::size_t>(locale)))
            languages.append(languages.empty() ? "" : " ").append(base::code(locale));
    return languages;
}

std::vector<auth::Change> place_changes(const PlaceForm& before, const PlaceForm& after) {
    std::vector<auth::Change> changes;
    auth::add_change(changes, "parent", {before.parent, after.parent});
    auth::add_change(changes, "place", {before.place, after.place});
    auth::add_change(changes, "header", {languages_of(before.header), languages_of(after.header)});
    auth::add_change(changes, "footer", {languages_of(before.footer), languages_of(after.footer)});
    auth::add_change(changes, "label_en", {before.label_en, after.label_en});
    auth::add_change(changes, "label_fr", {before.label_fr, after.label_fr});
    return changes;
}

}  // namespace

http::Response StaffHandlers::pages(const http::Request& request, db::Read& read) const {
    return pages_again(request, {}, read);
}

base::Result<NewPage, base::Problems> StaffHandlers::read_new_page(const http::Request& request) const {
    const auto slug = base::collapse_spaces(request.form.text("slug"));
    if (!people::is_slug(slug))
        return base::Problems{
            {"slug", base::message("The address takes small letters, digits and hyphens, up to 60.")}};
    return NewPage{ports::acting(request), slug, request.form.text("level")};
}

http::WriteResult StaffHandlers::create_page(const NewPage& form, db::Write& write) const {
    const auto level = people::find_level(write, form.level);
    if (!level) return base::Problems{{"level", base::message("Please choose the level.")}};
    if (!ports::may(write, form.acting.staff, Permission::edit_content, level->id)) return http::forbidden();
    const auto id = store::insert_page(write, level->id, form.slug, form.acting.staff.name);
    if (!id) return base::Problems{{"slug", base::message("There is a page under this address already.")}};
    record(write, PageDeed{form.acting, {*id, level->id, form.slug}, "site.create_page"});
    return http::see_other(staff_pages::page_path(form.acting.locale, form.slug));
}

http::Response StaffHandlers::pages_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto tree = people::levels(read);
    staff_pages::PageList list{{},
                               ports::levels_for(read, request, Permission::edit_content),
                               request.form.text("slug"),
                               request.form.text("level"),
                               problems};
    for (const auto& [page, depth] : PageTree{store::pages(read)}.rows()) {
        if (!auth::may(*request.staff, Permission::edit_content, tree.ids_with_ancestors(page->level))) continue;
        list.pages.push_back({*page, store::newest_texts(read, page->id), depth});
    }
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Pages")}),
                          staff_pages::content_pages(t, list), problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::page_editor(const http::Request& request, const staff_pages::PageEditor& editor) const {
    const i18n::Translator t{request.locale};
    auto frame =
        services_.frames.staff_frame(request, {.title = editor.title, .form_state = state_of(editor.problems)});
    const int status = editor.problems.empty() ? 200 : editor.conflicts.empty() ? 422 : 409;
    return ports::respond(std::move(frame), staff_pages::content_page(t, editor), status);
}

http::Response StaffHandlers::page(const http::Request& request, db::Read& read) const {
    const auto page = find_allowed_page(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    if (!page) return http::not_found();
    auto editor = editor_of(read, *page, request.locale);
    editor.header_room = services_.frames.header_room();
    editor.crowded_out = crowded_out(read, *page, editor.header_room);
    return page_editor(request, editor);
}

base::Result<PageSave, base::Problems> StaffHandlers::read_page(const http::Request& request) const {
    auto forms = read_page_forms(request.form);
    if (auto problems = problems_of(forms); !problems.empty()) return problems;
    return PageSave{ports::acting(request), request.parameter("slug"), std::move(forms),
                    request.form.text(ports::kSeenField)};
}

http::WriteResult StaffHandlers::save_page(const PageSave& save, db::Write& write) const {
    const auto page = find_allowed_page(write, save.slug, save.acting.staff, Permission::edit_content);
    if (!page) return http::not_found();
    const auto before = forms_of(store::newest_texts(write, page->id));
    const auto merged = ports::merge({.stored = named(before), .typed = named(save.forms), .seen = save.seen});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    const auto after = forms_of(merged.texts);
    if (auto problems = problems_of(after); !problems.empty()) return problems;
    const auto changes = changes_between(before, after);
    for (const base::Locale locale : base::kLocales)
        store::save_text(write, {page->id, locale, after.in(locale)}, save.acting.staff.name);
    if (!changes.empty()) record(write, PageDeed{save.acting, *page, "site.change_page", changes});
    return http::see_other(staff_pages::page_path(save.acting.locale, page->slug));
}

http::Response StaffHandlers::page_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto page = find_allowed_page(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    if (!page) return http::not_found();
    auto editor = editor_of(read, *page, request.locale);
    if (request.form.has("title_en")) take_typed(editor, request.form);
    if (request.form.has("place")) editor.place = read_place_form(request.form);
    editor.problems = problems;
    return page_editor(request, editor);
}

http::Response StaffHandlers::preview_page(const http::Request& request, db::Read& read) const {
    const auto page = find_allowed_page(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    const auto newest = page ? store::newest_texts(read, page->id) : std::vector<PageText>{};
    if (newest.empty()) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto& shown = newest.back().locale == request.locale ? newest.back() : newest.front();
    auto frame = services_.frames.frame(request, {.title = shown.words.title, .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), staff_pages::preview(t, pages::content_page(t, {shown}),
                                                                 staff_pages::page_path(request.locale, page->slug)));
}

base::Result<PageAct, base::Problems> StaffHandlers::read_page_act(const http::Request& request) const {
    return PageAct{ports::acting(request), request.parameter("slug"), one_language(request.form)};
}

http::WriteResult StaffHandlers::publish_page(const PageAct& act, db::Write& write) const {
    const auto page = find_allowed_page(write, act.slug, act.acting.staff, Permission::publish);
    if (!page) return http::forbidden();
    const auto newest = store::newest_texts(write, page->id);
    if (auto problems = problems_of_publishing(newest, act.one_language); !problems.empty()) return problems;
    store::publish_page(write, page->id);
    ports::document_changed(write, {.kind = "pages", .key = "page/" + page->slug + "/"});
    std::vector<auth::Change> changes{{"state", "draft", "published"}};
    if (newest.size() == 1) add_decision(changes, std::string{base::code(base::other(newest.front().locale))});
    record(write, PageDeed{act.acting, *page, "site.publish_page", std::move(changes)});
    return http::see_other(pages::page_path(act.acting.locale, page->slug));
}

base::Result<PagePlacing, base::Problems> StaffHandlers::read_page_place(const http::Request& request) const {
    return PagePlacing{ports::acting(request), request.parameter("slug"), read_place_form(request.form)};
}

http::WriteResult StaffHandlers::place_page(const PagePlacing& placing, db::Write& write) const {
    const auto page = find_allowed_page(write, placing.slug, placing.acting.staff, Permission::publish);
    if (!page) return http::forbidden();
    const PageTree tree{store::pages(write)};
    const auto before = store::place_of(write, *page);
    const auto after = read_place(placing.form, *page, tree);
    if (!after) return after.error();
    if (*after != before) {
        store::save_place(write, page->id, *after);
        record(write,
               PageDeed{placing.acting, *page, "site.place_page", place_changes(form_of(before, tree), placing.form)});
    }
    return http::see_other(staff_pages::page_path(placing.acting.locale, page->slug));
}

}  // namespace site
