// What handlers.h declares about two people who are one.
#include "base/text.h"
#include "features/supporters/handlers.h"
#include "features/supporters/handlers_parts.h"
#include "features/supporters/person_pages.h"
#include "people/address_hash.h"

namespace supporters {
namespace {

constexpr std::int64_t kMostFound = 12;

// Whom they may be one with: whoever has the address that was typed, or a name like it.
std::vector<people::Person> find_others(const Services& services, const http::Request& request,
                                        const people::Person& person, db::Read& read) {
    std::vector<people::Person> others;
    const std::string words = base::collapse_spaces(request.query.text("words"));
    if (const auto address = base::EmailAddress::parse(words)) {
        const auto found = people::find_person_by_address(read, people::address_hash(services.secret, *address));
        if (found && found->id != person.id && find_allowed(read, *request.staff, {found->id, kChange}))
            others.push_back(*found);
        return others;
    }
    const std::string name = words.empty() ? person.name.given + " " + person.name.family : words;
    const store::Search search{
        .scope = scope_of(read, *request.staff, kChange), .words = name, .limit = kMostFound + 1};
    if (base::fold_name(name).empty()) return others;
    for (auto& listed : store::find(read, search).people)
        if (listed.person.id != person.id) others.push_back(std::move(listed.person));
    return others;
}

}  // namespace

http::Response PersonHandlers::show_merge(const http::Request& request, db::Read& read) const {
    return show_merge_again(request, {}, read);
}

http::Response PersonHandlers::show_merge_again(const http::Request& request, const base::Problems& problems,
                                                db::Read& read) const {
    const auto person = find_allowed(read, *request.staff, {person_id(request), kChange});
    if (!person) return http::not_found();
    const i18n::Translator t{request.locale};
    person_pages::MergePage page{.person = *person,
                                 .words = request.query.text("words"),
                                 .found = find_others(services_, request, *person, read),
                                 .problems = problems};
    const auto& fields =
        request.method == http::Method::post ? static_cast<const http::Fields&>(request.form) : request.query;
    if (const auto id = base::id_from<people::PersonId>(fields.view("with")))
        page.with = find_allowed(read, *request.staff, {*id, kChange});
    if (page.with && page.with->id == person->id) page.with.reset();
    auto frame = services_.frames.staff_frame(
        request, {.title = t("Merge {name}", {{"name", name_of(*person)}}), .form_state = state_of(problems)});
    return ports::respond(std::move(frame), person_pages::merging(t, page), problems.empty() ? 200 : 422);
}

http::WriteResult PersonHandlers::merge(const PersonAct& act, db::Write& write) const {
    const auto person = find_allowed(write, act.acting.staff, {act.person, kChange});
    const auto id = base::id_from<people::PersonId>(act.form.view("with"));
    if (!person) return http::not_found();
    const auto other = id ? find_allowed(write, act.acting.staff, {*id, kChange}) : std::nullopt;
    const auto merged = other ? people::merge(write, {person->id, other->id, act.acting.staff.name}) : std::nullopt;
    if (!merged)
        return base::Problems{{"", base::message("These two cannot be merged: one of them is gone, or was merged "
                                                 "meanwhile.")}};
    services_.merges.tell_joined(write, {*merged, person->id, other->id});
    record(write, act.acting, *person, "supporters.merge", {{"person", "", std::to_string(other->id.value)}});
    return http::see_other(person_pages::path(act.acting.locale, person->id));
}

http::WriteResult PersonHandlers::undo_merge(const PersonAct& act, db::Write& write) const {
    const auto person = find_allowed(write, act.acting.staff, {act.person, kChange});
    const auto id = base::id_from<people::MergeId>(act.form.view("merge"));
    const auto merge = id ? people::find_merge(write, *id) : std::nullopt;
    if (!person || !merge || merge->kept != person->id) return http::not_found();
    if (!people::undo_merge(write, *id, act.acting.staff.name))
        return base::Problems{{"", base::message("This merge cannot be undone any more: it is undone already, one of "
                                                 "the two was erased, or an address is somebody else's now.")}};
    services_.merges.tell_parted(write, {*id, merge->kept, merge->merged});
    record(write, act.acting, *person, "supporters.undo_merge", {{"person", std::to_string(merge->merged.value), ""}});
    return http::see_other(person_pages::path(act.acting.locale, person->id));
}

}  // namespace supporters
