#include "features/site/staff_handlers.h"

#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "features/site/handlers.h"
#include "features/site/pages.h"
#include "people/store.h"

namespace site {
namespace {

using auth::Permission;
using Level = std::optional<people::Level>;

Acting acting(const http::Request& request) { return {*request.staff, request.request_id, request.locale}; }

std::vector<base::LevelId> level_and_ancestors(const people::LevelTree& tree, base::LevelId level) {
    std::vector<base::LevelId> ids;
    for (const auto* each : tree.with_ancestors(level)) ids.push_back(each->id);
    return ids;
}

bool may(db::Read& read, const auth::Principal& staff, Permission permission, base::LevelId level) {
    return auth::may(staff, permission, level_and_ancestors(people::levels(read), level));
}

// The level of the address, when this person has that right at it.
Level find_allowed(db::Read& read, std::string_view slug, const auth::Principal& staff, Permission permission) {
    auto level = people::find_level(read, slug);
    if (!level || !may(read, staff, permission, level->id)) return std::nullopt;
    return level;
}

std::optional<ContentPage> find_allowed_page(db::Read& read, std::string_view slug, const auth::Principal& staff,
                                             Permission permission) {
    auto page = store::find_page(read, slug);
    if (!page || !may(read, staff, permission, page->level)) return std::nullopt;
    return page;
}

// 0, which is nothing's number, for anything that is none.
std::int64_t number_of(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

BlockId block_id(const http::Request& request) { return BlockId{number_of(request.parameter("block"))}; }

OneLanguage one_language(const http::Form& form) {
    return form.is_ticked("one_language") ? OneLanguage::decided : OneLanguage::not_decided;
}

Words read_words(const http::Form& form, base::Locale locale) {
    const auto field = [&](std::string_view name) { return form.text(fmt::format("{}_{}", name, base::code(locale))); };
    return {base::collapse_spaces(field("heading")), base::tidy_lines(field("body")),
            base::collapse_spaces(field("note"))};
}

BlockForm read_block_form(const http::Form& form) {
    return {.english = read_words(form, base::Locale::english),
            .french = read_words(form, base::Locale::french),
            .action = form.text("action"),
            .page = form.text("page"),
            .url = base::collapse_spaces(form.text("url")),
            .width = base::collapse_spaces(form.text("width")),
            .height = base::collapse_spaces(form.text("height")),
            .raw_settings = base::tidy_lines(form.text("settings"))};
}

PageWords read_page_words(const http::Form& form, base::Locale locale) {
    const auto field = [&](std::string_view name) { return form.text(fmt::format("{}_{}", name, base::code(locale))); };
    return {base::collapse_spaces(field("title")), base::collapse_spaces(field("lead")),
            base::tidy_lines(field("body"))};
}

PageForms read_page_forms(const http::Form& form) {
    return {read_page_words(form, base::Locale::english), read_page_words(form, base::Locale::french)};
}

PageForms forms_of(const std::vector<PageText>& newest) {
    PageForms forms;
    for (const auto& text : newest) forms.in(text.locale) = text.words;
    return forms;
}

people::LevelForm read_level_form(const http::Form& form) {
    return {form.text("kind"),    base::collapse_spaces(form.text("slug")),
            form.text("name_en"), form.text("name_fr"),
            form.text("accent"),  form.text("parent")};
}

// What was done, by whom, to the hub of a level.
struct HubDeed {
    const Acting& who;
    const people::Level& level;
    std::string action;
    std::vector<auth::Change> changes{};
};
void record(db::Write& write, HubDeed deed) {
    auth::record(write, {.actor = auth::actor_of(deed.who.staff, deed.who.request_id),
                         .action = std::move(deed.action),
                         .subject = {"hub", deed.level.id.value, deed.level.slug},
                         .level = deed.level.id,
                         .changes = std::move(deed.changes)});
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

std::vector<auth::Change> changes_between(const Block& before, const Block& after) {
    std::vector<auth::Change> changes;
    for (const base::Locale locale : base::kLocales) {
        const std::string suffix{base::code(locale)};
        auth::add_change(changes, "heading_" + suffix, {before.in(locale).heading, after.in(locale).heading});
        auth::add_change(changes, "body_" + suffix, {before.in(locale).body, after.in(locale).body});
        auth::add_change(changes, "note_" + suffix, {before.in(locale).note, after.in(locale).note});
    }
    auth::add_change(changes, "settings", {before.settings, after.settings});
    return changes;
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

// The explicit decision to publish without a language, for the log.
void add_decision(std::vector<auth::Change>& changes, const std::string& missing) {
    auth::add_change(changes, "published_without", {"", missing});
}

http::Response back_to_hub(const Acting& who, std::string_view level) {
    return http::see_other(staff_pages::hub_path(who.locale, level));
}

}  // namespace

http::Response StaffHandlers::hubs(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto tree = people::levels(read);
    std::vector<staff_pages::ListedHub> listed;
    for (const auto& level : tree.all()) {
        if (!auth::may(*request.staff, Permission::edit_content, level_and_ancestors(tree, level.id))) continue;
        const auto blocks = static_cast<int>(store::draft(read, level.id).size());
        listed.push_back({level, store::published(read, level.id), blocks});
    }
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Campaign hubs")}),
                          staff_pages::hubs(t, listed));
}

http::Response StaffHandlers::hub_page(const http::Request& request, const base::Problems& problems,
                                       db::Read& read) const {
    const auto level = find_allowed(read, request.parameter("level"), *request.staff, Permission::edit_content);
    if (!level) return http::not_found();
    auto frame = services_.frames.staff_frame(
        request, {.title = level->name(request.locale),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame),
                          staff_pages::hub(i18n::Translator{request.locale},
                                           {*level, store::draft(read, level->id), store::versions(read, level->id),
                                            services_.blocks.all(), problems}),
                          problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::hub(const http::Request& request, db::Read& read) const {
    return hub_page(request, {}, read);
}

http::Response StaffHandlers::hub_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    return hub_page(request, problems, read);
}

http::Response StaffHandlers::preview_hub(const http::Request& request, db::Read& read) const {
    const auto level = find_allowed(read, request.parameter("level"), *request.staff, Permission::edit_content);
    if (!level) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto blocks = store::draft(read, level->id);
    const auto page = draw_hub(services_, {people::levels(read), *level, blocks}, request.locale, read);
    auto frame = services_.frames.frame(
        request, {.title = level->name(request.locale), .accent = level->accent, .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame),
                          staff_pages::preview(t, page, staff_pages::hub_path(request.locale, level->slug)));
}

base::Result<NewBlock, base::Problems> StaffHandlers::read_new_block(const http::Request& request) const {
    const auto kind = request.form.text("kind");
    if (!find_kind(kind) && !services_.blocks.find(kind))
        return base::Problems{{"kind", base::message("Please choose the kind of block.")}};
    return NewBlock{acting(request), request.parameter("level"), kind};
}

http::WriteResult StaffHandlers::add_block(const NewBlock& form, db::Write& write) const {
    const auto level = find_allowed(write, form.level, form.acting.staff, Permission::edit_content);
    if (!level) return http::forbidden();
    const auto id = store::append_block(write, level->id, {.kind = form.kind}, form.acting.staff.name);
    record(write, HubDeed{form.acting, *level, "site.add_block", {{"kind", "", form.kind}}});
    return http::see_other(staff_pages::block_path(form.acting.locale, level->slug, id));
}

http::Response StaffHandlers::block(const http::Request& request, db::Read& read) const {
    const auto level = find_allowed(read, request.parameter("level"), *request.staff, Permission::edit_content);
    const auto block = level ? store::find_block(read, level->id, block_id(request)) : std::nullopt;
    if (!block) return http::not_found();
    const i18n::Translator t{request.locale};
    const base::Problems none;
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("Edit a block")}),
        staff_pages::block(t, {*level, *block, form_of(*block), services_.actions.all(read, request.locale),
                               store::pages(read), none}));
}

base::Result<BlockEdit, base::Problems> StaffHandlers::read_block_edit(const http::Request& request) const {
    return BlockEdit{acting(request), request.parameter("level"), block_id(request), read_block_form(request.form)};
}

http::WriteResult StaffHandlers::save_block(const BlockEdit& edit, db::Write& write) const {
    const auto level = find_allowed(write, edit.level, edit.acting.staff, Permission::edit_content);
    const auto before = level ? store::find_block(write, level->id, edit.block) : std::nullopt;
    if (!before) return http::not_found();
    auto after = read_block(before->kind, edit.form);
    if (!after) return after.error();
    after->id = before->id;
    const auto changes = changes_between(*before, *after);
    if (changes.empty()) return back_to_hub(edit.acting, edit.level);
    store::save_block(write, *after, edit.acting.staff.name);
    record(write, HubDeed{edit.acting, *level, "site.change_block", changes});
    return back_to_hub(edit.acting, edit.level);
}

http::Response StaffHandlers::block_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const auto level = find_allowed(read, request.parameter("level"), *request.staff, Permission::edit_content);
    const auto block = level ? store::find_block(read, level->id, block_id(request)) : std::nullopt;
    if (!block) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(
        request, {.title = t("Edit a block"), .form_state = html::FormState::has_problems});
    return ports::respond(
        std::move(frame),
        staff_pages::block(t, {*level, *block, read_block_form(request.form),
                               services_.actions.all(read, request.locale), store::pages(read), problems}),
        422);
}

