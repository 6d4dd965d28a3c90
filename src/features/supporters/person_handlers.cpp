// What handlers.h declares about one person.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "features/supporters/handlers.h"
#include "features/supporters/handlers_parts.h"
#include "features/supporters/list_pages.h"
#include "features/supporters/person_pages.h"
#include "people/address_hash.h"

namespace supporters {
namespace {

constexpr std::size_t kLongestReason = 300;  // characters

// What every slice knows of the person under any of their addresses, newest first.
void add_facts(db::Read& read, const Services& services, base::Locale locale, person_pages::PersonPage& page) {
    for (const auto& address : page.addresses)
        for (auto& fact : services.facts.all(read, {address.address_hash}, locale))
            page.facts.push_back(std::move(fact));
    std::ranges::sort(page.facts, std::ranges::greater{}, &ports::PersonFact::at);
    if (page.facts.size() <= person_pages::kMostFacts) return;
    page.more_facts = page.facts.size() - person_pages::kMostFacts;
    page.facts.erase(page.facts.begin() + person_pages::kMostFacts, page.facts.end());
}

void add_merges(db::Read& read, person_pages::PersonPage& page) {
    for (auto& merge : people::merges_of(read, page.person.id)) {
        const auto other = people::find_person(read, merge.kept == page.person.id ? merge.merged : merge.kept);
        page.merges.push_back({std::move(merge), other ? name_of(*other) : std::string{}});
    }
}

std::string level_name(db::Read& read, const people::Person& person, base::Locale locale) {
    if (!person.level) return {};
    const auto level = people::find_level(read, *person.level);
    return level ? level->name(locale) : std::string{};
}

// The number that was stated, else what the postal code says where it lies in one federal riding alone.
std::string riding_of(db::Read& read, const Services& services, base::Locale locale, const people::Person& person) {
    if (person.riding) return std::to_string(*person.riding);
    if (services.representatives == nullptr || !services.representatives->look_up || person.country != "CA") return {};
    const auto code = people::PostalCode::parse(person.postal_code);
    if (!code) return {};
    const auto place = services.representatives->look_up(read, *code);
    for (const auto& [house, ridings] : place.houses)
        if (house == ports::RidingHouse::federal && ridings.size() == 1)
            return fmt::format("{} ({})", ridings[0].name(locale), ridings[0].code);
    return {};
}

person_pages::PersonPage page_of(db::Read& read, const Services& services, const http::Request& request,
                                 const people::Person& person) {
    person_pages::PersonPage page{.person = person,
                                  .level = level_name(read, person, request.locale),
                                  .riding = riding_of(read, services, request.locale, person)};
    page.addresses = people::addresses_of(read, person.id);
    page.tags = people::tags_of(read, person.id);
    page.all_tags = people::tags(read);
    page.fields = people::fields(read);
    page.answers = people::answers_of(read, person.id);
    page.standing = people::find_standing(read, person.id);
    page.suppression = people::find_suppression(read, person.address_hash);
    for (const auto& address : page.addresses)
        for (auto& consent : people::consents(read, address.address_hash)) page.consents.push_back(std::move(consent));
    std::ranges::sort(page.consents, std::ranges::greater{}, &people::Consent::at);
    add_facts(read, services, request.locale, page);
    add_merges(read, page);
    page.may = {.change = may(read, *request.staff, kChange, person),
                .take_out = may(read, *request.staff, kTakeOut, person)};
    page.now = request.received_at;
    return page;
}

std::string own_path(const PersonAct& act) { return person_pages::path(act.acting.locale, act.person); }

// Which fields changed, not what stood in them: the log outlives whoever asks to be erased.
std::vector<auth::Change> changes_between(const ports::NamedTexts& before, const ports::NamedTexts& after) {
    std::vector<auth::Change> changes;
    for (const auto& [name, text] : after)
        if (ports::text_of(before, name) != text) changes.push_back({name, "", ""});
    return changes;
}

PersonForm typed_form(const http::Form& form) {
    PersonForm typed;
    ports::NamedTexts texts = named(typed);
    for (auto& text : texts) text.text = base::collapse_spaces(form.view(text.name));
    return person_form(texts);
}

http::Response editor_page(const Services& services, const http::Request& request, const person_pages::Editor& editor) {
    const i18n::Translator t{request.locale};
    const int status = editor.problems.empty() ? 200 : editor.conflicts.empty() ? 422 : 409;
    auto frame = services.frames.staff_frame(request, {.title = t("Edit {name}", {{"name", name_of(editor.person)}}),
                                                       .form_state = state_of(editor.problems)});
    return ports::respond(std::move(frame), person_pages::editor(t, editor), status);
}

person_pages::Editor editor_of(db::Read& read, const http::Request& request, const people::Person& person) {
    const PersonForm stored = form_of(person, people::levels(read));
    return {.person = person,
            .typed = stored,
            .levels = ports::levels_for(read, request, kChange),
            .seen = ports::seen(named(stored))};
}

// Who saved last, from the log.
ports::Saving last_saving(db::Read& read, const people::Person& person) {
    const auto newest = auth::read_audit(
        read, {.limit = 1, .action_prefix = "supporters.edit", .subject = auth::Subject{"person", person.id.value}});
    if (newest.empty()) return {.by = name_of(person), .at = person.changed_at};
    return {.by = newest.front().entry.actor.name, .at = newest.front().at};
}

}  // namespace

http::Response PersonHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response PersonHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const auto any = people::find_person(read, person_id(request));
    if (!any || !may(read, *request.staff, kLook, *any)) return http::not_found();
    const i18n::Translator t{request.locale};
    if (any->merged_into) return http::see_other(person_pages::path(request.locale, people::living(read, any->id)));
    if (any->erased_at)
        return ports::respond(services_.frames.staff_frame(request, {.title = t("Erased")}),
                              person_pages::erased(t, *any));
    auto page = page_of(read, services_, request, *any);
    page.problems = problems;
    page.typed_email = request.form.text("email");
    page.typed_tag = request.form.text("name");
    page.typed_reason = request.form.text("reason");
    auto frame = services_.frames.staff_frame(request, {.title = name_of(*any), .form_state = state_of(problems)});
    return ports::respond(std::move(frame), person_pages::person(t, page), problems.empty() ? 200 : 422);
}

