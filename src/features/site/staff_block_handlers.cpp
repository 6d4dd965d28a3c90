// What staff_handlers.h declares about the blocks of a hub.
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "features/site/staff_handlers.h"
#include "features/site/staff_handlers_parts.h"
#include "people/store.h"

namespace site {
namespace {

using auth::Permission;

BlockId block_id(const http::Request& request) { return BlockId{number_of(request.parameter("block"))}; }

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
            .picture = form.text("picture"),
            .raw_settings = base::tidy_lines(form.text("settings"))};
}

struct WordsPart {
    std::string_view name;
    std::string Words::* text;
};
constexpr std::array kWords{WordsPart{"note_", &Words::note}, WordsPart{"heading_", &Words::heading},
                            WordsPart{"body_", &Words::body}};

struct SettingPart {
    std::string_view name;
    std::string BlockForm::* text;
};
constexpr std::array kSettings{SettingPart{"action", &BlockForm::action}, SettingPart{"page", &BlockForm::page},
                               SettingPart{"url", &BlockForm::url}, SettingPart{"picture", &BlockForm::picture}};
constexpr std::array kOtherSettings{SettingPart{"settings", &BlockForm::raw_settings}};

std::span<const SettingPart> settings_of(std::string_view kind) {
    if (find_kind(kind)) return kSettings;
    return kOtherSettings;
}

// The fields of the form under their names, and back.
ports::NamedTexts named(std::string_view kind, const BlockForm& form) {
    ports::NamedTexts texts;
    for (const auto locale : base::kLocales)
        for (const auto& part : kWords)
            texts.push_back({std::string{part.name}.append(base::code(locale)), form.in(locale).*part.text});
    for (const auto& part : settings_of(kind)) texts.push_back({std::string{part.name}, form.*part.text});
    return texts;
}

BlockForm form_of(const ports::NamedTexts& texts) {
    BlockForm form;
    for (const auto locale : base::kLocales)
        for (const auto& part : kWords)
            form.in(locale).*part.text = ports::text_of(texts, std::string{part.name}.append(base::code(locale)));
    for (const auto& part : kSettings) form.*part.text = ports::text_of(texts, part.name);
    form.raw_settings = ports::text_of(texts, "settings");
    return form;
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

std::vector<staff_pages::PageChoice> pages_to_choose(db::Read& read, base::Locale locale) {
    std::vector<staff_pages::PageChoice> choices;
    for (const auto& page : store::pages(read))
        choices.push_back({page.slug, title_of(page, store::newest_texts(read, page.id), locale)});
    return choices;
}

http::Response block_page(const Services& services, const http::Request& request,
                          const staff_pages::BlockEditor& editor) {
    const i18n::Translator t{request.locale};
    auto frame =
        services.frames.staff_frame(request, {.title = t("Edit a block"), .form_state = state_of(editor.problems)});
    const int status = editor.problems.empty() ? 200 : editor.conflicts.empty() ? 422 : 409;
    return ports::respond(std::move(frame), staff_pages::block(t, editor), status);
}

ports::PictureId picture_of(const BlockForm& form) {
    return ports::PictureId{base::whole_number(form.picture).value_or(0)};
}

http::Response to_library(const BlockEdit& edit) {
    const auto& locale = edit.acting.locale;
    return http::see_other(
        ports::library_path(locale, {.back = staff_pages::block_path(locale, edit.level, edit.block)}));
}

}  // namespace

base::Result<NewBlock, base::Problems> StaffHandlers::read_new_block(const http::Request& request) const {
    const auto kind = request.form.text("kind");
    if (!find_kind(kind) && !services_.blocks.find(kind))
        return base::Problems{{"kind", base::message("Please choose the kind of block.")}};
    return NewBlock{ports::acting(request), request.parameter("level"), kind};
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
    const base::Problems none;
    const auto stored = form_of(*block);
    auto form = stored;
    // On the way back from the library of pictures.
    if (const auto chosen = ports::picture_chosen(request, {"picture"})) form.picture = std::to_string(chosen->value);
    const auto offered = services_.pictures.offered(read, picture_of(form));
    return block_page(services_, request,
                      {.level = *level,
                       .block = *block,
                       .form = form,
                       .seen = ports::seen(named(block->kind, stored)),
                       .actions = services_.actions.all(read, request.locale),
                       .pages = pages_to_choose(read, request.locale),
                       .pictures = offered,
                       .problems = none});
}

base::Result<BlockEdit, base::Problems> StaffHandlers::read_block_edit(const http::Request& request) const {
    return BlockEdit{ports::acting(request),
                     request.parameter("level"),
                     block_id(request),
                     read_block_form(request.form),
                     request.form.text(ports::kSeenField),
                     ports::wants_library(request.form, {"picture"})};
}

http::WriteResult StaffHandlers::save_block(const BlockEdit& edit, db::Write& write) const {
    const auto level = find_allowed(write, edit.level, edit.acting.staff, Permission::edit_content);
    const auto before = level ? store::find_block(write, level->id, edit.block) : std::nullopt;
    if (!before) return http::not_found();
    const auto merged = ports::merge(
        {.stored = named(before->kind, form_of(*before)), .typed = named(before->kind, edit.form), .seen = edit.seen});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    auto after = read_block(before->kind, form_of(merged.texts));
    if (!after) return after.error();
    after->id = before->id;
    const auto changes = changes_between(*before, *after);
    if (!changes.empty()) {
        store::save_block(write, *after, edit.acting.staff.name);
        record(write, HubDeed{edit.acting, *level, "site.change_block", changes});
    }
    return edit.wants_library ? to_library(edit) : back_to_hub(edit.acting, edit.level);
}

http::Response StaffHandlers::block_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const auto level = find_allowed(read, request.parameter("level"), *request.staff, Permission::edit_content);
    const auto block = level ? store::find_block(read, level->id, block_id(request)) : std::nullopt;
    if (!block) return http::not_found();
    const auto stored = named(block->kind, form_of(*block));
    const auto merged = ports::merge({.stored = stored,
                                      .typed = named(block->kind, read_block_form(request.form)),
                                      .seen = request.form.view(ports::kSeenField)});
    return block_page(services_, request,
                      {.level = *level,
                       .block = *block,
                       .form = form_of(merged.texts),
                       .seen = ports::seen(stored),
                       .conflicts = merged.conflicts,
                       .saving = store::last_saving(read, block->id).value_or(ports::Saving{}),
                       .actions = services_.actions.all(read, request.locale),
                       .pages = pages_to_choose(read, request.locale),
                       .pictures = services_.pictures.offered(read, picture_of(form_of(merged.texts))),
                       .problems = problems});
}

base::Result<BlockAct, base::Problems> StaffHandlers::read_block_act(const http::Request& request) const {
    const bool is_up = request.form.view("direction") == "up";
    return BlockAct{ports::acting(request), request.parameter("level"), block_id(request),
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

}  // namespace site
