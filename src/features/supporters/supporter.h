// features/supporters/supporter.h - what staff may type about a person, a tag and a field, and the rules for it. Pure.
#pragma once
#include <string>

#include "base/problem.h"
#include "base/result.h"
#include "people/fields.h"
#include "people/level.h"
#include "people/person.h"
#include "ports/editing.h"

namespace supporters {

struct PersonForm {
    std::string given_name, family_name, language, country, postal_code, place, level, riding;
};

// As stored; a level by its slug, "" for the nation's staff alone.
PersonForm form_of(const people::Person& person, const people::LevelTree& tree);

// The words under the names of their fields, and back.
ports::NamedTexts named(const PersonForm& form);
PersonForm person_form(const ports::NamedTexts& texts);

// Everything wrong at once. Names may be empty, and so may the postal code, since not everybody's is known; the
// province then stays that of `person`.
base::Result<people::PersonChange, base::Problems> read_person(const PersonForm& form, const people::Person& person,
                                                               const people::LevelTree& tree);

struct FieldForm {
    std::string slug, label_en, label_fr, kind;
};
// Everything wrong at once: a slug is 1 to 40 of a-z, 0-9 and inner underscores.
base::Result<people::Field, base::Problems> read_field(const FieldForm& form);

// "Maya Tremblay"; who has no name is called by their address.
std::string name_of(const people::Person& person);

}  // namespace supporters
