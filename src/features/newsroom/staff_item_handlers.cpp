// What staff_handlers.h declares about the editor of an item, its drafts and previews.
#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.h"
#include "features/newsroom/reading_pictures.h"
#include "features/newsroom/staff_handlers.h"
#include "features/newsroom/staff_handlers_parts.h"
#include "features/newsroom/workflow_service.h"
#include "people/address_hash.h"
#include "platform/html/markdown.h"
#include "ports/search_documents.h"

namespace newsroom {
namespace {

using auth::Permission;

constexpr std::size_t kLongestDraft = 1024 * 1024;  // bytes

std::string field(std::string_view name, base::Locale locale) { return fmt::format("{}_{}", name, base::code(locale)); }

ItemWords read_words(const http::Form& form, base::Locale locale) {
    return {.title = base::collapse_spaces(form.text(field("title", locale))),
            .teaser = base::collapse_spaces(form.text(field("teaser", locale))),
            .body = base::tidy_lines(form.text(field("body", locale))),
            .quotation = base::collapse_spaces(form.text(field("quotation", locale))),
            .quoted_name = base::collapse_spaces(form.text(field("quoted_name", locale))),
            .quoted_office = base::collapse_spaces(form.text(field("quoted_office", locale)))};
}

std::string picture_name(std::size_t place) { return fmt::format("picture_{}", place + 1); }

PictureForm read_picture_form(const http::Form& form, std::size_t place) {
    const auto typed = [&](std::string_view name) {
        return base::collapse_spaces(form.text(fmt::format("{}_{}", name, place + 1)));
    };
    const auto picture = ports::read_picture(form, {picture_name(place)});
    return {picture == ports::kNoPicture ? "" : std::to_string(picture.value), typed("credit"), typed("alt_en"),
            typed("alt_fr")};
}

ItemForm read_form(const http::Form& form) {
    ItemForm typed{.words = {read_words(form, base::Locale::english), read_words(form, base::Locale::french)},
                   .event_day = base::collapse_spaces(form.text("event_day")),
                   .author_name = base::collapse_spaces(form.text("author_name")),
                   .author_email = base::collapse_spaces(form.text("author_email")),
                   .sections = form.all("sections"),
                   .tags = base::tidy_lines(form.text("tags")),
                   .attachments = base::tidy_lines(form.text("attachments")),
                   .actions = form.all("actions")};
    std::ranges::sort(typed.sections);
    std::ranges::sort(typed.actions);
    for (std::size_t i = 0; i < kMostPictures; ++i) typed.pictures[i] = read_picture_form(form, i);
    return typed;
}

// A picture's key as the form has it: its number, also where a path was imported.
std::string form_key(const ports::Pictures& pictures, db::Read& read, const std::string& key) {
    const auto found = find_picture(pictures, read, key);
    return found ? std::to_string(found->id.value) : key;
}

ItemForm stored_form(db::Read& read, const Services& services, const Item& item) {
    ItemForm form;
    for (const Revision& each : store::newest_revisions(read, item.id)) form.words.in(each.locale) = each.words;
    const auto has = store::belongings(read, item.id);
    form.event_day = item.event_day ? iso(*item.event_day) : "";
    form.author_name = item.author.name;
    form.author_email = item.author.email;
    for (const auto& placement : has.placements) form.sections.push_back(std::to_string(placement.section.value));
    std::ranges::sort(form.sections);
    form.tags = tag_lines(has.tags);
    form.attachments = attachment_lines(has.attachments);
    form.actions = has.actions;
    std::ranges::sort(form.actions);
    for (std::size_t i = 0; i < std::min(kMostPictures, has.pictures.size()); ++i) {
        const ItemPicture& each = has.pictures[i];
        form.pictures[i] = {form_key(services.pictures, read, each.picture), each.credit, each.alt_en, each.alt_fr};
    }
    return form;
}

// How many picture fields the editor shows: those that are filled, and one more.
std::size_t shown_pictures(const ItemForm& form) {
    std::size_t filled = 0;
    for (std::size_t i = 0; i < kMostPictures; ++i)
        if (!form.pictures[i].picture.empty()) filled = i + 1;
    return std::min(kMostPictures, filled + 1);
}

void offer_pictures(db::Read& read, const Services& services, staff_pages::ItemEditor& editor) {
    editor.offered.clear();
    for (std::size_t i = 0; i < shown_pictures(editor.form); ++i) {
        const ports::PictureId chosen{base::whole_number(editor.form.pictures[i].picture).value_or(0)};
        editor.offered.push_back(services.pictures.offered(read, chosen));
    }
}

// What was typed instead of what is stored: of a field that only others changed, theirs; below one that both changed,
// theirs too.
struct Typed {
    const ItemForm& form;
    std::string_view seen;
};
void take_typed(staff_pages::ItemEditor& editor, const Typed& typed) {
    const auto merged = ports::merge({.stored = named(editor.form), .typed = named(typed.form), .seen = typed.seen});
    editor.form = form_of(merged.texts);
    editor.conflicts = merged.conflicts;
}

// Every field of a form as JSON, and back.
std::string json_of(const http::Form& form) {
    boost::json::array fields;
    for (std::size_t i = 0; i < form.size(); ++i)
        fields.push_back({boost::json::value(form[i].name), boost::json::value(form[i].value)});
    return boost::json::serialize(fields);
}
http::Form form_of_json(std::string_view text) {
    http::Form form;
    const auto fields = boost::json::parse(text);
    for (const auto& each : fields.as_array())
        form.add({each.as_array().at(0).as_string(), each.as_array().at(1).as_string()});
    return form;
}

// What this person typed and did not save: shown where they ask for it, else told of, unless it says nothing new.
enum class DraftWish : bool { told, shown };
void take_draft(staff_pages::ItemEditor& editor, const store::KeptDraft& kept, DraftWish wish) {
    const auto typed = form_of_json(kept.form);
    staff_pages::ItemEditor with_draft = editor;
    take_typed(with_draft, {read_form(typed), typed.view(ports::kSeenField)});
    if (with_draft.form == editor.form) return;
    if (wish == DraftWish::told) {
        editor.kept_at = kept.kept_at;
        return;
    }
    editor = std::move(with_draft);
    editor.shows_draft = true;
}

// A picture that was chosen in the library stands in its field when staff come back.
void take_chosen_pictures(staff_pages::ItemEditor& editor, const http::Request& request) {
    for (std::size_t i = 0; i < kMostPictures; ++i)
        if (const auto chosen = ports::picture_chosen(request, {picture_name(i)}))
            editor.form.pictures[i].picture = chosen->value == 0 ? "" : std::to_string(chosen->value);
}

std::vector<auth::Change> changes_between(const ItemForm& before, const ItemForm& after) {
    std::vector<auth::Change> changes;
    const auto old_texts = named(before);
    for (const auto& [name, text] : named(after))
        auth::add_change(changes, name, {ports::text_of(old_texts, name), text});
    return changes;
}

AfterSaving after_saving(const http::Form& form) {
    if (form.view("then") == "preview") return AfterSaving::preview;
    return form.has("library") ? AfterSaving::choose_picture : AfterSaving::stay;
}

bool differs_beside_words(const ItemForm& before, ItemForm after) {
    after.words = before.words;
    return after != before;
}

// A section that asks for approvals, in which the item did not stand before.
bool enters_guarded_section(db::Read& read, const ItemForm& before, const ItemForm& after) {
    return std::ranges::any_of(after.sections, [&](const std::string& number) {
        if (std::ranges::find(before.sections, number) != before.sections.end()) return false;
        const auto section = store::find_section(read, SectionId{base::whole_number(number).value_or(0)});
        return section && section->needs_approval;
    });
}

// Sections that exist; a form can name others.
std::vector<SectionId> existing(db::Read& read, const std::vector<SectionId>& ids) {
    std::vector<SectionId> found;
    for (const SectionId id : ids)
        if (store::find_section(read, id)) found.push_back(id);
    return found;
}

store::Details details_of(db::Write& write, const auth::Secret& secret, const ItemPlan& plan) {
    const auto email = base::EmailAddress::parse(plan.author_email);
    store::Details details{
        .event_day = plan.event_day,
        .author = {plan.author_name, plan.author_email, email ? people::address_hash(secret, *email) : 0},
        .sections = existing(write, plan.sections),
        .tags = {},
        .pictures = plan.pictures,
        .attachments = plan.attachments,
        .actions = plan.actions};
    for (const TagLine& tag : plan.tags) details.tags.push_back(store::ensure_tag(write, {tag.english, tag.french}));
    return details;
}

}  // namespace

staff_pages::ItemEditor ItemHandlers::editor_of(db::Read& read, const Item& item, base::Locale locale) const {
    staff_pages::ItemEditor editor{
        .item = item,
        .title = title_of(i18n::Translator{locale}, store::newest_revisions(read, item.id)),
        .form = stored_form(read, services_, item),
        .texts = store::text_states(read, item.id),
        .sections = store::all_sections(read),
        .actions = services_.actions.all(read, locale),
        .offered = {},
        .seen = {},
        .saving = store::last_saving(read, item.id).value_or(ports::Saving{item.changed_by, item.changed_at})};
    if (editor.saving.at < item.changed_at) editor.saving = {item.changed_by, item.changed_at};
    editor.seen = ports::seen(named(editor.form));
    return editor;
}

http::Response ItemHandlers::editor_page(const http::Request& request, const staff_pages::ItemEditor& editor) const {
    const i18n::Translator t{request.locale};
    auto frame =
        services_.frames.staff_frame(request, {.title = editor.title, .form_state = state_of(editor.problems)});
    const int status = editor.problems.empty() ? 200 : editor.conflicts.empty() ? 422 : 409;
    return ports::respond(std::move(frame), staff_pages::item(t, editor), status);
}

http::Response ItemHandlers::show(const http::Request& request, db::Read& read) const {
    const auto item = find_allowed(read, *request.staff, WantedItem{item_id(request), Permission::edit_content});
    if (!item) return http::not_found();
    auto editor = editor_of(read, *item, request.locale);
    if (const auto kept = store::kept_draft(read, {item->id, request.staff->id.value}))
        take_draft(editor, *kept, request.query.view("draft") == "1" ? DraftWish::shown : DraftWish::told);
    take_chosen_pictures(editor, request);
    offer_pictures(read, services_, editor);
    return editor_page(request, editor);
}

http::Response ItemHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    const auto item = find_allowed(read, *request.staff, WantedItem{item_id(request), Permission::edit_content});
    if (!item) return http::not_found();
    auto editor = editor_of(read, *item, request.locale);
    take_typed(editor, {read_form(request.form), request.form.view(ports::kSeenField)});
    editor.problems = problems;
    offer_pictures(read, services_, editor);
    return editor_page(request, editor);
}