base::Result<BlockAct, base::Problems> StaffHandlers::read_block_act(const http::Request& request) const {
    const bool is_up = request.form.view("direction") == "up";
    return BlockAct{acting(request), request.parameter("level"), block_id(request),
                    is_up ? store::Direction::up : store::Direction::down};
}

http::WriteResult StaffHandlers::move_block(const BlockAct& act, db::Write& write) const {
    const auto level = find_allowed(write, act.level, act.acting.staff, Permission::edit_content);
    const auto block = level ? store::find_block(write, level->id, act.block) : std::nullopt;
    if (!block) return http::not_found();
    store::move_block(write, level->id, act.block, act.direction);
    record(write, HubDeed{act.acting,
                          *level,
                          "site.move_block",
                          {{"place", block->kind, act.direction == store::Direction::up ? "up" : "down"}}});
    return back_to_hub(act.acting, act.level);
}

http::WriteResult StaffHandlers::remove_block(const BlockAct& act, db::Write& write) const {
    const auto level = find_allowed(write, act.level, act.acting.staff, Permission::edit_content);
    const auto block = level ? store::find_block(write, level->id, act.block) : std::nullopt;
    if (!block) return http::not_found();
    store::remove_block(write, act.block);
    record(write, HubDeed{act.acting, *level, "site.remove_block", changes_between(*block, {.kind = block->kind})});
    return back_to_hub(act.acting, act.level);
}

