#include "features/osdi/records_api.h"

#include <fmt/format.h>

#include "features/osdi/person_input.h"
#include "features/osdi/store.h"
#include "people/addresses.h"
#include "people/fields.h"
#include "people/mail_standing.h"
#include "people/store.h"
#include "platform/i18n/translator.h"
#include "ports/sender.h"

namespace osdi {
namespace {

using people::Person;
using people::PersonId;

// Created, changed, and what it is called.
void add_dates(json::object& resource, base::Instant created, base::Instant changed) {
    resource["created_date"] = i18n::machine_time(created);
    resource["modified_date"] = i18n::machine_time(changed);
}

json::object begun(const Making& making, store::Record record) {
    return {{"identifiers", identifiers(std::to_string(record.id), store::identifiers_of(making.read, record))}};
}

// What the standing means in the words of the standard.
std::string_view status_of(const std::optional<people::MailStanding>& standing,
                           const std::optional<people::Suppression>& suppression, base::Instant now) {
    if (suppression && suppression->reason == people::SuppressionReason::complaint) return "spam complaint";
    if (suppression && suppression->reason != people::SuppressionReason::by_staff) return "bouncing";
    const bool is_on = standing && !suppression && standing->allowed_until > now;
    return is_on ? "subscribed" : "unsubscribed";
}

json::array emails_of(const Making& making, const Person& person) {
    const auto standing = people::find_standing(making.read, person.id);
    json::array emails;
    for (const auto& address : people::addresses_of(making.read, person.id)) {
        const bool is_primary = address.address_hash == person.address_hash;
        const auto suppression = people::find_suppression(making.read, address.address_hash);
        emails.push_back({{"primary", is_primary},
                          {"address", address.email},
                          {"status", status_of(is_primary ? standing : std::nullopt, suppression, db::now())}});
    }
    return emails;
}

json::object address_json(const Person& person) {
    json::object address{{"primary", true},
                         {"postal_code", person.postal_code},
                         {"locality", person.place},
                         {"country", person.country}};
    if (person.province) address["region"] = people::code(*person.province);
    return address;
}

json::object custom_fields_of(const Making& making, PersonId person) {
    json::object fields;
    const auto all = people::fields(making.read);
    for (const auto& value : people::values_of(making.read, person))
        for (const auto& field : all)
            if (field.id == value.field) fields[field.slug] = value.value;
    return fields;
}

json::object person_links(const Making& making, PersonId person) {
    const std::string path = person_path(person);
    auto links = links_of(making.root, path);
    for (const auto* rel : {"signatures", "submissions", "taggings"})
        links[fmt::format("osdi:{}", rel)] = link(making.root.url(fmt::format("{}/{}", path, rel)));
    return links;
}

// To the person behind an address, where there is one.
void add_person_link(const Making& making, json::object& links, std::int64_t address_hash) {
    const auto person = address_hash == 0 ? std::nullopt : people::find_person_by_address(making.read, address_hash);
    if (person && !person->erased_at) links["osdi:person"] = link(making.root.url(person_path(person->id)));
}

std::string_view name_of(ports::SignatureStanding standing) {
    switch (standing) {
        case ports::SignatureStanding::pending:
            return "pending";
        case ports::SignatureStanding::confirmed:
            return "confirmed";
        case ports::SignatureStanding::withdrawn:
            return "withdrawn";
        case ports::SignatureStanding::invalidated:
            return "invalidated";
    }
    return "";
}

}  // namespace

std::string person_path(PersonId person) { return fmt::format("people/{}", person.value); }
std::string tag_path(people::TagId tag) { return fmt::format("tags/{}", tag.value); }
std::string petition_path(std::string_view slug) { return fmt::format("petitions/{}", slug); }
std::string form_path(std::string_view slug) { return fmt::format("forms/{}", slug); }

json::object core_person_json(const Making& making, const Person& person) {
    return {{"given_name", person.name.given},
            {"family_name", person.name.family},
            {"languages_spoken", json::array{json::value(base::code(person.locale))}},
            {"postal_addresses", json::array{address_json(person)}},
            {"email_addresses", emails_of(making, person)}};
}

json::object person_json(const Making& making, const Person& person) {
    auto resource = begun(making, {store::RecordKind::person, person.id.value});
    add_dates(resource, person.first_seen_at, person.changed_at);
    for (auto& [name, value] : core_person_json(making, person)) resource[name] = value;
    auto fields = custom_fields_of(making, person.id);
    resource["phone_numbers"] = json::array{};
    if (const auto* phone = fields.if_contains(kPhoneField))
        resource["phone_numbers"] = json::array{json::object{{"primary", true}, {"number", *phone}}};
    if (const auto* street = fields.if_contains(kStreetField))
        resource["postal_addresses"].as_array()[0].as_object()["address_lines"] = json::array{*street};
    resource["custom_fields"] = std::move(fields);
    resource["_links"] = person_links(making, person.id);
    return resource;
}

json::object bare_person_json(const Making& making, PersonId person) {
    return {{"identifiers", identifiers(std::to_string(person.value))}, {"_links", person_links(making, person)}};
}

json::object petition_json(const Making& making, const ports::PetitionFacts& petition) {
    json::object resource{{"identifiers", identifiers(petition.slug)}, {"title", petition.title}};
    const auto texts = making.services.petitions.texts(making.read, petition.id, making.locale);
    if (petition.published_at)
        add_dates(resource, *petition.published_at, texts.empty() ? *petition.published_at : texts.front().frozen_at);
    if (!texts.empty()) {
        resource["name"] = texts.front().title;
        resource["description"] = texts.front().lead;
        resource["petition_text"] = texts.front().body;
    }
    const auto counts = making.services.petitions.counts(petition.id);
    const auto found = counts.find(ports::SignerClass::individual);
    resource["total_signatures"] = found == counts.end() ? 0 : found->second;
    resource["browser_url"] = fmt::format("{}/{}/petitions/{}", making.services.frames.public_url(),
                                          base::code(making.locale), petition.slug);
    resource["origin_system"] = "Alltogether";
    const std::string signatures = petition_path(petition.slug) + "/signatures";
    auto links = links_of(making.root, petition_path(petition.slug));
    links["osdi:signatures"] = link(making.root.url(signatures));
    links["osdi:record_signature_helper"] = link(making.root.url(signatures));
    resource["_links"] = std::move(links);
    return resource;
}

json::object signature_json(const Making& making, const ports::WholeSignature& signature) {
    const auto petition = making.services.petitions.find_by_id(making.read, signature.petition, making.locale);
    const std::string of = petition_path(petition ? petition->slug : "");
    json::object resource{{"identifiers", identifiers(std::to_string(signature.id.value))}};
    add_dates(resource, signature.signed_at, signature.changed_at);
    resource["comments"] = signature.comment;
    resource["alltogether:state"] = name_of(signature.standing);
    if (!signature.source.empty())
        resource["action_network:referrer_data"] = json::object{{"source", signature.source}};
    auto links = links_of(making.root, fmt::format("{}/signatures/{}", of, signature.id.value));
    links["osdi:petition"] = link(making.root.url(of));
    add_person_link(making, links, signature.address_hash);
    resource["_links"] = std::move(links);
    return resource;
}

json::object signer_json(const Making& making, const ports::WholeSignature& signature) {
    const auto person = people::find_person_by_address(making.read, signature.address_hash);
    const auto standing = person ? people::find_standing(making.read, person->id) : std::nullopt;
    const auto suppression = people::find_suppression(making.read, signature.address_hash);
    json::object address{{"primary", true}, {"postal_code", signature.postal_code}, {"country", signature.country}};
    if (!signature.place.empty()) address["locality"] = signature.place;
    return {{"given_name", signature.name.given},
            {"family_name", signature.name.family},
            {"languages_spoken", json::array{json::value(base::code(signature.locale))}},
            {"postal_addresses", json::array{std::move(address)}},
            {"email_addresses", json::array{json::object{{"address", signature.email},
                                                         {"primary", true},
                                                         {"status", status_of(standing, suppression, db::now())}}}}};
}

json::object taken_signature_json(const Making& making, std::string_view slug, base::Instant at) {
    json::object resource{{"identifiers", json::array{}}, {"alltogether:state", "confirmation_mailed"}};
    add_dates(resource, at, at);
    auto links = links_of(making.root, petition_path(slug) + "/signatures");
    links["osdi:petition"] = link(making.root.url(petition_path(slug)));
    resource["_links"] = std::move(links);
    return resource;
}

json::object form_json(const Making& making, const ports::ListFormFacts& form) {
    json::object resource{{"identifiers", identifiers(form.slug)},
                          {"title", form.title},
                          {"name", form.title},
                          {"description", form.text},
                          {"origin_system", "Alltogether"},
                          {"alltogether:is_open", form.is_open}};
    resource["browser_url"] =
        fmt::format("{}/{}/join/{}", making.services.frames.public_url(), base::code(making.locale), form.slug);
    const std::string submissions = form_path(form.slug) + "/submissions";
    auto links = links_of(making.root, form_path(form.slug));
    links["osdi:submissions"] = link(making.root.url(submissions));
    links["osdi:record_submission_helper"] = link(making.root.url(submissions));
    resource["_links"] = std::move(links);
    return resource;
}

json::object submission_json(const Making& making, const ports::ListSignUp& sign_up) {
    json::object resource{{"identifiers", identifiers(std::to_string(sign_up.id.value))}};
    add_dates(resource, sign_up.asked_at, sign_up.confirmed_at);
    resource["action_network:referrer_data"] = json::object{{"source", sign_up.source}};
    auto links = links_of(making.root, fmt::format("{}/submissions/{}", form_path(sign_up.form), sign_up.id.value));
    links["osdi:form"] = link(making.root.url(form_path(sign_up.form)));
    add_person_link(making, links, sign_up.address_hash);
    resource["_links"] = std::move(links);
    return resource;
}

json::object taken_submission_json(const Making& making, std::string_view form, PersonId person) {
    json::object resource{{"identifiers", json::array{}}};
    auto links = links_of(making.root, form_path(form) + "/submissions");
    links["osdi:form"] = link(making.root.url(form_path(form)));
    links["osdi:person"] = link(making.root.url(person_path(person)));
    resource["_links"] = std::move(links);
    return resource;
}

json::object tag_json(const Making& making, const people::Tag& tag) {
    auto resource = begun(making, {store::RecordKind::tag, tag.id.value});
    add_dates(resource, tag.created_at, tag.created_at);
    resource["name"] = tag.name;
    auto links = links_of(making.root, tag_path(tag.id));
    links["osdi:taggings"] = link(making.root.url(tag_path(tag.id) + "/taggings"));
    resource["_links"] = std::move(links);
    return resource;
}

json::object tagging_json(const Making& making, const ShownTagging& tagging) {
    const auto person = tagging.tagged.person;
    json::object resource{{"identifiers", identifiers(fmt::format("{}-{}", tagging.tag.value, person.value))},
                          {"item_type", "osdi:person"}};
    add_dates(resource, tagging.tagged.added_at, tagging.tagged.added_at);
    auto links = links_of(making.root, fmt::format("{}/taggings/{}", tag_path(tagging.tag), person.value));
    links["osdi:tag"] = link(making.root.url(tag_path(tagging.tag)));
    links["osdi:person"] = link(making.root.url(person_path(person)));
    resource["_links"] = std::move(links);
    return resource;
}

json::object sponsor_json(const Making& making, std::optional<base::LevelId> level) {
    const auto found = level ? people::find_level(making.read, *level) : std::nullopt;
    return {{"title", found ? found->name(making.locale) : making.services.frames.campaign(making.locale)},
            {"url", fmt::format("{}/{}", making.services.frames.public_url(), base::code(making.locale))}};
}

json::object message_json(const Making& making, const ports::MailingWords& mailing) {
    json::object resource{{"identifiers", identifiers(std::to_string(mailing.id.value))},
                          {"type", "email"},
                          {"name", mailing.name},
                          {"subject", mailing.subject},
                          {"preview_text", mailing.preheader},
                          {"body", mailing.body},
                          {"from", ports::organisation_name(making.services.config, making.locale)},
                          {"origin_system", "Alltogether"},
                          {"status", mailing.sent_at ? "sent" : "draft"}};
    add_dates(resource, mailing.created_at, mailing.changed_at);
    if (mailing.sent_at) resource["sent_start_date"] = i18n::machine_time(*mailing.sent_at);
    ports::VariantFigures sum;
    if (making.services.sending.figures)
        for (const auto& figures : making.services.sending.figures(making.read, mailing.id)) {
            sum.delivered += figures.delivered;
            sum.left += figures.left;
            sum.bounced += figures.bounced;
        }
    resource["statistics"] =
        json::object{{"sent", sum.delivered}, {"unsubscribed", sum.left}, {"bounced", sum.bounced}};
    resource["_links"] = links_of(making.root, fmt::format("messages/{}", mailing.id.value));
    return resource;
}

}  // namespace osdi
