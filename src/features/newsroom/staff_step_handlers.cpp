// What staff_handlers.h declares about the steps of an item: review, publication, addresses, pins.
#include <fmt/format.h>

#include "base/text.h"
#include "features/newsroom/address.h"
#include "features/newsroom/approval_service.h"
#include "features/newsroom/staff_handlers.h"
#include "features/newsroom/staff_handlers_parts.h"
#include "features/newsroom/workflow_service.h"
#include "people/level.h"
#include "platform/jobs/jobs.h"
#include "ports/search_documents.h"

namespace newsroom {
namespace {

using auth::Permission;

constexpr std::size_t kLongestSlug = 80;

std::string steps_path(const Acting& acting, ItemId item) {
    return staff_pages::item_path(acting.locale, item) + "/steps";
}

// Where it stands, without the others.
std::vector<Section> sections_in(db::Read& read, ItemId item) { return store::sections_of(read, item); }

std::map<base::Locale, std::string> slugs_of(const std::vector<TextState>& texts, const http::Form& form) {
    std::map<base::Locale, std::string> slugs;
    for (const TextState& text : texts) {
        const std::string name = fmt::format("slug_{}", base::code(text.locale));
        slugs[text.locale] = form.has(name) ? form.text(name) : text.slug;
    }
    return slugs;
}

void check_slug(base::Problems& problems, const std::string& slug, base::Locale locale) {
    if (!slug.empty() && !people::is_slug(slug, kLongestSlug))
        problems.push_back({fmt::format("slug_{}", base::code(locale)),
                            base::message("The address takes small letters, digits and hyphens, up to 80.")});
}

void record_step(db::Write& write, const ItemAct& act, const Item& item, Stage to) {
    std::vector<auth::Change> changes{{"state", std::string{name_of(item.stage)}, std::string{name_of(to)}}};
    if (act.due_at) changes.push_back({"due_at", "", i18n::machine_time(*act.due_at)});
    if (!act.note.empty()) changes.push_back({"note", "", act.note});
    if (const auto missing = missing_language(write, item.id);
        missing && (to == Stage::published || to == Stage::scheduled))
        changes.push_back({"published_without", "", std::string{base::code(*missing)}});
    record(write, {act.acting, "newsroom." + std::string{name_of(to)}, subject_of(write, item), item.level,
                   std::move(changes)});
}

staff_pages::Review review_of(db::Read& read, const Item& item, const auth::Principal& staff) {
    return {.is_needed = store::needs_approval(read, item.id),
            .is_own = store::wrote_newest(read, item.id, staff.id.value),
            .standing = standing_approval(read, item),
            .past = store::approvals(read, item.id)};
}

const base::Problems& not_from_here() {
    static const base::Problems kNotFromHere{
        {"", base::message("Somebody else moved this item meanwhile. Look at where it stands now.")}};
    return kNotFromHere;
}

}  // namespace

http::Response StepHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response StepHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    const auto item = find_allowed(read, *request.staff, WantedItem{item_id(request), Permission::edit_content});
    if (!item) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto texts = store::text_states(read, item->id);
    const staff_pages::StepPage page{.item = *item,
                                     .title = title_of(t, store::newest_revisions(read, item->id)),
                                     .texts = texts,
                                     .steps = store::steps(read, item->id),
                                     .addresses = store::addresses(read, item->id),
                                     .sections = sections_in(read, item->id),
                                     .placements = store::belongings(read, item->id).placements,
                                     .may_publish = ports::may(read, *request.staff, Permission::publish, item->level),
                                     .review = review_of(read, *item, *request.staff),
                                     .due_at = request.form.has("due_at") ? request.form.text("due_at")
                                               : item->due_at
                                                   ? i18n::text_of(i18n::local_time(*item->due_at, services_.zone))
                                                   : "",
                                     .note = request.form.text("note"),
                                     .slugs = slugs_of(texts, request.form),
                                     .zone = services_.zone,
                                     .problems = problems};
    auto frame = services_.frames.staff_frame(request, {.title = page.title, .form_state = state_of(problems)});
    return ports::respond(std::move(frame), staff_pages::steps(t, page), problems.empty() ? 200 : 422);
}