base::Result<HubAct, base::Problems> StaffHandlers::read_hub_act(const http::Request& request) const {
    return HubAct{acting(request), request.parameter("level"), one_language(request.form),
                  number_of(request.parameter("version"))};
}

http::WriteResult StaffHandlers::publish_hub(const HubAct& act, db::Write& write) const {
    const auto level = find_allowed(write, act.level, act.acting.staff, Permission::publish);
    if (!level) return http::forbidden();
    const auto blocks = store::draft(write, level->id);
    if (auto problems = problems_of_publishing(blocks, act.one_language); !problems.empty()) return problems;
    const auto version = store::publish(write, level->id, act.acting.staff.name);
    std::vector<auth::Change> changes{
        {"version", version > 1 ? std::to_string(version - 1) : "", std::to_string(version)}};
    add_decision(changes, missing_languages(blocks));
    record(write, HubDeed{act.acting, *level, "site.publish_hub", std::move(changes)});
    return http::see_other(pages::hub_path(act.acting.locale, *level));
}

http::WriteResult StaffHandlers::restore_hub(const HubAct& act, db::Write& write) const {
    const auto level = find_allowed(write, act.level, act.acting.staff, Permission::edit_content);
    const auto version = level ? store::find_version(write, level->id, act.version) : std::nullopt;
    if (!version) return http::not_found();
    store::replace_draft(write, level->id, version->blocks, act.acting.staff.name);
    record(write, HubDeed{act.acting, *level, "site.restore_hub", {{"draft", "", std::to_string(act.version)}}});
    return back_to_hub(act.acting, act.level);
}

