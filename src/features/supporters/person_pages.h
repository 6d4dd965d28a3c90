// features/supporters/person_pages.h - one person: the record, editing, merging, erasing.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/supporters/search_store.h"
#include "features/supporters/supporter.h"
#include "people/addresses.h"
#include "people/consent.h"
#include "people/fields.h"
#include "people/mail_standing.h"
#include "people/merging.h"
#include "people/tags.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/person_facts.h"

namespace supporters::person_pages {

std::string path(base::Locale locale, people::PersonId person);

// What staff may do with this person.
struct Rights {
    bool change = false, take_out = false;
};

struct Merged {
    people::Merge merge;
    std::string other;  // name of the other one
};

struct PersonPage {
    people::Person person;
    std::string level;     // its name; empty: the nation
    std::string riding{};  // the federal one, where known
    std::vector<people::PersonAddress> addresses{};
    std::vector<people::Tag> tags{}, all_tags{};
    std::vector<people::Field> fields{};
    std::vector<people::KeptAnswer> answers{};
    std::optional<people::MailStanding> standing{};
    std::optional<people::Suppression> suppression{};
    std::vector<people::Consent> consents{};  // newest first
    std::vector<ports::PersonFact> facts{};   // newest first, at most kMostFacts
    std::size_t more_facts = 0;
    std::vector<Merged> merges{};
    Rights may{};
    base::Problems problems{};
    std::string typed_email{}, typed_tag{}, typed_reason{};
    base::Instant now{};
};
inline constexpr std::size_t kMostFacts = 200;
html::SafeHtml person(const i18n::Translator& t, const PersonPage& page);

struct Editor {
    people::Person person;
    PersonForm typed;
    std::vector<people::Level> levels{};
    std::string seen{};
    ports::NamedTexts conflicts{};
    ports::Saving saving{};
    base::Problems problems{};
};
html::SafeHtml editor(const i18n::Translator& t, const Editor& editor);

struct MergePage {
    people::Person person;
    std::string words{};
    std::vector<people::Person> found{};
    std::optional<people::Person> with{};
    base::Problems problems{};
};
html::SafeHtml merging(const i18n::Translator& t, const MergePage& page);

struct ErasurePage {
    people::Person person;
    std::vector<people::PersonAddress> addresses{};
    base::Problems problems{};
};
html::SafeHtml erasure(const i18n::Translator& t, const ErasurePage& page);

// Of somebody who was erased.
html::SafeHtml erased(const i18n::Translator& t, const people::Person& person);

}  // namespace supporters::person_pages