base::Result<ItemAct, base::Problems> StepHandlers::read_act(const http::Request& request) const {
    constexpr std::size_t kLongestNote = 1'000;
    ItemAct act{.acting = ports::acting(request),
                .item = item_id(request),
                .one_language = one_language(request.form),
                .due_at = {},
                .note = base::collapse_spaces(request.form.text("note")),
                .seen = request.form.text(ports::kSeenField)};
    if (base::count_characters(act.note) > kLongestNote)
        return base::Problems{{"note", base::message("The note is too long: at most 1,000 characters.")}};
    return act;
}

base::Result<ItemAct, base::Problems> StepHandlers::read_schedule(const http::Request& request) const {
    auto act = read_act(request);
    if (!act) return act;
    const auto typed = i18n::local_time_of(request.form.view("due_at"));
    if (!typed) return base::Problems{{"due_at", base::message("Please give the day and the time.")}};
    act->due_at = i18n::instant_of(*typed, services_.zone);
    if (!act->due_at)
        return base::Problems{
            {"due_at", base::message("The clocks leap over this time on that day. Choose one an hour later.")}};
    if (*act->due_at <= request.received_at)
        return base::Problems{{"due_at", base::message("This time has passed. Choose a later one.")}};
    return act;
}

http::WriteResult StepHandlers::send_to_review(const ItemAct& act, db::Write& write) const {
    const auto item = find_allowed(write, act.acting.staff, WantedItem{act.item, Permission::edit_content});
    if (!item) return http::not_found();
    if (!is_allowed({item->stage, Stage::in_review})) return not_from_here();
    if (store::text_states(write, item->id).empty())
        return base::Problems{{"", base::message("There is no text yet. Write it before you send it to review.")}};
    take_step(write, {act.item, Stage::in_review, act.note, {}}, {act.acting.staff.name, services_.zone});
    record_step(write, act, *item, Stage::in_review);
    return http::see_other(steps_path(act.acting, act.item));
}

http::WriteResult StepHandlers::approve(const ItemAct& act, db::Write& write) const {
    const auto item = find_allowed(write, act.acting.staff, WantedItem{act.item, Permission::edit_content});
    if (!item) return http::not_found();
    const auto seen = staff_pages::seen_revisions(store::text_states(write, act.item));
    if (act.seen != seen)
        return base::Problems{{"", base::message("Somebody changed the words while you looked at them. Look at them "
                                                 "again, then approve.")}};
    if (auto problems = problems_of_approving(write, *item, act.acting.staff.id.value); !problems.empty())
        return problems;
    store::insert_approval(write, {act.item, seen, item->changed_at, act.acting.staff.id.value, act.note},
                           act.acting.staff.name);
    record(write, {act.acting, "newsroom.approved", subject_of(write, *item), item->level});
    return http::see_other(steps_path(act.acting, act.item));
}

// A scheduled or withdrawn item is taken back only by those who may publish.
http::WriteResult StepHandlers::return_to_draft(const ItemAct& act, db::Write& write) const {
    const auto item = find_allowed(write, act.acting.staff, WantedItem{act.item, Permission::edit_content});
    if (!item) return http::not_found();
    if (!is_allowed({item->stage, Stage::draft})) return not_from_here();
    if (item->stage != Stage::in_review && !ports::may(write, act.acting.staff, Permission::publish, item->level))
        return http::forbidden();
    take_step(write, {act.item, Stage::draft, act.note, {}}, {act.acting.staff.name, services_.zone});
    record_step(write, act, *item, Stage::draft);
    return http::see_other(steps_path(act.acting, act.item));
}

http::WriteResult StepHandlers::publish(const ItemAct& act, db::Write& write) const {
    return publish_or_schedule(act, Stage::published, write);
}

http::WriteResult StepHandlers::schedule(const ItemAct& act, db::Write& write) const {
    return publish_or_schedule(act, Stage::scheduled, write);
}