http::Response StaffHandlers::pages(const http::Request& request, db::Read& read) const {
    return pages_again(request, {}, read);
}

base::Result<NewPage, base::Problems> StaffHandlers::read_new_page(const http::Request& request) const {
    const auto slug = base::collapse_spaces(request.form.text("slug"));
    if (!people::is_slug(slug))
        return base::Problems{
            {"slug", base::message("The address takes small letters, digits and hyphens, up to 60.")}};
    return NewPage{acting(request), slug, request.form.text("level")};
}

http::WriteResult StaffHandlers::create_page(const NewPage& form, db::Write& write) const {
    const auto level = people::find_level(write, form.level);
    if (!level) return base::Problems{{"level", base::message("Please choose the level.")}};
    if (!may(write, form.acting.staff, Permission::edit_content, level->id)) return http::forbidden();
    const auto id = store::insert_page(write, level->id, form.slug, form.acting.staff.name);
    if (!id) return base::Problems{{"slug", base::message("There is a page under this address already.")}};
    record(write, PageDeed{form.acting, {*id, level->id, form.slug}, "site.create_page"});
    return http::see_other(staff_pages::page_path(form.acting.locale, form.slug));
}

http::Response StaffHandlers::pages_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto tree = people::levels(read);
    staff_pages::PageList list{{}, tree, request.form.text("slug"), request.form.text("level"), problems};
    for (auto& page : store::pages(read)) {
        if (!auth::may(*request.staff, Permission::edit_content, level_and_ancestors(tree, page.level))) continue;
        auto newest = store::newest_texts(read, page.id);
        list.pages.push_back({std::move(page), std::move(newest)});
    }
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Pages")}),
                          staff_pages::content_pages(t, list), problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::page_editor(const http::Request& request, const ShownPage& shown, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const bool is_fine = shown.problems.empty();
    auto frame = services_.frames.staff_frame(
        request,
        {.title = shown.page.slug, .form_state = is_fine ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(
        std::move(frame),
        staff_pages::content_page(t, {shown.page, shown.forms, store::newest_texts(read, shown.page.id),
                                      store::texts(read, shown.page.id), shown.problems}),
        is_fine ? 200 : 422);
}

http::Response StaffHandlers::page(const http::Request& request, db::Read& read) const {
    const auto page = find_allowed_page(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    if (!page) return http::not_found();
    const base::Problems none;
    return page_editor(request, {*page, forms_of(store::newest_texts(read, page->id)), none}, read);
}

base::Result<PageSave, base::Problems> StaffHandlers::read_page(const http::Request& request) const {
    auto forms = read_page_forms(request.form);
    if (auto problems = problems_of(forms); !problems.empty()) return problems;
    return PageSave{acting(request), request.parameter("slug"), std::move(forms)};
}

http::WriteResult StaffHandlers::save_page(const PageSave& save, db::Write& write) const {
    const auto page = find_allowed_page(write, save.slug, save.acting.staff, Permission::edit_content);
    if (!page) return http::not_found();
    const auto changes = changes_between(forms_of(store::newest_texts(write, page->id)), save.forms);
    for (const base::Locale locale : base::kLocales)
        store::save_text(write, {page->id, locale, save.forms.in(locale)}, save.acting.staff.name);
    if (!changes.empty()) record(write, PageDeed{save.acting, *page, "site.change_page", changes});
    return http::see_other(staff_pages::page_path(save.acting.locale, page->slug));
}

http::Response StaffHandlers::page_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto page = find_allowed_page(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    if (!page) return http::not_found();
    const bool is_editor = request.form.has("title_en");
    auto forms = is_editor ? read_page_forms(request.form) : forms_of(store::newest_texts(read, page->id));
    return page_editor(request, {*page, std::move(forms), problems}, read);
}

http::Response StaffHandlers::preview_page(const http::Request& request, db::Read& read) const {
    const auto page = find_allowed_page(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    const auto newest = page ? store::newest_texts(read, page->id) : std::vector<PageText>{};
    if (newest.empty()) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto& shown = newest.back().locale == request.locale ? newest.back() : newest.front();
    auto frame = services_.frames.frame(request, {.title = shown.words.title, .indexing = html::Indexing::refused});
    return ports::respond(std::move(frame), staff_pages::preview(t, pages::content_page(t, shown),
                                                                 staff_pages::page_path(request.locale, page->slug)));
}

base::Result<PageAct, base::Problems> StaffHandlers::read_page_act(const http::Request& request) const {
    return PageAct{acting(request), request.parameter("slug"), one_language(request.form)};
}

http::WriteResult StaffHandlers::publish_page(const PageAct& act, db::Write& write) const {
    const auto page = find_allowed_page(write, act.slug, act.acting.staff, Permission::publish);
    if (!page) return http::forbidden();
    const auto newest = store::newest_texts(write, page->id);
    if (auto problems = problems_of_publishing(newest, act.one_language); !problems.empty()) return problems;
    store::publish_page(write, page->id);
    std::vector<auth::Change> changes{{"state", "draft", "published"}};
    if (newest.size() == 1) add_decision(changes, std::string{base::code(base::other(newest.front().locale))});
    record(write, PageDeed{act.acting, *page, "site.publish_page", std::move(changes)});
    return http::see_other(pages::page_path(act.acting.locale, page->slug));
}

http::Response StaffHandlers::levels(const http::Request& request, db::Read& read) const {
    return levels_again(request, {}, read);
}

base::Result<NewLevel, base::Problems> StaffHandlers::read_new_level(const http::Request& request) const {
    return NewLevel{acting(request), read_level_form(request.form)};
}

http::WriteResult StaffHandlers::create_level(const NewLevel& form, db::Write& write) const {
    const auto tree = people::levels(write);
    const auto plan = people::read_level(form.form, tree);
    if (!plan) return plan.error();
    if (!plan->parent ||
        !auth::may(form.acting.staff, Permission::manage_settings, level_and_ancestors(tree, *plan->parent)))
        return http::forbidden();
    const auto id = people::insert_level(write, *plan);
    if (!id) return base::Problems{{"slug", base::message("Another level has this address already.")}};
    auth::record(write, {.actor = auth::actor_of(form.acting.staff, form.acting.request_id),
                         .action = "site.create_level",
                         .subject = {"level", id->value, plan->slug},
                         .level = *id,
                         .changes = {{"name_en", "", plan->name_en}, {"name_fr", "", plan->name_fr}}});
    return http::see_other(fmt::format("/{}/staff/levels", base::code(form.acting.locale)));
}

http::Response StaffHandlers::levels_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Levels")}),
                          staff_pages::levels(t, {people::levels(read), read_level_form(request.form), problems}),
                          problems.empty() ? 200 : 422);
}

}  // namespace site
