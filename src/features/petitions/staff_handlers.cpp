#include "features/petitions/staff_handlers.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "features/petitions/export.h"
#include "features/petitions/store.h"
#include "people/address_hash.h"
#include "people/store.h"

namespace petitions {
namespace {

using auth::Permission;

constexpr std::int64_t kPageLength = 50;
constexpr base::Duration kExportPeriod = base::minutes(10);

Acting acting(const http::Request& request) { return {*request.staff, request.request_id, request.locale}; }

TextForm text_form(const http::Form& form, base::Locale locale) {
    const auto field = [&](std::string_view name) {
        return base::tidy_lines(form.text(fmt::format("{}_{}", name, base::code(locale))));
    };
    return {base::collapse_spaces(field("title")), base::collapse_spaces(field("lead")), field("body"),
            field("thanks")};
}

TextForms text_forms(const http::Form& form) {
    return {text_form(form, base::Locale::english), text_form(form, base::Locale::french)};
}

TextForms text_forms(const std::vector<Text>& newest) {
    TextForms forms;
    for (const Text& text : newest)
        (text.locale == base::Locale::english ? forms.english : forms.french) = {text.title, text.lead, text.body,
                                                                                 text.thanks};
    return forms;
}

PetitionForm petition_form(const http::Form& form) {
    return {base::collapse_spaces(form.text("slug")), form.text("kind"), base::collapse_spaces(form.text("goal")),
            base::collapse_spaces(form.text("closes_on")), form.text("level")};
}

std::vector<base::LevelId> level_and_ancestors(db::Read& read, base::LevelId level) {
    const auto tree = people::levels(read);
    std::vector<base::LevelId> ids;
    for (const people::Level* each : tree.with_ancestors(level)) ids.push_back(each->id);
    return ids;
}

void record(db::Write& write, const Acting& who, const Petition& petition, std::string action,
            std::vector<auth::Change> changes = {}) {
    auth::record(write, {.actor = auth::actor_of(who.staff, who.request_id),
                         .action = std::move(action),
                         .subject = {"petition", petition.id.value, petition.slug},
                         .level = petition.level,
                         .changes = std::move(changes)});
}

std::vector<auth::Change> changes_between(const TextForms& before, const TextForms& after) {
    std::vector<auth::Change> changes;
    for (const base::Locale locale : base::kLocales) {
        const std::string suffix{base::code(locale)};
        const TextForm& old_words = before.in(locale);
        const TextForm& new_words = after.in(locale);
        auth::add_change(changes, "title_" + suffix, {old_words.title, new_words.title});
        auth::add_change(changes, "lead_" + suffix, {old_words.lead, new_words.lead});
        auth::add_change(changes, "body_" + suffix, {old_words.body, new_words.body});
        auth::add_change(changes, "thanks_" + suffix, {old_words.thanks, new_words.thanks});
    }
    return changes;
}

bool has_draft(const std::vector<Text>& newest) {
    return std::ranges::any_of(newest, [](const Text& text) { return !text.frozen_at; });
}

// Whether this person has begun an export of this petition since then: an act on record, for which the file may leave.
bool has_begun_export(db::Read& read, const auth::Principal& staff, const Petition& petition, base::Instant since) {
    const auto newest = auth::read_audit(read, {.limit = 1,
                                                .staff = staff.id,
                                                .action_prefix = "petitions.export",
                                                .subject = auth::Subject{"petition", petition.id.value}});
    return !newest.empty() && newest.front().at >= since;
}

std::string title_in(const std::vector<Text>& texts, base::Locale locale, std::string_view otherwise) {
    std::string title{otherwise};
    for (const Text& text : texts)
        if (text.locale == locale || title == otherwise) title = text.title;
    return title;
}

std::optional<SignatureId> id_in_query(const http::Request& request, std::string_view name) {
    const std::string text = request.query.text(name);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return SignatureId{value};
}

}  // namespace

std::optional<Petition> StaffHandlers::find_allowed(db::Read& read, std::string_view slug, const auth::Principal& staff,
                                                    Permission permission) const {
    const auto petition = store::find(read, slug);
    if (!petition || !auth::may(staff, permission, level_and_ancestors(read, petition->level))) return std::nullopt;
    return petition;
}

http::Response StaffHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    std::vector<staff_pages::ListedPetition> listed;
    for (const Petition& petition : store::all(read)) {
        if (!auth::may(*request.staff, Permission::edit_content, level_and_ancestors(read, petition.level))) continue;
        const auto texts = store::newest_texts(read, petition.id);
        listed.push_back(
            {petition, title_in(texts, request.locale, petition.slug), services_.counts.count(petition.id)});
    }
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Petitions")}),
                          staff_pages::list(t, listed, request.received_at));
}

