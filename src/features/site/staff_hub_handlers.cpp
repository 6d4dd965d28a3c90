#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "features/site/handlers.h"
#include "features/site/pages.h"
#include "features/site/staff_handlers.h"
#include "features/site/staff_handlers_parts.h"
#include "people/store.h"

namespace site {
namespace {

using auth::Permission;

using Level = std::optional<people::Level>;

// The level of the address, when this person has that right at it.
Level find_allowed(db::Read& read, std::string_view slug, const auth::Principal& staff, Permission permission) {
    auto level = people::find_level(read, slug);
    if (!level || !may(read, staff, permission, level->id)) return std::nullopt;
    return level;
}

// 0, which is nothing's number, for anything that is none.
std::int64_t number_of(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

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
            .width = base::collapse_spaces(form.text("width")),
            .height = base::collapse_spaces(form.text("height")),
            .raw_settings = base::tidy_lines(form.text("settings"))};
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

}  // namespace site