http::Response PersonHandlers::edit(const http::Request& request, db::Read& read) const {
    const auto person = find_allowed(read, *request.staff, {person_id(request), kChange});
    if (!person) return http::not_found();
    return editor_page(services_, request, editor_of(read, request, *person));
}

http::Response PersonHandlers::edit_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const auto person = find_allowed(read, *request.staff, {person_id(request), kChange});
    if (!person) return http::not_found();
    auto editor = editor_of(read, request, *person);
    const auto merged = ports::merge({.stored = named(editor.typed),
                                      .typed = named(typed_form(request.form)),
                                      .seen = request.form.view(ports::kSeenField)});
    editor.typed = person_form(merged.texts);
    editor.conflicts = merged.conflicts;
    editor.saving = last_saving(read, *person);
    editor.problems = problems;
    return editor_page(services_, request, editor);
}

http::WriteResult PersonHandlers::save(const PersonAct& act, db::Write& write) const {
    const auto person = find_allowed(write, act.acting.staff, {act.person, kChange});
    if (!person) return http::not_found();
    const auto tree = people::levels(write);
    const auto before = named(form_of(*person, tree));
    const auto merged = ports::merge(
        {.stored = before, .typed = named(typed_form(act.form)), .seen = act.form.view(ports::kSeenField)});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    const auto change = read_person(person_form(merged.texts), *person, tree);
    if (!change) return change.error();
    people::Person moved = *person;
    moved.level = change->level;
    if (moved.level != person->level && !may(write, act.acting.staff, kChange, moved))
        return base::Problems{{"level", base::message("You may not move people to this level.")}};
    people::change_person(write, person->id, *change);
    const auto after = people::find_person(write, person->id);
    auto changes = changes_between(before, named(form_of(*after, tree)));
    if (!changes.empty()) record(write, act.acting, *person, "supporters.edit", std::move(changes));
    return http::see_other(own_path(act));
}

base::Result<PersonAct, base::Problems> PersonHandlers::read_act(const http::Request& request) const {
    return PersonAct{ports::acting(request), person_id(request), request.form};
}

http::WriteResult PersonHandlers::change_tag(const PersonAct& act, db::Write& write) const {
    const auto person = find_allowed(write, act.acting.staff, {act.person, kChange});
    if (!person) return http::not_found();
    if (const auto tag = base::id_from<people::TagId>(act.form.view("remove"))) {
        if (people::remove_tag(write, {person->id, *tag})) record(write, act.acting, *person, "supporters.untag");
        return http::see_other(own_path(act));
    }
    const std::string name = base::collapse_spaces(act.form.view("name"));
    if (const auto problem = people::problem_of_tag(name)) return base::Problems{{"name", *problem}};
    if (people::add_tag(write, {person->id, people::ensure_tag(write, name)}) > 0)
        record(write, act.acting, *person, "supporters.tag", {{"tag", "", name}});
    return http::see_other(own_path(act));
}

