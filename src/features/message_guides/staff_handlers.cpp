#include "features/message_guides/staff_handlers.h"

#include <algorithm>
#include <set>

#include <boost/json.hpp>

#include "base/text.h"
#include "features/message_guides/content_json.h"
#include "features/message_guides/library.h"
#include "features/message_guides/staff_handlers_parts.h"
#include "ports/acting.h"
#include "ports/search_documents.h"

namespace message_guides {
namespace {

using auth::Permission;

constexpr std::int64_t kDaysOfUse = 90;
constexpr std::size_t kLongestSlug = 60;
constexpr std::array<std::string_view, 3> kReservedSlugs{"members", "new", "export.json"};

bool waits(const Version& newest) { return newest.asked_at && !newest.approved_at; }

bool is_review_due(const Guide& guide, const Content& content, base::Instant now) {
    return guide.stage == Stage::published && !content.review_on.empty() && content.review_on <= today(now);
}

staff_pages::NewGuideForm new_form(const http::Form& form) {
    return {base::lower_ascii(base::collapse_spaces(form.text("slug"))),
            base::lower_ascii(base::collapse_spaces(form.text("theme"))), form.text("level")};
}

std::vector<std::string> themes_of(const std::vector<Guide>& guides) {
    std::set<std::string> themes;
    for (const Guide& each : guides) themes.insert(each.theme);
    return {themes.begin(), themes.end()};
}

ports::DocumentName document_of(const Guide& guide) { return {.kind = "words", .key = guide.slug + "/"}; }

void tell_search(db::Write& write, const Guide& guide) { ports::document_changed(write, document_of(guide)); }

// Nobody but members, or nobody at all, reads it any more.
void leave_search(const Services& services, db::Write& write, const Guide& guide) {
    if (services.take_out_of_search) services.take_out_of_search(write, document_of(guide));
}

http::Response to_guide(const ports::Acting& acting, const Guide& guide) {
    return http::see_other(staff_pages::guide_path(acting.locale, guide.slug));
}

// Of a step on the newest version; somebody may have saved since the page was shown.
std::optional<base::Problems> problem_of(const std::optional<Version>& newest, int seen) {
    if (newest && newest->number == seen) return std::nullopt;
    return base::Problems{
        {"", base::message("Somebody saved another version meanwhile. Please look at it before you go on.")}};
}

}  // namespace

http::Response StaffHandlers::list(const http::Request& request, db::Read& read) const {
    const auto levels = people::levels(read);
    std::vector<staff_pages::Row> rows;
    for (const Guide& guide : store::guides(read)) {
        const auto newest = store::newest(read, guide.id);
        if (!newest || !ports::may(read, *request.staff, Permission::edit_content, guide.level)) continue;
        rows.push_back({guide, newest->content, name_of(levels, guide.level, request.locale), waits(*newest),
                        is_review_due(guide, newest->content, request.received_at)});
    }
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Words That Work")}),
                          staff_pages::list(t, rows));
}

http::Response StaffHandlers::export_all(const http::Request& request, db::Read& read) const {
    const auto levels = people::levels(read);
    boost::json::array list;
    for (const Guide& guide : store::guides(read)) {
        const auto newest = store::newest(read, guide.id);
        if (!newest || !ports::may(read, *request.staff, Permission::edit_content, guide.level)) continue;
        const auto* const level = levels.find(guide.level);
        list.push_back({{"slug", guide.slug},
                        {"theme", guide.theme},
                        {"level", level != nullptr ? level->slug : std::string{}},
                        {"public", guide.stage == Stage::published && guide.shown == newest->id},
                        {"version", newest->number},
                        {"made_at", i18n::machine_time(newest->at)},
                        {"content", json_of(newest->content)}});
    }
    return http::download({.name = "guides.json",
                           .type = "application/json",
                           .bytes = boost::json::serialize(boost::json::object{{"guides", std::move(list)}})});
}

http::Response StaffHandlers::show_new(const http::Request& request, db::Read& read) const {
    return show_new_again(request, {}, read);
}