http::Response StaffHandlers::new_page(const http::Request& request, const staff_pages::NewForm& form) const {
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("New petition")}),
                          staff_pages::new_petition(t, form), form.problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::show_new(const http::Request& request, db::Read& read) const {
    return new_page(request, {{}, {}, people::levels(read)});
}

base::Result<NewPetition, base::Problems> StaffHandlers::read_new(const http::Request& request) const {
    auto plan = read_plan(petition_form(request.form));
    if (!plan) return plan.error();
    return NewPetition{acting(request), *std::move(plan)};
}

http::WriteResult StaffHandlers::create(const NewPetition& form, db::Write& write) const {
    const auto level = people::find_level(write, form.plan.level);
    if (!level) return base::Problems{{"level", base::message("Please choose the level.")}};
    if (!auth::may(form.acting.staff, Permission::edit_content, level_and_ancestors(write, level->id)))
        return http::forbidden();
    if (!store::insert(write, form.plan, level->id, form.acting.staff.name))
        return base::Problems{{"slug", base::message("There is a petition under this address already.")}};
    record(write, form.acting, *store::find(write, form.plan.slug), "petitions.create");
    return http::see_other(staff_pages::staff_path(form.acting.locale, form.plan.slug) + "/text");
}

http::Response StaffHandlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                             db::Read& read) const {
    return new_page(request, {petition_form(request.form), problems, people::levels(read)});
}

http::Response StaffHandlers::overview(const http::Request& request, const Petition& petition,
                                       const base::Problems& problems, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto texts = store::newest_texts(read, petition.id);
    return ports::respond(
        services_.frames.staff_frame(request, {.title = title_in(texts, request.locale, petition.slug)}),
        staff_pages::overview(t, {petition, texts, services_.counts.count(petition.id), problems, request.received_at}),
        problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response StaffHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto petition = find_allowed(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    if (!petition) return http::not_found();
    return overview(request, *petition, problems, read);
}

http::Response StaffHandlers::text_page(const http::Request& request, const Petition& petition,
                                        const staff_pages::TextEditor& editor) const {
    const i18n::Translator t{request.locale};
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("Texts of {slug}", {{"slug", petition.slug}})}),
        staff_pages::texts(t, petition, editor), editor.problems.empty() ? 200 : 422);
}

http::Response StaffHandlers::show_texts(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    if (!petition) return http::not_found();
    const auto newest = store::newest_texts(read, petition->id);
    return text_page(request, *petition, {text_forms(newest), newest, {}});
}

base::Result<TextEdit, base::Problems> StaffHandlers::read_texts(const http::Request& request) const {
    TextForms texts = text_forms(request.form);
    auto problems = problems_of(texts);
    if (!problems.empty()) return problems;
    return TextEdit{acting(request), request.parameter("slug"), std::move(texts)};
}

http::WriteResult StaffHandlers::save_texts(const TextEdit& edit, db::Write& write) const {
    const auto petition = find_allowed(write, edit.slug, edit.acting.staff, Permission::edit_content);
    if (!petition) return http::not_found();
    const TextForms before = text_forms(store::newest_texts(write, petition->id));
    for (const base::Locale locale : base::kLocales)
        store::save_text(write, *petition, locale, edit.texts.in(locale), edit.acting.staff.name);
    auto changes = changes_between(before, text_forms(store::newest_texts(write, petition->id)));
    if (!changes.empty()) record(write, edit.acting, *petition, "petitions.write", std::move(changes));
    return http::see_other(staff_pages::staff_path(edit.acting.locale, edit.slug) + "/preview");
}

http::Response StaffHandlers::show_texts_again(const http::Request& request, const base::Problems& problems,
                                               db::Read& read) const {
    const auto petition = find_allowed(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    if (!petition) return http::not_found();
    return text_page(request, *petition, {text_forms(request.form), store::newest_texts(read, petition->id), problems});
}

http::Response StaffHandlers::preview(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(read, request.parameter("slug"), *request.staff, Permission::edit_content);
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Preview")}),
                          staff_pages::preview(t, *petition, store::newest_texts(read, petition->id)));
}

