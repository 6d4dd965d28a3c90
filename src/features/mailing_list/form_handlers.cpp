// What staff_handlers.h declares about forms and topics.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "features/mailing_list/form_documents_service.h"
#include "features/mailing_list/form_store.h"
#include "features/mailing_list/pages.h"
#include "features/mailing_list/staff_handlers.h"
#include "people/store.h"
#include "platform/auth/audit.h"

namespace mailing_list {
namespace {

using auth::Permission;
using i18n::Translator;

Asks asks(const http::Form& form, std::string_view field) { return form.is_ticked(field) ? Asks::yes : Asks::no; }

ListFormTyped typed_of(const http::Request& request) {
    ListFormTyped typed{.slug = request.form.text("slug"),
                        .title_en = request.form.text("title_en"),
                        .title_fr = request.form.text("title_fr"),
                        .text_en = request.form.text("text_en"),
                        .text_fr = request.form.text("text_fr"),
                        .topics = {},
                        .name = asks(request.form, "asks_name"),
                        .postal_code = asks(request.form, "asks_postal_code")};
    if (const auto slug = request.parameter("slug"); !slug.empty()) typed.slug = slug;
    for (int bit = 0; bit < people::kMostTopics; ++bit)
        if (request.form.is_ticked(fmt::format("topic-{}", bit))) typed.topics.add({bit});
    return typed;
}

ListFormTyped typed_of(const ListFormPlan& plan) {
    return {plan.slug,          plan.words.title_en, plan.words.title_fr, plan.words.text_en,
            plan.words.text_fr, plan.topics,         plan.name,           plan.postal_code};
}

struct Done {
    std::string_view action, kind, label;
    std::int64_t id;
};
void audit(db::Write& write, const ports::Acting& acting, const Done& done) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::string{done.action},
                         .subject = {std::string{done.kind}, done.id, std::string{done.label}}});
}

bool may_at_the_top(db::Read& read, const ports::Acting& acting) {
    const auto national = people::find_level(read, people::kNationalSlug);
    return national && ports::may(read, acting.staff, Permission::edit_content, national->id);
}

}  // namespace

std::optional<ListForm> FormHandlers::find_allowed(db::Read& read, const ports::Acting& acting,
                                                   std::string_view slug) const {
    auto form = store::find_form(read, slug);
    if (!form || !ports::may(read, acting.staff, Permission::edit_content, form->level)) return std::nullopt;
    return form;
}

http::Response FormHandlers::page(const http::Request& request, staff_pages::FormPage page, db::Read& read) const {
    const Translator t{request.locale};
    page.levels = ports::levels_for(read, request, Permission::edit_content);
    page.topics = people::topics(read);
    if (page.form)
        page.embed_code =
            fmt::format(R"(<iframe src="{}{}/embed" title="{}" width="100%" height="620" loading="lazy"></iframe>)",
                        services_.frames.public_url(), pages::join_path(request.locale, page.form->plan.slug),
                        pages::form_title(t, *page.form));
    const int status = page.problems.empty() ? 200 : 422;
    auto frame = services_.frames.staff_frame(
        request, {.title = page.form ? pages::form_title(t, *page.form) : t("New form"),
                  .form_state = status == 200 ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), staff_pages::form(t, page), status);
}

http::Response FormHandlers::show_new(const http::Request& request, db::Read& read) const {
    const base::Problems none;
    return page(
        request,
        {.form = std::nullopt, .typed = {.topics = {}, .name = Asks::yes, .postal_code = Asks::yes}, .problems = none},
        read);
}

base::Result<FormEdit, base::Problems> FormHandlers::read_new(const http::Request& request) const {
    auto plan = read_plan(typed_of(request));
    if (!plan) return plan.error();
    return FormEdit{ports::acting(request), {}, request.form.text("level"), *std::move(plan)};
}

http::WriteResult FormHandlers::create(const FormEdit& edit, db::Write& write) const {
    const auto level = people::find_level(write, edit.level);
    if (!level || !ports::may(write, edit.acting.staff, Permission::edit_content, level->id))
        return base::Problems{{"level", base::message("Please choose one of your levels.")}};
    const auto is_taken = base::Problems{
        {"slug", base::message("Please use 1 to 60 of a to z, 0 to 9 and hyphens that no other form has.")}};
    if (people::find_level(write, edit.plan.slug)) return is_taken;
    const auto id = store::insert_form(write, {level->id, edit.plan});
    if (!id) return is_taken;
    form_changed(write, edit.plan.slug);
    audit(write, edit.acting, {"mailing_list.make_form", "list_form", edit.plan.slug, id->value});
    return http::see_other(staff_pages::form_path(edit.acting.locale, edit.plan.slug));
}

http::Response FormHandlers::show(const http::Request& request, db::Read& read) const {
    const auto form = find_allowed(read, ports::acting(request), request.parameter("slug"));
    if (!form) return http::not_found();
    const base::Problems none;
    return page(request, {.form = form, .typed = typed_of(form->plan), .problems = none}, read);
}

base::Result<FormEdit, base::Problems> FormHandlers::read_edit(const http::Request& request) const {
    auto plan = read_plan(typed_of(request));
    if (!plan) return plan.error();
    return FormEdit{ports::acting(request), request.parameter("slug"), {}, *std::move(plan)};
}

