// What staff_handlers.h declares about parliaments.
#include <set>

#include "features/delivery/content_service.h"
#include "features/delivery/paper_store.h"
#include "features/delivery/staff_handlers_parts.h"
#include "features/delivery/store.h"

namespace delivery {
namespace {

// The texts of both languages against the rules of one parliament.
std::vector<staff_pages::CheckedText> check_texts(const Services& services, db::Read& read,
                                                  const ports::PetitionFacts& petition, const Official& official) {
    std::vector<staff_pages::CheckedText> checked;
    const auto on_paper = store::paper_count(read, petition.id).valid;
    for (const auto locale : base::kLocales) {
        const auto text = newest_text(services, read, petition.id, locale);
        if (!text) continue;
        const auto words = words_of(*text);
        const auto& facts = facts_of(official.parliament);
        const bool fits = facts.form != Form::paper || sheet_text(words, {official.parliament}) == SheetText::whole;
        checked.push_back(
            {locale, count_words(words), check(facts, words, {on_paper, official.words.supporters, fits})});
    }
    return checked;
}

Official official_of(db::Read& read, ports::PetitionId petition, Parliament parliament) {
    return store::find_official(read, petition, parliament).value_or(Official{parliament, {}, {}});
}

}  // namespace

http::Response ParliamentHandlers::list(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(services_, read, request, Permission::edit_content);
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto today = day_at(request.received_at, services_.zone);
    staff_pages::ParliamentList view{*petition, {}};
    for (const auto parliament : kParliaments) {
        const auto official = official_of(read, petition->id, parliament);
        std::set<RuleKind> broken;
        for (const auto& text : check_texts(services_, read, *petition, official))
            for (const RuleKind rule : broken_by_text(text.findings)) broken.insert(rule);
        view.parliaments.push_back(
            {parliament, stage_of(official.words, today), official.words.number, std::ssize(broken)});
    }
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Parliaments")}),
                          staff_pages::parliaments(t, view));
}

http::Response ParliamentHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<FieldsEdit, base::Problems> ParliamentHandlers::read_official(const http::Request& request) const {
    const auto parliament = parliament_of(request.parameter("parliament"));
    if (!parliament) return base::Problems{{"", base::message("There is no such parliament.")}};
    FieldsEdit edit{.acting = ports::acting(request),
                    .slug = request.parameter("slug"),
                    .id = static_cast<std::int64_t>(*parliament),
                    .typed = typed_fields(request.form, kOfficialFields),
                    .seen = request.form.text(ports::kSeenField),
                    .today = day_at(request.received_at, services_.zone)};
    const auto words = delivery::read_official(edit.typed, *parliament);
    if (!words) return words.error();
    return edit;
}

http::WriteResult ParliamentHandlers::save(const FieldsEdit& edit, db::Write& write) const {
    const auto petition =
        find_allowed(services_, write, edit.acting, {edit.slug, Permission::publish, edit.acting.locale});
    if (!petition) return http::not_found();
    const auto parliament = static_cast<Parliament>(edit.id);
    const auto stored = named(official_of(write, petition->id, parliament).words);
    const auto merged = ports::merge({.stored = stored, .typed = edit.typed, .seen = edit.seen});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    const auto words = delivery::read_official(merged.texts, parliament);
    if (!words) return words.error();
    auto changes = changes_between(stored, named(*words));
    if (!changes.empty()) {
        store::save_official(write, {petition->id, parliament, *words}, edit.acting.staff.name);
        record(write, edit.acting, *petition, "delivery.official", std::move(changes));
    }
    return http::see_other(staff_pages::room_path(edit.acting.locale, edit.slug, "parliaments"));
}

http::Response ParliamentHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                              db::Read& read) const {
    const auto petition = find_allowed(services_, read, request, Permission::edit_content);
    const auto parliament = parliament_of(request.parameter("parliament"));
    if (!petition || !parliament) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto official = official_of(read, petition->id, *parliament);
    const auto stored = named(official.words);
    Editor editor = editor_of(stored);
    if (request.form.find("number").has_value())
        editor = editor_again(stored, {typed_fields(request.form, kOfficialFields),
                                       request.form.view(ports::kSeenField), official.saving, problems});
    editor.problems = problems;
    const int status = status_of(editor);
    return ports::respond(
        services_.frames.staff_frame(request,
                                     {.title = t(facts_of(*parliament).name), .form_state = state_of(problems)}),
        staff_pages::parliament(
            t, {*petition, *parliament, check_texts(services_, read, *petition, official), std::move(editor)}),
        status);
}

http::Response ParliamentHandlers::sheet(const http::Request& request, db::Read& read) const {
    const auto petition = find_allowed(services_, read, request, Permission::edit_content);
    const auto parliament = parliament_of(request.parameter("parliament"));
    if (!petition || !parliament || facts_of(*parliament).form != Form::paper) return http::not_found();
    const auto language = base::locale_of(request.query.view("language")).value_or(request.locale);
    const auto text = newest_text(services_, read, petition->id, language);
    if (!text) return http::not_found();
    const auto paper = request.query.view("paper") == "a4" ? documents::Paper::a4 : documents::Paper::letter;
    return sheet_file(words_of(*text), {*parliament, paper}, petition->slug);
}

}  // namespace delivery