base::Result<StaffAct, base::Problems> StaffHandlers::read_act(const http::Request& request) const {
    const auto decision = request.form.is_ticked("one_language") ? OneLanguage::decided : OneLanguage::not_decided;
    return StaffAct{acting(request), request.parameter("slug"), decision};
}

http::WriteResult StaffHandlers::publish(const StaffAct& act, db::Write& write) const {
    const auto petition = find_allowed(write, act.slug, act.acting.staff, Permission::publish);
    if (!petition) return http::not_found();
    const auto newest = store::newest_texts(write, petition->id);
    auto problems = problems_of_publishing(newest, act.one_language);
    if (!problems.empty()) return problems;
    const auto done = http::see_other(staff_pages::staff_path(act.acting.locale, act.slug));
    if (petition->published_at && !has_draft(newest)) return done;
    store::publish(write, petition->id, act.acting.staff.name);
    std::vector<auth::Change> changes{{"state", petition->published_at ? "published" : "draft", "published"}};
    if (newest.size() < base::kLocales.size())
        changes.push_back({"one_language", "", "decided: published without the other language"});
    record(write, act.acting, *petition, "petitions.publish", std::move(changes));
    return done;
}

http::WriteResult StaffHandlers::close(const StaffAct& act, db::Write& write) const {
    const auto petition = find_allowed(write, act.slug, act.acting.staff, Permission::publish);
    if (!petition) return http::not_found();
    const auto done = http::see_other(staff_pages::staff_path(act.acting.locale, act.slug));
    if (petition->stage(write.now()) != Stage::open) return done;
    store::close(write, petition->id, act.acting.staff.name);
    record(write, act.acting, *petition, "petitions.close", {{"state", "open", "closed"}});
    return done;
}

http::WriteResult StaffHandlers::reopen(const StaffAct& act, db::Write& write) const {
    const auto petition = find_allowed(write, act.slug, act.acting.staff, Permission::publish);
    if (!petition) return http::not_found();
    const auto done = http::see_other(staff_pages::staff_path(act.acting.locale, act.slug));
    if (petition->stage(write.now()) != Stage::closed) return done;
    store::reopen(write, petition->id);
    record(write, act.acting, *petition, "petitions.reopen", {{"state", "closed", "open"}});
    return done;
}

std::vector<Signature> StaffHandlers::found_signatures(const http::Request& request, const Petition& petition,
                                                       db::Read& read) const {
    const std::string words = base::collapse_spaces(request.query.text("words"));
    if (const auto address = base::EmailAddress::parse(words))
        return store::of_address(read, petition.id, people::address_hash(services_.secret, *address));
    const store::SignaturePage page{petition.id, id_in_query(request, "before"), kPageLength};
    return words.empty() ? store::page(read, page) : store::search(read, page, words);
}

http::Response StaffHandlers::signatures(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(read, request.parameter("slug"), *request.staff, Permission::read_people);
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    staff_pages::SignatureList list{*petition, found_signatures(request, *petition, read),
                                    base::collapse_spaces(request.query.text("words")), std::nullopt};
    if (std::ssize(list.signatures) == kPageLength) list.older = list.signatures.back().id;
    if (auth::may(*request.staff, Permission::export_people))
        list.may_export = staff_pages::SignatureList::MayExport::yes;
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Signatures")}),
                          staff_pages::signatures(t, list));
}

http::WriteResult StaffHandlers::begin_export(const StaffAct& act, db::Write& write) const {
    const auto petition = find_allowed(write, act.slug, act.acting.staff, Permission::export_people);
    if (!petition) return http::not_found();
    record(write, act.acting, *petition, "petitions.export");
    return http::see_other(staff_pages::staff_path(act.acting.locale, act.slug) + "/signatures.csv");
}

http::Response StaffHandlers::download_export(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(read, request.parameter("slug"), *request.staff, Permission::export_people);
    if (!petition) return http::not_found();
    if (!has_begun_export(read, *request.staff, *petition, request.received_at - kExportPeriod))
        return http::error(410);
    std::string csv;
    export_signatures(read, petition->id, ExportFormat::csv, [&](std::string_view part) { csv += part; });
    return http::download({petition->slug + "-signatures.csv", "text/csv; charset=utf-8", std::move(csv)});
}

}  // namespace petitions