base::Result<ItemSave, base::Problems> ItemHandlers::read_save(const http::Request& request) const {
    ItemSave save{.acting = ports::acting(request),
                  .item = item_id(request),
                  .form = read_form(request.form),
                  .seen = request.form.text(ports::kSeenField),
                  .then = after_saving(request.form),
                  .picture_field = request.form.text("library")};
    if (auto plan = read_item(save.form); !plan) return plan.error();
    return save;
}

http::WriteResult ItemHandlers::save(const ItemSave& save, db::Write& write) const {
    const auto item = find_allowed(write, save.acting.staff, WantedItem{save.item, Permission::edit_content});
    if (!item) return http::not_found();
    const auto before = stored_form(write, services_, *item);
    const auto merged = ports::merge({.stored = named(before), .typed = named(save.form), .seen = save.seen});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    const auto after = form_of(merged.texts);
    const auto plan = read_item(after);
    if (!plan) return plan.error();
    const bool moves = differs_beside_words(before, after);
    if (moves && item->stage == Stage::published &&
        !ports::may(write, save.acting.staff, Permission::publish, item->level))
        return base::Problems{
            {"", base::message("This item is public. Its date, sections, tags and pictures are changed "
                               "by those who may publish; what you wrote in both languages may be "
                               "saved without them.")}};
    if (moves && item->stage == Stage::published && enters_guarded_section(write, before, after))
        return base::Problems{{"sections", base::message("In this section somebody approves an item before it is "
                                                         "public: withdraw the item first, then put it there.")}};
    for (const base::Locale locale : base::kLocales)
        store::save_words(write,
                          {.item = item->id,
                           .locale = locale,
                           .words = after.words.in(locale),
                           .account = save.acting.staff.id.value},
                          save.acting.staff.name);
    if (moves) store::save_details(write, item->id, details_of(write, services_.secret, *plan), save.acting.staff.name);
    if (moves && item->stage == Stage::published)
        ports::document_changed(write, {std::string{kDocumentKind}, document_key(item->id)});
    store::drop_draft(write, {item->id, save.acting.staff.id.value});
    if (auto changes = changes_between(before, after); !changes.empty())
        record(write, {save.acting, "newsroom.write", subject_of(write, *item), item->level, std::move(changes)});
    const auto path = staff_pages::item_path(save.acting.locale, item->id);
    if (save.then == AfterSaving::choose_picture)
        return http::see_other(ports::library_path(save.acting.locale, {path, save.picture_field}));
    return http::see_other(save.then == AfterSaving::preview ? path + "/preview" : path);
}