http::WriteResult StepHandlers::publish_or_schedule(const ItemAct& act, Stage to, db::Write& write) const {
    const auto item = find_allowed(write, act.acting.staff, WantedItem{act.item, Permission::publish});
    if (!item) return http::forbidden();
    if (!is_allowed({item->stage, to})) return not_from_here();
    if (!act.seen.empty() && act.seen != staff_pages::seen_revisions(store::text_states(write, act.item)))
        return base::Problems{{"", base::message("Somebody changed the words while you looked at them. Look at them "
                                                 "again, then publish.")}};
    if (auto problems = problems_of_publishing(write, act.item, act.one_language); !problems.empty()) return problems;
    take_step(write, {act.item, to, act.note, act.due_at}, {act.acting.staff.name, services_.zone});
    record_step(write, act, *item, to);
    return http::see_other(steps_path(act.acting, act.item));
}

http::WriteResult StepHandlers::withdraw(const ItemAct& act, db::Write& write) const {
    const auto item = find_allowed(write, act.acting.staff, WantedItem{act.item, Permission::publish});
    if (!item) return http::forbidden();
    if (!is_allowed({item->stage, Stage::withdrawn})) return not_from_here();
    take_step(write, {act.item, Stage::withdrawn, act.note, {}}, {act.acting.staff.name, services_.zone});
    if (services_.take_out_of_search)
        services_.take_out_of_search(write, {std::string{kDocumentKind}, document_key(item->id)});
    record_step(write, act, *item, Stage::withdrawn);
    return http::see_other(steps_path(act.acting, act.item));
}

base::Result<Rename, base::Problems> StepHandlers::read_rename(const http::Request& request) const {
    Rename rename{ports::acting(request), item_id(request), base::collapse_spaces(request.form.text("slug_en")),
                  base::collapse_spaces(request.form.text("slug_fr"))};
    base::Problems problems;
    check_slug(problems, rename.slug_en, base::Locale::english);
    check_slug(problems, rename.slug_fr, base::Locale::french);
    if (!problems.empty()) return problems;
    return rename;
}

http::WriteResult StepHandlers::rename(const Rename& rename, db::Write& write) const {
    const auto item = find_allowed(write, rename.acting.staff, WantedItem{rename.item, Permission::edit_content});
    if (!item) return http::not_found();
    base::Problems problems;
    std::vector<auth::Change> changes;
    for (const TextState& text : store::text_states(write, item->id)) {
        const std::string& slug = text.locale == base::Locale::english ? rename.slug_en : rename.slug_fr;
        if (slug.empty() || slug == text.slug) continue;
        const std::string field = fmt::format("slug_{}", base::code(text.locale));
        if (store::rename(write, {item->id, text.locale, slug}, rename.acting.staff.name))
            changes.push_back({field, text.slug, slug});
        else
            problems.push_back({field, base::message("This address leads to another item already.")});
    }
    if (!problems.empty()) return problems;
    if (!changes.empty() && item->stage == Stage::published)
        ports::document_changed(write, {std::string{kDocumentKind}, document_key(item->id)});
    if (!changes.empty())
        record(write, {rename.acting, "newsroom.rename", subject_of(write, *item), item->level, std::move(changes)});
    return http::see_other(steps_path(rename.acting, item->id));
}

base::Result<PinAct, base::Problems> StepHandlers::read_pin(const http::Request& request) const {
    const SectionId section{base::whole_number(request.form.view("section")).value_or(0)};
    const auto pin = request.form.view("pin") == "1" ? store::Pin::pinned : store::Pin::loose;
    return PinAct{ports::acting(request), item_id(request), section, pin};
}

http::WriteResult StepHandlers::pin(const PinAct& act, db::Write& write) const {
    const auto item = find_allowed(write, act.acting.staff, WantedItem{act.item, Permission::publish});
    if (!item) return http::forbidden();
    store::pin(write, act.item, act.section, act.pin, act.acting.staff.name);
    const bool pinned = act.pin == store::Pin::pinned;
    record(write, {act.acting,
                   "newsroom.pin",
                   subject_of(write, *item),
                   item->level,
                   {{"pinned", pinned ? "no" : "yes", pinned ? "yes" : "no"}}});
    return http::see_other(steps_path(act.acting, act.item));
}

}  // namespace newsroom
