// What staff_handlers.h declares about the list, plans, and senders.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "features/mailings/archive_documents_service.h"
#include "features/mailings/staff_handlers_parts.h"
#include "people/store.h"

namespace mailings {
namespace {

using auth::Permission;

constexpr std::int64_t kShown = 50;

staff_pages::PlanForm read_form(const http::Form& form) {
    return {.name = base::collapse_spaces(form.text("name")),
            .level = form.text("level"),
            .topic = form.text("topic"),
            .segment = form.text("segment"),
            .variants = form.text("variants"),
            .tested = base::collapse_spaces(form.text("tested")),
            .counts_links = form.is_ticked("counting"),
            .archive = form.is_ticked("archive")};
}

// What of the plan needs no database.
MailingPlan plain_plan(const staff_pages::PlanForm& typed) {
    MailingPlan plan{.name = typed.name};
    plan.variants = static_cast<int>(std::clamp<std::int64_t>(base::whole_number(typed.variants).value_or(0), 0, 99));
    const auto percent = std::clamp<std::int64_t>(base::whole_number(typed.tested).value_or(0), 0, 1'000);
    plan.tested_per_thousand = static_cast<int>(percent * 10);
    plan.counting = typed.counts_links ? LinkCounting::on : LinkCounting::off;
    plan.archive = typed.archive ? Archive::yes : Archive::no;
    return plan;
}

staff_pages::PlanForm form_of(db::Read& read, const MailingPlan& plan) {
    staff_pages::PlanForm form{.name = plan.name,
                               .level = {},
                               .topic = {},
                               .segment = plan.segment ? std::to_string(plan.segment->value) : "",
                               .variants = std::to_string(plan.variants),
                               .tested = std::to_string(plan.tested_per_thousand / 10),
                               .counts_links = plan.counting == LinkCounting::on,
                               .archive = plan.archive == Archive::yes};
    if (const auto level = people::find_level(read, plan.level)) form.level = level->slug;
    for (const auto& topic : people::topics(read))
        if (plan.topic == topic.bit) form.topic = topic.slug;
    return form;
}

std::vector<auth::Change> changes_between(const MailingPlan& before, const MailingPlan& after) {
    std::vector<auth::Change> changes;
    const auto number = [](const auto& id) { return id ? std::to_string(id->value) : std::string{}; };
    auth::add_change(changes, "name", {before.name, after.name});
    auth::add_change(changes, "segment", {number(before.segment), number(after.segment)});
    auth::add_change(changes, "topic", {number(before.topic), number(after.topic)});
    auth::add_change(changes, "variants", {std::to_string(before.variants), std::to_string(after.variants)});
    auth::add_change(changes, "tested_per_thousand",
                     {std::to_string(before.tested_per_thousand), std::to_string(after.tested_per_thousand)});
    return changes;
}

staff_pages::Row row_of(db::Read& read, Mailing mailing) {
    const auto sending = store::first_sending(read, mailing.id);
    const auto words = store::words(read, mailing.id, {0});
    const auto is_there = [](const MailWords& each) { return !each.subject.empty() && !each.body.empty(); };
    return {std::move(mailing), sending ? std::optional{sending->frozen_at} : std::nullopt, is_there(words.english),
            is_there(words.french)};
}

}  // namespace

http::Response PlanHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto page =
        store::page(read, {.before = base::id_from<MailingId>(request.query.view("before")), .limit = kShown + 1});
    staff_pages::List list;
    for (const Mailing& mailing : page) {
        if (std::ssize(list.rows) == kShown) break;
        if (ports::may(read, *request.staff, Permission::edit_content, mailing.plan.level))
            list.rows.push_back(row_of(read, mailing));
    }
    if (std::ssize(page) > kShown)
        list.older_path =
            fmt::format("{}?before={}", staff_pages::list_path(request.locale), page[kShown - 1].id.value);
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Mailings")}), staff_pages::list(t, list));
}

staff_pages::Offers PlanHandlers::offers(db::Read& read, const http::Request& request) const {
    staff_pages::Offers offers{.levels = ports::levels_for(read, request, Permission::edit_content),
                               .topics = people::topics(read),
                               .segments = {}};
    if (services_.audience.segments) offers.segments = services_.audience.segments(read, request.locale);
    return offers;
}

http::Response PlanHandlers::page(const http::Request& request, db::Read& read, staff_pages::PlanPage page) const {
    const i18n::Translator t{request.locale};
    page.offers = offers(read, request);
    const auto title = page.mailing ? page.mailing->plan.name : t("New mailing");
    return ports::respond(
        services_.frames.staff_frame(request, {.title = title, .form_state = state_of(page.problems)}),
        staff_pages::plan(t, page), page.problems.empty() ? 200 : 422);
}

http::Response PlanHandlers::show_new(const http::Request& request, db::Read& read) const {
    return page(request, read, {});
}

base::Result<PlanEdit, base::Problems> PlanHandlers::read_plan(const http::Request& request) const {
    PlanEdit edit{ports::acting(request), mailing_id(request), read_form(request.form), {}};
    edit.plan = plain_plan(edit.typed);
    auto problems = problems_of(edit.plan);
    if (!problems.empty()) return problems;
    return edit;
}

std::optional<MailingPlan> PlanHandlers::found_plan(db::Read& read, const PlanEdit& edit,
                                                    base::Problems& problems) const {
    MailingPlan plan = edit.plan;
    const auto level = people::find_level(read, edit.typed.level);
    if (!level || !ports::may(read, edit.acting.staff, Permission::edit_content, level->id))
        problems.push_back({"level", base::message("Please choose a level.")});
    else
        plan.level = level->id;
    for (const auto& topic : people::topics(read))
        if (topic.slug == edit.typed.topic) plan.topic = topic.bit;
    if (!edit.typed.topic.empty() && !plan.topic)
        problems.push_back({"topic", base::message("This topic is not used any more.")});
    if (const auto segment = base::id_from<SegmentId>(edit.typed.segment)) {
        const bool is_there =
            services_.audience.segment && services_.audience.segment(read, *segment, edit.acting.locale);
        if (is_there)
            plan.segment = segment;
        else
            problems.push_back({"segment", base::message("This segment is not there any more.")});
    }
    return problems.empty() ? std::optional{plan} : std::nullopt;
}

http::WriteResult PlanHandlers::create(const PlanEdit& edit, db::Write& write) const {
    base::Problems problems;
    const auto plan = found_plan(write, edit, problems);
    if (!plan) return problems;
    const auto id = store::insert(write, *plan, {edit.acting.staff.name});
    record(write, {edit.acting, "mailings.create", *store::find(write, id)});
    return http::see_other(staff_pages::mailing_path(edit.acting.locale, id));
}

http::Response PlanHandlers::new_again(const http::Request& request, const base::Problems& problems,
                                       db::Read& read) const {
    return page(request, read, {.mailing = {}, .typed = read_form(request.form), .offers = {}, .problems = problems});
}

http::Response PlanHandlers::show(const http::Request& request, db::Read& read) const {
    const auto mailing = find_allowed(read, *request.staff, mailing_id(request));
    if (!mailing) return http::not_found();
    return page(request, read,
                {.mailing = mailing,
                 .typed = form_of(read, mailing->plan),
                 .offers = {},
                 .can_be_removed = !store::first_sending(read, mailing->id)});
}

http::WriteResult PlanHandlers::change(const PlanEdit& edit, db::Write& write) const {
    const auto mailing = find_allowed(write, edit.acting.staff, edit.mailing);
    if (!mailing) return http::not_found();
    base::Problems problems;
    const auto plan = found_plan(write, edit, problems);
    if (!plan) return problems;
    store::change(write, mailing->id, *plan, {edit.acting.staff.name});
    mail_changed(write, mailing->id);
    record(write, {edit.acting, "mailings.plan", *mailing, changes_between(mailing->plan, *plan)});
    return http::see_other(staff_pages::mailing_path(edit.acting.locale, mailing->id));
}

http::Response PlanHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    const auto mailing = find_allowed(read, *request.staff, mailing_id(request));
    if (!mailing) return http::not_found();
    return page(request, read,
                {.mailing = mailing, .typed = read_form(request.form), .offers = {}, .problems = problems});
}