http::Response ItemHandlers::preview(const http::Request& request, db::Read& read) const {
    const auto item = find_allowed(read, *request.staff, WantedItem{item_id(request), Permission::edit_content});
    if (!item) return http::not_found();
    const i18n::Translator t{request.locale};
    auto newest = store::newest_revisions(read, item->id);
    auto title = title_of(t, newest);
    auto frame = services_.frames.staff_frame(request, {.title = t("Preview")});
    return ports::respond(std::move(frame), staff_pages::preview(t, {*item, std::move(title), std::move(newest)}));
}

base::Result<DraftKeeping, base::Problems> ItemHandlers::read_draft(const http::Request& request) const {
    auto form = json_of(request.form);
    if (form.size() > kLongestDraft) return base::Problems{{"", base::message("The draft is too long to be kept.")}};
    return DraftKeeping{ports::acting(request), item_id(request), std::move(form)};
}

http::WriteResult ItemHandlers::keep_draft(const DraftKeeping& keeping, db::Write& write) const {
    const auto item = find_allowed(write, keeping.acting.staff, WantedItem{keeping.item, Permission::edit_content});
    if (!item) return http::not_found();
    store::keep_draft(write, {item->id, keeping.acting.staff.id.value}, keeping.form);
    return http::json(fmt::format(R"({{"kept_at":"{}"}})", i18n::machine_time(write.now())));
}

http::WriteResult ItemHandlers::drop_draft(const ItemAct& act, db::Write& write) const {
    const auto item = find_allowed(write, act.acting.staff, WantedItem{act.item, Permission::edit_content});
    if (!item) return http::not_found();
    store::drop_draft(write, {item->id, act.acting.staff.id.value});
    return http::see_other(staff_pages::item_path(act.acting.locale, item->id));
}

http::Response ItemHandlers::draw_markdown(const http::Request& request) {
    http::Response response{.body = std::move(html::markdown(request.form.view("text"))).take()};
    response.headers.add({"Content-Type", "text/html; charset=utf-8"});
    return response;
}

}  // namespace newsroom