base::Result<NewGuideEdit, base::Problems> StaffHandlers::read_new(const http::Request& request) const {
    NewGuideEdit edit{ports::acting(request), new_form(request.form)};
    if (edit.form.theme.empty()) edit.form.theme = edit.form.slug;
    base::Problems problems;
    const bool is_reserved = std::ranges::find(kReservedSlugs, edit.form.slug) != kReservedSlugs.end();
    if (!people::is_slug(edit.form.slug, kLongestSlug) || is_reserved)
        problems.push_back({"slug", base::message("Please use small letters, digits and hyphens: tax-fairness.")});
    if (!people::is_slug(edit.form.theme, kLongestSlug) && edit.form.theme != edit.form.slug)
        problems.push_back({"theme", base::message("Please use small letters, digits and hyphens: tax-fairness.")});
    if (edit.form.level.empty()) problems.push_back({"level", base::message("Please choose a level.")});
    if (!problems.empty()) return problems;
    return edit;
}

http::WriteResult StaffHandlers::begin(const NewGuideEdit& edit, db::Write& write) const {
    const auto level = people::find_level(write, edit.form.level);
    if (!level || !ports::may(write, edit.acting.staff, Permission::edit_content, level->id)) return http::forbidden();
    const std::string& by = edit.acting.staff.name;
    const auto id = store::insert(write, {edit.form.slug, edit.form.theme, level->id, by});
    if (!id) return base::Problems{{"slug", base::message("There is a guide of this address already.")}};
    store::add_version(write, {*id, Content{}, by});
    record(write, edit.acting, *store::find(write, edit.form.slug), "message_guides.begin");
    return http::see_other(staff_pages::guide_path(edit.acting.locale, edit.form.slug) + "/text");
}

http::Response StaffHandlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                             db::Read& read) const {
    const i18n::Translator t{request.locale};
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("New guide"), .form_state = state_of(problems)}),
        staff_pages::new_guide(t, {.typed = new_form(request.form),
                                   .levels = ports::levels_for(read, request, Permission::edit_content),
                                   .themes = themes_of(store::guides(read)),
                                   .problems = problems}),
        problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto guide = find_allowed(read, *request.staff, request.parameter("slug"), Permission::edit_content);
    if (!guide) return http::not_found();
    auto versions = store::versions(read, guide->id);
    if (versions.empty()) return http::not_found();
    const bool may_approve = message_guides::may_approve(versions, *guide, request.staff->name);
    const i18n::Translator t{request.locale};
    const std::string& title = title_of(versions.front().content, request.locale);
    auto frame = services_.frames.staff_frame(
        request, {.title = title.empty() ? guide->slug : title, .form_state = state_of(problems)});
    return ports::respond(
        std::move(frame),
        staff_pages::overview(
            t, {.guide = *guide,
                .versions = std::move(versions),
                .level = name_of(people::levels(read), guide->level, request.locale),
                .rights = {ports::may(read, *request.staff, Permission::publish, guide->level), may_approve},
                .uses = store::uses(read, guide->id, day_of(request.received_at) - kDaysOfUse),
                .levels = ports::levels_for(read, request, Permission::publish),
                .problems = problems}),
        problems.empty() ? 200 : 422);
}

base::Result<StepForm, base::Problems> StaffHandlers::read_step(const http::Request& request) const {
    return StepForm{ports::acting(request), request.parameter("slug"), number_of(request.form.view("version"))};
}

http::WriteResult StaffHandlers::ask(const StepForm& form, db::Write& write) const {
    const auto guide = find_allowed(write, form.acting.staff, form.slug, Permission::edit_content);
    if (!guide) return http::not_found();
    const auto newest = store::newest(write, guide->id);
    if (auto problems = problem_of(newest, form.version)) return *std::move(problems);
    if (auto problems = unready(newest->content); !problems.empty()) return problems;
    store::ask_for_approval(write, {newest->id, form.acting.staff.name});
    record(write, form.acting, *guide, "message_guides.ask");
    return to_guide(form.acting, *guide);
}

