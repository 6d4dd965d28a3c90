// features/osdi/records_api.h - each record of ours as the resource that programs read.
#pragma once
#include <optional>
#include <string>

#include <boost/json.hpp>

#include "features/osdi/hal_api.h"
#include "features/osdi/services.h"
#include "people/tags.h"
#include "platform/db/transaction.h"

namespace osdi {

// What all of them are made with.
struct Making {
    const Services& services;
    db::Read& read;
    const Root& root;
    base::Locale locale;
};

std::string person_path(people::PersonId person);  // "people/17"
std::string tag_path(people::TagId tag);
std::string petition_path(std::string_view slug);
std::string form_path(std::string_view slug);

// Whole, for keys that may read people; else its identifier and links alone.
json::object person_json(const Making& making, const people::Person& person);
json::object bare_person_json(const Making& making, people::PersonId person);
// Their name, language, place and addresses alone.
json::object core_person_json(const Making& making, const people::Person& person);

json::object petition_json(const Making& making, const ports::PetitionFacts& petition);
json::object signature_json(const Making& making, const ports::WholeSignature& signature);
// Whoever signed, as they wrote themselves under the signature and not as they are known by now.
json::object signer_json(const Making& making, const ports::WholeSignature& signature);
// An answer that tells nobody whether the address had signed before.
json::object taken_signature_json(const Making& making, std::string_view slug, base::Instant at);

json::object form_json(const Making& making, const ports::ListFormFacts& form);
json::object submission_json(const Making& making, const ports::ListSignUp& sign_up);
// Of somebody who was brought by the form: they are no sign-up of it before they confirm.
json::object taken_submission_json(const Making& making, std::string_view form, people::PersonId person);

json::object tag_json(const Making& making, const people::Tag& tag);
struct ShownTagging {
    people::TagId tag;
    people::TaggedPerson tagged;
};
json::object tagging_json(const Making& making, const ShownTagging& tagging);

// Whose it is in a webhook's message: the level, or the campaign where it has none; and its page.
json::object sponsor_json(const Making& making, std::optional<base::LevelId> level);

json::object message_json(const Making& making, const ports::MailingWords& mailing);

}  // namespace osdi