http::WriteResult PersonHandlers::answer(const PersonAct& act, db::Write& write) const {
    const auto person = find_allowed(write, act.acting.staff, {act.person, kChange});
    const auto id = base::id_from<people::FieldId>(act.form.view("field"));
    const auto field = id ? people::find_field(write, *id) : std::nullopt;
    if (!person || !field) return http::not_found();
    const auto value = people::read_answer(field->kind, act.form.view("value"));
    if (!value) return base::Problems{{"field_" + field->slug, value.error()}};
    const auto recorded = people::record_answer(write, {.person = person->id,
                                                        .field = field->id,
                                                        .value = *value,
                                                        .origin = people::AnswerOrigin::staff,
                                                        .source = act.acting.staff.name,
                                                        .at = write.now()});
    if (recorded != people::Recorded::repeated)
        record(write, act.acting, *person, "supporters.answer", {{field->slug, "", ""}});
    return http::see_other(own_path(act));
}

http::WriteResult PersonHandlers::change_address(const PersonAct& act, db::Write& write) const {
    const auto person = find_allowed(write, act.acting.staff, {act.person, kChange});
    if (!person) return http::not_found();
    const bool is_new = act.form.view("act").empty();
    const auto email = base::EmailAddress::parse(act.form.view(is_new ? "email" : "address"));
    if (!email)
        return base::Problems{{"email", base::message("Please enter an email address such as name@example.org.")}};
    const std::int64_t hash = people::address_hash(services_.secret, *email);
    if (is_new) {
        if (people::add_address(write, {person->id, hash, *email}) == people::AddressOutcome::taken)
            return base::Problems{
                {"email", base::message("Somebody else has this address. Are they one? Then merge the two.")}};
    } else if (act.form.view("act") == "use") {
        people::use_address(write, {person->id, hash});
    } else {
        people::remove_address(write, {person->id, hash});
    }
    record(write, act.acting, *person, "supporters.address");
    return http::see_other(own_path(act));
}

http::WriteResult PersonHandlers::change_suppression(const PersonAct& act, db::Write& write) const {
    const auto person = find_allowed(write, act.acting.staff, {act.person, kChange});
    if (!person) return http::not_found();
    if (act.form.view("act") == "lift") {
        people::lift_suppression(write, person->address_hash);
        record(write, act.acting, *person, "supporters.lift");
        return http::see_other(own_path(act));
    }
    const std::string reason = base::collapse_spaces(act.form.view("reason"));
    if (reason.empty()) return base::Problems{{"reason", base::message("Please say why, for those who ask later.")}};
    people::suppress(write, {.address_hash = person->address_hash,
                             .reason = people::SuppressionReason::by_staff,
                             .detail = std::string{base::first_characters(reason, kLongestReason)},
                             .at = write.now()});
    record(write, act.acting, *person, "supporters.suppress");
    return http::see_other(own_path(act));
}

http::Response PersonHandlers::show_erasure(const http::Request& request, db::Read& read) const {
    return show_erasure_again(request, {}, read);
}

http::Response PersonHandlers::show_erasure_again(const http::Request& request, const base::Problems& problems,
                                                  db::Read& read) const {
    const auto person = find_allowed(read, *request.staff, {person_id(request), kTakeOut});
    if (!person) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(
        request, {.title = t("Erase {name}", {{"name", name_of(*person)}}), .form_state = state_of(problems)});
    return ports::respond(std::move(frame),
                          person_pages::erasure(t, {*person, people::addresses_of(read, person->id), problems}),
                          problems.empty() ? 200 : 422);
}

http::WriteResult PersonHandlers::erase(const PersonAct& act, db::Write& write) const {
    const auto person = find_allowed(write, act.acting.staff, {act.person, kTakeOut});
    if (!person) return http::not_found();
    if (!act.form.is_ticked("confirm"))
        return base::Problems{{"confirm", base::message("Please tick that you mean it: nobody can undo this.")}};
    for (const auto& address : people::addresses_of(write, person->id))
        services_.data.erase(write, {address.address_hash});
    people::erase_person(write, person->id);
    record(write, act.acting, *person, "supporters.erase");
    return http::see_other(list_pages::path(act.acting.locale));
}

}  // namespace supporters