http::WriteResult StaffHandlers::approve(const StepForm& form, db::Write& write) const {
    const auto guide = find_allowed(write, form.acting.staff, form.slug, Permission::publish);
    if (!guide) return http::not_found();
    const auto versions = store::versions(write, guide->id);
    const auto newest = versions.empty() ? std::nullopt : std::optional{versions.front()};
    if (auto problems = problem_of(newest, form.version)) return *std::move(problems);
    if (auto problems = unready(newest->content); !problems.empty()) return problems;
    if (!may_approve(versions, *guide, form.acting.staff.name))
        return base::Problems{
            {"", base::message("You wrote a part of what would become public: somebody else has to approve it.")}};
    store::approve(write, {newest->id, form.acting.staff.name});
    store::set_stage(write, {guide->id, Stage::published, newest->id, form.acting.staff.name});
    record(write, form.acting, *guide, "message_guides.publish", {{"version", "", std::to_string(newest->number)}});
    if (!may_read(newest->content, Reader::everybody)) leave_search(services_, write, *guide);
    tell_search(write, *guide);
    return to_guide(form.acting, *guide);
}

http::WriteResult StaffHandlers::withdraw(const StepForm& form, db::Write& write) const {
    const auto guide = find_allowed(write, form.acting.staff, form.slug, Permission::publish);
    if (!guide) return http::not_found();
    if (guide->stage != Stage::published) return to_guide(form.acting, *guide);
    store::set_stage(write, {guide->id, Stage::withdrawn, guide->shown, form.acting.staff.name});
    record(write, form.acting, *guide, "message_guides.withdraw");
    leave_search(services_, write, *guide);
    tell_search(write, *guide);
    return to_guide(form.acting, *guide);
}

base::Result<PlaceEdit, base::Problems> StaffHandlers::read_place(const http::Request& request) const {
    PlaceEdit edit{ports::acting(request), request.parameter("slug"), request.form.text("level"),
                   base::lower_ascii(base::collapse_spaces(request.form.text("theme")))};
    if (!people::is_slug(edit.theme, kLongestSlug))
        return base::Problems{{"theme", base::message("Please use small letters, digits and hyphens: tax-fairness.")}};
    return edit;
}

http::WriteResult StaffHandlers::move(const PlaceEdit& edit, db::Write& write) const {
    const auto guide = find_allowed(write, edit.acting.staff, edit.slug, Permission::publish);
    if (!guide) return http::not_found();
    const auto level = people::find_level(write, edit.level);
    if (!level || !ports::may(write, edit.acting.staff, Permission::publish, level->id)) return http::forbidden();
    std::vector<auth::Change> changes;
    const auto levels = people::levels(write);
    const auto* const before = levels.find(guide->level);
    auth::add_change(changes, "level", {before != nullptr ? before->slug : std::string{}, level->slug});
    auth::add_change(changes, "theme", {guide->theme, edit.theme});
    if (changes.empty()) return to_guide(edit.acting, *guide);
    store::move(write, guide->id, level->id, edit.theme);
    record(write, edit.acting, *guide, "message_guides.move", std::move(changes));
    tell_search(write, *guide);
    return to_guide(edit.acting, *guide);
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Words That Work"),
            .path = "staff/words",
            .icon = "megaphone",
            .group = ports::StaffGroup::publish,
            .order = 32,
            .may_see = ports::whoever_may(Permission::edit_content)};
}

ports::HomeProvider home_news() {
    return [](db::Read& read, const http::Request& request) {
        const i18n::Translator t{request.locale};
        ports::HomeNews news;
        for (const Guide& guide : store::guides(read)) {
            if (!ports::may(read, *request.staff, Permission::publish, guide.level)) continue;
            const auto versions = store::versions(read, guide.id);
            if (versions.empty()) continue;
            const std::string& title = title_of(versions.front().content, request.locale);
            const std::string path = staff_pages::guide_path(request.locale, guide.slug);
            if (waits(versions.front()) && may_approve(versions, guide, request.staff->name))
                news.tasks.push_back({.sentence = t("The guide “{title}” waits for your approval.", {{"title", title}}),
                                      .path = path,
                                      .act = t("Read it")});
            if (is_review_due(guide, versions.front().content, request.received_at))
                news.tasks.push_back({.sentence = t("The guide “{title}” is due for review.", {{"title", title}}),
                                      .path = path,
                                      .act = t("Review it")});
        }
        return news;
    };
}

}  // namespace message_guides
