#include "features/osdi/news_api.h"

#include <fmt/format.h>

#include "features/osdi/records_api.h"
#include "people/mail_standing.h"
#include "people/merging.h"
#include "people/store.h"
#include "platform/i18n/translator.h"

namespace osdi {
namespace {

using people::Person;

// Two members of an object: the record under its name, and whose it is.
std::string told_as(std::string_view name, const json::object& record, const json::object& sponsor) {
    return fmt::format(R"("{}":{},"action_network:sponsor":{})", name, json::serialize(record),
                       json::serialize(sponsor));
}

std::optional<Person> living_person(db::Read& read, people::PersonId id) {
    auto person = people::find_person(read, people::living(read, id));
    if (!person || person->erased_at) return std::nullopt;
    return person;
}

bool is_on_list(db::Read& read, people::PersonId person) {
    const auto standing = people::find_standing(read, person);
    return standing && standing->allowed_until > db::now();
}

// What a message of this kind begins with: when, and a link to whom.
json::object begun_at(const Making& making, const Person& person, base::Instant at) {
    const auto when = i18n::machine_time(at);
    return {{"created_date", when},
            {"modified_date", when},
            {"_links", json::object{{"osdi:person", link(making.root.url(person_path(person.id)))}}}};
}

std::string joined(const Making& making, const Person& person, const WantedNews& wanted) {
    auto record = begun_at(making, person, wanted.news.at);
    record["action_network:referrer_data"] = json::object{};
    record["add_tags"] = json::array{};
    if (wanted.shown == ports::SignerShown::whole) record["person"] = core_person_json(making, person);
    return told_as("action_network:action", record, sponsor_json(making, person.level));
}

// Of who left, no more than whom to leave alone.
std::string departed(const Making& making, const Person& person, const WantedNews& wanted) {
    auto record = begun_at(making, person, wanted.news.at);
    if (wanted.shown == ports::SignerShown::whole)
        record["person"] = json::object{{"email_addresses", core_person_json(making, person).at("email_addresses")}};
    return told_as("alltogether:departure", record, sponsor_json(making, person.level));
}

std::string erased(const Making& making, const ports::ListNews& news) {
    return told_as("alltogether:erasure",
                   {{"identifiers", identifiers(std::to_string(news.person.value))},
                    {"modified_date", i18n::machine_time(news.at)}},
                   sponsor_json(making, std::nullopt));
}

// As they wrote themselves in the form, and whether that address is mailed.
json::object writer_json(const ports::ListSignUp& sign_up, const json::object& known) {
    json::object email{{"address", sign_up.email}, {"primary", true}};
    for (const auto& each : known.at("email_addresses").as_array())
        if (each.at("address") == email.at("address")) email = each.as_object();
    json::object person{{"given_name", sign_up.name.given},
                        {"family_name", sign_up.name.family},
                        {"languages_spoken", json::array{json::value(base::code(sign_up.locale))}},
                        {"email_addresses", json::array{std::move(email)}}};
    if (!sign_up.postal_code.empty())
        person["postal_addresses"] =
            json::array{json::object{{"primary", true}, {"postal_code", sign_up.postal_code}, {"country", "CA"}}};
    return person;
}

std::optional<std::string> submitted(const Making& making, const Person& person, const WantedNews& wanted) {
    const auto sign_up = making.services.list.sign_up(making.read, wanted.news.sign_up);
    if (!sign_up) return std::nullopt;
    auto record = submission_json(making, *sign_up);
    record["add_tags"] = json::array{};
    if (wanted.shown == ports::SignerShown::whole)
        record["person"] = writer_json(*sign_up, core_person_json(making, person));
    const auto form = making.services.list.form(making.read, sign_up->form, making.locale);
    return told_as("osdi:submission", record, sponsor_json(making, form ? std::optional{form->level} : person.level));
}

}  // namespace

std::optional<std::string> members_of(const Services& services, db::Read& read, const WantedNews& wanted) {
    const Root root{services.frames.public_url()};
    const auto person = living_person(read, wanted.news.person);
    const Making making{services, read, root, person ? person->locale : base::Locale::english};
    if (wanted.news.step == ports::ListStep::erased) return erased(making, wanted.news);
    if (!person) return std::nullopt;
    if (wanted.news.step == ports::ListStep::submitted) return submitted(making, *person, wanted);
    const bool is_on = is_on_list(read, person->id), says_joined = wanted.news.step == ports::ListStep::joined;
    if (is_on != says_joined) return std::nullopt;
    return says_joined ? joined(making, *person, wanted) : departed(making, *person, wanted);
}

}  // namespace osdi