http::WriteResult FormHandlers::save(const FormEdit& edit, db::Write& write) const {
    const auto form = find_allowed(write, edit.acting, edit.slug);
    if (!form) return http::not_found();
    store::change_form(write, *form->id, edit.plan);
    form_changed(write, edit.slug);
    audit(write, edit.acting, {"mailing_list.change_form", "list_form", edit.slug, form->id->value});
    return http::see_other(staff_pages::form_path(edit.acting.locale, edit.slug));
}

http::Response FormHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    const std::string slug = request.parameter("slug");
    const auto form = slug.empty() ? std::nullopt : find_allowed(read, ports::acting(request), slug);
    if (!slug.empty() && !form) return http::not_found();
    return page(request,
                {.form = form, .typed = typed_of(request), .level = request.form.text("level"), .problems = problems},
                read);
}

base::Result<FormAct, base::Problems> FormHandlers::read_act(const http::Request& request) const {
    return FormAct{ports::acting(request), request.parameter("slug")};
}

http::WriteResult FormHandlers::close(const FormAct& act, db::Write& write) const {
    const auto form = find_allowed(write, act.acting, act.slug);
    if (!form) return http::not_found();
    store::close_form(write, *form->id);
    form_changed(write, act.slug);
    audit(write, act.acting, {"mailing_list.close_form", "list_form", act.slug, form->id->value});
    return http::see_other(staff_pages::form_path(act.acting.locale, act.slug));
}

http::WriteResult FormHandlers::reopen(const FormAct& act, db::Write& write) const {
    const auto form = find_allowed(write, act.acting, act.slug);
    if (!form) return http::not_found();
    store::reopen_form(write, *form->id);
    form_changed(write, act.slug);
    audit(write, act.acting, {"mailing_list.reopen_form", "list_form", act.slug, form->id->value});
    return http::see_other(staff_pages::form_path(act.acting.locale, act.slug));
}

http::Response FormHandlers::topics(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    const base::Problems none;
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Topics")}),
                          staff_pages::topics(t, {people::topics(read), {}, none}));
}

base::Result<TopicEdit, base::Problems> FormHandlers::read_topic(const http::Request& request) const {
    people::Topic topic{.bit = {0},
                        .slug = base::collapse_spaces(request.form.text("slug")),
                        .name_en = base::collapse_spaces(request.form.text("name_en")),
                        .name_fr = base::collapse_spaces(request.form.text("name_fr")),
                        .summary_en = base::collapse_spaces(request.form.text("summary_en")),
                        .summary_fr = base::collapse_spaces(request.form.text("summary_fr"))};
    base::Problems problems;
    const auto look = [&](const char* field, const std::string& text) {
        if (text.empty()) problems.push_back({field, base::message("Please fill this in.")});
        if (base::count_characters(text) > 200)
            problems.push_back({field, base::message("This is too long: at most 200 characters.")});
    };
    look("name_en", topic.name_en);
    look("name_fr", topic.name_fr);
    if (!people::is_slug(topic.slug, 40))
        problems.push_back(
            {"slug", base::message("Please use 1 to 40 of a to z, 0 to 9 and hyphens that no other topic has.")});
    if (!problems.empty()) return problems;
    return TopicEdit{ports::acting(request), std::move(topic)};
}

http::WriteResult FormHandlers::add_topic(const TopicEdit& edit, db::Write& write) const {
    if (!may_at_the_top(write, edit.acting)) return http::forbidden();
    auto topic = edit.topic;
    topic.position = static_cast<int>(people::topics(write).size());
    const auto bit = people::insert_topic(write, topic);
    if (!bit)
        return base::Problems{
            {"slug", base::message("Please use 1 to 40 of a to z, 0 to 9 and hyphens that no other topic has.")}};
    audit(write, edit.acting, {"mailing_list.add_topic", "mail_topic", topic.slug, bit->value});
    return http::see_other(staff_pages::overview_path(edit.acting.locale) + "/topics");
}

http::WriteResult FormHandlers::retire_topic(const FormAct& act, db::Write& write) const {
    if (!may_at_the_top(write, act.acting)) return http::forbidden();
    const auto all = people::topics(write);
    const auto found = std::ranges::find(all, act.slug, &people::Topic::slug);
    if (found == all.end()) return http::not_found();
    auto topic = *found;
    topic.retired_at = write.now();
    people::change_topic(write, topic);
    audit(write, act.acting, {"mailing_list.retire_topic", "mail_topic", topic.slug, topic.bit.value});
    return http::see_other(staff_pages::overview_path(act.acting.locale) + "/topics");
}

http::Response FormHandlers::topics_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const Translator t{request.locale};
    people::Topic typed{.bit = {0},
                        .slug = request.form.text("slug"),
                        .name_en = request.form.text("name_en"),
                        .name_fr = request.form.text("name_fr"),
                        .summary_en = request.form.text("summary_en"),
                        .summary_fr = request.form.text("summary_fr")};
    auto frame =
        services_.frames.staff_frame(request, {.title = t("Topics"), .form_state = html::FormState::has_problems});
    return ports::respond(std::move(frame), staff_pages::topics(t, {people::topics(read), std::move(typed), problems}),
                          422);
}

}  // namespace mailing_list
