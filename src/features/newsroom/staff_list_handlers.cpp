// What staff_handlers.h declares about the list of items, and about new ones.
#include <fmt/format.h>

#include "base/text.h"
#include "features/newsroom/links_service.h"
#include "features/newsroom/staff_handlers.h"
#include "features/newsroom/staff_handlers_parts.h"
#include "people/store.h"
#include "platform/http/percent.h"

namespace newsroom {
namespace {

using auth::Permission;

constexpr std::int64_t kRows = 50;
constexpr std::int64_t kTextsOfReport = 500;

// What the address asks for, as typed.
staff_pages::ItemList asked_for(const http::Request& request) {
    staff_pages::ItemList list{.rows = {},
                               .sections = {},
                               .levels = {},
                               .stage = request.query.text("stage"),
                               .section = request.query.text("section"),
                               .level = request.query.text("level"),
                               .missing = request.query.text("missing"),
                               .words = base::collapse_spaces(request.query.text("words")),
                               .next = {},
                               .is_filtered = false};
    list.is_filtered = !list.stage.empty() || !list.section.empty() || !list.level.empty() || !list.missing.empty() ||
                       !list.words.empty();
    return list;
}

store::StaffFilter filter_of(const staff_pages::ItemList& list, const http::Request& request) {
    store::StaffFilter filter{.stage = stage_of(list.stage),
                              .section = base::id_from<SectionId>(list.section),
                              .missing = base::locale_of(list.missing),
                              .words = list.words,
                              .before = base::id_from<ItemId>(request.query.view("before")),
                              .limit = kRows + 1};
    const auto level = std::ranges::find(list.levels, list.level, &people::Level::slug);
    if (level != list.levels.end()) filter.level = level->id;
    return filter;
}

// Who may not write everywhere sees one level at a time, the first of theirs to begin with.
void narrow_to_own_level(db::Read& read, const http::Request& request, staff_pages::ItemList& list) {
    if (auth::may(*request.staff, Permission::edit_content, {})) return;
    const auto national = people::find_level(read, people::kNationalSlug);
    if (national && ports::may(read, *request.staff, Permission::edit_content, national->id)) return;
    const bool is_theirs = std::ranges::find(list.levels, list.level, &people::Level::slug) != list.levels.end();
    if (!is_theirs && !list.levels.empty()) list.level = list.levels.front().slug;
}

// What the list is narrowed down to, as the rest of an address: "&stage=draft&words=water".
std::string query_of(const staff_pages::ItemList& list) {
    std::string query;
    for (const auto& [name, value] : {std::pair{"stage", &list.stage},
                                      {"section", &list.section},
                                      {"level", &list.level},
                                      {"missing", &list.missing},
                                      {"words", &list.words}})
        if (!value->empty()) query += fmt::format("&{}={}", name, http::percent_encode(*value));
    return query;
}

}  // namespace

http::Response ItemHandlers::list(const http::Request& request, db::Read& read) const {
    auto list = asked_for(request);
    list.sections = store::all_sections(read);
    list.levels = ports::levels_for(read, request, Permission::edit_content);
    narrow_to_own_level(read, request, list);
    list.rows = store::staff_page(read, filter_of(list, request));
    if (list.rows.size() > kRows) {
        list.rows.pop_back();
        list.next = fmt::format("?before={}{}", list.rows.back().item.id.value, query_of(list));
    }
    if (request.query.has("before")) {
        list.first = query_of(list);
        if (!list.first->empty()) list.first->front() = '?';
    }
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("News")}), staff_pages::items(t, list));
}

http::Response ItemHandlers::show_new(const http::Request& request, db::Read& read) const {
    return show_new_again(request, {}, read);
}

http::Response ItemHandlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                            db::Read& read) const {
    const i18n::Translator t{request.locale};
    const staff_pages::NewItemPage page{.levels = ports::levels_for(read, request, Permission::edit_content),
                                        .sections = store::all_sections(read),
                                        .level = request.form.text("level"),
                                        .section = request.form.text("section"),
                                        .event_day = request.form.text("event_day"),
                                        .problems = problems};
    auto frame = services_.frames.staff_frame(request, {.title = t("New item"), .form_state = state_of(problems)});
    return ports::respond(std::move(frame), staff_pages::new_item(t, page), problems.empty() ? 200 : 422);
}

base::Result<NewItemForm, base::Problems> ItemHandlers::read_new(const http::Request& request) const {
    NewItemForm form{.acting = ports::acting(request),
                     .level = request.form.text("level"),
                     .event_day = base::collapse_spaces(request.form.text("event_day")),
                     .section = request.form.text("section"),
                     .day = {}};
    form.day = day_of(form.event_day);
    if (!form.event_day.empty() && !form.day)
        return base::Problems{
            {"event_day", base::message("Please give the day as year, month and day, from 1800 on.")}};
    return form;
}

http::WriteResult ItemHandlers::create(const NewItemForm& form, db::Write& write) const {
    const auto level = people::find_level(write, form.level);
    if (!level) return base::Problems{{"level", base::message("Please choose the level.")}};
    if (!ports::may(write, form.acting.staff, Permission::edit_content, level->id)) return http::forbidden();
    const auto id = base::id_from<SectionId>(form.section);
    const auto section = id ? store::find_section(write, *id) : std::nullopt;
    if (!section) return base::Problems{{"section", base::message("Please choose the section.")}};
    const auto item = store::insert_item(write, {level->id, form.day, {section->id}}, form.acting.staff.name);
    record(write, {.who = form.acting,
                   .action = "newsroom.create",
                   .subject = {"news_item", item.value, section->best(base::Locale::english).title},
                   .level = level->id});
    return http::see_other(staff_pages::item_path(form.acting.locale, item));
}

http::Response ItemHandlers::links(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const ItemId after{base::whole_number(request.query.view("after")).value_or(0)};
    const auto locale = base::locale_of(request.query.view("locale")).value_or(base::Locale::french);
    const auto report =
        report_links(read, services_.documents, {after, locale, kTextsOfReport}, services_.frames.public_url());
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Links in the news")}),
                          staff_pages::links(t, report));
}

}  // namespace newsroom