base::Result<PlanHandlers::Removal, base::Problems> PlanHandlers::read_removal(const http::Request& request) const {
    return Removal{ports::acting(request), mailing_id(request)};
}

http::WriteResult PlanHandlers::remove(const Removal& removal, db::Write& write) const {
    const auto mailing = find_allowed(write, removal.acting.staff, removal.mailing);
    if (!mailing) return http::not_found();
    if (store::remove(write, mailing->id) == store::Removed::no)
        return base::Problems{{"", base::message("It was sent, so it stays.")}};
    record(write, {removal.acting, "mailings.remove", *mailing});
    return http::see_other(staff_pages::list_path(removal.acting.locale));
}

// --- senders

http::Response SenderHandlers::begin(const http::Request& request, db::Read& read) const {
    const auto levels = ports::levels_for(read, request, Permission::manage_settings);
    if (levels.empty()) return http::forbidden();
    return http::see_other(fmt::format("{}/senders/{}", staff_pages::list_path(request.locale), levels.front().slug));
}

http::Response SenderHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<SenderEdit, base::Problems> SenderHandlers::read_sender(const http::Request& request) const {
    const auto typed = [&](std::string_view name) { return base::collapse_spaces(request.form.text(name)); };
    SenderEdit edit{
        ports::acting(request), request.parameter("level"), {typed("name_en"), typed("name_fr"), typed("reply_to")}};
    auto problems = problems_of(edit.sender);
    if (!problems.empty()) return problems;
    return edit;
}

http::WriteResult SenderHandlers::save(const SenderEdit& edit, db::Write& write) const {
    const auto level = people::find_level(write, edit.level);
    if (!level || !ports::may(write, edit.acting.staff, Permission::manage_settings, level->id))
        return http::not_found();
    const auto before = store::sender_of(write, level->id);
    store::set_sender(write, level->id, edit.sender);
    std::vector<auth::Change> changes;
    auth::add_change(changes, "name_en", {before.name_en, edit.sender.name_en});
    auth::add_change(changes, "name_fr", {before.name_fr, edit.sender.name_fr});
    auth::add_change(changes, "reply_to", {before.reply_to, edit.sender.reply_to});
    auth::record(write, {.actor = auth::actor_of(edit.acting.staff, edit.acting.request_id),
                         .action = "mailings.sender",
                         .subject = {"level", level->id.value, level->slug},
                         .level = level->id,
                         .changes = std::move(changes)});
    return http::see_other(fmt::format("{}/senders/{}", staff_pages::list_path(edit.acting.locale), level->slug));
}

http::Response SenderHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto level = people::find_level(read, request.parameter("level"));
    if (!level || !ports::may(read, *request.staff, Permission::manage_settings, level->id)) return http::not_found();
    auto sender = store::sender_of(read, level->id);
    if (!problems.empty())
        sender = {request.form.text("name_en"), request.form.text("name_fr"), request.form.text("reply_to")};
    const staff_pages::Senders page{ports::levels_for(read, request, Permission::manage_settings), *level, sender,
                                    problems};
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("Senders"), .form_state = state_of(problems)}),
        staff_pages::senders(t, page), problems.empty() ? 200 : 422);
}

}  // namespace mailings
