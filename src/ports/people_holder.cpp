#include "ports/people_holder.h"

#include <algorithm>
#include <optional>

#include <boost/json.hpp>

#include "people/addresses.h"
#include "people/fields.h"
#include "people/store.h"
#include "people/tags.h"
#include "platform/i18n/translator.h"
#include "platform/mail/outbox.h"

namespace ports {
namespace {

namespace json = boost::json;

json::value json_of(const std::optional<base::Instant>& at) {
    if (!at) return nullptr;
    return json::value(i18n::machine_time(*at));
}

json::value json_of(const people::Person& person) {
    return {{"email", person.email},
            {"given_name", person.name.given},
            {"family_name", person.name.family},
            {"language", base::code(person.locale)},
            {"country", person.country},
            {"postal_code", person.postal_code},
            {"place", person.place},
            {"first_seen_at", json_of(person.first_seen_at)},
            {"changed_at", json_of(person.changed_at)},
            {"erased_at", json_of(person.erased_at)}};
}

json::value json_of(const people::Consent& consent) {
    return {{"act", consent.act == people::ConsentAct::given ? "given" : "withdrawn"},
            {"ground", consent.ground == people::ConsentGround::express ? "express" : "implied"},
            {"words", consent.wording.words},
            {"language", base::code(consent.wording.locale)},
            {"version", consent.wording.version},
            {"on_behalf_of", consent.on_behalf_of},
            {"source", consent.source},
            {"network", consent.network},
            {"at", json_of(consent.at)},
            {"confirmed_at", json_of(consent.confirmed_at)},
            {"expires_at", json_of(consent.expires_at)}};
}

std::string_view name_of(people::AnswerOrigin origin) {
    if (origin == people::AnswerOrigin::own) return "yourself";
    return origin == people::AnswerOrigin::staff ? "staff" : "import";
}

// What is kept about the person beyond the record: other addresses, tags, and every answer that was ever given.
json::object known_about(db::Read& read, people::PersonId person) {
    json::array addresses, tags, answers;
    for (const auto& address : people::addresses_of(read, person)) addresses.emplace_back(address.email);
    for (const auto& tag : people::tags_of(read, person)) tags.emplace_back(tag.name);
    const auto fields = people::fields(read);
    for (const auto& kept : people::answers_of(read, person)) {
        const auto field = std::ranges::find(fields, kept.answer.field, &people::Field::id);
        answers.push_back({{"field", field == fields.end() ? std::string{} : field->slug},
                           {"value", kept.answer.value},
                           {"said_by", name_of(kept.answer.origin)},
                           {"source", kept.answer.source},
                           {"at", json_of(std::optional{kept.answer.at})}});
    }
    return {{"addresses", addresses}, {"tags", tags}, {"answers", answers}};
}

std::string export_people(db::Read& read, PersonKey key) {
    const auto person = people::find_person_by_address(read, key.address_hash);
    json::array consents;
    for (const auto& consent : people::consents(read, key.address_hash)) consents.push_back(json_of(consent));
    json::object all{{"person", person ? json_of(*person) : json::value{}}, {"consents", consents}};
    if (person)
        for (const auto& [name, value] : known_about(read, person->id)) all[name] = value;
    return json::serialize(all);
}

void erase_people(db::Write& write, PersonKey key) {
    const auto person = people::find_person_by_address(write, key.address_hash);
    if (!person) return;
    for (const auto& address : people::addresses_of(write, person->id))
        if (const auto email = base::EmailAddress::parse(address.email)) mail::forget_recipient(write, *email);
    people::erase_person(write, person->id);
}

PersonFact fact_of(const people::Consent& consent, const i18n::Translator& t) {
    const bool is_given = consent.act == people::ConsentAct::given;
    return {.at = consent.at,
            .slice = "people",
            .sentence = is_given ? t("Agreed to be mailed: {words}", {{"words", consent.wording.words}})
                                 : t("Asked not to be mailed any more.")};
}

std::vector<PersonFact> facts_about(db::Read& read, PersonKey key, base::Locale locale) {
    const i18n::Translator t{locale};
    std::vector<PersonFact> facts;
    for (const auto& consent : people::consents(read, key.address_hash)) facts.push_back(fact_of(consent, t));
    return facts;
}

}  // namespace

PersonDataHolder people_holder() { return {.slice = "people", .export_json = export_people, .erase = erase_people}; }

FactProvider consent_facts() { return facts_about; }

}  // namespace ports
